import 'server-only';
import { type Failure, failure } from '../../../domain/failure';
import { err, ok, type Result } from '../../../domain/result';
import type { NamesReveal } from '../../../domain/room/people';
import type { Actor } from '../../../policy/actor';
import { can } from '../../../policy/can';
import { audit } from '../../audit';
import { database } from '../../database/client';
import { inTransaction } from '../../database/transaction';
import { tellRoom } from '../../notification/tell';
import { recordEvent } from '../events';
import { roomContext } from '../room-context';
import { PEOPLE } from './people-rows';

/** The typed name of one person. */
export interface RevealedName {
  participantId: string;
  name: string;
}

/**
 * The names that people typed when they came in. Each look is logged with its reason and told to everybody in the room, so
 * the answer is the only place that has them: nothing else of the people's page does.
 */
export async function revealNames(
  actor: Actor,
  roomId: string,
  reason: string,
): Promise<Result<{ names: RevealedName[] }, Failure>> {
  const room = await roomContext(actor, roomId);
  if (!room) return err(failure('not-found'));
  if (!can(actor, 'room:reveal-names', room)) return err(failure('not-allowed'));
  return inTransaction(async (tx) => {
    await recordEvent(tx, roomId, 'names-revealed', roomId);
    await tellRoom(tx, actor, roomId, 'names-revealed');
    await audit(tx, actor, 'names-reveal', { roomId, reason });
    const rows = await tx.participant.findMany({
      where: { roomId, ...PEOPLE, name: { not: null }, userId: { not: null } },
      select: { id: true, name: true },
    });
    return ok({ names: rows.flatMap(({ id, name }) => (name ? [{ participantId: id, name }] : [])) });
  });
}

const MOST_TOLD = 5;

/** When names were looked up in this room or taken along, the last time first, for everybody who is in it. */
export async function namesRevealed(actor: Actor, roomId: string): Promise<NamesReveal[]> {
  const room = await roomContext(actor, roomId);
  if (!room || room.kind === 'commons') return [];
  const entries = await database().prisma.auditEntry.findMany({
    where: { roomId, action: { in: ['names-reveal', 'names-export'] } },
    orderBy: { recordedAt: 'desc' },
    take: MOST_TOLD,
    select: { recordedAt: true, reason: true, userId: true },
  });
  const seats = await database().prisma.participant.findMany({
    where: { roomId, userId: { in: entries.flatMap(({ userId }) => userId ?? []) } },
    select: { userId: true, alias: true },
  });
  const aliases = new Map(seats.map(({ userId, alias }) => [userId, alias]));
  return entries.map(({ recordedAt, reason, userId }) => ({
    at: recordedAt.toISOString(),
    by: aliases.get(userId) ?? null,
    reason: reason ?? '',
  }));
}
