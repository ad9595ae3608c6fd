import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { claimOf, debateOf, relationOf } from '../debate/testing/plain-debate';
import type { ClaimView, DebateView, VoteChoice } from '../debate/view';
import { type ConsistencyCheck, checkConsistency } from './consistency';
import { randomGraph } from './random-graph.fixture';

const votes = (choices: Record<string, VoteChoice>, claims: ClaimView[]): ClaimView[] =>
  claims.map((claim) => ({
    ...claim,
    // What others think is not the person's own: it must change nothing.
    tally: { agree: 90, disagree: 3, pass: 1 },
    ownVote: { choice: choices[claim.code] ?? null, seq: 1, isStale: false },
  }));

const CODES = ['D1', 'D2', 'D3', 'H1', 'H2', 'H3'];

/** Three reasons for the motion M and three against it. */
const debate = (choices: Record<string, VoteChoice>, stance: number | null = null): DebateView => {
  const plain = debateOf(
    votes(
      choices,
      CODES.map((code) => claimOf(code)),
    ),
    CODES.map((code) => relationOf(code, code.startsWith('D') ? 'supports' : 'attacks', 'M')),
  );
  const ownStance =
    stance === null
      ? null
      : {
          answer: 'placed' as const,
          value: stance,
          confidence: 2 as const,
          reason: null,
          movedBy: [],
          seq: 1,
        };
  return { ...plain, motion: { ...plain.motion, ownStance } };
};

const implied = (check: ConsistencyCheck) => {
  if (check?.kind !== 'implied') throw new Error('there are too few votes');
  return check;
};

describe('the consistency check', () => {
  test('says what the votes imply, what was stated, and which votes make the difference', () => {
    const check = checkConsistency(
      debate({ D1: 'agree', D2: 'agree', D3: 'pass', H1: 'agree', H2: 'disagree' }, -40),
    );
    // Energy 2 - 1: half the way up.
    expect(implied(check)).toEqual({
      kind: 'implied',
      motionId: 'M',
      coverage: {
        claims: 6,
        votes: 4,
        votesFor: 2,
        votesAgainst: 2,
        neededVotes: 4,
        neededFor: 2,
        neededAgainst: 2,
      },
      implied: 50,
      stance: -40,
      difference: 90,
      claims: [
        { claimId: 'D1', choice: 'agree', change: -50 },
        { claimId: 'D2', choice: 'agree', change: -50 },
      ],
      // H2 turned round as well would lead too far.
      turned: -50,
      isExact: true,
    });
  });

  test('names only votes that lead to the stance', () => {
    const check = checkConsistency(debate({ D1: 'agree', D2: 'agree', H1: 'agree', H2: 'disagree' }, 90));
    expect(implied(check).claims.map(({ claimId }) => claimId)).toEqual(['H1']);
  });

  test('names votes that explain a difference only together', () => {
    // Energy 3: one vote less changes little, all three much.
    const check = implied(
      checkConsistency(debate({ D1: 'agree', D2: 'agree', D3: 'agree', H1: 'disagree', H2: 'disagree' }, 0)),
    );
    expect(check.claims).toHaveLength(3);
    expect(check.claims[0]?.change).toBe(-10);
    expect(check).toMatchObject({ implied: 90, turned: 0 });
  });

  test('never names votes that lead away from the stance', () => {
    const choice = fc.constantFrom<VoteChoice | null>('agree', 'disagree', 'pass', null);
    fc.assert(
      fc.property(
        fc.array(choice, { minLength: 6, maxLength: 6 }),
        fc.integer({ min: -100, max: 100 }),
        (all, stance) => {
          const own = Object.fromEntries(CODES.flatMap((code, i) => (all[i] ? [[code, all[i]]] : [])));
          const check = checkConsistency(debate(own, stance));
          if (check.kind !== 'implied' || check.turned === null) return;
          expect(Math.abs(check.turned - stance)).toBeLessThanOrEqual(Math.abs(check.implied - stance));
          const sum = check.claims.reduce((value, { change }) => value + change, check.implied);
          expect(sum).toBeCloseTo(check.turned, 5);
        },
      ),
    );
  });

  test('has no difference to a stance that was not stated', () => {
    const check = checkConsistency(debate({ D1: 'agree', D2: 'agree', H1: 'agree', H2: 'agree' }));
    expect(implied(check)).toMatchObject({ implied: 0, stance: null, difference: null });
  });

  test.each([
    ['no votes', {}],
    ['three votes', { D1: 'agree', D2: 'agree', H1: 'agree' }],
    ['votes on reasons for the motion alone', { D1: 'disagree', D2: 'agree', D3: 'agree', H1: 'agree' }],
    ['passes', { D1: 'pass', D2: 'pass', H1: 'pass', H2: 'pass', D3: 'agree' }],
  ] satisfies [string, Record<string, VoteChoice>][])('says nothing from %s', (_, choices) => {
    expect(checkConsistency(debate(choices, 10))).toMatchObject({ kind: 'too-few-votes', motionId: 'M' });
  });

  test('leaves out votes on another wording', () => {
    const before = debate({ D1: 'agree', D2: 'agree', H1: 'agree', H2: 'agree' });
    const claims = before.claims.map((claim) =>
      claim.code === 'H2' ? { ...claim, ownVote: { ...claim.ownVote, isStale: true } } : claim,
    );
    expect(checkConsistency({ ...before, claims })).toMatchObject({
      kind: 'too-few-votes',
      coverage: { votes: 3, votesAgainst: 1 },
    });
  });

  test('weighs reasons by the own impact', () => {
    const before = debate({ D1: 'agree', D2: 'agree', H1: 'agree', H2: 'agree' });
    const relations = before.relations.map((relation) => ({
      ...relation,
      tally: { mean: 0, count: 50 },
      ownImpact: { ...relation.ownImpact, weight: relation.fromClaimId.startsWith('H') ? 2 : null },
    }));
    const check = checkConsistency({ ...before, relations });
    // Energy 2 - 1.
    expect(implied(check).implied).toBe(50);
  });

  test('takes a claim without a vote as silent, but held up by what is agreed below it', () => {
    const before = debate({ D1: 'agree', D2: 'agree', H1: 'agree', H2: 'agree' });
    const held = {
      ...before,
      claims: [...before.claims, ...votes({ D4a: 'agree' }, [claimOf('D4'), claimOf('D4a')])],
      relations: [
        ...before.relations,
        relationOf('D4', 'supports', 'M'),
        relationOf('D4a', 'supports', 'D4'),
      ],
    };
    // D4 comes to 0.5 from nothing, the motion has energy 0.5.
    expect(implied(checkConsistency(held)).implied).toBe(20);
  });

  test('asks for two votes a direction only where there are as many', () => {
    const one = debateOf(
      votes(
        { D1: 'agree', D2: 'agree', D3: 'agree', H1: 'agree' },
        ['D1', 'D2', 'D3', 'H1'].map((c) => claimOf(c)),
      ),
      ['D1', 'D2', 'D3']
        .map((code) => relationOf(code, 'supports', 'M'))
        .concat(relationOf('H1', 'attacks', 'M')),
    );
    expect(implied(checkConsistency(one))).toMatchObject({ implied: 80, coverage: { neededAgainst: 1 } });
  });

  test('of a map without claims says nothing', () => {
    expect(checkConsistency(debateOf([], []))).toMatchObject({
      kind: 'too-few-votes',
      coverage: { claims: 0 },
    });
  });

  test('treats both sides alike: with all reasons turned round the value is the opposite', () => {
    const choice = fc.constantFrom<VoteChoice | null>('agree', 'disagree', 'pass', null);
    fc.assert(
      fc.property(fc.array(choice, { minLength: 6, maxLength: 6 }), (all) => {
        const own = Object.fromEntries(CODES.flatMap((code, i) => (all[i] ? [[code, all[i]]] : [])));
        const plain = debate(own);
        const mirrored = {
          ...plain,
          relations: plain.relations.map((relation) => ({
            ...relation,
            kind: relation.kind === 'supports' ? ('attacks' as const) : ('supports' as const),
          })),
        };
        const left = checkConsistency(plain);
        const right = checkConsistency(mirrored);
        expect(left.kind).toBe(right.kind);
        if (left.kind === 'implied' && right.kind === 'implied') {
          expect(right.implied).toBe(0 - left.implied);
        }
      }),
    );
  });
});

test('on a large map with circles the check stops early and says so', () => {
  const { claims, relations } = randomGraph(5, { claims: 1_000, relations: 5_000 });
  const large = debateOf(
    claims.map(({ id }) => ({
      ...claimOf(id),
      ownVote: { choice: 'agree' as const, seq: 1, isStale: false },
    })),
    [
      ...relations
        .filter(({ kind }) => kind !== 'undercuts')
        .map(({ from, to, kind }) => relationOf(from, kind, to)),
      relationOf('c0', 'supports', 'M'),
      relationOf('c1', 'supports', 'M'),
      relationOf('c2', 'attacks', 'M'),
      relationOf('c3', 'attacks', 'M'),
    ],
  );
  const check = implied(checkConsistency(large));
  expect(check.isExact).toBe(false);
  // The nearest were tried.
  expect(check.claims.length).toBeGreaterThan(0);
});
