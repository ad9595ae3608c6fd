import 'server-only';
import type { ContributionStatus } from '../../domain/debate/view';
import { ROOM_EVENTS } from '../../domain/room/events';
import { MOST_REPLAYED } from '../../domain/room/live';
import type { NoteSubjectFacts } from '../annotation/annotation-views';
import { database } from '../database/client';
import {
  type ContributionFacts,
  HEARERS,
  type LoggedEvent,
  type NoteFacts,
  type Subjects,
} from './who-hears';

/** What was read of a room's log. */
export interface LogPart {
  /** Number of the last event that the room has. */
  head: number;
  /** Those after the number that was asked for, without any gap; at most the newest MOST_REPLAYED. */
  events: LoggedEvent[];
}

/**
 * The log after this number, null when the room is gone. One statement and so one moment: the room's row is written by whoever
 * appends to its log, so all numbers up to its last one are there.
 * @param after null: nothing but the head
 */
export async function readLog(roomId: string, after: number | null): Promise<LogPart | null> {
  const { rows } = await database().pool.query<{
    head: string;
    ordinal: string | null;
    type: string | null;
    subjectId: string | null;
  }>({
    name: 'live-log',
    text: `SELECT r."lastEvent" AS "head", e."ordinal", e."type", e."subjectId"
           FROM "Room" r LEFT JOIN "Event" e ON e."roomId" = r."id" AND e."ordinal" <= r."lastEvent"
             AND e."ordinal" > greatest(coalesce($2, r."lastEvent"), r."lastEvent" - ${MOST_REPLAYED})
           WHERE r."id" = $1 ORDER BY e."ordinal"`,
    values: [roomId, after],
  });
  const [first] = rows;
  if (!first) return null;
  return {
    head: Number(first.head),
    events: rows.flatMap(({ ordinal, type, subjectId }) => {
      const known = ROOM_EVENTS.find((one) => one === type);
      return ordinal === null || subjectId === null || known === undefined
        ? []
        : [{ roomId, ordinal: Number(ordinal), type: known, subjectId }];
    }),
  };
}

/** What the events are about, as it is now, in at most two statements however many there are. */
export async function readSubjects(events: readonly LoggedEvent[]): Promise<Subjects> {
  const idsOf = (hearers: 'contribution' | 'note') => [
    ...new Set(events.filter(({ type }) => HEARERS[type] === hearers).map(({ subjectId }) => subjectId)),
  ];
  const [contributions, notes] = await Promise.all([
    readContributions(idsOf('contribution')),
    readNotes(idsOf('note')),
  ]);
  return { contributions, notes };
}

async function readContributions(ids: readonly string[]): Promise<Map<string, ContributionFacts>> {
  if (ids.length === 0) return new Map();
  const { rows } = await database().pool.query<ContributionFacts & { id: string }>({
    name: 'live-contributions',
    text: `SELECT "id", "status"::text, "authorId", "roomId", "code" FROM "Claim" WHERE "id" = ANY ($1::uuid[])
           UNION ALL
           SELECT "id", "status"::text, "authorId", "roomId", NULL FROM "Relation" WHERE "id" = ANY ($1::uuid[])`,
    values: [ids],
  });
  return new Map(rows.map(({ id, ...facts }) => [id, facts]));
}

type NoteRow = Omit<NoteSubjectFacts, 'author'> & {
  of: string;
  id: string;
  isEditor: boolean | null;
  claimId: string | null;
  relationId: string | null;
  sourceVersionId: string | null;
  onStatus: ContributionStatus | null;
  onAuthorId: string | null;
  onRoomId: string | null;
};

async function readNotes(ids: readonly string[]): Promise<Map<string, NoteFacts>> {
  if (ids.length === 0) return new Map();
  const { rows } = await database().pool.query<NoteRow>({
    name: 'live-notes',
    text: `WITH RECURSIVE up AS (
             SELECT "id" AS "of", "id", "parentId", 0 AS "depth" FROM "Annotation" WHERE "id" = ANY ($1::uuid[])
             UNION ALL
             SELECT up."of", a."id", a."parentId", up."depth" + 1 FROM "Annotation" a JOIN up ON a."id" = up."parentId"
           )
           SELECT up."of", a."id", a."roomId", a."visibility"::text, a."status"::text, a."authorId", a."groupId", a."removedAt",
             a."mark"::text, author."isEditor", parent."authorId" AS "parentAuthorId", root."authorId" AS "rootAuthorId",
             a."claimId", a."relationId", a."sourceVersionId", coalesce(c."status", r."status")::text AS "onStatus",
             coalesce(c."authorId", r."authorId") AS "onAuthorId", coalesce(c."roomId", r."roomId") AS "onRoomId"
           FROM up JOIN "Annotation" a ON a."id" = up."id"
             LEFT JOIN "Participant" author ON author."id" = a."authorId"
             LEFT JOIN "Annotation" parent ON parent."id" = a."parentId"
             LEFT JOIN "Annotation" root ON root."id" = a."rootId"
             LEFT JOIN "Claim" c ON c."id" = a."claimId"
             LEFT JOIN "Relation" r ON r."id" = a."relationId"
           ORDER BY up."of", up."depth"`,
    values: [ids],
  });
  const chains = grouped(rows);
  return new Map([...chains].map(([id, chain]) => [id, noteFacts(chain)]));
}

function grouped(rows: readonly NoteRow[]): Map<string, NoteRow[]> {
  const chains = new Map<string, NoteRow[]>();
  for (const row of rows) chains.set(row.of, [...(chains.get(row.of) ?? []), row]);
  return chains;
}

function noteFacts(chain: readonly NoteRow[]): NoteFacts {
  const first = chain.at(-1);
  const { onStatus = null, onAuthorId = null, onRoomId = null } = first ?? {};
  return {
    chain: chain.map(({ isEditor, ...row }) => ({ ...row, author: isEditor === null ? null : { isEditor } })),
    on: {
      threadId: first?.id ?? '',
      ...(first?.claimId ? { claimId: first.claimId } : {}),
      ...(first?.relationId ? { relationId: first.relationId } : {}),
      ...(first?.sourceVersionId ? { sourceVersionId: first.sourceVersionId } : {}),
    },
    contribution:
      onStatus === null || onRoomId === null
        ? null
        : { status: onStatus, authorId: onAuthorId, roomId: onRoomId, code: null },
  };
}
