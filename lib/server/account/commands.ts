import 'server-only';
import type { ChangePassword, CreateAccount, SetUp } from '../../domain/account/schema';
import { type Failure, failure } from '../../domain/failure';
import { err, ok, type Result } from '../../domain/result';
import { uniqueKey } from '../../domain/text/plain-text';
import type { Actor } from '../../policy/actor';
import { can } from '../../policy/can';
import { audit } from '../audit';
import { database } from '../database/client';
import { breaks } from '../database/faults';
import { inTransaction } from '../database/transaction';
import { clearFailures, countFailure, mayAttempt, mayMakeAccount } from './attempts';
import { hashPassword, isCommonPassword, passwordFits } from './password';
import { hashOfSetupToken, isSetupLinkOpen } from './queries';
import { revokeSession } from './sessions';

/** Accounts: made with a name and a password, guarded by sessions that can be ended. */

export interface AccountMade {
  id: string;
  name: string;
}

/** Makes an account. Signing in is next-auth's, with the same name and password. */
export async function createAccount(
  actor: Actor,
  input: CreateAccount,
  address: string,
): Promise<Result<AccountMade, Failure>> {
  if (!can(actor, 'account:create', null)) return err(failure('not-allowed'));
  if (isCommonPassword(input.password, input.name))
    return err(failure('password-too-common', { field: 'password' }));
  if (!(await mayMakeAccount(address))) return err(failure('too-many-attempts'));
  return taken(async () => {
    const user = await database().prisma.user.create({
      data: {
        name: input.name,
        nameKey: uniqueKey(input.name),
        email: input.email ?? null,
        emailKey: input.email ? uniqueKey(input.email) : null,
        passwordHash: await hashPassword(input.password),
      },
      select: { id: true, name: true },
    });
    return ok(user);
  });
}

/** Makes the first administrator with the one-time link that the first start printed. The link works once. */
export async function setUp(actor: Actor, input: SetUp): Promise<Result<AccountMade, Failure>> {
  if (!can(actor, 'account:create', null)) return err(failure('not-allowed'));
  if (isCommonPassword(input.password, input.name))
    return err(failure('password-too-common', { field: 'password' }));
  // Before the costly hash: a guess is refused for the price of a look-up.
  if (!(await isSetupLinkOpen(actor, input.token))) return err(failure('setup-link-invalid'));
  const tokenHash = hashOfSetupToken(input.token);
  const passwordHash = await hashPassword(input.password);
  return taken(() =>
    inTransaction(async (tx): Promise<Result<AccountMade, Failure>> => {
      const { count } = await tx.setupToken.updateMany({
        where: { tokenHash, usedAt: null, expiresAt: { gt: new Date() } },
        data: { usedAt: new Date() },
      });
      if (count === 0) return err(failure('setup-link-invalid'));
      const user = await tx.user.create({
        data: { name: input.name, nameKey: uniqueKey(input.name), passwordHash, isAdministrator: true },
        select: { id: true, name: true },
      });
      await audit(tx, actor, 'administrator-made', { subjectId: user.id });
      return ok(user);
    }),
  );
}

/** Tells which of the names somebody else has. */
export async function taken<T>(work: () => Promise<Result<T, Failure>>): Promise<Result<T, Failure>> {
  try {
    return await work();
  } catch (error) {
    if (breaks(error, 'User_emailKey_key')) return err(failure('email-taken', { field: 'email' }));
    if (breaks(error, 'User_nameKey_key')) return err(failure('name-taken', { field: 'name' }));
    throw error;
  }
}

/** Changes one's password. Every session ends, this one too: whoever has the cookie is asked for the new password. */
export async function changePassword(
  actor: Actor,
  input: ChangePassword,
  address: string,
): Promise<Result<null, Failure>> {
  if (actor.kind !== 'person') return err(failure('not-signed-in'));
  if (!can(actor, 'account:change', { userId: actor.userId })) return err(failure('not-allowed'));
  const { prisma } = database();
  const user = await prisma.user.findUniqueOrThrow({
    where: { id: actor.userId },
    select: { name: true, nameKey: true, passwordHash: true },
  });
  if (!(await mayAttempt(user.nameKey, address))) return err(failure('too-many-attempts'));
  if (!(await passwordFits(user.passwordHash, input.currentPassword))) {
    await countFailure(address);
    return err(failure('wrong-credentials', { field: 'currentPassword' }));
  }
  await clearFailures(user.nameKey);
  if (isCommonPassword(input.newPassword, user.name)) {
    return err(failure('password-too-common', { field: 'newPassword' }));
  }
  const passwordHash = await hashPassword(input.newPassword);
  return inTransaction(async (tx) => {
    await tx.user.update({
      where: { id: actor.userId },
      data: { passwordHash, rightsVersion: { increment: 1 } },
    });
    await tx.session.updateMany({
      where: { userId: actor.userId, revokedAt: null },
      data: { revokedAt: new Date() },
    });
    await audit(tx, actor, 'password-changed', { subjectId: actor.userId });
    return ok(null);
  });
}

/** Ends one of the person's own sessions; `current` is the one that asks. */
export async function endSession(actor: Actor, sessionId: string): Promise<Result<null, Failure>> {
  if (actor.kind !== 'person') return err(failure('not-signed-in'));
  const id = sessionId === 'current' ? actor.sessionId : sessionId;
  return (await revokeSession(actor.userId, id)) ? ok(null) : err(failure('not-found'));
}
