import 'server-only';
import { uuidv7 } from 'uuidv7';
import type { Person } from '../../policy/actor';
import type { Transaction } from '../database/client';
import type { Tracker } from '../edit/track';
import type { RoomContext } from '../room/room-context';

/** What merging and splitting share: the tie between old and new claims, and the votes and impacts that go with it. */

/** Writes down that a claim became these; a claim that becomes several was split. */
export async function writeLineage(
  tx: Transaction,
  actor: Person,
  room: RoomContext,
  tracker: Tracker,
  fromClaimId: string,
  toClaimIds: readonly string[],
  how: 'merged' | 'split',
): Promise<void> {
  const ids = toClaimIds.map(() => uuidv7());
  tracker.makes('lineage', ids);
  await tx.claimLineage.createMany({
    data: toClaimIds.map((toClaimId, index) => ({
      id: ids[index] ?? uuidv7(),
      debateId: room.debateId,
      roomId: room.id,
      fromClaimId,
      toClaimId,
      how,
      userId: actor.userId,
    })),
  });
}

/**
 * Carries votes over: whoever voted on the old claim and not on the new one is shown that vote there and asked again. It
 * is not counted until they answer. A vote on the new claim, even one taken back, stays what it is; those on the old one
 * stay with it.
 */
export async function carryVotes(tx: Transaction, fromClaimId: string, toClaimId: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "Vote" ("roomId", "claimId", "claimRevision", "participantId", "choice", "seq", "votedAt", "carriedFromId")
    SELECT v."roomId", c."id", c."revision", v."participantId", v."choice", v."seq", v."votedAt", v."claimId"
    FROM "Vote" v JOIN "Claim" c ON c."id" = ${toClaimId}::uuid
    WHERE v."claimId" = ${fromClaimId}::uuid AND v."choice" IS NOT NULL
    ON CONFLICT ("roomId", "claimId", "participantId") DO NOTHING`;
}

/** Takes carried votes back that nobody has answered since; the votes that they repeat are where they were. */
export const uncarryVotes = (tx: Transaction, fromClaimId: string) =>
  tx.$executeRaw`DELETE FROM "Vote" WHERE "carriedFromId" = ${fromClaimId}::uuid`;

/** A line that is closed or copied, and the one that says the same from now on. */
export type SameLine = readonly [fromId: string, toId: string];

/** Of an impact carried over: no line aims there, so it is stale until it is given again. */
const NO_AIM = 0;

/**
 * Carries impacts over, as votes are: whoever rated the old line and not the one that says the same is shown that impact
 * there and asked again. Of several by one person the newest is shown.
 */
export async function carryImpacts(tx: Transaction, lines: readonly SameLine[]): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "Impact" ("roomId", "relationId", "participantId", "weight", "aim", "seq", "ratedAt")
    SELECT i."roomId", same."toId", i."participantId", i."weight", ${NO_AIM}, i."seq", i."ratedAt"
    FROM unnest(${lines.map(([id]) => id)}::uuid[], ${lines.map(([, id]) => id)}::uuid[]) AS same("fromId", "toId")
      JOIN "Impact" i ON i."relationId" = same."fromId"
    WHERE i."weight" IS NOT NULL
    ORDER BY i."seq" DESC
    ON CONFLICT ("roomId", "relationId", "participantId") DO NOTHING`;
}

/** Takes carried impacts back that nobody has answered since, from wherever those of these lines were carried to. */
export const uncarryImpacts = (tx: Transaction, fromIds: readonly string[]) =>
  tx.$executeRaw`
    DELETE FROM "Impact" carried USING "Impact" given
    WHERE given."relationId" = ANY (${[...fromIds]}::uuid[]) AND carried."relationId" <> given."relationId"
      AND carried."aim" = ${NO_AIM} AND (carried."roomId", carried."participantId", carried."weight", carried."seq", carried."ratedAt")
        = (given."roomId", given."participantId", given."weight", given."seq", given."ratedAt")`;

/** A claim that stands by itself again is no longer part of another one. */
export async function endLineage(tx: Transaction, tracker: Tracker, fromClaimId: string): Promise<void> {
  const where = { fromClaimId, undoneAt: null };
  const standing = await tx.claimLineage.findMany({ where, select: { id: true } });
  if (standing.length === 0) return;
  await tracker.watch(
    'lineage',
    standing.map(({ id }) => id),
  );
  await tx.claimLineage.updateMany({ where, data: { undoneAt: new Date() } });
  await uncarryVotes(tx, fromClaimId);
}

/**
 * Relations that stand, of the whole debate: those of the rooms below lead to this room's claims too. One that is closed
 * only because its claim is comes back with it, so it counts as standing; nothing else was closed for no reason of its own.
 */
export const standingRelations = (tx: Transaction, debateId: string) =>
  tx.relation.findMany({
    where: { debateId, closing: null },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  });
