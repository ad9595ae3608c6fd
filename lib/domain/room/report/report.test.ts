import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ClaimCounts, claimResults, commonGround, mostContested } from './claim-results';
import { countedVotes, type ReportFacts, type VoteFact } from './facts';
import { inRanks } from './ranks';
import { reportNumbers } from './report';
import { hiddenCells } from './small-cells';

const tally = (claimId: string, agree: number, disagree: number, pass = 0): ClaimCounts => ({
  claimId,
  agree,
  disagree,
  pass,
});
const ids = (ranks: readonly { items: readonly ClaimCounts[] }[]) =>
  ranks.map(({ items }) => items.map(({ claimId }) => claimId));

describe('ranks', () => {
  it('never cut a tie', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(4), { maxLength: 20 }), fc.integer({ min: 1, max: 6 }), (numbers, most) => {
        const ranks = inRanks(numbers, (a, b) => b - a, most);
        for (const { items } of ranks) {
          expect(items).toHaveLength(numbers.filter((number) => number === items[0]).length);
        }
        const listed = ranks.flatMap(({ items }) => items);
        expect(listed).toEqual([...listed].sort((a, b) => b - a));
        expect(listed.length).toBeLessThanOrEqual(Math.max(most, ranks[0]?.items.length ?? 0));
      }),
    );
  });
});

describe('small cells', () => {
  /** Where everybody answered. */
  const hiddenOf = (answers: readonly number[]) =>
    [...hiddenCells(answers.map((count) => ({ people: count, answers: count })))].sort((a, b) => a - b);

  it('hides one to four answers, and a second cell when one is hidden', () => {
    expect(hiddenOf([12, 9, 7])).toEqual([]);
    expect(hiddenOf([12, 4, 7])).toEqual([1, 2]);
    expect(hiddenOf([12, 0, 7])).toEqual([]);
    expect(hiddenOf([12, 2, 2])).toEqual([0, 1, 2]);
    expect(hiddenOf([12, 3, 3])).toEqual([1, 2]);
  });

  it('hides what fewer than five people did not answer either', () => {
    expect([
      ...hiddenCells([
        { people: 6, answers: 6 },
        { people: 1, answers: 0 },
      ]),
    ]).toEqual([1, 0]);
    expect(hiddenCells([{ people: 6, answers: 0 }]).size).toBe(0);
  });

  it('leaves nothing below five to be found by subtraction', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { minLength: 1, maxLength: 8 }), (answers) => {
        const hidden = new Set(hiddenOf(answers));
        answers.forEach((count, index) => {
          if (count > 0 && count < 5) expect(hidden.has(index)).toBe(true);
        });
        if (hidden.size === 0) return;
        const rest = [...hidden].reduce((sum, index) => sum + (answers[index] ?? 0), 0);
        const isAll = answers.every((count, index) => count === 0 || hidden.has(index));
        expect(isAll || (hidden.size > 1 && rest >= 5)).toBe(true);
      }),
    );
  });
});

describe('what a room says of its claims', () => {
  it('is common ground from 60 % of five votes on, passes counted', () => {
    const claims = [
      tally('exact', 3, 2),
      tally('passes', 5, 0, 4),
      tally('few', 4, 0),
      tally('all', 8, 0),
      tally('against', 0, 9),
    ];
    expect(ids(commonGround(claims))).toEqual([['all'], ['exact']]);
  });

  it('is contested when neither camp has 60 % and the smaller one has a quarter', () => {
    const claims = [
      tally('even', 6, 6),
      tally('shared', 8, 4),
      tally('close', 7, 6, 1),
      tally('silent', 2, 2, 9),
      tally('few', 2, 2),
    ];
    expect(ids(mostContested(claims))).toEqual([['even'], ['close']]);
  });

  it('calls no claim both shared and contested', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.nat(40), fc.nat(40), (agree, disagree, pass) => {
        const claims = [tally('a', agree, disagree, pass)];
        expect(ids(commonGround(claims)).length + ids(mostContested(claims)).length).toBeLessThan(2);
      }),
    );
  });

  it('is hidden below five votes from who does not teach', () => {
    const claims = [tally('a', 2, 1, 1), tally('b', 3, 1, 1), tally('c', 0, 0)];
    expect(claimResults(claims, false).map(({ counts }) => counts)).toEqual([
      null,
      { agree: 3, disagree: 1, pass: 1 },
      { agree: 0, disagree: 0, pass: 0 },
    ]);
    expect(claimResults(claims, true)[0]?.counts).toEqual({ agree: 2, disagree: 1, pass: 1 });
  });
});

describe('the numbers of a report', () => {
  const people = Array.from({ length: 8 }, (_, index) => `p${index}`);
  const votes: VoteFact[] = [
    ...people.map((person) => ({ person, claimId: 'a', choice: 'agree' as const })),
    { person: 'p0', claimId: 'b', choice: 'pass' },
  ];
  const facts: ReportFacts = {
    people,
    ...countedVotes(['a', 'b'], votes),
    stances: people.flatMap((person, index) => [
      { person, round: 1 as const, value: index === 0 ? null : 20, reasons: [] },
      { person, round: 2 as const, value: -20, reasons: ['a'] },
    ]),
    contributions: [
      { person: 'p1', kind: 'claim' },
      { person: 'p1', kind: 'note' },
      { person: 'p2', kind: 'reply' },
    ],
  };

  it('count people and what they did', () => {
    expect(reportNumbers(facts, { teaches: true }).participation).toEqual({
      people: 8,
      voted: 8,
      wroteClaims: 1,
      wroteNotes: 2,
      claims: 1,
      notes: 1,
      replies: 1,
    });
  });

  it('leave no way to a hidden claim through the sum of the votes', () => {
    expect(reportNumbers(facts, { teaches: true }).votes).toEqual({ count: 9, claims: 2, hiddenClaims: 0 });
    expect(reportNumbers(facts, { teaches: false }).votes).toEqual({ count: 8, claims: 1, hiddenClaims: 1 });
  });

  it('are the same in whatever order and under whatever names the facts come', () => {
    const renamed = (person: string) => `x${person}`;
    const turned: ReportFacts = {
      people: facts.people.map(renamed).reverse(),
      ...countedVotes(['a', 'b'], votes.map((vote) => ({ ...vote, person: renamed(vote.person) })).reverse()),
      stances: facts.stances.map((stance) => ({ ...stance, person: renamed(stance.person) })).reverse(),
      contributions: facts.contributions.map((one) => ({ ...one, person: renamed(one.person) })).reverse(),
    };
    for (const teaches of [true, false]) {
      expect(reportNumbers(turned, { teaches })).toEqual(reportNumbers(facts, { teaches }));
    }
  });

  it('draw nobody while a round has fewer than five answers', () => {
    const few = {
      ...facts,
      stances: facts.stances.filter(({ round, person }) => round === 1 || person < 'p4'),
    };
    expect(reportNumbers(facts, { teaches: true }).stances.dots).toHaveLength(8);
    expect(reportNumbers(few, { teaches: true }).stances.dots).toBeNull();
  });
});

describe('stances of fewer than five', () => {
  const factsOf = (
    replies: readonly (readonly [number | null | undefined, number | null | undefined])[],
  ) => ({
    people: replies.map((_, index) => `p${index}`),
    tallies: [],
    votesBy: {},
    contributions: [],
    stances: replies.flatMap(([first, second], index) =>
      ([first, second] as const).flatMap((value, at) =>
        value === undefined
          ? []
          : [{ person: `p${index}`, round: at === 0 ? (1 as const) : (2 as const), value, reasons: [] }],
      ),
    ),
  });
  const toldOf = (facts: ReportFacts) => reportNumbers(facts, { teaches: true }).stances;

  it('are told to nobody: not that the one who answered was not sure', () => {
    const { shift, dots } = toldOf(
      factsOf([
        [null, undefined],
        [undefined, undefined],
        [undefined, undefined],
      ]),
    );
    expect(shift).toMatchObject({
      people: 3,
      first: null,
      second: { placed: 0, unsure: 0, none: 3 },
      pairs: 0,
    });
    expect(dots).toBeNull();
  });

  it('are told to nobody where so few answered both times, though each round has enough', () => {
    const { shift, dots, movedBy } = toldOf(
      factsOf([
        ...Array.from({ length: 4 }, () => [50, undefined] as const),
        ...Array.from({ length: 4 }, () => [undefined, -50] as const),
        [-20, 60],
      ]),
    );
    expect(shift).toMatchObject({ pairs: null, onlyFirst: 0, onlySecond: 0, towardsFor: 0, mean: null });
    expect([dots, movedBy.for.movers]).toEqual([null, 0]);
    expect([shift.first?.placed, shift.second?.placed]).toEqual([5, 5]);
  });
});
