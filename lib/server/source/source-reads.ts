// Read by the seed too, which runs outside of Next.

import { Prisma } from '@/lib/generated/prisma/client';
import type { KnownText } from '../../domain/source/version-plan';
import type { SourceFacts, VersionEntry } from '../../domain/source/view';
import type { Transaction } from '../database/client';
import type { RoomContext } from '../room/room-context';

/** Reading a source with its versions, as the commands and the pages of sources need it. */

export const sourceFacts = {
  id: true,
  key: true,
  kind: true,
  title: true,
  attribution: true,
  url: true,
  language: true,
} as const;

/** A source of the room's debate; null when there is none by that id. */
export const sourceIn = (
  tx: Transaction,
  room: Pick<RoomContext, 'debateId'>,
  sourceId: string,
): Promise<SourceFacts | null> =>
  tx.source.findFirst({ where: { id: sourceId, debateId: room.debateId }, select: sourceFacts });

export interface VersionName {
  id: string;
  number: number;
  isOriginal: boolean;
}

/** The versions of a source, oldest first. */
export const versionNames = (tx: Transaction, sourceId: string): Promise<VersionName[]> =>
  tx.sourceVersion.findMany({
    where: { sourceId },
    orderBy: { number: 'asc' },
    select: { id: true, number: true, isOriginal: true },
  });

interface EntryRow extends Omit<VersionEntry, 'createdAt'> {
  sourceId: string;
  createdAt: Date;
}

/**
 * The versions of one source, or of all sources of a debate, without their texts: by source, newest first. Lengths in
 * characters as PostgreSQL counts them.
 */
export async function versionEntries(
  tx: Transaction,
  of: { sourceId: string } | { debateId: string },
): Promise<ReadonlyMap<string, VersionEntry[]>> {
  const wanted =
    'sourceId' in of
      ? Prisma.sql`v."sourceId" = ${of.sourceId}::uuid`
      : Prisma.sql`v."debateId" = ${of.debateId}::uuid`;
  const rows = await tx.$queryRaw<EntryRow[]>`
    SELECT v."sourceId", v."id", v."number", v."createdAt", p."alias" AS "authorAlias", v."fromContent", v."note",
      v."isOriginal", char_length(v."text") AS "characters",
      (SELECT count(*)::int FROM "Passage" WHERE "sourceVersionId" = v."id") AS "passageCount"
    FROM "SourceVersion" v LEFT JOIN "Participant" p ON p."id" = v."authorId"
    WHERE ${wanted} ORDER BY v."number" DESC`;
  const bySource = new Map<string, VersionEntry[]>();
  for (const { sourceId, createdAt, ...row } of rows) {
    const entry = { ...row, createdAt: createdAt.toISOString() };
    const known = bySource.get(sourceId);
    if (known) known.push(entry);
    else bySource.set(sourceId, [entry]);
  }
  return bySource;
}

/** Versions with their texts, paragraphs and sentences, by id. */
export async function versionTexts(
  tx: Transaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, KnownText>> {
  const rows = await tx.sourceVersion.findMany({
    where: { id: { in: [...ids] } },
    select: {
      id: true,
      text: true,
      passages: {
        orderBy: { position: 'asc' },
        select: {
          key: true,
          heading: true,
          start: true,
          end: true,
          sentences: {
            orderBy: { position: 'asc' },
            select: { start: true, end: true, isContext: true },
          },
        },
      },
    },
  });
  return new Map(rows.map(({ id, text, passages }) => [id, { text, passages }]));
}

/** Every key that a paragraph of the source has had. */
export async function knownKeys(tx: Transaction, sourceId: string): Promise<string[]> {
  const rows = await tx.passage.findMany({
    where: { sourceVersion: { sourceId } },
    distinct: ['key'],
    select: { key: true },
  });
  return rows.map(({ key }) => key);
}
