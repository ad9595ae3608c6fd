import 'server-only';
import type { ParticipantRole, RoomKind, RoomStage } from '../../domain/debate/view';
import type { Actor } from '../../policy/actor';
import { can } from '../../policy/can';
import type { RoomSubject } from '../../policy/subjects';
import { database } from '../database/client';

/** A room as a request finds it: where it is in the tree, its stage, and the actor's seat in it. */
export interface RoomContext extends RoomSubject {
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
    text: `SELECT r."id", r."debateId", r."name", r."kind"::text, r."stage"::text, r."round", r."claimsNeedApproval", r."path",
             p."id" AS "participantId", p."alias", p."role"::text,
             ARRAY(SELECT above."role"::text FROM "Participant" above
                   WHERE above."userId" = $2 AND above."roomId" = ANY (r."path") AND above."roomId" <> r."id") AS "rolesAbove",
             d."access" = 'public' AS "isPublic",
             EXISTS (SELECT FROM "Participant" seat JOIN "Room" its ON its."id" = seat."roomId"
                     WHERE seat."userId" = $2 AND its."debateId" = r."debateId") AS "isInDebate"
           FROM "Room" r JOIN "Debate" d ON d."id" = r."debateId" LEFT JOIN "Participant" p ON p."roomId" = r."id" AND p."userId" = $2
           WHERE r."id" = $1`,
    values: [roomId, actor.kind === 'person' ? actor.userId : null],
  });
  const row = rows[0];
  return row && can(actor, 'room:read', row) ? row : null;
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
