import 'server-only';
import type { HeldBack } from '../../domain/annotation/view';
import type { ParticipantRole, RoomKind, RoomStage } from '../../domain/debate/view';
import { maintainsBy } from '../../domain/room/roles';
import { holdsBackNotes } from '../../domain/room/visibility';
import type { Actor } from '../../policy/actor';
import { can } from '../../policy/can';
import type { RoomSubject } from '../../policy/subjects';
import { database } from '../database/client';

/** One of the rooms whose notes are in sight, as far as it decides which of them this reader sees. */
export interface NoteHome {
  roomId: string;
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

interface HomeRow {
  roomId: string;
  seatId: string | null;
  role: ParticipantRole | null;
  required: number;
  posted: number;
}

/** A room as a request finds it: where it is in the tree, its stage, and the actor's seat in it. */
export interface RoomContext extends RoomSubject, NoteReader {
  id: string;
  debateId: string;
  name: string;
  round: number;
  /** The commons first, this room last: what this room sees. */
  path: string[];
  participantId: string | null;
  alias: string | null;
  kind: RoomKind;
  stage: RoomStage;
}

interface RoomRow {
  homes: HomeRow[];
  groupIds: string[];
  group: { id: string; name: string } | null;
  notesNeedApproval: boolean;
  id: string;
  debateId: string;
  name: string;
  kind: RoomKind;
  stage: RoomStage;
  round: number;
  claimsNeedApproval: boolean;
  isPublic: boolean;
  isInDebate: boolean;
  path: string[];
  participantId: string | null;
  alias: string | null;
  role: ParticipantRole | null;
  rolesAbove: ParticipantRole[];
}

/**
 * The room with this id, when the actor may read it; null otherwise, so that rooms of others do not even exist. One
 * prepared statement: every request on a room begins here.
 */
export async function roomContext(actor: Actor, roomId: string): Promise<RoomContext | null> {
  const { rows } = await database().pool.query<RoomRow>({
    name: 'room-context',
    text: `SELECT r."id", r."debateId", r."name", r."kind"::text, r."stage"::text, r."round", r."claimsNeedApproval", r."notesNeedApproval", r."path",
             p."id" AS "participantId", p."alias", p."role"::text,
             ARRAY(SELECT above."role"::text FROM "Participant" above
                   WHERE above."userId" = $2 AND above."roomId" = ANY (r."path") AND above."roomId" <> r."id") AS "rolesAbove",
             d."access" = 'public' AS "isPublic",
             EXISTS (SELECT FROM "Participant" seat JOIN "Room" its ON its."id" = seat."roomId"
                     WHERE seat."userId" = $2 AND its."debateId" = r."debateId") AS "isInDebate",
             (SELECT json_agg(json_build_object('roomId', h."id", 'seatId', s."id", 'role', s."role",
                'required', h."notesBeforeOthers", 'posted', CASE WHEN h."notesBeforeOthers" = 0 THEN 0 ELSE
                  (SELECT count(*)::int FROM "Annotation" n WHERE n."authorId" = s."id" AND n."roomId" = h."id"
                     AND n."visibility" <> 'private' AND n."removedAt" IS NULL) END)
                ORDER BY array_position(r."path", h."id"))
              FROM "Room" h LEFT JOIN "Participant" s ON s."roomId" = h."id" AND s."userId" = $2
              WHERE h."id" = ANY (r."path")) AS "homes",
             ARRAY(SELECT seat."roomId" FROM "Participant" seat JOIN "Room" its ON its."id" = seat."roomId"
                   WHERE seat."userId" = $2 AND its."debateId" = r."debateId" AND its."kind" = 'breakout') AS "groupIds",
             (SELECT json_build_object('id', g."id", 'name', g."name") FROM "Room" g JOIN "Participant" seat ON seat."roomId" = g."id"
              WHERE seat."userId" = $2 AND g."kind" = 'breakout' AND (g."id" = r."id" OR g."parentId" = r."id")
              ORDER BY g."id" = r."id" DESC, g."createdAt", g."id" LIMIT 1) AS "group"
           FROM "Room" r JOIN "Debate" d ON d."id" = r."debateId" LEFT JOIN "Participant" p ON p."roomId" = r."id" AND p."userId" = $2
           WHERE r."id" = $1`,
    values: [roomId, actor.kind === 'person' ? actor.userId : null],
  });
  const row = rows[0];
  if (!row || !can(actor, 'room:read', row)) return null;
  return {
    ...row,
    isSignedIn: actor.kind === 'person',
    isAdministrator: actor.kind === 'person' && actor.isAdministrator,
    homes: row.homes.map(({ role: _, ...home }, index) => ({
      ...home,
      maintains: maintainsBy(row.homes.slice(0, index + 1).map(({ role }) => role)),
    })),
  };
}

/** What this reader has to post before the notes of others show: those of the room itself, else of one above it. */
export function heldBackFrom({ homes }: Pick<NoteReader, 'homes'>): HeldBack | null {
  const held = homes.findLast((home) => holdsBackNotes(home));
  return held ? { required: held.required, posted: held.posted } : null;
}

/** The commons of a debate, by the debate's slug: any text, as it stands in an address. */
export async function commonsOf(actor: Actor, slug: string): Promise<RoomContext | null> {
  // PostgreSQL takes no NUL in a text; what cannot be a slug names nothing.
  if (!/^[a-z0-9-]{1,80}$/.test(slug)) return null;
  const { rows } = await database().pool.query<{ id: string }>({
    name: 'commons-of',
    text: `SELECT r."id" FROM "Room" r JOIN "Debate" d ON d."id" = r."debateId"
           WHERE d."slug" = $1 AND r."kind" = 'commons'`,
    values: [slug],
  });
  return rows[0] ? roomContext(actor, rows[0].id) : null;
}
