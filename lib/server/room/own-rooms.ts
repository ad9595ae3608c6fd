import 'server-only';
import type { ParticipantRole, RoomStage } from '../../domain/debate/view';
import { type OwnRoom, stateOf } from '../../domain/room/own-room';
import type { PlanStep } from '../../domain/room/plan';
import { maintainsBy } from '../../domain/room/roles';
import { roomSlug } from '../../domain/room/room-slug';
import type { Actor } from '../../policy/actor';
import { database } from '../database/client';
import { storedPlan } from './stored-plan';

interface Row {
  id: string;
  key: string | null;
  name: string;
  debateSlug: string;
  debateTitle: string;
  language: string;
  role: ParticipantRole;
  alias: string;
  stage: RoomStage;
  step: number;
  plan: unknown;
  people: number;
  joinCode: string | null;
  joinCodeUntil: Date | null;
  isCodeGood: boolean;
  closedAt: Date | null;
  archivedAt: Date | null;
  retainUntil: Date | null;
}

/** The classes that this actor has a seat in, the newest first; none for a visitor. */
export async function ownRooms(actor: Actor): Promise<OwnRoom[]> {
  if (actor.kind !== 'person') return [];
  const { rows } = await database().pool.query<Row>({
    name: 'own-rooms',
    text: `SELECT r."id", r."key", r."name", d."slug" AS "debateSlug", d."title" AS "debateTitle", d."language",
             seat."role"::text, seat."alias", r."stage"::text, r."step", r."plan", r."joinCode", r."joinCodeUntil",
             coalesce(r."hasOpenDoors" AND r."joinCode" IS NOT NULL AND r."joinCodeUntil" > now(), false) AS "isCodeGood",
             r."closedAt", r."archivedAt", r."retainUntil",
             (SELECT count(*)::int FROM "Participant" p WHERE p."roomId" = r."id" AND p."leftAt" IS NULL
                AND NOT p."isEditor" AND p."actsForId" IS NULL AND p."role" IN ('participant', 'observer')
                AND (p."userId" IS NOT NULL OR p."seenAt" IS NOT NULL)) AS "people"
           FROM "Participant" seat JOIN "Room" r ON r."id" = seat."roomId" AND r."kind" = 'class'
             JOIN "Debate" d ON d."id" = r."debateId"
           WHERE seat."userId" = $1 AND seat."leftAt" IS NULL
           ORDER BY r."createdAt" DESC, r."id" LIMIT 500`,
    values: [actor.userId],
  });
  return rows.map((row) => ({
    id: row.id,
    slug: roomSlug(row.debateSlug, row.key),
    name: row.name,
    debate: { title: row.debateTitle, language: row.language },
    role: row.role,
    alias: row.alias,
    stage: row.stage,
    at: stepWords(storedPlan(row.plan)[row.step]),
    state: stateOf(row),
    people: row.people,
    code:
      maintainsBy([row.role]) && row.isCodeGood && row.joinCode !== null && row.stage !== 'closed'
        ? { text: row.joinCode, until: row.joinCodeUntil?.toISOString() ?? '' }
        : null,
    closedAt: row.closedAt?.toISOString() ?? null,
    retainUntil: row.retainUntil?.toISOString() ?? null,
  }));
}

const stepWords = (step: PlanStep | undefined): OwnRoom['at'] =>
  step
    ? {
        stage: step.stage,
        title: step.title,
        task: step.task,
        voice: step.voice,
        speakers: step.speakers,
      }
    : null;
