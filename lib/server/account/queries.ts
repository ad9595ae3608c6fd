import 'server-only';
import { createHash } from 'node:crypto';
import type { MailDigest } from '../../domain/account/schema';
import type { Actor } from '../../policy/actor';
import { can } from '../../policy/can';
import { database } from '../database/client';

/** A person's own account, as the account page shows it. */
export interface SignedInPerson {
  name: string;
  email: string | null;
  /** They opened the link that was sent to the address. */
  hasConfirmedEmail: boolean;
  mailDigest: MailDigest;
  isAdministrator: boolean;
  /** Came into a room by a code. */
  isGuest: boolean;
  hasPassword: boolean;
  sessions: { id: string; createdAt: string; lastSeenAt: string; isCurrent: boolean }[];
}

/** The signed-in person's own account with its open sessions, newest first; null for a visitor. */
export async function signedInPerson(actor: Actor): Promise<SignedInPerson | null> {
  if (actor.kind !== 'person' || !can(actor, 'account:read', { userId: actor.userId })) return null;
  const user = await database().prisma.user.findUnique({
    where: { id: actor.userId },
    select: {
      name: true,
      email: true,
      emailVerifiedAt: true,
      mailDigest: true,
      isAdministrator: true,
      isGuest: true,
      passwordHash: true,
      sessions: {
        where: { revokedAt: null, expiresAt: { gt: new Date() } },
        orderBy: { createdAt: 'desc' },
        take: 50,
        select: { id: true, createdAt: true, lastSeenAt: true },
      },
    },
  });
  if (!user) return null;
  return {
    name: user.name,
    email: user.email,
    hasConfirmedEmail: user.emailVerifiedAt !== null,
    mailDigest: user.mailDigest,
    isAdministrator: user.isAdministrator,
    isGuest: user.isGuest,
    hasPassword: user.passwordHash !== null,
    sessions: user.sessions.map(({ id, createdAt, lastSeenAt }) => ({
      id,
      createdAt: createdAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
      isCurrent: id === actor.sessionId,
    })),
  };
}

/** The form in which the token of a set-up link is kept. */
export const hashOfSetupToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Whether a one-time set-up link can still be used; says nothing else about it. */
export async function isSetupLinkOpen(_: Actor, token: string): Promise<boolean> {
  const tokenHash = hashOfSetupToken(token);
  const open = await database().prisma.setupToken.count({
    where: { tokenHash, usedAt: null, expiresAt: { gt: new Date() } },
  });
  return open > 0;
}
