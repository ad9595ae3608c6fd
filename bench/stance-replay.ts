// A conversation as it came to be: the map is computed forty times, each time with more votes, each from the one before.

import { adjustedRandIndex } from '../lib/domain/stance/opinion-map/agreement';
import { bestPairs } from '../lib/domain/stance/opinion-map/group-identity';
import { nativeMap } from '../lib/domain/stance/opinion-map/native-mode';
import type { OpinionMap } from '../lib/domain/stance/opinion-map/opinion-map';
import { polisMap } from '../lib/domain/stance/opinion-map/polis-mode';
import { seededRandom, shuffled } from '../lib/domain/stance/opinion-map/random';
import { type VoteMatrix, type VoteTriples, voteMatrix } from '../lib/domain/stance/opinion-map/vote-matrix';

/** Votes in the order in which they were cast; people are numbered as they first voted. */
export interface VoteStream {
  triples: VoteTriples;
  claims: number;
}

/** The votes of a matrix in an order that is drawn with a seed: people still vote in one go, as they come. */
export function streamOf({ people, claims, rowStart, claim, vote }: VoteMatrix): VoteStream {
  const person: number[] = [];
  const from: number[] = [];
  for (const [at, p] of shuffled(people, seededRandom(4)).entries()) {
    for (let i = rowStart[p] as number; i < (rowStart[p + 1] as number); i += 1) {
      person.push(at);
      from.push(i);
    }
  }
  return {
    triples: { person, claim: from.map((i) => claim[i] as number), vote: from.map((i) => vote[i] as number) },
    claims,
  };
}

type Follow = (matrix: VoteMatrix, isOut: Uint8Array) => OpinionMap;

/** How each mode goes on from its map before. */
function followers(): Record<'native' | 'polis', Follow> {
  let nativeHistory: ReturnType<typeof nativeMap>['history'] | undefined;
  let polisHistory: ReturnType<typeof polisMap>['history'] | undefined;
  return {
    native: (matrix, isOut) => {
      const map = nativeMap(matrix, isOut, nativeHistory);
      nativeHistory = map.history;
      return map;
    },
    polis: (matrix, isOut) => {
      const map = polisMap(matrix, isOut, polisHistory);
      polisHistory = map.history;
      return map;
    },
  };
}

/** People in groups before and after, by the ids of both. */
function overlap(before: Int16Array, after: Int16Array): { kept: number; most: number } {
  const [rows, columns] = [before, after].map((group) => [...new Set(group)].filter((id) => id >= 0)) as [
    number[],
    number[],
  ];
  const shared = rows.map(() => columns.map(() => 0));
  let kept = 0;
  for (let p = 0; p < before.length; p += 1) {
    const [one, other] = [before[p] as number, after[p] as number];
    if (one < 0 || other < 0) continue;
    if (one === other) kept += 1;
    const row = shared[rows.indexOf(one)] as number[];
    const column = columns.indexOf(other);
    row[column] = (row[column] as number) + 1;
  }
  const most = bestPairs(shared).reduce((sum, column, row) => sum + (shared[row]?.[column] ?? 0), 0);
  return { kept, most };
}

export interface Replay {
  /** People who kept the id of their group, in those who could have if groups were named at best: 1 when none is renamed. */
  identity: number;
  /** Agreement (adjusted Rand index) of the last map with one computed without its past. */
  independence: number;
}

/** Replays the votes in so many steps. */
export function replayed(
  { triples, claims }: VoteStream,
  isOut: Uint8Array,
  mode: 'native' | 'polis',
  steps: number,
): Replay {
  const follow = followers()[mode];
  let before: OpinionMap | null = null;
  let last: VoteMatrix | null = null;
  let [kept, most] = [0, 0];
  for (let step = 1; step <= steps; step += 1) {
    const count = Math.round((triples.vote.length * step) / steps);
    let people = 0;
    for (let i = 0; i < count; i += 1) people = Math.max(people, (triples.person[i] as number) + 1);
    last = voteMatrix(people, claims, { ...triples, count });
    const map: OpinionMap = follow(last, isOut);
    if (before) {
      const same = overlap(before.group, map.group);
      kept += same.kept;
      most += same.most;
    }
    before = map;
  }
  const cold = last && followers()[mode](last, isOut);
  return {
    identity: most === 0 ? 1 : kept / most,
    independence: before && cold ? adjustedRandIndex(before.group, cold.group) : 1,
  };
}
