import { ANSWERS, type ItemRows, sumByPerson } from './item-rows';
import type { Components } from './opinion-map';
import type { VoteMatrix } from './vote-matrix';

/**
 * From votes to positions (Small et al. 2021). A position is a sum of one term for each vote, stretched so that those who
 * voted little are not all in the middle.
 */

export interface Positions {
  x: Float64Array;
  y: Float64Array;
}

/** Number of claims that are out. */
export const countOut = (isOut: Uint8Array): number =>
  isOut.reduce((sum, out) => sum + (out === 0 ? 0 : 1), 0);

/**
 * How much a position is stretched: the root of claims per vote.
 * @param votes votes on claims that are not out
 * @param out claims that are out; each counts as a vote of everybody, as in the established algorithm
 */
export const stretch = (claims: number, votes: number, out: number): number =>
  Math.sqrt(claims / Math.max(1, votes + out));

/** The position of one person. */
export function positionOf(
  matrix: VoteMatrix,
  person: number,
  components: Components,
  isOut: Uint8Array,
  out = countOut(isOut),
): [number, number] {
  const { centre, axes } = components;
  const [first, second] = axes;
  let [x, y, votes] = [0, 0, 0];
  for (let i = matrix.rowStart[person] as number; i < (matrix.rowStart[person + 1] as number); i += 1) {
    const c = matrix.claim[i] as number;
    if (isOut[c] !== 0) continue;
    votes += 1;
    const deviation = (matrix.vote[i] as number) - (centre[c] as number);
    x += deviation * (first[c] as number);
    y += deviation * (second[c] as number);
  }
  const scale = stretch(matrix.claims, votes, out);
  return [x * scale, y * scale];
}

/** The positions of all people. */
export function peoplePositions(matrix: VoteMatrix, components: Components, isOut: Uint8Array): Positions {
  const positions = { x: new Float64Array(matrix.people), y: new Float64Array(matrix.people) };
  const out = countOut(isOut);
  for (let p = 0; p < matrix.people; p += 1) {
    const [x, y] = positionOf(matrix, p, components, isOut, out);
    positions.x[p] = x;
    positions.y[p] = y;
  }
  return positions;
}

/**
 * The positions of all people, from their votes as items: what `peoplePositions` gives.
 * @param votes on claims that are in, as `voteItems` gives them
 * @param claimOf index of each of those claims among all
 */
export function itemPositions(votes: ItemRows, claimOf: Int32Array, { centre, axes }: Components): Positions {
  const { people, rowStart } = votes;
  const claims = centre.length;
  const taken = claimOf.length;
  const placed = axes.map((axis) => {
    const weight = new Float64Array(ANSWERS * taken);
    for (let n = 0; n < taken; n += 1) {
      const c = claimOf[n] as number;
      for (let answer = 0; answer < ANSWERS; answer += 1)
        weight[ANSWERS * n + answer] = (answer - 1 - (centre[c] as number)) * (axis[c] as number);
    }
    const place = new Float64Array(people);
    sumByPerson(votes, weight, 0, place);
    for (let p = 0; p < people; p += 1) {
      const given = (rowStart[p + 1] as number) - (rowStart[p] as number);
      place[p] = (place[p] as number) * stretch(claims, given, claims - taken);
    }
    return place;
  });
  return { x: placed[0] as Float64Array, y: placed[1] as Float64Array };
}

/** Where somebody would be who only agreed with the claim, for each claim; 0, 0 for claims that are out. */
export function claimPositions({ centre, axes }: Components, isOut: Uint8Array): Positions {
  const claims = centre.length;
  const [first, second] = axes;
  const positions = { x: new Float64Array(claims), y: new Float64Array(claims) };
  for (let c = 0; c < claims; c += 1) {
    if (isOut[c] !== 0) continue;
    const reach = Math.sqrt(claims) * (1 - (centre[c] as number));
    positions.x[c] = reach * (first[c] as number);
    positions.y[c] = reach * (second[c] as number);
  }
  return positions;
}

/** How far a claim stands from the middle of the map, 0 or more. */
export const extremities = ({ x, y }: Positions): Float64Array =>
  x.map((value, c) => Math.hypot(value, y[c] as number));
