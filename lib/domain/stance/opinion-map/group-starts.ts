import { type Answers, answersOfPeople } from './answers';
import { addToItems, sumByPerson } from './item-rows';
import { fitted, type GroupFit, type Membership } from './latent-groups';
import { leadingDirection } from './leading-direction';

/**
 * Where the search for one more group begins: a group is parted in the middle, across the direction in which the answers
 * of its own people differ most, and what that gives is fitted on for a few rounds.
 */

const FEWEST_TO_SPLIT = 6;
const FIT_ROUNDS = 6;

/** The beginning: one group of everybody. */
export const everybody = (people: number): Membership => ({
  groups: 1,
  people,
  share: new Float64Array(people).fill(1),
});

/** Index of the group that each person is in most. */
export function largestShare({ groups, people, share }: Membership): Int32Array {
  const own = new Int32Array(people);
  for (let p = 0; p < people; p += 1) {
    let most = share[p] as number;
    for (let g = 1; g < groups; g += 1) {
      const part = share[g * people + p] as number;
      if (part <= most) continue;
      own[p] = g;
      most = part;
    }
  }
  return own;
}

/** What an answer adds to the difference of its person from what is usual: for each item, of those who were counted. */
function deviations(counts: Float64Array): Float64Array {
  const deviation = new Float64Array(counts.length);
  const items = counts.length;
  for (let at = 0; at < items; at += 2) {
    const agree = counts[at] as number;
    const disagree = counts[at + 1] as number;
    const all = agree + disagree;
    if (!(all > 0)) continue;
    deviation[at] = disagree / all;
    deviation[at + 1] = -agree / all;
  }
  return deviation;
}

/** Coordinates of people in the direction in which their answers differ most. */
function scoresOf(answers: Answers): Float64Array {
  const { people, claims, rowStart, counts } = answers;
  const deviation = deviations(counts);
  const [term, image] = [new Float64Array(2 * claims), new Float64Array(2 * claims)];
  const sums = new Float64Array(people);
  const project = (axis: Float64Array): void => {
    // Stands for both answers at once: what an answer adds is its deviation times the axis of its claim.
    stretched(deviation, axis, term);
    sumByPerson(answers, term, 0, sums);
  };
  const axis = leadingDirection(mostDivided(counts), (from, to) => {
    project(from);
    image.fill(0);
    addToItems(answers, sums, image);
    gathered(deviation, image, to);
  });
  if (!axis) return sums;
  project(axis);
  for (let p = 0; p < people; p += 1) {
    const given = (rowStart[p + 1] as number) - (rowStart[p] as number);
    sums[p] = (sums[p] as number) / Math.sqrt(given + 3);
  }
  return sums;
}

function stretched(deviation: Float64Array, axis: Float64Array, into: Float64Array): void {
  const items = into.length;
  for (let at = 0; at < items; at += 1) into[at] = (deviation[at] as number) * (axis[at >> 1] as number);
}

function gathered(deviation: Float64Array, image: Float64Array, into: Float64Array): void {
  const claims = into.length;
  for (let c = 0; c < claims; c += 1) {
    const agree = (image[2 * c] as number) * (deviation[2 * c] as number);
    into[c] = agree + (image[2 * c + 1] as number) * (deviation[2 * c + 1] as number);
  }
}

/** The axis of the one claim on which most differ; all 0 when all agree on all. */
function mostDivided(counts: Float64Array): Float64Array {
  const axis = new Float64Array(counts.length / 2);
  const claims = axis.length;
  let most = 0;
  let at = -1;
  for (let c = 0; c < claims; c += 1) {
    const agree = counts[2 * c] as number;
    const disagree = counts[2 * c + 1] as number;
    const divided = (agree * disagree) / (agree + disagree);
    if (divided > most) {
      most = divided;
      at = c;
    }
  }
  if (at >= 0) axis[at] = 1;
  return axis;
}

/** Memberships in which the marked people leave group g for a new one, which comes last. */
function parted({ groups, people, share }: Membership, g: number, leaves: Uint8Array): Membership {
  const parts = new Float64Array((groups + 1) * people);
  parts.set(share);
  const [from, to] = [g * people, groups * people];
  for (let p = 0; p < people; p += 1) {
    if (leaves[p] === 0) continue;
    parts[to + p] = parts[from + p] as number;
    parts[from + p] = 0;
  }
  return { groups: groups + 1, people, share: parts };
}

/** The people whose group this is. */
function peopleOf(own: Int32Array, g: number): Int32Array {
  const people = own.length;
  const rows = new Int32Array(people);
  let size = 0;
  for (let p = 0; p < people; p += 1) {
    if (own[p] !== g) continue;
    rows[size] = p;
    size += 1;
  }
  return rows.slice(0, size);
}

/**
 * Groups, one more than there were, by parting one of them; null when it has too few people.
 * @param own the group that each person is in most
 */
export function withGroupParted(
  answers: Answers,
  before: Membership,
  own: Int32Array,
  g: number,
): GroupFit | null {
  const rows = peopleOf(own, g);
  if (rows.length < FEWEST_TO_SPLIT) return null;
  const scores = scoresOf(answersOfPeople(answers, rows));
  const middle = scores.slice().sort()[(rows.length - 1) >> 1] as number;
  const leaves = new Uint8Array(answers.people);
  const size = rows.length;
  for (let r = 0; r < size; r += 1) if ((scores[r] as number) > middle) leaves[rows[r] as number] = 1;
  return fitted(answers, parted(before, g, leaves), FIT_ROUNDS);
}

/** Groups, one more than there were, in each way of getting there: one fit for each group that can be parted. */
export function withOneMoreGroup(answers: Answers, before: Membership): { parted: number; fit: GroupFit }[] {
  const own = largestShare(before);
  const ways: { parted: number; fit: GroupFit }[] = [];
  for (let g = 0; g < before.groups; g += 1) {
    const fit = withGroupParted(answers, before, own, g);
    if (fit) ways.push({ parted: g, fit });
  }
  return ways;
}
