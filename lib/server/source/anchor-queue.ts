import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';
import { passageLabel } from '../../domain/debate/passage-label';
import { type Failure, failure } from '../../domain/failure';
import { err, ok, type Result } from '../../domain/result';
import type { KnownText } from '../../domain/source/version-plan';
import type { AnchorQueue, AnchorSubject, Excerpt, WaitingAnchor } from '../../domain/source/view';
import { wholeCharacters } from '../../domain/text/whole-characters';
import type { Actor, Person } from '../../policy/actor';
import { can } from '../../policy/can';
import { sideRole } from '../claim/claim-views';
import { database, type Transaction } from '../database/client';
import { type RoomContext, roomBySlug } from '../room/room-context';
import { type ConcernedBy, concernedBy, concernsSql } from './seen-notes';
import { versionTexts } from './source-reads';

/** What waits for somebody to say whether a place found in a new text is right. */

/** Shown at once; the rest come when these are decided. */
const MOST_SHOWN = 200;

/** Only what the newest version of a text says counts: it holds what nobody decided about the ones before. */
export const isNewest = Prisma.sql`NOT EXISTS (
  SELECT FROM "SourceVersion" v JOIN "SourceVersion" later ON later."sourceId" = v."sourceId" AND later."number" > v."number"
  WHERE v."id" = a."sourceVersionId")`;

/** Of resolutions `a`, those of this debate that nobody has decided and that concern this person. */
function waitingFor(by: ConcernedBy): Prisma.Sql {
  const { actor, room } = by;
  const maintains = can(actor, 'room:maintain', room);
  return Prisma.sql`a."debateId" = ${room.debateId}::uuid AND a."decision" IS NULL
    AND a."status" IN ('moved', 'changed', 'orphan') AND ${isNewest}
    AND ((${maintains} AND EXISTS (
        SELECT FROM "Citation" c JOIN "Claim" k ON k."id" = c."claimId"
        WHERE c."id" = a."citationId" AND k."status" IN ('suggested', 'published')))
      OR EXISTS (
        SELECT FROM "Annotation" n WHERE n."id" = a."annotationId" AND ${concernsSql(by)}))`;
}

/** How many places wait for this person; none for a visitor. */
export async function waitingAnchors(actor: Actor, room: RoomContext, tx?: Transaction): Promise<number> {
  if (actor.kind !== 'person') return 0;
  const reads = tx ?? database().prisma;
  return countFor(reads, await concernedBy(reads, actor, room));
}

async function countFor(tx: Transaction, by: ConcernedBy): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM "AnchorResolution" a WHERE ${waitingFor(by)}`;
  return row?.count ?? 0;
}

/** The places of a debate that wait for this person, in the order of the texts. */
export async function anchorQueue(actor: Actor, slug: string): Promise<Result<AnchorQueue, Failure>> {
  const room = await roomBySlug(actor, slug);
  if (!room) return err(failure('not-found'));
  if (actor.kind !== 'person') return ok({ count: 0, anchors: [] });
  const { prisma } = database();
  const by = await concernedBy(prisma, actor, room);
  const ids = await prisma.$queryRaw<{ id: string }[]>`
    SELECT a."id" FROM "AnchorResolution" a
    JOIN "SourceVersion" v ON v."id" = a."sourceVersionId" JOIN "Source" s ON s."id" = v."sourceId"
    WHERE ${waitingFor(by)}
    ORDER BY s."position", a."oldStart", a."id" LIMIT ${MOST_SHOWN}`;
  const count = ids.length < MOST_SHOWN ? ids.length : await countFor(prisma, by);
  const rows = await prisma.anchorResolution.findMany({
    where: { id: { in: ids.map(({ id }) => id) } },
    include: shape,
  });
  const texts = await versionTexts(prisma, [
    ...new Set(rows.flatMap((row) => [row.sourceVersionId, row.fromVersionId])),
  ]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const anchors = ids.flatMap(({ id }): WaitingAnchor[] => {
    const row = byId.get(id);
    const subject = row && subjectOf(row, actor);
    const [from, to] = [texts.get(row?.fromVersionId ?? ''), texts.get(row?.sourceVersionId ?? '')];
    if (!row || !subject || !from || !to) return [];
    const { sourceVersion, fromVersion, status, confidence, start, end, oldStart, oldEnd } = row;
    if (status === 'same' || status === 'shifted') return [];
    return [
      {
        id,
        subject,
        source: sourceVersion.source,
        from: fromVersion,
        to: { id: sourceVersion.id, number: sourceVersion.number },
        status,
        confidence,
        old: excerptOf(from, oldStart, oldEnd),
        found: start === null || end === null ? null : excerptOf(to, start, end),
      },
    ];
  });
  return ok({ count, anchors });
}

const shape = {
  sourceVersion: {
    select: { id: true, number: true, source: { select: { id: true, key: true, title: true } } },
  },
  fromVersion: { select: { id: true, number: true } },
  citation: {
    select: {
      claim: {
        select: {
          id: true,
          code: true,
          side: { select: { position: true } },
          current: { select: { text: true } },
        },
      },
    },
  },
  annotation: {
    select: {
      id: true,
      author: { select: { userId: true } },
      revisions: { orderBy: { number: 'desc' }, take: 1, select: { body: true } },
    },
  },
} as const satisfies Prisma.AnchorResolutionInclude;

type Row = Prisma.AnchorResolutionGetPayload<{ include: typeof shape }>;

const LONGEST_BODY = 400;

function subjectOf({ citation, annotation }: Row, actor: Person): AnchorSubject | null {
  if (citation) {
    const { id, code, side, current } = citation.claim;
    return { type: 'citation', claimId: id, code, side: sideRole(side?.position), text: current.text };
  }
  if (!annotation) return null;
  return {
    type: 'note',
    noteId: annotation.id,
    isOwn: annotation.author?.userId === actor.userId,
    body: (annotation.revisions[0]?.body ?? '').slice(0, LONGEST_BODY),
  };
}

const SURROUNDINGS = 280;

/** A range with what stands around it, as far as its paragraphs reach. */
function excerptOf({ text, passages }: KnownText, start: number, end: number): Excerpt {
  const first = passages.find((one) => one.start <= start && start < one.end);
  const last = passages.findLast((one) => one.start < end && end <= one.end);
  const from = Math.max(first?.start ?? start, start - SURROUNDINGS);
  const to = Math.min(last?.end ?? end, end + SURROUNDINGS);
  return {
    start,
    end,
    before: wholeCharacters(text.slice(from, start)),
    exact: text.slice(start, end),
    after: wholeCharacters(text.slice(end, to)),
    passageLabel: first ? passageLabel(first.key, passages.indexOf(first)) : '',
  };
}
