import 'server-only';
import type { OwnRoundStance, PupilWork } from '../../../domain/room/pupil-work';
import { database } from '../../database/client';
import type { RoomContext } from '../room-context';

interface Row {
  stances: OwnRoundStance[];
  passages: number;
  annotations: number;
  replies: number;
  claims: number;
  passageCount: number;
}

const NOTHING: PupilWork = {
  stances: [],
  done: { passages: 0, annotations: 0, replies: 0, claims: 0 },
  passageCount: 0,
};

/**
 * What this reader did in a room and in its groups, under their own seat or in the voice of a side: somebody who moves to another
 * group keeps their work. Own stances of both rounds; of others there is nothing in it.
 */
export async function pupilWork(room: RoomContext): Promise<PupilWork> {
  if (room.participantId === null) return NOTHING;
  const { rows } = await database().pool.query<Row>({
    name: 'pupil-work',
    text: `WITH rooms AS MATERIALIZED (
        SELECT "id" FROM "Room" WHERE "id" = $1 OR ("parentId" = $1 AND "kind" = 'breakout')
      ), me AS MATERIALIZED (
        SELECT "id", "userId" FROM "Participant" WHERE "id" = $2
      ), own AS MATERIALIZED (
        SELECT "id" FROM me
        UNION SELECT s."id" FROM me JOIN "Participant" s ON s."userId" = me."userId"
        WHERE s."roomId" IN (SELECT "id" FROM rooms) AND s."actsForId" IS NULL
      ), writing AS MATERIALIZED (
        SELECT "id" FROM own
        UNION SELECT v."id" FROM own JOIN "Participant" v ON v."actsForId" = own."id"
      )
      SELECT
        (SELECT coalesce(json_agg(json_build_object('motionId', s."motionId", 'round', s."round", 'answer', s."answer",
            'value', s."value", 'confidence', s."confidence", 'reason', s."reason", 'seq', s."seq",
            'movedBy', (SELECT coalesce(json_agg(r."claimId" ORDER BY r."position"), '[]') FROM "ShiftReason" r
                        WHERE r."stanceId" = s."id")) ORDER BY s."round"), '[]')
         FROM "Stance" s WHERE s."roomId" = $1 AND s."participantId" = $2 AND s."supersededAt" IS NULL) AS "stances",
        (SELECT count(DISTINCT p."passageId")::int FROM "PassageRead" p WHERE p."participantId" IN (SELECT "id" FROM own))
          AS "passages",
        (SELECT count(*)::int FROM "Annotation" a WHERE a."authorId" IN (SELECT "id" FROM writing) AND a."parentId" IS NULL
           AND a."removedAt" IS NULL AND a."visibility" <> 'private' AND a."status" <> 'hidden'
           AND a."promotedFromId" IS NULL) AS "annotations",
        (SELECT count(*)::int FROM "Annotation" a WHERE a."authorId" IN (SELECT "id" FROM writing)
           AND a."parentId" IS NOT NULL AND a."removedAt" IS NULL AND a."visibility" <> 'private'
           AND a."status" <> 'hidden' AND a."promotedFromId" IS NULL) AS "replies",
        (SELECT count(*)::int FROM "Claim" c WHERE c."authorId" IN (SELECT "id" FROM writing) AND c."status" <> 'declined'
           AND NOT c."isMotion" AND c."promotedFromId" IS NULL) AS "claims",
        (SELECT count(*)::int FROM "Source" s
           JOIN LATERAL (SELECT v."id" FROM "SourceVersion" v WHERE v."sourceId" = s."id" ORDER BY v."number" DESC LIMIT 1)
             newest ON true
           JOIN "Passage" p ON p."sourceVersionId" = newest."id" WHERE s."debateId" = $3) AS "passageCount"`,
    values: [room.id, room.participantId, room.debateId],
  });
  const [row] = rows;
  if (!row) return NOTHING;
  const { stances, passages, annotations, replies, claims, passageCount } = row;
  return {
    stances: stances.map((stance) => ({ ...stance, seq: Number(stance.seq) })),
    done: { passages, annotations, replies, claims },
    passageCount,
  };
}
