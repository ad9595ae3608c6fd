import 'server-only';
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { MailDigest } from '../../domain/account/schema';
import { type Failure, failure } from '../../domain/failure';
import { err, ok, type Result } from '../../domain/result';
import type { Locale } from '../../i18n/locales';
import type { Actor } from '../../policy/actor';
import { can } from '../../policy/can';
import { authSecret } from '../account/auth-secret';
import { database } from '../database/client';
import { publicUrl } from '../site';
import { mailSettings } from './send-mail';

/** Whether and how often somebody is told by mail, and the way out that each mail has. */

/** Nobody gets mail who has not asked for it at an address that they confirmed. */
export async function setMailDigest(
  actor: Actor,
  digest: MailDigest,
  locale: Locale,
): Promise<Result<null, Failure>> {
  if (actor.kind !== 'person') return err(failure('not-signed-in'));
  if (!can(actor, 'account:change', { userId: actor.userId })) return err(failure('not-allowed'));
  if (digest !== 'off' && !mailSettings()) return err(failure('mail-off'));
  const { count } = await database().prisma.user.updateMany({
    where: { id: actor.userId, ...(digest === 'off' ? {} : { emailVerifiedAt: { not: null } }) },
    data: { mailDigest: digest, mailLocale: locale },
  });
  return count > 0 ? ok(null) : err(failure('mail-unconfirmed'));
}

const signed = (userId: string): string =>
  createHmac('sha256', authSecret()).update(`stop-mail/${userId}`).digest('base64url');

/** The page on which a press stops somebody's mail, whoever is signed in there. */
export const stopMailUrl = (userId: string): string =>
  `${publicUrl()}/account/stop-mail?token=${userId}.${signed(userId)}`;

/** Stops the mail of whoever a link was sent to. All that the link can do is this. */
export async function stopMail(_: Actor, token: string): Promise<Result<null, Failure>> {
  const [userId = '', signature = ''] = token.split('.');
  const [given, right] = [Buffer.from(signature), Buffer.from(signed(userId))];
  if (given.length !== right.length || !timingSafeEqual(given, right))
    return err(failure('mail-link-invalid'));
  await database().prisma.user.updateMany({ where: { id: userId }, data: { mailDigest: 'off' } });
  return ok(null);
}
