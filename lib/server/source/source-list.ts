import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';
import type { ListedSource, SourceList } from '../../domain/source/list';
import type { Actor } from '../../policy/actor';
import { can } from '../../policy/can';
import { visibleNotesSql } from '../annotation/visible-notes';
import { database } from '../database/client';
import { roomBySlug } from '../room/room-context';
import { sourceFacts, versionEntries } from './source-reads';

/** Of versions `v`. A citation that is not found in the newest one stays where it was, and is lost. */
const isInNewest = Prisma.sql`v."number" = (SELECT max(o."number") FROM "SourceVersion" o WHERE o."sourceId" = v."sourceId")`;

/**
 * The sources of a debate with their versions, and how much is tied to each: citations of published claims of the commons,
 * and notes there that this reader sees. Null when there is no such debate for this reader.
 */
export async function sourceList(actor: Actor, slug: string): Promise<SourceList | null> {
  const room = await roomBySlug(actor, slug);
  if (!room) return null;
  const { prisma } = database();
  const { debateId } = room;
  const [sources, versions, citations, notes] = await Promise.all([
    prisma.source.findMany({ where: { debateId }, orderBy: { position: 'asc' }, select: sourceFacts }),
    versionEntries(prisma, { debateId }),
    prisma.$queryRaw<{ sourceId: string; count: number; lost: number }[]>`
      SELECT v."sourceId", (count(*) FILTER (WHERE ${isInNewest}))::int AS "count",
        (count(*) FILTER (WHERE NOT ${isInNewest}))::int AS "lost" FROM "Citation" c
      JOIN "SourceVersion" v ON v."id" = c."sourceVersionId" JOIN "Claim" claim ON claim."id" = c."claimId"
      WHERE v."debateId" = ${debateId}::uuid AND claim."roomId" = ${room.id}::uuid AND claim."status" = 'published'
      GROUP BY 1`,
    prisma.$queryRaw<{ sourceId: string; count: number }[]>`
      SELECT coalesce(a."sourceId", v."sourceId") AS "sourceId", count(*)::int AS "count" FROM "Annotation" a
      LEFT JOIN "SourceVersion" v ON v."id" = a."sourceVersionId"
      WHERE a."debateId" = ${debateId}::uuid AND a."roomId" = ${room.id}::uuid
        AND coalesce(a."sourceId", v."sourceId") IS NOT NULL AND ${visibleNotesSql(room, 'words')}
      GROUP BY 1`,
  ]);
  const countOf = (rows: readonly { sourceId: string; count: number }[], id: string): number =>
    rows.find(({ sourceId }) => sourceId === id)?.count ?? 0;
  return {
    canWrite: can(actor, 'source:write', room),
    sources: sources.map(
      (source): ListedSource => ({
        source,
        versions: versions.get(source.id) ?? [],
        citations: countOf(citations, source.id),
        lostCitations: citations.find(({ sourceId }) => sourceId === source.id)?.lost ?? 0,
        notes: countOf(notes, source.id),
      }),
    ),
  };
}
