import type { Components, OpinionMap } from './opinion-map';
import { countOut, stretch } from './projection';
import type { VoteMatrix } from './vote-matrix';

/** Why somebody is where they are on the map, and which vote would move them. */

/** What one vote adds to a position. All of a person's add up to where they are. */
export interface Contribution {
  /** Index of the claim. */
  claim: number;
  /** +1 agree, -1 disagree, 0 pass. */
  vote: number;
  x: number;
  y: number;
}

/** Votes of one person, on claims that ascend. */
export interface VotesOfOne {
  /** Index of each claim. */
  claim: ArrayLike<number>;
  /** +1 agree, -1 disagree, 0 pass. */
  vote: ArrayLike<number>;
}

export function votesOfOne({ rowStart, claim, vote }: VoteMatrix, person: number): VotesOfOne {
  const [from, to] = [rowStart[person] as number, rowStart[person + 1] as number];
  return { claim: claim.subarray(from, to), vote: vote.subarray(from, to) };
}

/** The contributions of somebody's votes, the largest first; claims that are out add nothing and are not there. */
export function contributionsOf(
  { claim, vote }: VotesOfOne,
  { centre, axes }: Components,
  isOut: Uint8Array,
): Contribution[] {
  const found: Contribution[] = [];
  for (let i = 0; i < claim.length; i += 1) {
    const c = claim[i] as number;
    if (isOut[c] !== 0) continue;
    const deviation = (vote[i] as number) - (centre[c] as number);
    const [x, y] = [deviation * (axes[0][c] as number), deviation * (axes[1][c] as number)];
    found.push({ claim: c, vote: vote[i] as number, x, y });
  }
  const scale = stretch(centre.length, found.length, countOut(isOut));
  return found
    .map(({ x, y, ...rest }) => ({ ...rest, x: x * scale, y: y * scale }))
    .sort((a, b) => Math.hypot(b.x, b.y) - Math.hypot(a.x, a.y) || a.claim - b.claim);
}

/**
 * How much of a contribution leads from one place towards another: its length in that direction, negative when it leads
 * away. Towards the own group from the nearest other one this says which votes tie somebody to their group.
 */
export function lead(
  { x, y }: Pick<Contribution, 'x' | 'y'>,
  from: readonly [number, number],
  to: readonly [number, number],
): number {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy);
  return length === 0 ? 0 : (x * dx + y * dy) / length;
}

export interface Place {
  x: number;
  y: number;
  /** Id of the group, -1 for none. */
  group: number;
  /** How well the votes fit it, 0 to 1, where groups are made of votes and not of places. */
  fit?: number;
}

/** Somebody's votes, put on a map that stays as it is. */
export interface PlacedVotes {
  now: Place;
  /**
   * Where one vote more, or another one, would put them; asked of every claim, so it takes no look at the other votes.
   * @param from the vote on this claim that it takes the place of, null for none
   */
  after: (claim: number, from: number | null, to: number) => Place;
}

/** Puts votes on a map. */
export type PlaceVotes = (votes: VotesOfOne) => PlacedVotes;

/** Places on a map: the position by its axes, the group whose centre is nearest. */
export function placeOnMap({ components, groups }: OpinionMap, isOut: Uint8Array): PlaceVotes {
  const { centre, axes } = components;
  const out = countOut(isOut);
  const placed = (sumX: number, sumY: number, votes: number): Place => {
    const scale = stretch(centre.length, votes, out);
    const [x, y] = [sumX * scale, sumY * scale];
    let [group, least] = [-1, Number.POSITIVE_INFINITY];
    for (const { id, center } of groups) {
      const distance = Math.hypot(x - center[0], y - center[1]);
      if (distance < least) [group, least] = [id, distance];
    }
    return { x, y, group };
  };
  return ({ claim, vote }) => {
    let [x, y, votes] = [0, 0, 0];
    for (let i = 0; i < claim.length; i += 1) {
      const c = claim[i] as number;
      if (isOut[c] !== 0) continue;
      const deviation = (vote[i] as number) - (centre[c] as number);
      x += deviation * (axes[0][c] as number);
      y += deviation * (axes[1][c] as number);
      votes += 1;
    }
    return {
      now: placed(x, y, votes),
      after: (c, from, to) => {
        const step = to - (from ?? (centre[c] as number));
        const isMore = from === null ? 1 : 0;
        return placed(x + step * (axes[0][c] as number), y + step * (axes[1][c] as number), votes + isMore);
      },
    };
  };
}

/** One vote given, changed or withdrawn. */
export interface Move {
  claim: number;
  /** The vote as it is and as it would be; null for none. */
  from: number | null;
  to: number | null;
  place: Place;
  /** How far it would move the person on the map. */
  distance: number;
}

/**
 * The single votes that would move somebody most: first those that would put them into another group, the surest first, then
 * those that would put them into none, then the others, each by how far they lead. Only agree and disagree are looked at as
 * new votes.
 * @param placeVotes puts votes where they belong
 * @param most how many moves are wanted
 */
export function whatWouldMove(
  own: VotesOfOne,
  isOut: Uint8Array,
  placeVotes: PlaceVotes,
  most: number,
): Move[] {
  const { now, after } = placeVotes(own);
  const moves: Move[] = [];
  for (let claim = 0, at = 0; claim < isOut.length; claim += 1) {
    while (at < own.claim.length && (own.claim[at] as number) < claim) at += 1;
    if (isOut[claim] !== 0) continue;
    const from = own.claim[at] === claim ? (own.vote[at] as number) : null;
    for (const to of [1, -1]) {
      if (to === from) continue;
      const place = after(claim, from, to);
      moves.push({ claim, from, to, place, distance: Math.hypot(place.x - now.x, place.y - now.y) });
    }
  }
  const leaves = ({ place }: Move): number =>
    place.group === now.group ? 0 : place.group < 0 ? 1 : 2 + (place.fit ?? 0);
  return moves
    .sort((a, b) => leaves(b) - leaves(a) || b.distance - a.distance || a.claim - b.claim)
    .slice(0, most);
}
