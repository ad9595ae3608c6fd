import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';
import { passageLabel } from '../../domain/debate/passage-label';
import { type Failure, failure } from '../../domain/failure';
import { err, ok, type Result } from '../../domain/result';
import { snippet } from '../../domain/search/snippet';
import type { ClaimHit, NoteHit, PassageHit, SearchView, SimilarClaim } from '../../domain/search/view';
import { hasStemmer, wordQuery } from '../../domain/search/word-query';
import type { Actor } from '../../policy/actor';
import { notesInSight } from '../annotation/annotation-views';
import { visibleNotesSql } from '../annotation/visible-notes';
import { visibleContributions } from '../claim/visible';
import { database } from '../database/client';
import { type RoomContext, roomContext } from '../room/room-context';
import { maySearch } from './search-limit';

/**
 * Finding claims, passages and notes by their words, and claims by likeness too, which forgives slips in any alphabet. What
 * is found is then asked for again as everything else is, so a search shows nothing that a list would not.
 */

const MOST_HITS = 20;
/** Looked through before what this reader may not see is left out. */
const MOST_CANDIDATES = 200;
const MOST_SIMILAR = 5;
/** Alikeness from which a claim may be the same one in other words. */
const LEAST_SIMILARITY = 0.3;

/** Alikeness from which a claim counts as found although no word of it is: one slip in a word of eight letters. */
const LEAST_LIKENESS = 0.5;

/** The words looked for; the language's configuration is a constant of the statement, so that indexes on it are used. */
function wordsIn(language: string, column: Prisma.Sql, q: string): { matches: Prisma.Sql; rank: Prisma.Sql } {
  const query = wordQuery(q, language);
  if (query === null) return { matches: Prisma.sql`false`, rank: Prisma.sql`0::float4` };
  return hasStemmer(language)
    ? {
        matches: Prisma.sql`to_tsvector('english', "words"(${column})) @@ to_tsquery('english', ${query})`,
        rank: Prisma.sql`ts_rank(to_tsvector('english', "words"(${column})), to_tsquery('english', ${query}))`,
      }
    : {
        matches: Prisma.sql`to_tsvector('simple', "words"(${column})) @@ to_tsquery('simple', ${query})`,
        rank: Prisma.sql`ts_rank(to_tsvector('simple', "words"(${column})), to_tsquery('simple', ${query}))`,
      };
}

/** Claims, passages and notes in sight of a room that speak of something, best first. */
export async function search(
  actor: Actor,
  roomId: string,
  q: string,
  address: string,
): Promise<Result<SearchView, Failure>> {
  const room = await roomContext(actor, roomId);
  if (!room) return err(failure('not-found'));
  if (!(await maySearch(actor, address))) return err(failure('too-many-attempts'));
  const { language } = await database().prisma.debate.findUniqueOrThrow({
    where: { id: room.debateId },
    select: { language: true },
  });
  const [claims, passages, notes] = await Promise.all([
    claimHits(actor, room, language, q),
    passageHits(room, language, q),
    noteHits(actor, room, language, q),
  ]);
  return ok({ claims, passages, notes });
}

async function claimHits(actor: Actor, room: RoomContext, language: string, q: string): Promise<ClaimHit[]> {
  const { prisma } = database();
  const words = wordsIn(language, Prisma.sql`r."text"`, q);
  const found = await prisma.$queryRaw<{ id: string }[]>`
    WITH asked AS MATERIALIZED (SELECT "likeness"(${q}) AS "key")
    SELECT c."id"
    FROM asked, "Claim" c JOIN "ClaimRevision" r ON r."claimId" = c."id" AND r."number" = c."revision"
    WHERE c."debateId" = ${room.debateId}::uuid AND c."roomId" = ANY (${room.path}::uuid[])
      AND (lower(c."code") = lower(${q}) OR ${words.matches}
        OR word_similarity(asked."key", r."likeness") >= ${LEAST_LIKENESS})
    ORDER BY lower(c."code") = lower(${q}) DESC, ${words.rank} + word_similarity(asked."key", r."likeness") DESC, c."id"
    LIMIT ${MOST_CANDIDATES}`;
  return inSight(
    actor,
    room,
    found.map(({ id }) => id),
    MOST_HITS,
  );
}

/** Of these claims those that a list would show to this reader, in this order. */
async function inSight(
  actor: Actor,
  room: RoomContext,
  ids: readonly string[],
  most: number,
): Promise<ClaimHit[]> {
  const rows = await database().prisma.claim.findMany({
    where: { id: { in: [...ids] }, ...visibleContributions(actor, room) },
    select: { id: true, code: true, isMotion: true, status: true, current: { select: { text: true } } },
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids
    .flatMap((id) => byId.get(id) ?? [])
    .slice(0, most)
    .map(({ current, ...claim }) => ({ ...claim, text: current.text }));
}

async function passageHits(room: RoomContext, language: string, q: string): Promise<PassageHit[]> {
  const words = wordsIn(language, Prisma.sql`p."text"`, q);
  const rows = await database().prisma.$queryRaw<
    { sourceKey: string; sourceTitle: string; passageKey: string; text: string }[]
  >`
    SELECT s."key" AS "sourceKey", s."title" AS "sourceTitle", p."key" AS "passageKey", p."text"
    FROM "Source" s
      JOIN "SourceVersion" v ON v."sourceId" = s."id"
        AND v."number" = (SELECT max(o."number") FROM "SourceVersion" o WHERE o."sourceId" = s."id")
      JOIN "Passage" p ON p."sourceVersionId" = v."id"
    WHERE s."debateId" = ${room.debateId}::uuid AND ${words.matches}
    ORDER BY ${words.rank} DESC, s."position", p."position"
    LIMIT ${MOST_HITS}`;
  return rows.map(({ text, ...hit }) => ({
    ...hit,
    passageLabel: passageLabel(hit.passageKey),
    snippet: snippet(text, q),
  }));
}

async function noteHits(actor: Actor, room: RoomContext, language: string, q: string): Promise<NoteHit[]> {
  const { prisma } = database();
  const words = wordsIn(language, Prisma.sql`r."body"`, q);
  const found = await prisma.$queryRaw<{ id: string; body: string }[]>`
    SELECT a."id", r."body"
    FROM "Annotation" a JOIN "AnnotationRevision" r ON r."annotationId" = a."id" AND r."number" = a."revision"
    WHERE a."roomId" = ANY (${room.path}::uuid[]) AND ${visibleNotesSql(room, 'words')} AND ${words.matches}
    ORDER BY ${words.rank} DESC, a."id"
    LIMIT ${2 * MOST_HITS}`;
  const seen = await notesInSight(
    prisma,
    actor,
    room,
    found.map(({ id }) => id),
  );
  return found
    .flatMap(({ id, body }): NoteHit[] => {
      const note = seen.get(id);
      return note ? [{ id, target: note.target, snippet: snippet(body, q) }] : [];
    })
    .slice(0, MOST_HITS);
}

/** Claims in sight that say much the same as these words, most alike first; for a warning while a claim is written. */
export async function similarClaims(
  actor: Actor,
  roomId: string,
  text: string,
  address: string,
): Promise<Result<{ claims: SimilarClaim[] }, Failure>> {
  const room = await roomContext(actor, roomId);
  if (!room) return err(failure('not-found'));
  if (!(await maySearch(actor, address))) return err(failure('too-many-attempts'));
  const rows = await database().prisma.$queryRaw<{ id: string; similarity: number }[]>`
    WITH asked AS MATERIALIZED (SELECT "likeness"(${text}) AS "key")
    SELECT c."id", similarity(r."likeness", asked."key")::float8 AS "similarity"
    FROM asked, "Claim" c JOIN "ClaimRevision" r ON r."claimId" = c."id" AND r."number" = c."revision"
    WHERE c."debateId" = ${room.debateId}::uuid AND c."roomId" = ANY (${room.path}::uuid[])
      AND similarity(r."likeness", asked."key") >= ${LEAST_SIMILARITY}
    ORDER BY "similarity" DESC, c."id" LIMIT 50`;
  const likeness = new Map(rows.map(({ id, similarity }) => [id, similarity]));
  const claims = await inSight(actor, room, [...likeness.keys()], MOST_SIMILAR);
  return ok({ claims: claims.map((claim) => ({ ...claim, similarity: likeness.get(claim.id) ?? 0 })) });
}
