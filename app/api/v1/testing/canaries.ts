import type { RoomStage } from '@/lib/domain/debate/view';
import { isRevealed } from '@/lib/domain/room/visibility';
import { database } from '@/lib/server/database/client';
import { aClaim, aRelation, type TestDebate } from '@/lib/server/testing/a-debate';

/**
 * Answers of others in a class that a test can find again wherever they turn up: unusual numbers and words. For every channel:
 * `plantCanaries` once, then `canariesIn` an answer, or `canariesInText` of a page or a stream, in a stage that `hides` them.
 */

/** Numbers that come about by counting, and by nothing else in these tests; turnout is other numbers. */
const VOTES = { agree: 107, disagree: 103, pass: 101 } as const;
/** People by the value that they chose, in each round. */
const FIRST = [
  { value: -53, people: 113 },
  { value: 37, people: 139 },
] as const;
const SECOND = [
  { value: -71, people: 131 },
  { value: 89, people: 137 },
] as const;
const RATERS = 97;
/** 60 raters say 3 and 37 say 1. */
const IMPACT_MEAN = 217 / RATERS;
const WORD = 'zebrafinch';
const PEOPLE = VOTES.agree + VOTES.disagree + VOTES.pass;

export const CANARIES = {
  numbers: [
    ...Object.values(VOTES),
    ...FIRST.map(({ people }) => people),
    ...SECOND.map(({ people }) => people),
    // Without a sign a value is no rarer than other numbers.
    -53,
    -71,
    IMPACT_MEAN,
  ],
  /** In the reason of each stance. */
  words: [WORD],
  /** What nobody in these tests chooses for themselves. */
  choices: ['disagree'],
} as const;

/** Whether a room at this stage keeps them from everybody. */
export const hides = (stage: RoomStage): boolean => !isRevealed({ kind: 'class', stage });

const isNear = (a: number, b: number): boolean => Math.abs(a - b) < 1e-9;

/** Which of them are in an answer of the API, at any depth. */
export function canariesIn(answer: unknown): string[] {
  const found = new Set<string>();
  const look = (part: unknown): void => {
    if (typeof part === 'number') {
      for (const number of CANARIES.numbers) if (isNear(part, number)) found.add(String(number));
    } else if (typeof part === 'string') {
      for (const word of CANARIES.words) if (part.includes(word)) found.add(word);
      if (CANARIES.choices.some((choice) => choice === part)) found.add(part);
      // A file within an answer.
      if (part.length > 200) for (const one of canariesInText(part)) found.add(one);
    } else if (Array.isArray(part)) part.forEach(look);
    else if (part !== null && typeof part === 'object') Object.values(part).forEach(look);
  };
  look(answer);
  return [...found].sort();
}

/** Which of them are in a text: a page, a file, what came over a stream. */
export function canariesInText(text: string): string[] {
  const counts = CANARIES.numbers.map((number) => String(Math.round(number * 1000) / 1000));
  const numbers = counts.filter((number) => {
    const literal = number.replace('.', '\\.');
    return new RegExp(`(?<![\\w.:#-])${literal}(?![\\w:-])`).test(text);
  });
  return [...numbers, ...CANARIES.words.filter((word) => text.includes(word))].sort();
}

export interface Planted {
  /** The claim that all have voted on. */
  claimId: string;
  /** The relation that many have rated. */
  relationId: string;
}

/** Puts people with answers of both rounds into a class. */
export async function plantCanaries(debate: TestDebate, roomId: string): Promise<Planted> {
  const { pool } = database();
  const claimId = await aClaim(debate, { roomId });
  const relationId = await aRelation(debate, claimId, debate.motionId, { roomId });
  await pool.query(
    `INSERT INTO "Participant" ("id", "roomId", "alias", "aliasKey", "createdAt")
     SELECT gen_random_uuid(), $1, 'Bird-' || n, 'bird-' || n, now() - interval '2 hours' FROM generate_series(1, $2::int) n`,
    [roomId, PEOPLE],
  );
  const birds = `(SELECT "id", row_number() OVER (ORDER BY "aliasKey") AS n FROM "Participant"
                  WHERE "roomId" = $1 AND "aliasKey" LIKE 'bird-%') AS bird`;
  await pool.query(
    `INSERT INTO "Vote" ("roomId", "claimId", "claimRevision", "participantId", "choice", "seq")
     SELECT $1, $2, 1, bird."id", (CASE WHEN n <= $3 THEN 'agree' WHEN n <= $4 THEN 'disagree' ELSE 'pass' END)::"VoteChoice", 1
     FROM ${birds}`,
    [roomId, claimId, VOTES.agree, VOTES.agree + VOTES.disagree],
  );
  await pool.query(
    `INSERT INTO "Impact" ("roomId", "relationId", "participantId", "weight", "seq")
     SELECT $1, $2, bird."id", CASE WHEN n <= 60 THEN 3 ELSE 1 END, 1 FROM ${birds} WHERE n <= $3`,
    [roomId, relationId, RATERS],
  );
  for (const [round, [low, high]] of [
    [1, FIRST],
    [2, SECOND],
  ] as const) {
    await pool.query(
      `INSERT INTO "Stance" ("id", "roomId", "motionId", "participantId", "round", "answer", "value", "reason", "seq", "eventId")
       SELECT gen_random_uuid(), $1, $2, bird."id", $3, 'placed', CASE WHEN n <= $4 THEN $5::int ELSE $6::int END, $7, 1, gen_random_uuid()
       FROM ${birds} WHERE n <= $8`,
      [
        roomId,
        debate.motionId,
        round,
        low.people,
        low.value,
        high.value,
        `A ${WORD}.`,
        low.people + high.people,
      ],
    );
  }
  return { claimId, relationId };
}
