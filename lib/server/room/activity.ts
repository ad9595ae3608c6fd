import 'server-only';
import { passageLabel } from '../../domain/debate/passage-label';
import type { ActivityItem, ActivityKind } from '../../domain/room/board';
import type { RoomEvent } from '../../domain/room/events';
import type { AuditedAction } from '../audit';
import { database } from '../database/client';
import type { RoomContext } from './room-context';

/** What people did in a room lately, for those who keep it: from its log and from the audit log, by alias, without words. */

const MOST_ITEMS = 30;

/** Kinds by event; a reply is told from a note by its row. Others are of the map's own history, not of people at work. */
const OF_EVENT: Partial<Record<RoomEvent, ActivityKind>> = {
  'person-joined': 'joined',
  'person-left': 'left',
  'claim-suggested': 'claim',
  'claim-published': 'claim',
  'annotation-added': 'note',
  'help-asked': 'help-asked',
  'help-given': 'help-given',
};

const OF_ACTION: Partial<Record<AuditedAction, ActivityKind>> = {
  'claim-publish': 'claim-published',
  'claim-decline': 'claim-declined',
  'note-hide': 'note-hidden',
  'note-restore': 'note-restored',
  'person-mute': 'muted',
  'person-unmute': 'unmuted',
  'person-remove': 'removed',
  'thread-lock': 'thread-locked',
};

interface Row {
  id: string;
  type: string;
  at: Date;
  alias: string | null;
  code: string | null;
  passageKey: string | null;
  passagePosition: number | null;
  isReply: boolean;
}

/** The subject of an entry as what it may be: a seat, a claim or a note; where a note hangs is told by its thread's first one. */
const SUBJECTS = `
  LEFT JOIN "Participant" p ON p."id" = e."subjectId" AND p."roomId" = $1
  LEFT JOIN "Claim" c ON c."id" = e."subjectId"
  LEFT JOIN "Participant" ca ON ca."id" = c."authorId"
  LEFT JOIN "Annotation" a ON a."id" = e."subjectId"
  LEFT JOIN "Participant" aa ON aa."id" = a."authorId"
  LEFT JOIN "Claim" on_claim ON on_claim."id" = a."claimId"
  LEFT JOIN LATERAL (SELECT q."key", q."position" FROM "Passage" q
    WHERE q."sourceVersionId" = a."sourceVersionId" AND q."start" <= a."start" AND a."start" < q."end" LIMIT 1) q ON true`;
/** The name that an erased person's seat was given leads nowhere, and says nothing to a reader. */
const nameOf = (seat: string): string =>
  `CASE WHEN ${seat}."userId" IS NULL AND ${seat}."leftAt" IS NOT NULL THEN NULL ELSE ${seat}."alias" END`;
const COLUMNS = `coalesce(${nameOf('p')}, ${nameOf('ca')}, ${nameOf('aa')}) AS "alias", coalesce(c."code", on_claim."code") AS "code",
  q."key" AS "passageKey", q."position" AS "passagePosition", a."parentId" IS NOT NULL AS "isReply"`;

/** Newest first, at most 30. */
export async function activityOf(room: Pick<RoomContext, 'id'>): Promise<ActivityItem[]> {
  const { rows } = await database().pool.query<Row>({
    name: 'room-activity',
    text: `(SELECT 'e' || e."ordinal" AS "id", e."type", e."recordedAt" AS "at", ${COLUMNS}
            FROM (SELECT * FROM "Event" WHERE "roomId" = $1 AND "type" = ANY ($2) ORDER BY "ordinal" DESC LIMIT $4) e ${SUBJECTS}
            -- A claim is told of when it is proposed; published later it is a decision, and in the audit log.
            WHERE (e."type" <> 'claim-published' OR c."createdAt" > e."recordedAt" - interval '2 seconds')
            -- Whoever was taken out is told of once, by what was decided.
              AND (e."type" <> 'person-left' OR NOT EXISTS (SELECT FROM "AuditEntry" o WHERE o."roomId" = $1
                AND o."subjectId" = e."subjectId" AND o."action" = 'person-remove'
                AND o."recordedAt" BETWEEN e."recordedAt" - interval '2 seconds' AND e."recordedAt" + interval '2 seconds')))
           UNION ALL
           (SELECT e."id"::text, e."action", e."recordedAt", ${COLUMNS}
            FROM (SELECT * FROM "AuditEntry" WHERE "roomId" = $1 AND "action" = ANY ($3) ORDER BY "id" DESC LIMIT $4) e ${SUBJECTS})
           ORDER BY "at" DESC, "id" DESC LIMIT $4`,
    values: [room.id, Object.keys(OF_EVENT), Object.keys(OF_ACTION), MOST_ITEMS],
  });
  return rows.map(({ id, type, at, alias, code, passageKey, passagePosition, isReply }): ActivityItem => {
    const kind = OF_EVENT[type as RoomEvent] ?? OF_ACTION[type as AuditedAction] ?? 'note';
    const place =
      code !== null
        ? ({ type: 'claim', code } as const)
        : passageKey !== null && passagePosition !== null
          ? ({ type: 'passage', label: passageLabel(passageKey, passagePosition) } as const)
          : null;
    return { id, kind: kind === 'note' && isReply ? 'reply' : kind, at: at.toISOString(), alias, place };
  });
}

/** That people are done with what is asked, when their last vote of this step made them so. */
export const finishedBy = (
  people: readonly { participantId: string; alias: string; lastVotedAt: Date | null }[],
  stageStartedAt: Date,
): ActivityItem[] =>
  people.flatMap(({ participantId, alias, lastVotedAt }): ActivityItem[] =>
    lastVotedAt === null || lastVotedAt < stageStartedAt
      ? []
      : [{ id: `f${participantId}`, kind: 'finished', at: lastVotedAt.toISOString(), alias, place: null }],
  );
