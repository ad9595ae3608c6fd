import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';
import type { ClaimView } from '../../domain/debate/view';
import type { Transaction } from '../database/client';
import type { RoomContext } from '../room/room-context';

type Lineage = Pick<ClaimView, 'mergedInto' | 'splitInto' | 'madeFrom'>;

export const NO_LINEAGE: Lineage = { mergedInto: null, splitInto: [], madeFrom: [] };

interface Tie {
  fromClaimId: string;
  fromCode: string;
  toClaimId: string;
  toCode: string;
  how: 'merged' | 'split';
}

/** Every tie between claims in sight of the room that stands, oldest first; of these claims only, if they are given. */
const tiesIn = (
  tx: Transaction,
  room: Pick<RoomContext, 'path'>,
  ids?: readonly string[],
): Promise<Tie[]> => {
  const only = ids
    ? Prisma.sql`AND (l."fromClaimId" = ANY (${[...ids]}::uuid[]) OR l."toClaimId" = ANY (${[...ids]}::uuid[]))`
    : Prisma.empty;
  return tx.$queryRaw<Tie[]>`
    SELECT l."fromClaimId", f."code" AS "fromCode", l."toClaimId", t."code" AS "toCode", l."how"::text AS "how"
    FROM "ClaimLineage" l JOIN "Claim" f ON f."id" = l."fromClaimId" JOIN "Claim" t ON t."id" = l."toClaimId"
    WHERE l."roomId" = ANY (${room.path}::uuid[]) AND l."undoneAt" IS NULL ${only}
    ORDER BY l."createdAt", t."position"`;
};

/** What each claim was merged into, split into and made from, by the codes of the others. */
export async function lineagesOf(
  tx: Transaction,
  room: Pick<RoomContext, 'path'>,
  ids?: readonly string[],
): Promise<ReadonlyMap<string, Lineage>> {
  const lineages = new Map<string, Lineage>();
  const of = (id: string): Lineage => {
    const known = lineages.get(id) ?? { mergedInto: null, splitInto: [], madeFrom: [] };
    lineages.set(id, known);
    return known;
  };
  for (const { fromClaimId, fromCode, toClaimId, toCode, how } of await tiesIn(tx, room, ids)) {
    if (how === 'merged') of(fromClaimId).mergedInto = toCode;
    else of(fromClaimId).splitInto.push(toCode);
    of(toClaimId).madeFrom.push(fromCode);
  }
  return lineages;
}

/** What took the place of claims that are merged or split, so that a link to one of them still leads somewhere. */
export async function successorsIn(
  tx: Transaction,
  room: Pick<RoomContext, 'path'>,
): Promise<Record<string, string[]>> {
  const successors: Record<string, string[]> = {};
  for (const { fromCode, toCode } of await tiesIn(tx, room))
    successors[fromCode] = [...(successors[fromCode] ?? []), toCode];
  return successors;
}
