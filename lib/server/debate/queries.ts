import 'server-only';
import { cache } from 'react';
import { withBothEnds } from '../../domain/debate/both-ends';
import { claimsOfMotion } from '../../domain/debate/motion-part';
import { passageLabel } from '../../domain/debate/passage-label';
import type { DebateAccess, DebateView, SideView, SourceView } from '../../domain/debate/view';
import { MOST_READ_WHOLE, openingPart, partWith } from '../../domain/debate/whole-map';
import { isRevealed } from '../../domain/room/visibility';
import type { Actor } from '../../policy/actor';
import { can } from '../../policy/can';
import { noteCounts } from '../annotation/note-counts';
import { claimViews } from '../claim/claim-views';
import { successorsIn } from '../claim/lineage-views';
import { relationViews } from '../claim/relation-views';
import { database, type Transaction } from '../database/client';
import { answeringRoom } from '../room/answering-room';
import { heldBackFrom, type RoomContext, roomBySlug } from '../room/room-context';
import { ownStances, stanceSummary } from '../stance/stance-queries';
import { readPart, readWholeMap } from './large-map';

/** Claims that cite a source, in the text view of a large debate; each with what it stands under. */
const MOST_CITING = 300;

/**
 * Everything that the map, the outline and the text show of a debate's commons with one of its motions, the first one
 * unless a code is given; null when there is no such debate or motion. Read whole, however large: for exports and jobs.
 */
export const debateView = cache(
  async (actor: Actor, slug: string, motionCode?: string): Promise<DebateView | null> => {
    const room = await roomBySlug(actor, slug);
    return room ? debateViewIn(actor, room, motionCode, null) : null;
  },
);

/**
 * The same for a page or another program: of a large debate the part that a view opens with, which holds the claim of
 * `claimCode`. The frame of a page and the page itself ask for the same one: within a request it is read once.
 * @param shows what the part should hold besides: the first levels, or the claims that cite a source
 */
export const openedDebate = cache(
  async (
    actor: Actor,
    slug: string,
    motionCode?: string,
    claimCode?: string,
    shows: 'levels' | 'citations' = 'levels',
  ): Promise<DebateView | null> => {
    const room = await roomBySlug(actor, slug);
    if (!room) return null;
    // Of a debate that is read whole everybody asks for the same, whatever claim they look at.
    if (!(await isLarge(room.debateId))) return debateView(actor, slug, motionCode);
    return debateViewIn(actor, room, motionCode, { claimCode: claimCode ?? null, shows });
  },
);

/** Whether a debate has more claims, those of all rooms and states counted, than are read at once. */
const isLarge = cache(
  async (debateId: string): Promise<boolean> =>
    (await database().prisma.claim.count({ where: { debateId } })) > MOST_READ_WHOLE,
);

/** The motions of the debate in this room's sight, in the author's order. */
export const motionsIn = (tx: Transaction, room: RoomContext) =>
  tx.claim.findMany({
    where: { debateId: room.debateId, isMotion: true, roomId: { in: room.path }, status: 'published' },
    include: { current: true },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  });

interface Opening {
  claimCode: string | null;
  shows: 'levels' | 'citations';
}

type Content = Pick<DebateView, 'claims' | 'relations' | 'part'>;

async function wholeContent(
  actor: Actor,
  room: RoomContext,
  motionId: string,
  motionIds: readonly string[],
): Promise<Content> {
  const { prisma } = database();
  const notes = await noteCounts(prisma, room);
  const [claims, relations] = await Promise.all([
    claimViews(prisma, actor, room, { notes }),
    relationViews(prisma, actor, room, { notes }),
  ]);
  const part = claimsOfMotion(motionId, motionIds, claims, relations);
  const shown = new Set([motionId, ...part.map(({ id }) => id)]);
  return { claims: part, relations: withBothEnds(relations, shown), part: null };
}

/** The part of a large map that a view opens with; null when the map turns out not to be large. */
async function openingContent(
  actor: Actor,
  room: RoomContext,
  motionId: string,
  motionIds: readonly string[],
  { claimCode, shows }: Opening,
): Promise<Content | null> {
  const { prisma } = database();
  const whole = await readWholeMap(prisma, actor, room, motionId, motionIds);
  if (whole.claims.length <= MOST_READ_WHOLE) return null;
  const code = claimCode?.toLowerCase();
  const focus = whole.claims.find((claim) => claim.code.toLowerCase() === code)?.id ?? null;
  const ids = new Set(openingPart(whole, focus));
  if (shows === 'citations') {
    const citing = await prisma.claim.findMany({
      where: { id: { in: whole.claims.map(({ id }) => id) }, citations: { some: {} } },
      select: { id: true },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
    });
    const wanted = [...(focus === null ? [] : [focus]), ...citing.map(({ id }) => id)];
    for (const id of partWith(whole, wanted, MOST_CITING)) ids.add(id);
  }
  const { part, claims, relations } = await readPart(prisma, actor, room, whole, ids);
  const shown = withBothEnds(relations, new Set([motionId, ...claims.map(({ id }) => id)]));
  const isShown = new Set(shown.map(({ id }) => id));
  const dangling = relations.filter(({ id }) => !isShown.has(id));
  return { claims, relations: shown, part: { ...part, dangling } };
}

async function debateViewIn(
  actor: Actor,
  room: RoomContext,
  motionCode: string | undefined,
  opening: Opening | null,
): Promise<DebateView | null> {
  const { prisma } = database();
  const [debate, motions] = await Promise.all([
    prisma.debate.findUniqueOrThrow({
      where: { id: room.debateId },
      include: {
        sides: { orderBy: { position: 'asc' } },
        sources: { orderBy: { position: 'asc' }, select: { key: true, title: true } },
      },
    }),
    motionsIn(prisma, room),
  ]);
  const motion = motionCode === undefined ? motions[0] : motions.find(({ code }) => code === motionCode);
  if (!motion) return null;
  const motionIds = motions.map(({ id }) => id);
  const content =
    (opening && (await openingContent(actor, room, motion.id, motionIds, opening))) ||
    (await wholeContent(actor, room, motion.id, motionIds));
  const motionNotes = await noteCounts(prisma, room, { claimIds: [motion.id] });
  const own = await ownStances(prisma, answeringRoom(room), motion.id);
  return {
    id: debate.id,
    slug: room.slug,
    title: debate.title,
    question: debate.question,
    summary: debate.summary,
    language: debate.language,
    access: debate.access,
    room: {
      id: room.id,
      kind: room.kind,
      name: room.name,
      stage: room.stage,
      round: room.round,
      step: room.step,
      stageEndsAt: room.stageEndsAt?.toISOString() ?? null,
      acts: [...room.acts],
      isRevealed: isRevealed(room),
      voice: room.voice,
      commonsId: room.path[0] ?? room.id,
      notesNeedApproval: room.notesNeedApproval,
      hiddenUntilPosted: heldBackFrom(room),
      groupName: room.group?.name ?? null,
      answersIn: room.answersIn && { slug: room.answersIn.slug, name: room.answersIn.name },
    },
    sides: bothSides(
      debate.sides.map(({ key, name, speaks, position }) => ({ key, name, speaks, position })),
    ),
    motions: motions.map(({ id, code, current: { text, shortTitle } }) => ({ id, code, text, shortTitle })),
    motion: {
      id: motion.id,
      code: motion.code,
      text: motion.current.text,
      shortTitle: motion.current.shortTitle,
      noteCount: motionNotes.byClaim.get(motion.id) ?? 0,
      stances: await stanceSummary(prisma, actor, answeringRoom(room), motion.id, own.ownStance),
      ...own,
    },
    ...content,
    successors: await successorsIn(prisma, room),
    viewer:
      actor.kind === 'person'
        ? {
            alias: room.alias ?? '',
            role: room.role ?? 'participant',
            isMaintainer: can(actor, 'room:maintain', room),
            isAdministrator: actor.isAdministrator,
            canPublish: can(actor, 'debate:publish', room),
          }
        : null,
    sources: debate.sources,
    isOpen: room.stage !== 'closed',
  };
}

function bothSides(
  sides: readonly { key: string; name: string; speaks: 'for' | 'against'; position: number }[],
) {
  const view = (position: number, role: 'a' | 'b'): SideView => {
    const side = sides.find((one) => one.position === position);
    if (!side) throw new Error(`A debate has no side at position ${position}`);
    return { key: side.key, name: side.name, speaks: side.speaks, role };
  };
  return [view(0, 'a'), view(1, 'b')] satisfies [SideView, SideView];
}

/** A debate on a list. */
export interface DebateCard {
  slug: string;
  title: string;
  question: string;
  summary: string;
  access: DebateAccess;
  /** This reader made it. */
  isOwn: boolean;
  sides: string[];
  claimCount: number;
  passageCount: number;
  stanceCount: number;
}

/** The debates that this actor may read, oldest first: the public ones, and those that they have a seat in. */
export async function debateList(actor: Actor): Promise<DebateCard[]> {
  if (!can(actor, 'debate:list', null)) return [];
  const { pool } = database();
  const { rows } = await pool.query<DebateCard>(
    `SELECT d."slug", d."title", d."question", d."summary", d."access"::text,
       EXISTS (SELECT FROM "Participant" p WHERE p."roomId" = r."id" AND p."userId" = $1 AND p."leftAt" IS NULL
         AND p."role" = 'owner') AS "isOwn",
       ARRAY(SELECT s."name" FROM "Side" s WHERE s."debateId" = d."id" ORDER BY s."position") AS "sides",
       (SELECT count(*)::int FROM "Claim" c WHERE c."roomId" = r."id" AND c."status" = 'published'
          AND NOT c."isMotion" AND c."layer" = 'article') AS "claimCount",
       (SELECT count(*)::int FROM "Passage" p JOIN "SourceVersion" v ON v."id" = p."sourceVersionId"
          JOIN "Source" s ON s."id" = v."sourceId" WHERE s."debateId" = d."id" AND s."position" = 0
          AND v."number" = (SELECT max("number") FROM "SourceVersion" WHERE "sourceId" = s."id")) AS "passageCount",
       (SELECT count(*)::int FROM "Stance" t WHERE t."roomId" = r."id" AND t."round" = r."round"
          AND t."supersededAt" IS NULL AND t."answer" <> 'withdrawn') AS "stanceCount"
     FROM "Debate" d JOIN "Room" r ON r."debateId" = d."id" AND r."kind" = 'commons'
     WHERE d."access" = 'public' OR $2::boolean
       OR EXISTS (SELECT FROM "Participant" seat JOIN "Room" its ON its."id" = seat."roomId"
                  WHERE seat."userId" = $1 AND seat."leftAt" IS NULL AND its."debateId" = d."id")
     ORDER BY d."createdAt", d."id" LIMIT 500`,
    actor.kind === 'person' ? [actor.userId, actor.isAdministrator] : [null, false],
  );
  return rows;
}

/** The latest version of each source of a debate, with its paragraphs and sentences; null when there is no such debate. */
export async function sourceViews(actor: Actor, slug: string): Promise<SourceView[] | null> {
  const room = await roomBySlug(actor, slug);
  if (!room) return null;
  const sources = await database().prisma.source.findMany({
    where: { debateId: room.debateId },
    orderBy: { position: 'asc' },
    include: {
      versions: {
        orderBy: { number: 'desc' },
        take: 1,
        include: {
          passages: {
            orderBy: { position: 'asc' },
            include: { sentences: { orderBy: { position: 'asc' } } },
          },
        },
      },
    },
  });
  return sources.flatMap(({ versions: [version], ...source }): SourceView[] =>
    version
      ? [
          {
            id: source.id,
            key: source.key,
            kind: source.kind,
            title: source.title,
            attribution: source.attribution,
            url: source.url,
            language: source.language,
            version: {
              id: version.id,
              number: version.number,
              createdAt: version.createdAt.toISOString(),
              text: version.text,
            },
            passages: version.passages.map((passage) => ({
              key: passage.key,
              label: passageLabel(passage.key, passage.position),
              heading: passage.heading,
              start: passage.start,
              end: passage.end,
              sentences: passage.sentences.map(({ key, start, end, isContext }) => ({
                key,
                start,
                end,
                isContext,
              })),
            })),
          },
        ]
      : [],
  );
}
