import 'server-only';
import type { RoomKind, RoomStage } from '../../domain/debate/view';
import type { BoardTurnout } from '../../domain/room/board';
import type { RoomAct, RoomVoice } from '../../domain/room/plan';
import { type AskedTasks, askedNow, isDone } from '../../domain/room/progress';
import { readQuotas } from '../../domain/room/quotas';
import { database } from '../database/client';
import { countedSql } from './counted';
import { type PersonAtWork, peopleAtWork } from './people-progress';

/** How far the people of a class or group are: the one reading behind the board, the projector and the stream. */
export interface RoomAtWork {
  /** By alias, places on the roster that nobody took among them. */
  people: PersonAtWork[];
  asked: AskedTasks;
  turnout: BoardTurnout;
  /** The round of stances that is open. */
  round: number;
}

interface Facts {
  id: string;
  debateId: string;
  answersId: string;
  kind: RoomKind;
  stage: RoomStage;
  round: number;
  acts: RoomAct[];
  voice: RoomVoice;
  quotas: unknown;
  claims: number;
  passages: number;
  firstStances: number;
  secondStances: number;
}

/** Null when the room is gone. */
export async function roomAtWork(roomId: string): Promise<RoomAtWork | null> {
  const { rows } = await database().pool.query<Facts>({
    name: 'room-turnout-facts',
    text: `WITH room AS (
             SELECT r.*, home."id" AS "answersId", home."path" AS "answersPath" FROM "Room" r
               JOIN "Room" home ON home."id" = CASE WHEN r."kind" = 'breakout' THEN r."parentId" ELSE r."id" END
             WHERE r."id" = $1
           )
           SELECT r."id", r."debateId", r."answersId", r."kind"::text, r."stage"::text, r."round", r."acts"::text[],
             r."voice"::text, r."quotas",
             (SELECT count(*)::int FROM "Claim" c
              WHERE c."roomId" = ANY (r."answersPath") AND c."status" = 'published' AND NOT c."isMotion") AS "claims",
             (SELECT count(*)::int FROM "Source" s JOIN LATERAL (SELECT v."id" FROM "SourceVersion" v WHERE v."sourceId" = s."id"
                ORDER BY v."number" DESC LIMIT 1) newest ON true JOIN "Passage" p ON p."sourceVersionId" = newest."id"
              WHERE s."debateId" = r."debateId") AS "passages",
             ${stancesOf(1)} AS "firstStances", ${stancesOf(2)} AS "secondStances"
           FROM room r`,
    values: [roomId],
  });
  const [facts] = rows;
  if (!facts) return null;
  const { claims, passages, round, quotas, ...room } = facts;
  const people = await peopleAtWork(room);
  const asked = askedNow({ ...room, quotas: readQuotas(quotas) }, { claims, passages });
  const here = people.filter(({ isHere }) => isHere);
  return {
    people,
    asked,
    round,
    turnout: {
      people: here.length,
      done: here.filter(({ counts }) => isDone(counts, asked)).length,
      votes: here.reduce((sum, { counts }) => sum + counts.votes, 0),
      voters: here.filter(({ counts }) => counts.votes > 0).length,
      // Of those who are here: a seat that was taken out may have stated one too.
      firstStances: Math.min(facts.firstStances, here.length),
      secondStances: Math.min(facts.secondStances, here.length),
    },
  };
}

/**
 * How many of those who are counted have said where they stand in a round: whoever took it back is not one of them. Whoever was
 * taken out is: the number must not fall by the one whose seat it was. People of a group say it in the class.
 */
const stancesOf = (round: 1 | 2): string => `(SELECT count(DISTINCT s."participantId")::int FROM "Stance" s
  JOIN "Participant" p ON p."id" = s."participantId" AND ${countedSql()}
  WHERE s."roomId" = r."answersId" AND s."round" = ${round} AND s."supersededAt" IS NULL AND s."answer" <> 'withdrawn'
    AND (r."kind" <> 'breakout' OR EXISTS (SELECT FROM "Participant" here WHERE here."roomId" = r."id"
      AND here."userId" = p."userId" AND here."leftAt" IS NULL)))`;
