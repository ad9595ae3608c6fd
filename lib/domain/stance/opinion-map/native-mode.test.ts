import { describe, expect, it } from 'vitest';
import { adjustedRandIndex } from './agreement';
import { campVotes } from './camps.fixture';
import { contributionsOf, votesOfOne } from './contributions';
import { groupReasons, placeInGroups } from './group-reasons';
import { type NativeMap, nativeMap, updatedNativeMap } from './native-mode';
import { fewestOfGroup } from './opinion-map';
import { seededRandom, shuffled } from './random';
import { SMALL_ROWS, votesOf } from './small-conversation.fixture';
import { type VoteMatrix, voteMatrix, withRows } from './vote-matrix';

const none = (matrix: VoteMatrix): Uint8Array => new Uint8Array(matrix.claims);
const three = campVotes({ people: 500, claims: 60, votes: 30, camps: 3, apart: 1.6, seed: 5 });
const map = nativeMap(three.matrix, none(three.matrix));

/** The votes and one more. */
function withVote(matrix: VoteMatrix, person: number, claim: number, vote: number): VoteMatrix {
  const people = Array.from(matrix.rowStart).slice(1);
  const owner = people.flatMap((end, p) => new Array<number>(end - (matrix.rowStart[p] as number)).fill(p));
  return voteMatrix(matrix.people, matrix.claims, {
    person: [...owner, person],
    claim: [...matrix.claim, claim],
    vote: [...matrix.vote, vote],
  });
}

const kinds = ({ notices }: NativeMap): string[] => notices.map(({ kind }) => kind);

describe('groups', () => {
  it.each([2, 3, 4])('are the %i camps that votes were drawn from', (camps) => {
    const made = campVotes({ people: 600, claims: 70, votes: 35, camps, apart: 2, seed: 11 });
    const { group, groups } = nativeMap(made.matrix, none(made.matrix));
    expect(groups).toHaveLength(camps);
    expect(adjustedRandIndex(group, made.camp)).toBeGreaterThan(0.9);
  });

  it('are not told apart where people differ by chance', () => {
    const made = campVotes({ people: 400, claims: 50, votes: 25, camps: 1, apart: 0, seed: 3 });
    const result = nativeMap(made.matrix, none(made.matrix));
    expect(kinds(result)).toEqual(['no-clear-groups']);
    expect(new Set(result.group)).toEqual(new Set([-1, 0]));
    expect(result.basis).toBeNull();
  });

  it('have enough people each, the first the most', () => {
    const sizes = map.groups.map(({ size }) => size);
    const grouped = sizes.reduce((sum, size) => sum + size, 0);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(fewestOfGroup(grouped));
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
  });

  it('leave out who voted too little, and who fits two of them', () => {
    const votes = (p: number): number =>
      (three.matrix.rowStart[p + 1] as number) - (three.matrix.rowStart[p] as number);
    const people = [...map.group.keys()];
    expect(people.filter((p) => votes(p) < 7).every((p) => map.group[p] === -1)).toBe(true);
    expect(people.filter((p) => map.group[p] === -1).every((p) => map.unsettled[p] === 1)).toBe(true);
    const inGroups = people.filter((p) => map.group[p] !== -1);
    expect(Math.max(...inGroups.map((p) => map.unsettled[p] as number))).toBeLessThanOrEqual(0.6);
  });

  it('pass over passes: who only passed is in none', () => {
    const passer = voteMatrix(501, 60, {
      person: [...three.matrix.claim]
        .flatMap((_, i) => ownerOf(three.matrix, i))
        .concat(new Array(40).fill(500)),
      claim: [...three.matrix.claim, ...Array.from({ length: 40 }, (_, c) => c)],
      vote: [...three.matrix.vote, ...new Array(40).fill(0)],
    });
    const result = nativeMap(passer, none(passer));
    expect(result.group[500]).toBe(-1);
    expect(result.isUniform[500]).toBe(1);
  });

  it('do without the claims that are out', () => {
    const isOut = Uint8Array.from({ length: 60 }, (_, c) => (c % 3 === 0 ? 1 : 0));
    const rest = nativeMap(three.matrix, isOut);
    const mirrored = {
      ...three.matrix,
      vote: three.matrix.vote.map((vote, i) => (isOut[three.matrix.claim[i] as number] === 0 ? vote : -vote)),
    };
    const again = nativeMap(mirrored, isOut);
    expect(Array.from(again.group)).toEqual(Array.from(rest.group));
    expect(Array.from(again.x)).toEqual(Array.from(rest.x));
    expect(again.counts).toEqual(rest.counts);
    for (const c of [0, 3, 57]) expect(rest.components.axes[0][c]).toBe(0);
  });
});

const ownerOf = ({ rowStart }: VoteMatrix, i: number): number => rowStart.findIndex((start) => start > i) - 1;

describe('the same votes', () => {
  it('give the same map to the last bit, twice', () => {
    expect(nativeMap(three.matrix, none(three.matrix))).toEqual(map);
  });

  it('give the same map to the last bit in any order of people', () => {
    const random = seededRandom(8);
    const { matrix } = campVotes({ people: 160, claims: 40, votes: 20, camps: 2, apart: 1.6, seed: 2 });
    const first = nativeMap(matrix, none(matrix));
    expect(first.groups).toHaveLength(2);
    for (let round = 0; round < 20; round += 1) {
      const order = shuffled(160, random);
      const other = nativeMap(withRows(matrix, order), none(matrix));
      for (const list of ['x', 'y', 'group', 'unsettled'] as const) {
        expect(Array.from(other[list])).toEqual(Array.from(order, (p) => first[list][p]));
      }
    }
  });
});

describe('an update after one vote', () => {
  it('is what computing all anew gives', () => {
    for (const [person, claim] of [
      [3, 7],
      [120, 40],
      [499, 0],
    ] as const) {
      const more = withVote(three.matrix, person, claim, -1);
      const cold = nativeMap(more, none(more));
      const warm = updatedNativeMap(more, none(more), map.history);
      expect(Array.from(warm.group)).toEqual(Array.from(cold.group));
      for (const list of ['x', 'y', 'unsettled'] as const) {
        const most = Math.max(...cold[list].map((value, p) => Math.abs(value - (warm[list][p] as number))));
        expect(most).toBeLessThan(1e-6);
      }
    }
  });

  it('keeps ids when groups change places by size', () => {
    const history = {
      ...map.history,
      group: map.history.group.map((id) => (id < 0 ? id : 12 - id)),
      next: 13,
    };
    const renamed = nativeMap(three.matrix, none(three.matrix), history);
    expect(Array.from(renamed.group)).toEqual(Array.from(map.group, (id) => (id < 0 ? id : 12 - id)));
  });
});

describe('reasons', () => {
  it('add up to the odds of the group', () => {
    for (const person of [0, 17, 250]) {
      const why = groupReasons(map, three.matrix, person);
      const sum = (why?.start ?? 0) + (why?.reasons ?? []).reduce((all, { weight }) => all + weight, 0);
      expect(sum).toBeCloseTo(why?.total ?? Number.NaN, 9);
      const other = 1 - (map.unsettled[person] as number) / 2;
      if (map.group[person] !== -1) {
        expect(why?.group).toBe(map.group[person]);
        // With two groups left in question, the odds are those of the membership itself.
        expect(1 / (1 + Math.exp(-(why?.total ?? 0)))).toBeGreaterThanOrEqual(other - 1e-9);
      }
    }
  });

  it('add up to the position', () => {
    for (const person of [0, 17, 250]) {
      const terms = contributionsOf(votesOfOne(three.matrix, person), map.components, none(three.matrix));
      expect(terms.reduce((sum, { x }) => sum + x, 0)).toBeCloseTo(map.x[person] as number, 9);
    }
  });

  it('place own votes where the map has them', () => {
    const placeVotes = placeInGroups(map, none(three.matrix));
    for (let p = 0; p < 500; p += 25) {
      if (map.group[p] === -1) continue;
      const place = placeVotes(votesOfOne(three.matrix, p)).now;
      expect(place.group).toBe(map.group[p]);
      expect(place.x).toBeCloseTo(map.x[p] as number, 9);
    }
  });
});

describe('another vote', () => {
  it('puts somebody where all their votes put anew do', () => {
    const placeVotes = placeInGroups(map, none(three.matrix));
    for (let p = 0; p < 500; p += 50) {
      const own = votesOfOne(three.matrix, p);
      const voteOn = new Map(Array.from(own.claim, (c, i) => [c, own.vote[i] ?? 0]));
      const { after } = placeVotes(own);
      for (let claim = 0; claim < 60; claim += 1) {
        const all = [...new Map(voteOn).set(claim, -1)].sort(([a], [b]) => a - b);
        const anew = placeVotes({ claim: all.map(([c]) => c), vote: all.map(([, v]) => v) }).now;
        const place = after(claim, voteOn.get(claim) ?? null, -1);
        expect(place.group).toBe(anew.group);
        expect(place.fit).toBeCloseTo(anew.fit ?? Number.NaN, 9);
        expect(place.x).toBeCloseTo(anew.x, 9);
      }
    }
  });
});

describe('groups that go and come again', () => {
  it('keep their ids over a map without clear groups, and give them to nobody else', () => {
    const chance = campVotes({ people: 500, claims: 60, votes: 30, camps: 1, apart: 0, seed: 3 }).matrix;
    const between = nativeMap(chance, none(chance), map.history);
    expect(kinds(between)).toEqual(['no-clear-groups']);
    expect(between.history).toMatchObject({ group: map.history.group, next: map.history.next, path: null });
    const again = nativeMap(three.matrix, none(three.matrix), between.history);
    expect(Array.from(again.group)).toEqual(Array.from(map.group));
    const others = { ...between.history, group: new Int16Array(500).fill(-1) };
    const { next } = map.history;
    expect(nativeMap(three.matrix, none(three.matrix), others).groups.map(({ id }) => id)).toEqual([
      next,
      next + 1,
      next + 2,
    ]);
  });
});

describe('little to go by', () => {
  it('gives no groups of fewer than five people', () => {
    const few = votesOf(['+-+-', '-+-+', '+-+-']);
    const result = nativeMap(few, none(few));
    expect(Array.from(result.group)).toEqual([-1, -1, -1]);
    expect(result.notices).toEqual([{ kind: 'too-few-people', people: 3 }]);
  });

  it('gives a map of nobody, of one, and of people who all agree', () => {
    const nobody = voteMatrix(0, 0, { person: [], claim: [], vote: [] });
    expect(nativeMap(nobody, none(nobody)).groups).toEqual([]);
    const one = votesOf(['+-0+']);
    expect(kinds(nativeMap(one, none(one)))).toContain('too-few-people');
    const alike = votesOf(new Array<string>(12).fill('++++++++'));
    const result = nativeMap(alike, none(alike));
    expect(kinds(result)).toEqual(['nothing-divides']);
    expect(Array.from(result.isUniform)).toEqual(new Array(12).fill(1));
    expect(result.x.every((x) => x === 0)).toBe(true);
  });

  it('gives numbers, not gaps, for claims nobody saw and when all claims are out', () => {
    const small = votesOf([...SMALL_ROWS]);
    for (const isOut of [none(small), new Uint8Array(small.claims).fill(1)]) {
      const result = nativeMap(small, isOut);
      for (const list of [result.x, result.y, result.unsettled])
        expect(list.every(Number.isFinite)).toBe(true);
    }
  });
});
