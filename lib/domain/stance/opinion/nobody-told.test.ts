import { describe, expect, test } from 'vitest';
import { groupsOf } from '../opinion-map/group-facts';
import { voteMatrix } from '../opinion-map/vote-matrix';
import { factsOf, votesOf } from './camp-facts.fixture';
import { drawOpinions } from './draw-map';
import type { OpinionFacts } from './facts';
import { lensOf } from './lens';
import { type OpinionReading, readOpinions } from './opinion-reading';
import { rowOf, smallClass } from './small-class.fixture';
import { drawTimeline } from './timeline';

/** Ways to find out of a dot what one person answered, which fail. */

const VALUES: Readonly<Record<string, number>> = { agree: 1, pass: 0, disagree: -1 };

/** What the lenses show of each dot, claim by claim. */
function lensRows(facts: OpinionFacts, reading: OpinionReading): (number | null)[][] {
  const lenses = facts.claims.map(({ claimId }) => lensOf(facts, reading, claimId) ?? null);
  return reading.order.map((_, dot) =>
    lenses.map((votes) => {
      const vote = votes?.[dot] ?? null;
      return vote === null ? null : (VALUES[vote] ?? null);
    }),
  );
}

/** How many ways of voting, of those that the lenses leave open to this person, lead to the square in which they are told to be. */
function waysTo(
  facts: OpinionFacts,
  { map, grid, cells, order, shown }: OpinionReading,
  person: number,
): number {
  const neighbours = order.filter((p) => cells.of[p] === cells.of[person]);
  const rows = neighbours.map((p) => rowOf(facts, p));
  const open = facts.claims.map((_, c) => [...new Set(rows.map((row) => row[c] ?? null))]);
  const side = grid.extent / (grid.squares[person] ?? 1);
  const told = shown.dots[order.indexOf(person)];
  const inSquare = (value: number, from: number, toldAt = Number.NaN) =>
    Math.floor((toldAt - from) / side) === Math.floor((value - from) / side + 1e-9) ||
    Math.abs(value - toldAt) < 1e-4;
  const { centre, axes } = map.components;
  const search = (claim: number, x: number, y: number, votes: number): number => {
    const answers = open[claim];
    if (!answers) {
      const stretch = Math.sqrt(open.length / Math.max(1, votes));
      return inSquare(x * stretch, grid.left, told?.x) && inSquare(y * stretch, grid.low, told?.y) ? 1 : 0;
    }
    return answers.reduce<number>((sum, vote) => {
      if (vote === null) return sum + search(claim + 1, x, y, votes);
      const away = vote - (centre[claim] as number);
      const [toX, toY] = [x + away * (axes[0][claim] as number), y + away * (axes[1][claim] as number)];
      return sum + search(claim + 1, toX, toY, votes + 1);
    }, 0);
  };
  return search(0, 0, 0, 0);
}

describe('a class of fourteen', () => {
  const facts = smallClass();
  const reading = drawOpinions({ facts, before: null });
  const grouped = reading.order.filter((p) => reading.cells.of[p] !== -1);

  test('has two groups, and two people in none', () => {
    expect(reading.shown.groups.map(({ people }) => people)).toEqual([6, 6]);
    expect(grouped).toHaveLength(12);
  });

  test('cannot be solved for the votes of a dot: many ways of voting lead to each place that is told', () => {
    for (const person of grouped) expect(waysTo(facts, reading, person)).toBeGreaterThan(4);
  });

  test('tells by no lens what those in no cell voted, and of nobody else all of it', () => {
    const rows = lensRows(facts, reading);
    let same = 0;
    for (const [dot, person] of reading.order.entries()) {
      if (reading.cells.of[person] === -1) expect(rows[dot]).toEqual(facts.claims.map(() => null));
      else if (JSON.stringify(rows[dot]) === JSON.stringify(rowOf(facts, person))) same += 1;
    }
    // Where neighbours differ on little, a dealt row is somebody's own by chance; nothing tells which.
    expect(same).toBeLessThan(grouped.length / 3);
  });

  test('is told in a replay in the same squares, and ends at the places that are shown', () => {
    const castAt = Float64Array.from(facts.matrix.vote, (_, i) => Math.floor(i / 60) * 3_600_000);
    const frames = drawTimeline({ facts, reading, castAt });
    expect(frames.length).toBeGreaterThan(1);
    expect(frames.at(-1)?.dots.map((dot) => dot && [dot.x, dot.y])).toEqual(
      reading.shown.dots.map(({ x, y }) => [x, y]),
    );
    const { grid, order } = reading;
    for (const { dots } of frames) {
      for (const [at, dot] of dots.entries()) {
        const p = order[at] ?? -1;
        const within = dot && (((dot.x - grid.left) / grid.extent) * (grid.squares[p] ?? 0)) % 1;
        // Always at the same point of a square.
        if (dot) expect(((within ?? 0) + 1) % 1).toBeCloseTo((facts.points?.[2 * p] ?? 0) / 2 ** 32, 2);
      }
    }
  });

  test('shows no stance while fewer than five said where they stand', () => {
    const { shown } = drawOpinions({ facts: smallClass({ 2: 73, 9: -41 }), before: null });
    expect(shown.dots.map(({ stance }) => stance)).toEqual(shown.dots.map(() => null));
  });
});

/** The map of these people with groups that somebody else made. */
function grouped(facts: OpinionFacts, groupOf: readonly number[]): OpinionReading {
  const { map } = drawOpinions({ facts, before: null });
  const group = Int16Array.from(groupOf);
  return readOpinions(facts, { ...map, group, groups: groupsOf(group, map) });
}

/** Everybody votes on the first claims, camp against camp with one who strays on each; rows of `rare` on the last one alone. */
function camps(sizes: readonly number[], rare: Readonly<Record<number, number>> = {}): OpinionFacts {
  const triples = { person: [] as number[], claim: [] as number[], vote: [] as number[] };
  const cast = (person: number, claim: number, vote: number) => {
    triples.person.push(person);
    triples.claim.push(claim);
    triples.vote.push(vote);
  };
  const people = sizes.reduce((sum, size) => sum + size, 0);
  for (let p = 0; p < people; p += 1) {
    for (let c = 0; c < 8; c += 1)
      cast(p, c, (p < (sizes[0] ?? 0) === (c % 2 === 0)) !== ((p * 3) % 8 === c) ? 1 : -1);
    const last = rare[p];
    if (last !== undefined) cast(p, 8, last);
  }
  return factsOf(voteMatrix(people, 9, triples));
}

const placed = (facts: OpinionFacts, stanceOf: (p: number) => number | null): OpinionFacts => ({
  ...facts,
  stances: facts.stances.map((_, p) => stanceOf(p) ?? Number.NaN),
});

/** People whose number of votes nobody else has, and whose votes are those that the lenses show on the one dot with as many. */
function foundByNumber(facts: OpinionFacts, reading: OpinionReading): number[] {
  const countOf = (row: readonly (number | null)[]) => row.filter((vote) => vote !== null).length;
  const given = reading.order.map((p) => countOf(rowOf(facts, p)));
  const rows = lensRows(facts, reading);
  const seen = rows.map(countOf);
  const isAlone = (counts: readonly number[], count: number) =>
    counts.filter((one) => one === count).length === 1;
  return reading.order.filter((p, dot) => {
    const count = given[dot] ?? -1;
    const row = rows[seen.indexOf(count)];
    return (
      isAlone(given, count) && isAlone(seen, count) && row?.every((vote, c) => vote === rowOf(facts, p)[c])
    );
  });
}

test('nobody is found by a number of votes that only they have', () => {
  const all = camps([12, 12]);
  const { person, claim, vote } = votesOf(all.matrix);
  // The fourth left out three of eight, and the fifth two.
  const isCast = person.map((p, i) => !(p === 3 && (claim[i] ?? 0) < 3) && !(p === 4 && (claim[i] ?? 0) < 2));
  const kept = (values: readonly number[]) => values.filter((_, i) => isCast[i]);
  const facts = factsOf(voteMatrix(24, 8, { person: kept(person), claim: kept(claim), vote: kept(vote) }));
  const reading = grouped(facts, [...Array(12).fill(0), ...Array(12).fill(1)]);
  expect(reading.shown.claims.every(({ byGroup }) => byGroup.every((cell) => cell !== null))).toBe(true);
  expect(foundByNumber(facts, reading)).toEqual([]);
  expect(foundByNumber(smallClass(), drawOpinions({ facts: smallClass(), before: null }))).toEqual([]);
});

describe('stances on dots', () => {
  const groupOf = [...Array(12).fill(0), ...Array(9).fill(1), ...Array(4).fill(2), ...Array(3).fill(-1)];

  test('are told where the mean of their group is, and nowhere else', () => {
    // All but one of the second group, and everybody else.
    const facts = placed(camps([12, 16]), (p) => (p === 15 ? null : 60 - 4 * p));
    const { shown } = grouped(facts, groupOf);
    expect(shown.groups.map(({ stance }) => stance?.people ?? null)).toEqual([12, null, null]);
    const seen = shown.dots.filter(({ stance }) => stance !== null);
    expect(seen.map(({ group }) => group)).toEqual(Array(12).fill(0));
    expect(seen.map(({ stance }) => stance ?? 0).sort((a, b) => b - a)).toEqual(
      Array.from({ length: 12 }, (_, p) => 60 - 4 * p),
    );
  });

  test('are told without groups where five or more placed one, and not of all but one', () => {
    const alone = Array(28).fill(0);
    const told = (stanceOf: (p: number) => number | null) =>
      grouped(placed(camps([12, 16]), stanceOf), alone).shown.dots.filter(({ stance }) => stance !== null)
        .length;
    expect(told((p) => (p < 4 ? 10 : null))).toBe(0);
    expect(told((p) => (p < 5 ? 10 : null))).toBe(5);
    expect(told((p) => (p < 27 ? 10 : null))).toBe(0);
    expect(told(() => 10)).toBe(28);
  });
});

test('what a group is not told of is not left over when dots in no group are taken from all', () => {
  // Twelve and twelve, and six in no group; three of the first and the six voted on the last claim.
  const rare = { 0: -1, 1: -1, 2: -1, 24: 1, 25: 1, 26: 1, 27: 1, 28: 1, 29: 1 };
  const facts = camps([12, 18], rare);
  const reading = grouped(facts, [...Array(12).fill(0), ...Array(12).fill(1), ...Array(6).fill(-1)]);
  const last = reading.shown.claims.at(-1);
  expect([last?.counts, last?.byGroup[0]]).toEqual([{ agree: 6, disagree: 3, pass: 0 }, null]);
  expect(lensOf(facts, reading, 'claim-8')).toBeNull();
  const first = lensOf(facts, reading, 'claim-0') ?? [];
  expect(first.filter((vote) => vote !== null)).toHaveLength(24);
  expect(reading.shown.dots.flatMap(({ group }, dot) => (group === null ? [first[dot]] : []))).toEqual(
    Array(6).fill(null),
  );
});

describe('the ends of the axes', () => {
  const namedAt = ({ shown }: OpinionReading) => Object.values(shown.axes.ends).flat();

  test('name nothing where every group is too small to tell of', () => {
    expect(namedAt(grouped(camps([3, 3]), [0, 0, 0, 1, 1, 1]))).toEqual([]);
  });

  test('name no claim that too few voted on', () => {
    const facts = camps([10, 10], { 0: 1, 1: 1, 10: -1, 11: -1 });
    const reading = drawOpinions({ facts, before: null });
    const { axes } = reading.map.components;
    // It would be first.
    axes[0].fill(0.01).set([1], 8);
    const named = namedAt(readOpinions(facts, reading.map)).map(({ claimId }) => claimId);
    expect(named.length).toBeGreaterThan(0);
    expect(named).not.toContain('claim-8');
  });
});
