import fc from 'fast-check';
import { uuidv7 } from 'uuidv7';
import { describe, expect, test } from 'vitest';
import type { VoteChoice } from '../../domain/debate/view';
import { makeActor } from '../../policy/actor';
import { testDatabase } from '../database/testing';
import { debateView } from '../debate/queries';
import { aClaim, aClass, aDebate, aParticipant, aPerson, aRelation, aRevision } from '../testing/a-debate';
import { someSeats, theyVote } from '../testing/answers';
import { codeOf, valueIn } from '../testing/expecting';
import { castVote, rateImpact } from './commands';
import { voteTallies } from './tallies';

const { prisma } = testDatabase();

const press = (choice: VoteChoice | null, seq = Date.now(), revision = 1) => ({
  choice,
  revision,
  seq,
  eventId: uuidv7(),
});

const choice = fc.constantFrom<(VoteChoice | null)[]>('agree', 'disagree', 'pass', null);

describe('votes that arrive shuffled, twice and late', () => {
  test('end in the newest press of each person, and the tally equals the recount of the log', {
    timeout: 60_000,
  }, async () => {
    const debate = await aDebate();
    const people = [await aPerson(), await aPerson(), await aPerson()];
    const presses = fc.record({ person: fc.nat({ max: 2 }), choice, copies: fc.integer({ min: 1, max: 3 }) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(presses, { minLength: 1, maxLength: 12 }),
        fc.infiniteStream(fc.nat()),
        async (made, dice) => {
          const claimId = await aClaim(debate);
          const start = Date.now();
          const sent = made.map((one, index) => ({ ...one, input: press(one.choice, start + index) }));
          const deliveries = sent
            .flatMap((one) => Array.from({ length: one.copies }, () => ({ one, at: dice.next().value ?? 0 })))
            .sort((a, b) => a.at - b.at);
          for (const { one } of deliveries) {
            const who = people[one.person];
            if (who) await castVote(who, debate.roomId, claimId, one.input);
          }
          const newest = people.map(
            (_, person) => sent.filter((one) => one.person === person).at(-1)?.choice ?? null,
          );
          const model = { agree: 0, disagree: 0, pass: 0 };
          for (const last of newest) if (last) model[last] += 1;

          const tallies = await voteTallies(prisma, { id: debate.roomId, debateId: debate.id }, [claimId]);
          expect(tallies.get(claimId) ?? { agree: 0, disagree: 0, pass: 0 }).toEqual(model);

          const recount = await prisma.$queryRaw<{ choice: VoteChoice | null }[]>`
          SELECT DISTINCT ON ("participantId") "choice"::text AS "choice" FROM "VoteEvent"
          WHERE "claimId" = ${claimId}::uuid ORDER BY "participantId", "seq" DESC`;
          const counted = { agree: 0, disagree: 0, pass: 0 };
          for (const row of recount) if (row.choice) counted[row.choice] += 1;
          expect(counted).toEqual(model);
        },
      ),
      { numRuns: 12 },
    );
  });

  test('20 people pressing 60 times each, ten at once, keep one vote a person and meet no error', {
    timeout: 60_000,
  }, async () => {
    const debate = await aDebate();
    const claimId = await aClaim(debate);
    const people = await Promise.all(Array.from({ length: 20 }, () => aPerson()));
    const start = Date.now();
    const codes = new Set<string>();
    for (let wave = 0; wave < 6; wave += 1) {
      const sent = people.flatMap((who) =>
        Array.from({ length: 10 }, async (_, index) => {
          const seq = start + wave * 10 + index;
          codes.add(
            codeOf(await castVote(who, debate.roomId, claimId, press(seq % 2 ? 'agree' : 'pass', seq))),
          );
        }),
      );
      await Promise.all(sent);
    }
    codes.delete('out-of-date');
    expect([...codes]).toEqual(['ok']);
    const votes = await prisma.vote.findMany({ where: { claimId } });
    expect(votes).toHaveLength(20);
    expect(votes.every(({ seq }) => Number(seq) === start + 59)).toBe(true);
  });

  test('the same press 20 times at once is one event and 20 equal answers', async () => {
    const debate = await aDebate();
    const claimId = await aClaim(debate);
    const who = await aPerson();
    const input = press('agree');
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => castVote(who, debate.roomId, claimId, input)),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(valueIn(await castVote(who, debate.roomId, claimId, input)).ownVote.choice).toBe('agree');
    expect(await prisma.voteEvent.count({ where: { claimId } })).toBe(1);
  });

  test('one event under two numbers at once counts once and is no error', async () => {
    const debate = await aDebate();
    const who = await aPerson();
    for (let round = 0; round < 10; round += 1) {
      const claimId = await aClaim(debate);
      const input = press('agree');
      const answers = await Promise.all([
        castVote(who, debate.roomId, claimId, input),
        castVote(who, debate.roomId, claimId, { ...input, seq: input.seq + 1 }),
        castVote(who, debate.roomId, claimId, { ...input, seq: input.seq + 2 }),
      ]);
      expect(answers.map(codeOf)).toEqual(['ok', 'ok', 'ok']);
      expect(await prisma.voteEvent.count({ where: { claimId } })).toBe(1);
    }
  });
});

describe('a vote that is too old, too new or on other words', () => {
  test('an older number changes nothing and is told what stands', async () => {
    const debate = await aDebate();
    const claimId = await aClaim(debate);
    const who = await aPerson();
    const now = Date.now();
    await castVote(who, debate.roomId, claimId, press('agree', now));
    const late = await castVote(who, debate.roomId, claimId, press('disagree', now - 5));
    expect(late).toEqual({
      ok: false,
      error: {
        code: 'out-of-date',
        current: {
          ownVote: { choice: 'agree', seq: now, isStale: false },
          tally: { agree: 1, disagree: 0, pass: 0 },
        },
      },
    });
  });

  test('a clock more than a day ahead is refused, so it cannot block later votes', async () => {
    const debate = await aDebate();
    const claimId = await aClaim(debate);
    const who = await aPerson();
    const ahead = await castVote(who, debate.roomId, claimId, press('agree', Date.now() + 25 * 3_600_000));
    expect(ahead).toEqual({ ok: false, error: { code: 'invalid-input', field: 'seq' } });
    expect(codeOf(await castVote(who, debate.roomId, claimId, press('pass')))).toBe('ok');
  });

  test('words that changed meanwhile take no vote', async () => {
    const debate = await aDebate();
    const claimId = await aClaim(debate);
    await aRevision(claimId, false);
    const who = await aPerson();
    expect(codeOf(await castVote(who, debate.roomId, claimId, press('agree')))).toBe('out-of-date');
    expect(codeOf(await castVote(who, debate.roomId, claimId, press('agree', Date.now(), 2)))).toBe('ok');
  });

  test('a change of meaning makes votes stale and uncounts them; a change of words does not', async () => {
    const debate = await aDebate();
    const claimId = await aClaim(debate);
    const who = await aPerson();
    const seen = async () =>
      (await debateView(who, debate.slug))?.claims.find((claim) => claim.id === claimId);
    await castVote(who, debate.roomId, claimId, press('agree'));
    await aRevision(claimId, false);
    expect(await seen()).toMatchObject({ tally: { agree: 1 }, ownVote: { isStale: false } });
    await aRevision(claimId, true);
    await aRevision(claimId, false);
    expect(await seen()).toMatchObject({ tally: null, ownVote: { choice: 'agree', isStale: true } });
    expect((await voteTallies(prisma, { id: debate.roomId, debateId: debate.id })).has(claimId)).toBe(false);
  });

  test('a vote taken back is null, uncounted, and hides the counts again', async () => {
    const debate = await aDebate();
    const claimId = await aClaim(debate);
    const who = await aPerson();
    await castVote(who, debate.roomId, claimId, press('agree', 1000));
    const back = valueIn(await castVote(who, debate.roomId, claimId, press(null, 1001)));
    expect(back).toEqual({ ownVote: { choice: null, seq: 1001, isStale: false }, tally: null });
    expect(await voteTallies(prisma, { id: debate.roomId, debateId: debate.id }, [claimId])).toEqual(
      new Map([[claimId, { agree: 0, disagree: 0, pass: 0 }]]),
    );
  });
});

describe('where a vote may be cast', () => {
  test.each(['suggested', 'declined'] as const)(
    'a %s claim of others does not exist for a voter',
    async (status) => {
      const debate = await aDebate();
      const claimId = await aClaim(debate, { status });
      expect(codeOf(await castVote(await aPerson(), debate.roomId, claimId, press('agree')))).toBe(
        'not-found',
      );
    },
  );
  test('an archived claim, a motion, another debate and a closed room each say why', async () => {
    const debate = await aDebate();
    const other = await aDebate();
    const closed = await aDebate({ stage: 'closed' });
    const who = await aPerson();
    const on = async (roomId: string, claimId: string) =>
      codeOf(await castVote(who, roomId, claimId, press('agree')));
    expect(await on(debate.roomId, await aClaim(debate, { status: 'archived' }))).toBe('claim-archived');
    expect(await on(debate.roomId, debate.motionId)).toBe('not-found');
    expect(await on(debate.roomId, await aClaim(other))).toBe('not-found');
    expect(await on(debate.roomId, uuidv7())).toBe('not-found');
    expect(await on(uuidv7(), await aClaim(debate))).toBe('not-found');
    expect(await on(closed.roomId, await aClaim(closed))).toBe('room-closed');
    expect(await prisma.vote.count({ where: { roomId: { in: [other.roomId, closed.roomId] } } })).toBe(0);
  });
  test('a visitor is asked to sign in', async () => {
    const debate = await aDebate();
    const result = await castVote(makeActor.visitor(), debate.roomId, await aClaim(debate), press('agree'));
    expect(codeOf(result)).toBe('not-signed-in');
  });
  test('a class votes on the claims of the commons, and counts for itself', async () => {
    const debate = await aDebate();
    const classId = await aClass(debate);
    const claimId = await aClaim(debate);
    const pupil = await aParticipant(classId);
    expect(codeOf(await castVote(pupil, classId, claimId, press('agree')))).toBe('ok');
    const count = async (roomId: string) =>
      (await voteTallies(prisma, { id: roomId, debateId: debate.id })).get(claimId);
    expect(await count(classId)).toEqual({ agree: 1, disagree: 0, pass: 0 });
    expect(await count(debate.roomId)).toBeUndefined();
  });
  test('a class does not see another class: neither its claims nor the room', async () => {
    const debate = await aDebate();
    const [mine, theirs] = [await aClass(debate), await aClass(debate)];
    const pupil = await aParticipant(mine);
    const hidden = await aClaim(debate, { roomId: theirs });
    expect(codeOf(await castVote(pupil, mine, hidden, press('agree')))).toBe('not-found');
    expect(codeOf(await castVote(pupil, theirs, hidden, press('agree')))).toBe('not-found');
    expect(codeOf(await castVote(pupil, debate.roomId, hidden, press('agree')))).toBe('not-found');
  });
  test('an observer of a class watches', async () => {
    const debate = await aDebate();
    const classId = await aClass(debate);
    const observer = await aParticipant(classId, 'observer');
    expect(codeOf(await castVote(observer, classId, await aClaim(debate), press('agree')))).toBe(
      'not-allowed',
    );
  });
});

describe('who sees the counts', () => {
  test('in the commons: visitors, and others once they have voted', async () => {
    const debate = await aDebate();
    const claimId = await aClaim(debate);
    const [voter, reader] = [await aPerson(), await aPerson()];
    await castVote(voter, debate.roomId, claimId, press('disagree'));
    const tallyFor = async (actor: Parameters<typeof debateView>[0]) =>
      (await debateView(actor, debate.slug))?.claims.find((claim) => claim.id === claimId)?.tally;
    expect(await tallyFor(makeActor.visitor())).toEqual({ agree: 0, disagree: 1, pass: 0 });
    expect(await tallyFor(voter)).toEqual({ agree: 0, disagree: 1, pass: 0 });
    expect(await tallyFor(reader)).toBeNull();
  });
  test.each([
    ['explore', 4, null],
    ['vote', 4, null],
    ['reveal', 4, { agree: 5, disagree: 0, pass: 0 }],
    ['reveal', 3, null],
  ] as const)('in a class that is at %s, beside %i others', async (stage, others, tally) => {
    const debate = await aDebate();
    const classId = await aClass(debate, { stage });
    const pupil = await aParticipant(classId);
    const claimId = await aClaim(debate);
    await theyVote(classId, [claimId], await someSeats(classId, others));
    const answer = valueIn(await castVote(pupil, classId, claimId, press('agree')));
    expect(answer).toMatchObject({ ownVote: { choice: 'agree' }, tally });
  });
});

describe('impacts', () => {
  const weigh = (weight: number | null, seq = Date.now()) => ({ weight, seq, eventId: uuidv7() });
  const aRelated = async () => {
    const debate = await aDebate();
    return { debate, relationId: await aRelation(debate, await aClaim(debate), debate.motionId) };
  };

  test('are averaged; one taken back no longer counts; what is late is told what stands', async () => {
    const { debate, relationId } = await aRelated();
    const [one, two] = [await aPerson(), await aPerson()];
    await rateImpact(one, debate.roomId, relationId, weigh(4, 1000));
    expect(valueIn(await rateImpact(two, debate.roomId, relationId, weigh(1, 1000))).tally).toEqual({
      mean: 2.5,
      count: 2,
    });
    const late = await rateImpact(two, debate.roomId, relationId, weigh(0, 999));
    expect(late).toMatchObject({
      ok: false,
      error: { code: 'out-of-date', current: { ownImpact: { weight: 1, seq: 1000 } } },
    });
    expect(valueIn(await rateImpact(two, debate.roomId, relationId, weigh(null, 1001)))).toEqual({
      ownImpact: { weight: null, seq: 1001, isStale: false },
      tally: null,
    });
    expect(valueIn(await rateImpact(one, debate.roomId, relationId, weigh(3, 1001))).tally).toEqual({
      mean: 3,
      count: 1,
    });
  });

  test('the same press 20 times at once is one event', async () => {
    const { debate, relationId } = await aRelated();
    const who = await aPerson();
    const input = weigh(2);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => rateImpact(who, debate.roomId, relationId, input)),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await prisma.impactEvent.count({ where: { relationId } })).toBe(1);
  });

  test('a relation that waits, is closed, or is elsewhere takes none', async () => {
    const debate = await aDebate();
    const other = await aRelated();
    const who = await aPerson();
    const [a, b] = [await aClaim(debate), await aClaim(debate)];
    const on = async (relationId: string) =>
      codeOf(await rateImpact(who, debate.roomId, relationId, weigh(2)));
    expect(await on(await aRelation(debate, a, b, { status: 'archived' }))).toBe('claim-archived');
    expect(await on(await aRelation(debate, b, a, { status: 'suggested' }))).toBe('not-found');
    expect(await on(other.relationId)).toBe('not-found');
  });
});
