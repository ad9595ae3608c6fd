import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import { type Failure, failure } from '../../domain/failure';
import { err, ok, type Result } from '../../domain/result';
import { uniqueKey } from '../../domain/text/plain-text';
import type { Locale } from '../../i18n/locales';
import type { Actor } from '../../policy/actor';
import { can } from '../../policy/can';
import { database } from '../database/client';
import { breaks } from '../database/faults';
import { inTransaction } from '../database/transaction';
import { log } from '../log';
import { publicUrl } from '../site';
import { mayAskForLink } from './mail-limits';
import { mailWords } from './mail-words';
import { mailSettings, sendMail } from './send-mail';

/**
 * An address is an account's when its owner says so there: a link is sent to it, and a press on the page that it opens, by the
 * same person, confirms it. Opening the link alone spends nothing, because mail scanners do.
 */

const LINK_MS = 24 * 60 * 60 * 1000;

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
/** Links are told from others by whose they are; the address follows. */
const ofPerson = (userId: string): string => `mail/${userId}/`;

/** Sends a link to an address. Says the same whether or not the address is somebody's. */
export async function setMailAddress(
  actor: Actor,
  email: string,
  locale: Locale,
  network: string,
): Promise<Result<null, Failure>> {
  if (actor.kind !== 'person') return err(failure('not-signed-in'));
  if (!can(actor, 'account:change', { userId: actor.userId })) return err(failure('not-allowed'));
  const settings = mailSettings();
  if (!settings) return err(failure('mail-off'));
  if (!(await mayAskForLink(actor.userId, uniqueKey(email), network)))
    return err(failure('too-many-attempts'));
  const token = randomBytes(32).toString('base64url');
  const { prisma } = database();
  const made = { identifier: `${ofPerson(actor.userId)}${email}`, tokenHash: hashOf(token) };
  await prisma.verificationToken.create({ data: { ...made, expiresAt: new Date(Date.now() + LINK_MS) } });
  const words = mailWords(locale);
  const url = `${publicUrl()}/account/confirm-email?token=${token}`;
  try {
    await sendMail(settings, {
      to: email,
      subject: words.confirmSubject,
      text: `${words.confirmLead}\n\n${url}\n\n${words.confirmAbout}\n`,
    });
  } catch (error) {
    log.warn({ err: error, userId: actor.userId }, 'a link to confirm an address was not sent');
    await prisma.verificationToken.deleteMany({ where: made });
    return err(failure('mail-not-sent'));
  }
  // The one before it is worth nothing any more.
  await prisma.verificationToken.deleteMany({
    where: { identifier: { startsWith: ofPerson(actor.userId) }, tokenHash: { not: made.tokenHash } },
  });
  return ok(null);
}

/** Makes the address that a link was sent to the account's own, once. Of another account's link nothing is said. */
export async function confirmMailAddress(actor: Actor, token: string): Promise<Result<null, Failure>> {
  if (actor.kind !== 'person') return err(failure('not-signed-in'));
  if (!can(actor, 'account:change', { userId: actor.userId })) return err(failure('not-allowed'));
  const own = ofPerson(actor.userId);
  try {
    return await inTransaction(async (tx): Promise<Result<null, Failure>> => {
      const spent = await tx.$queryRaw<{ identifier: string }[]>`
        DELETE FROM "VerificationToken" WHERE "tokenHash" = ${hashOf(token)} AND "expiresAt" > now()
          AND starts_with("identifier", ${own}) RETURNING "identifier"`;
      if (!spent[0]) return err(failure('mail-link-invalid'));
      const email = spent[0].identifier.slice(own.length);
      const emailKey = uniqueKey(email);
      // Whoever typed it without owning it has it no more.
      await tx.user.updateMany({
        where: { emailKey, emailVerifiedAt: null, id: { not: actor.userId } },
        data: { email: null, emailKey: null },
      });
      await tx.user.update({
        where: { id: actor.userId },
        data: { email, emailKey, emailVerifiedAt: new Date() },
      });
      return ok(null);
    });
  } catch (error) {
    if (breaks(error, 'User_emailKey_key')) return err(failure('email-taken'));
    throw error;
  }
}

/** Takes the address off the account, and ends all mail. Again: the same. */
export async function removeMailAddress(actor: Actor): Promise<Result<null, Failure>> {
  if (actor.kind !== 'person') return err(failure('not-signed-in'));
  if (!can(actor, 'account:change', { userId: actor.userId })) return err(failure('not-allowed'));
  return inTransaction(async (tx) => {
    await tx.verificationToken.deleteMany({ where: { identifier: { startsWith: ofPerson(actor.userId) } } });
    await tx.user.update({
      where: { id: actor.userId },
      data: { email: null, emailKey: null, emailVerifiedAt: null, mailDigest: 'off' },
    });
    return ok(null);
  });
}

/** Erases links whose time is over, with the addresses that they were sent to. */
export async function forgetOldMailLinks(): Promise<void> {
  await database().prisma.verificationToken.deleteMany({ where: { expiresAt: { lte: new Date() } } });
}
