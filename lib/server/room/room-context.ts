import 'server-only';
import type { HeldBack } from '../../domain/annotation/view';
import type { ParticipantRole, RoomKind, RoomStage } from '../../domain/debate/view';
import type { RoomVoice } from '../../domain/room/plan';
import { maintainsBy } from '../../domain/room/roles';
import { parseRoomSlug, roomSlug } from '../../domain/room/room-slug';
import { holdsBackNotes } from '../../domain/room/visibility';
import type { Actor } from '../../policy/actor';
import { can } from '../../policy/can';
import type { RoomSubject } from '../../policy/subjects';
import { database } from '../database/client';

/** One of the rooms whose notes are in sight, as far as it decides which of them this reader sees. */
export interface NoteHome {
  roomId: string;
  kind: RoomKind;
  /** The reader's seat there, in which they wrote their notes. */
  seatId: string | null;
  /** Notes that this room asks for before it shows those of others, and those that the reader has posted there. */
  required: number;
  posted: number;
  maintains: boolean;
}

/** What decides which notes a reader sees from a room. */
export interface NoteReader {
  isSignedIn: boolean;
  isAdministrator: boolean;
  /** The commons first, the room itself last. */
  homes: readonly NoteHome[];
  /** Breakout groups of the debate that the reader sits in. */
  groupIds: readonly string[];
  /** The group that the reader may write for in this room: the room itself, or the one below it that they sit in. */
  group: { id: string; name: string } | null;
}

/** A seat in which a person argues for a side. */
export interface VoiceSeat {
  id: string;
  sideId: string;
}

/** Where the people of a group answer: its class, with the actor's seats there. */
export interface AnswersIn {
  roomId: string;
  slug: string;
  name: string;
  /** A group that was closed keeps the stage and round of that moment; its class goes on, and back. */
  stage: RoomStage;
  round: number;
  participantId: string | null;
  voiceSeats: readonly VoiceSeat[];
}

interface HomeRow {
  roomId: string;
  kind: RoomKind;
  seatId: string | null;
  role: ParticipantRole | null;
  required: number;
  posted: number;
}

/** A room as a request finds it: where it is in the tree, its stage, and the actor's seat in it. */
export interface RoomContext extends RoomSubject, NoteReader {
  id: string;
  debateId: string;
  /** What names the room in addresses: the debate's slug for its commons. */
  slug: string;
  name: string;
  /** The step of the plan that it is at, from 0, and the stance round of that step. */
  step: number;
  round: number;
  /** When the step's time is over; null without a time, and while the clock stands. */
  stageEndsAt: Date | null;
  voice: RoomVoice;
  showsCountsEarly: boolean;
  /** The commons first, this room last: what this room sees. */
  path: string[];
  participantId: string | null;
  alias: string | null;
  /** The side that the actor was given to argue for. */
  sideId: string | null;
  /** The seats in which they argue for a side (see voice-seat.ts); each is made on first use. */
  voiceSeats: readonly VoiceSeat[];
  /** Of a group, which takes no votes, impacts and stances itself (see answering-room.ts); null for other rooms. */
  answersIn: AnswersIn | null;
  kind: RoomKind;
  stage: RoomStage;
}

type RoomRow = Omit<
  RoomContext,
  'homes' | 'isSignedIn' | 'isAdministrator' | 'slug' | 'rolesAbove' | 'answersIn'
> & {
  homes: HomeRow[];
  answersIn: (Omit<AnswersIn, 'slug'> & { key: string | null }) | null;
  debateSlug: string;
  key: string | null;
};

/** The role that a seat gives: in a group, what its person is in the class, where roles are given and taken. */
const ROLE_IN = (seat: 'p' | 's') =>
  `CASE WHEN ${seat}."id" IS NOT NULL THEN coalesce(above."role", ${seat}."role") END`;

/**
 * The room with this id, when the actor may read it; null otherwise, so that rooms of others do not even exist. One
 * prepared statement: every request on a room begins here.
 */
export async function roomContext(actor: Actor, roomId: string): Promise<RoomContext | null> {
  const { rows } = await database().pool.query<RoomRow>({
    name: 'room-context',
    text: `SELECT r."id", r."debateId", r."name", r."key", d."slug" AS "debateSlug", r."kind"::text, r."stage"::text, r."round",
             r."step", r."stageEndsAt", r."acts"::text[], r."voice"::text, r."speakers"::text, r."showsCountsEarly",
             r."namesCanBeRevealed", r."claimsNeedApproval", r."notesNeedApproval", r."path",
             p."id" AS "participantId", p."alias", ${ROLE_IN('p')}::text AS "role", coalesce(p."isInside", false) AS "isInside",
             p."mutedAt" IS NOT NULL AS "isMuted", p."sideId",
             (SELECT coalesce(json_agg(json_build_object('id', v."id", 'sideId', v."sideId")), '[]') FROM "Participant" v
              WHERE v."actsForId" = p."id") AS "voiceSeats",
             CASE WHEN up."id" IS NOT NULL THEN json_build_object('roomId', up."id", 'key', up."key", 'name', up."name",
               'stage', up."stage", 'round', up."round", 'participantId', above."id", 'voiceSeats', (SELECT coalesce(json_agg(json_build_object('id', v."id", 'sideId',
                 v."sideId")), '[]') FROM "Participant" v WHERE v."actsForId" = above."id")) END AS "answersIn",
             d."access" = 'public' AS "isPublic",
             EXISTS (SELECT FROM "Participant" seat JOIN "Room" its ON its."id" = seat."roomId"
                     WHERE seat."userId" = $2 AND seat."leftAt" IS NULL AND its."debateId" = r."debateId") AS "isInDebate",
             (SELECT json_agg(json_build_object('roomId', h."id", 'kind', h."kind", 'seatId', s."id",
                'role', CASE WHEN h."id" = r."id" THEN ${ROLE_IN('s')} ELSE s."role" END,
                'required', h."notesBeforeOthers", 'posted', CASE WHEN h."notesBeforeOthers" = 0 THEN 0 ELSE
                  (SELECT count(*)::int FROM "Annotation" n WHERE n."authorId" = s."id" AND n."roomId" = h."id"
                     AND n."visibility" <> 'private' AND n."removedAt" IS NULL) END)
                ORDER BY array_position(r."path", h."id"))
              FROM "Room" h LEFT JOIN "Participant" s ON s."roomId" = h."id" AND s."userId" = $2 AND s."leftAt" IS NULL
              WHERE h."id" = ANY (r."path")) AS "homes",
             ARRAY(SELECT seat."roomId" FROM "Participant" seat JOIN "Room" its ON its."id" = seat."roomId"
                   WHERE seat."userId" = $2 AND seat."leftAt" IS NULL AND its."debateId" = r."debateId"
                     AND its."kind" = 'breakout') AS "groupIds",
             (SELECT json_build_object('id', g."id", 'name', g."name") FROM "Room" g JOIN "Participant" seat ON seat."roomId" = g."id"
              WHERE seat."userId" = $2 AND seat."leftAt" IS NULL AND g."kind" = 'breakout' AND (g."id" = r."id" OR g."parentId" = r."id")
              ORDER BY g."id" = r."id" DESC, g."createdAt", g."id" LIMIT 1) AS "group"
           FROM "Room" r JOIN "Debate" d ON d."id" = r."debateId"
             LEFT JOIN "Participant" p ON p."roomId" = r."id" AND p."userId" = $2 AND p."leftAt" IS NULL
             LEFT JOIN "Room" up ON r."kind" = 'breakout' AND up."id" = r."parentId"
             LEFT JOIN "Participant" above ON above."roomId" = up."id" AND above."userId" = $2 AND above."leftAt" IS NULL
           WHERE r."id" = $1`,
    values: [roomId, actor.kind === 'person' ? actor.userId : null],
  });
  const row = rows[0];
  if (!row) return null;
  const { homes, debateSlug, key, answersIn, ...facts } = row;
  const rolesAbove = keepers(homes)
    .slice(0, -1)
    .flatMap(({ role }) => role ?? []);
  if (!can(actor, 'room:read', { ...facts, rolesAbove })) return null;
  return {
    ...facts,
    rolesAbove,
    slug: roomSlug(debateSlug, key),
    answersIn: answersIn && withSlug(debateSlug, answersIn),
    isSignedIn: actor.kind === 'person',
    isAdministrator: actor.kind === 'person' && actor.isAdministrator,
    homes: homes.map(({ role: _, ...home }, index) => ({
      ...home,
      maintains: maintainsBy(keepers(homes.slice(0, index + 1)).map(({ role }) => role)),
    })),
  };
}

const withSlug = (debateSlug: string, { key, ...room }: NonNullable<RoomRow['answersIn']>): AnswersIn => ({
  ...room,
  slug: roomSlug(debateSlug, key),
});

/**
 * Of rooms from the commons down, those whose maintainers keep the last one too. A class is its teachers' alone: who keeps the
 * commons of a debate that anybody may hold a class on has no say in it, and does not read it.
 */
export const keepers = <H extends { kind: RoomKind }>(homes: readonly H[]): readonly H[] => {
  const top = homes.findLastIndex(({ kind }) => kind === 'class');
  return top === -1 ? homes : homes.slice(top);
};

/** What this reader has to post before the notes of others show: those of the room itself, else of one above it. */
export function heldBackFrom({ homes }: Pick<NoteReader, 'homes'>): HeldBack | null {
  const held = homes.findLast((home) => holdsBackNotes(home));
  return held ? { required: held.required, posted: held.posted } : null;
}

/** The room that a slug names (see room-slug.ts): any text, as it stands in an address. Null when the actor may not read it. */
export async function roomBySlug(actor: Actor, slug: string): Promise<RoomContext | null> {
  const named = parseRoomSlug(slug);
  if (!named) return null;
  const { rows } = await database().pool.query<{ id: string }>({
    name: 'room-by-slug',
    text: `SELECT r."id" FROM "Room" r JOIN "Debate" d ON d."id" = r."debateId"
           WHERE d."slug" = $1 AND r."key" IS NOT DISTINCT FROM $2`,
    values: [named.debateSlug, named.key],
  });
  return rows[0] ? roomContext(actor, rows[0].id) : null;
}
