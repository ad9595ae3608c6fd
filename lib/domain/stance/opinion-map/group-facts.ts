import type { Membership } from './latent-groups';
import { fewestOfGroup, type OpinionGroup, type OpinionNotice } from './opinion-map';
import type { Positions } from './projection';
import type { VoteMatrix } from './vote-matrix';

/** What every opinion map says about its groups, whichever way they were found. */

/** Fewer people than this make no map worth reading. */
export const FEWEST_FOR_MAP = 5;

/**
 * Sizes and centres of groups, ascending by id.
 * @param group id of each person's group, -1 for none
 */
export function groupsOf(group: Int16Array, { x, y }: Positions): OpinionGroup[] {
  const sums = new Map<number, { size: number; x: number; y: number }>();
  const people = group.length;
  for (let p = 0; p < people; p += 1) {
    const id = group[p] as number;
    if (id < 0) continue;
    const sum = sums.get(id) ?? { size: 0, x: 0, y: 0 };
    sum.size += 1;
    sum.x += x[p] as number;
    sum.y += y[p] as number;
    sums.set(id, sum);
  }
  return [...sums]
    .sort(([a], [b]) => a - b)
    .map(([id, sum]) => ({ id, size: sum.size, center: [sum.x / sum.size, sum.y / sum.size] }));
}

/** What has to be said beside groups: too few people, nothing that divides, groups that are small. */
export function noticesOf(groups: readonly OpinionGroup[], totalVariance: number): OpinionNotice[] {
  const grouped = groups.reduce((sum, { size }) => sum + size, 0);
  const notices: OpinionNotice[] = [];
  if (grouped < FEWEST_FOR_MAP) notices.push({ kind: 'too-few-people', people: grouped });
  if (!(totalVariance > 0)) notices.push({ kind: 'nothing-divides' });
  for (const { id, size } of groups) {
    if (size < fewestOfGroup(grouped)) notices.push({ kind: 'small-group', group: id, people: size });
  }
  return notices;
}

/** 1 for people who voted at least twice and always the same, claims that are out aside. */
export function uniformVoters(matrix: VoteMatrix, isOut: Uint8Array): Uint8Array {
  const { people, rowStart, claim, vote } = matrix;
  const isUniform = new Uint8Array(people);
  for (let p = 0; p < people; p += 1) {
    const end = rowStart[p + 1] as number;
    let votes = 0;
    let first = 0;
    // Most people differ in their first votes: the others need not be looked at.
    for (let i = rowStart[p] as number; i < end; i += 1) {
      if (isOut[claim[i] as number] !== 0) continue;
      if (votes > 0 && vote[i] !== first) {
        votes = 0;
        break;
      }
      first = vote[i] as number;
      votes += 1;
    }
    isUniform[p] = votes > 1 ? 1 : 0;
  }
  return isUniform;
}

/**
 * How near people are to leaving their group, from positions alone: distance to the own centre in the distance to the
 * nearest other one. 0 at the own centre, 1 half-way and beyond, 1 for people in no group; 0 when there is one group.
 */
export function unsettledByDistance(
  group: Int16Array,
  groups: readonly OpinionGroup[],
  { x, y }: Positions,
): Float64Array {
  return Float64Array.from(group, (id, p) => {
    if (id < 0) return 1;
    let [own, other] = [0, Number.POSITIVE_INFINITY];
    for (const { id: candidate, center } of groups) {
      const distance = Math.hypot((x[p] as number) - center[0], (y[p] as number) - center[1]);
      if (candidate === id) own = distance;
      else other = Math.min(other, distance);
    }
    if (own === 0 || other === Number.POSITIVE_INFINITY) return 0;
    return Math.min(1, own / other);
  });
}

/** Rank of each group by size, the largest first. */
export function largestFirst(group: Int16Array, groups: number): { rank: number[] } {
  const size = new Array<number>(groups).fill(0);
  for (const g of group) if (g >= 0) size[g] = (size[g] as number) + 1;
  const order = size.map((_, g) => g).sort((a, b) => (size[b] as number) - (size[a] as number) || a - b);
  const rank = new Array<number>(groups).fill(0);
  for (const [r, g] of order.entries()) rank[g] = r;
  return { rank };
}

/**
 * How near people are to leaving their group, from how well they fit it: twice the probability of being elsewhere, at most
 * 1; 1 for people in no group, 0 when there is one group.
 */
export function unsettledByFit(membership: Membership | undefined, group: Int16Array): Float64Array {
  return Float64Array.from(group, (g, p) => {
    if (g < 0) return 1;
    const own = membership ? (membership.share[g * membership.people + p] as number) : 1;
    return Math.min(1, 2 * (1 - own));
  });
}
