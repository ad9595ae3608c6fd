import 'server-only';
import type { CreateAccount } from '../../domain/account/schema';
import { type Failure, failure } from '../../domain/failure';
import { err, ok, type Result } from '../../domain/result';
import { roomSlug } from '../../domain/room/room-slug';
import { uniqueKey } from '../../domain/text/plain-text';
import type { Actor } from '../../policy/actor';
import { can } from '../../policy/can';
import { database } from '../database/client';
import { inTransaction } from '../database/transaction';
import { mayMakeAccount } from './attempts';
import { type AccountMade, taken } from './commands';
import { hashPassword, isCommonPassword } from './password';

/**
 * Makes an account of a guest: the same person, in the same seats, now with a name and a password. Codes of seats stop working,
 * because a slip of paper must not open an account; sessions end, and the new password opens the next one.
 */
export async function keepSeats(
  actor: Actor,
  input: CreateAccount,
  address: string,
): Promise<Result<AccountMade, Failure>> {
  if (actor.kind !== 'person') return err(failure('not-signed-in'));
  if (!can(actor, 'account:keep-seats', { userId: actor.userId })) return err(failure('not-allowed'));
  if (isCommonPassword(input.password, input.name))
    return err(failure('password-too-common', { field: 'password' }));
  if (!(await mayMakeAccount(address))) return err(failure('too-many-attempts'));
  const passwordHash = await hashPassword(input.password);
  return taken(() =>
    inTransaction(async (tx): Promise<Result<AccountMade, Failure>> => {
      const { count } = await tx.user.updateMany({
        where: { id: actor.userId, isGuest: true },
        data: {
          name: input.name,
          nameKey: uniqueKey(input.name),
          email: input.email ?? null,
          emailKey: input.email ? uniqueKey(input.email) : null,
          passwordHash,
          isGuest: false,
          rightsVersion: { increment: 1 },
        },
      });
      if (count === 0) return err(failure('not-allowed'));
      await tx.participant.updateMany({ where: { userId: actor.userId }, data: { seatCodeHash: null } });
      return ok({ id: actor.userId, name: input.name });
    }),
  );
}

/** A room in which a guest has a seat. */
export interface GuestSeat {
  room: string;
  slug: string;
  alias: string;
}

/** Where a guest has a seat, newest first; empty for everybody else. */
export async function guestSeats(actor: Actor): Promise<GuestSeat[]> {
  if (actor.kind !== 'person' || !actor.isGuest) return [];
  const seats = await database().prisma.participant.findMany({
    where: { userId: actor.userId, leftAt: null, room: { kind: 'class' } },
    orderBy: { createdAt: 'desc' },
    select: {
      alias: true,
      room: { select: { name: true, key: true, debate: { select: { slug: true } } } },
    },
  });
  return seats.map(({ alias, room }) => ({
    room: room.name,
    slug: roomSlug(room.debate.slug, room.key),
    alias,
  }));
}
