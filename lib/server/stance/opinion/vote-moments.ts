import 'server-only';
import type { Transaction } from '../../database/client';
import type { RoomContext } from '../../room/room-context';
import type { RoomOpinions } from './opinion-facts';

/**
 * When each vote of a map was first given, ms since 1970: one entry for each vote of the matrix. A changed vote counts from its
 * first answer on, one that was carried over or given on words that meant something else does not. What was taken back since the
 * map was drawn counts as given last.
 */
export async function voteMoments(
  tx: Transaction,
  room: Pick<RoomContext, 'id'>,
  { facts: { matrix, claims }, seatIds }: RoomOpinions,
): Promise<Float64Array> {
  const moments = new Float64Array(matrix.vote.length).fill(Number.NaN);
  const importedAt = await importedSeats(tx, room.id);
  for (const [row, seatId] of seatIds.entries()) {
    const at = importedAt.get(seatId);
    if (at !== undefined) moments.fill(at, matrix.rowStart[row], matrix.rowStart[row + 1]);
  }
  const claimIds = claims.map(({ claimId }) => claimId);
  const rows = seatIds.every((id) => importedAt.has(id)) ? [] : await givenHere(tx, room.id, claimIds);
  const rowOf = new Map(seatIds.map((id, row) => [id, row]));
  let last = Math.max(0, ...new Set(importedAt.values()));
  for (const { seatId, claims: places, moments: given } of rows) {
    const row = rowOf.get(seatId);
    if (row === undefined) continue;
    let at = matrix.rowStart[row] ?? 0;
    const end = matrix.rowStart[row + 1] ?? 0;
    // Both ascend by claim.
    for (const [i, place] of places.entries()) {
      while (at < end && (matrix.claim[at] as number) < place) at += 1;
      if (at === end || matrix.claim[at] !== place) continue;
      moments[at] = given[i] as number;
      last = Math.max(last, given[i] as number);
    }
  }
  return moments.map((moment) => (Number.isNaN(moment) ? last : moment));
}

/** Votes that came from elsewhere have no times of their own: all were given when they came, and their log, which can be long, is not read. */
async function importedSeats(tx: Transaction, roomId: string): Promise<Map<string, number>> {
  const seats = await tx.participant.findMany({
    where: { roomId, isImported: true },
    select: { id: true, createdAt: true },
  });
  return new Map(seats.map(({ id, createdAt }) => [id, createdAt.getTime()]));
}

interface GivenRow {
  seatId: string;
  claims: number[];
  moments: number[];
}

const givenHere = (tx: Transaction, roomId: string, claimIds: readonly string[]): Promise<GivenRow[]> =>
  tx.$queryRaw<GivenRow[]>`
    WITH first AS (
      SELECT e."participantId", e."claimId", min(e."recordedAt") AS "at"
      FROM "VoteEvent" e
        JOIN "Participant" p ON p."id" = e."participantId" AND NOT p."isImported"
        JOIN "Claim" c ON c."id" = e."claimId"
        JOIN "ClaimRevision" now ON now."claimId" = c."id" AND now."number" = c."revision"
        JOIN "ClaimRevision" "then" ON "then"."claimId" = e."claimId" AND "then"."number" = e."claimRevision"
      WHERE e."roomId" = ${roomId}::uuid AND e."choice" IS NOT NULL AND "then"."meaning" = now."meaning"
      GROUP BY e."participantId", e."claimId"
    )
    SELECT v."participantId" AS "seatId", array_agg((k.place - 1)::int ORDER BY k.place) AS "claims",
      array_agg((1000 * extract(epoch FROM coalesce(first."at", v."votedAt")))::float8 ORDER BY k.place) AS "moments"
    FROM "Vote" v
      JOIN "Participant" p ON p."id" = v."participantId" AND NOT p."isImported"
      JOIN unnest(${[...claimIds]}::uuid[]) WITH ORDINALITY AS k("claimId", place) ON k."claimId" = v."claimId"
      LEFT JOIN first ON first."participantId" = v."participantId" AND first."claimId" = v."claimId"
    WHERE v."roomId" = ${roomId}::uuid AND v."choice" IS NOT NULL
    GROUP BY v."participantId"`;
