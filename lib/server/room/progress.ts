import 'server-only';
import { type Failure, failure } from '../../domain/failure';
import { err, ok, type Result } from '../../domain/result';
import type { GroupProgress, RoomProgress, SpotlightView } from '../../domain/room/board';
import { isDone } from '../../domain/room/progress';
import { parseRoomSlug, roomSlug } from '../../domain/room/room-slug';
import type { Actor } from '../../policy/actor';
import { can } from '../../policy/can';
import { sideRole } from '../claim/claim-views';
import { database } from '../database/client';
import { activityOf, finishedBy } from './activity';
import { type RoomContext, roomContext } from './room-context';
import { roomAtWork } from './turnout';

/** A room below the commons that the actor keeps: whose people and progress they see. */
export async function keptClass(actor: Actor, roomId: string): Promise<Result<RoomContext, Failure>> {
  if (actor.kind !== 'person') return err(failure('not-signed-in'));
  const room = await roomContext(actor, roomId);
  if (!room) return err(failure('not-found'));
  if (!can(actor, 'room:maintain', room)) return err(failure('not-allowed'));
  return room.kind === 'commons' ? err(failure('not-found')) : ok(room);
}

/** What those who keep a room see of how it goes. */
export async function roomProgress(actor: Actor, roomId: string): Promise<Result<RoomProgress, Failure>> {
  const found = await keptClass(actor, roomId);
  return found.ok ? ok(await progressIn(found.value)) : found;
}

/** The same of a room that the caller may see it of. */
export async function progressIn(room: RoomContext): Promise<RoomProgress> {
  const [work, facts, activity] = await Promise.all([roomAtWork(room.id), factsOf(room), activityOf(room)]);
  if (!work) throw new Error('A room just read is gone');
  const { people, asked, turnout } = work;
  const finished = finishedBy(
    people.filter(({ isHere, counts }) => isHere && isDone(counts, asked)),
    facts.stageStartedAt,
  );
  return {
    now: facts.now.toISOString(),
    stageStartedAt: facts.stageStartedAt.toISOString(),
    asked,
    people: people.map(({ lastVotedAt: _, ...person }) => person),
    observers: facts.observers,
    turnout,
    groups: facts.groups.map(({ key, ...group }) => ({ ...group, slug: slugOf(room, key) })),
    waiting: facts.waiting,
    spotlight: spotlightOf(facts),
    activity: [...finished, ...activity].sort((one, other) => other.at.localeCompare(one.at)).slice(0, 30),
  };
}

const slugOf = (room: RoomContext, key: string): string =>
  roomSlug(parseRoomSlug(room.slug)?.debateSlug ?? room.slug, key);

interface Facts {
  now: Date;
  stageStartedAt: Date;
  observers: number;
  groups: (Omit<GroupProgress, 'slug'> & { key: string })[];
  waiting: RoomProgress['waiting'];
  spotlight: { claimId: string; code: string; text: string; sidePosition: number | null } | null;
}

const spotlightOf = ({ spotlight }: Facts): SpotlightView | null =>
  spotlight && {
    claimId: spotlight.claimId,
    code: spotlight.code,
    text: spotlight.text,
    side: sideRole(spotlight.sidePosition ?? undefined),
  };

/** The room of the statement and the groups below it that are open: who keeps the room decides there too. */
const ROOM_WITH_GROUPS = `IN (SELECT h."id" FROM "Room" h WHERE h."id" = r."id"
            OR (h."parentId" = r."id" AND h."kind" = 'breakout' AND h."archivedAt" IS NULL))`;

/** What waits for a decision, as pairs of a JSON object. @param rooms which rooms, as a condition on an id */
const waitingIn = (rooms: string): string => `
          'claims', (SELECT count(*)::int FROM "Claim" c WHERE c."roomId" ${rooms} AND c."status" = 'suggested' AND NOT c."isMotion"),
          'notes', (SELECT count(*)::int FROM "Annotation" a WHERE a."roomId" ${rooms} AND a."status" = 'waiting'
                      AND a."removedAt" IS NULL AND a."visibility" <> 'private'),
          'reported', (SELECT count(*)::int FROM "Annotation" a WHERE a."roomId" ${rooms} AND a."removedAt" IS NULL
                         AND a."status" <> 'hidden' AND EXISTS (SELECT FROM "AnnotationReport" t
                           WHERE t."annotationId" = a."id" AND t."settledAt" IS NULL))`;

/** Everything about the room itself that the board tells, in one row. */
async function factsOf(room: RoomContext): Promise<Facts> {
  const { rows } = await database().pool.query<Facts>({
    name: 'room-progress-facts',
    text: `SELECT now(), r."stageStartedAt",
        (SELECT count(*)::int FROM "Participant" p WHERE p."roomId" = r."id" AND p."role" = 'observer' AND p."leftAt" IS NULL)
          AS "observers",
        (SELECT coalesce(json_agg(g ORDER BY g."name"), '[]') FROM (
           SELECT g."id", g."key", g."name",
             (SELECT count(*)::int FROM "Participant" p WHERE p."roomId" = g."id" AND p."role" = 'participant'
                AND p."leftAt" IS NULL AND p."actsForId" IS NULL AND NOT p."isEditor") AS "people",
             (SELECT count(*)::int FROM "Annotation" a WHERE a."roomId" = g."id" AND a."removedAt" IS NULL
                AND a."visibility" <> 'private' AND a."status" <> 'hidden') AS "notes",
             (SELECT count(*)::int FROM "Claim" c WHERE c."roomId" = g."id" AND c."status" <> 'declined') AS "claims",
             json_build_object(${waitingIn('= g."id"')}) AS "waiting"
           FROM "Room" g WHERE g."parentId" = r."id" AND g."kind" = 'breakout' AND g."archivedAt" IS NULL) g) AS "groups",
        json_build_object(${waitingIn(ROOM_WITH_GROUPS)},
          'hidden', (SELECT count(*)::int FROM "Annotation" a WHERE a."roomId" ${ROOM_WITH_GROUPS} AND a."status" = 'hidden'
                       AND a."removedAt" IS NULL AND a."visibility" <> 'private')) AS "waiting",
        (SELECT json_build_object('claimId', c."id", 'code', c."code", 'text', w."text", 'sidePosition', side."position")
         FROM "Claim" c JOIN "ClaimRevision" w ON w."claimId" = c."id" AND w."number" = c."revision"
           LEFT JOIN "Side" side ON side."id" = c."sideId"
         WHERE c."id" = r."spotlightId" AND c."status" = 'published') AS "spotlight"
      FROM "Room" r WHERE r."id" = $1`,
    values: [room.id],
  });
  const [facts] = rows;
  if (!facts) throw new Error('A room just read is gone');
  return facts;
}
