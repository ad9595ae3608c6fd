import type { Answers } from './answers';
import type { GroupFit } from './latent-groups';

/** What groups are worth: how well they predict answers that they were not found from. */

/** Log-losses of the left-out answers of each person. */
export interface Losses {
  /** Predicted from the groups. */
  grouped: Float64Array;
  /** Predicted for everybody alike. */
  alike: Float64Array;
}

export const noLosses = (people: number): Losses => ({
  grouped: new Float64Array(people),
  alike: new Float64Array(people),
});

/**
 * Adds what predicting left-out answers loses. Groups predict for a person in the measure in which the person is in each of
 * them. That predicts better than the likeliest group alone wherever people answered little: with seven claims few can be
 * told apart surely, and who is sent to the wrong group is predicted worse than without any.
 * @param rates share of each answer over all people, by item
 * @param isIn who is not in a group is predicted as everybody is
 */
export function addLosses(
  { grouped, alike }: Losses,
  { people, rowStart, item, counts }: Answers,
  { membership: { groups, share }, model }: GroupFit,
  rates: Float64Array,
  isIn: Uint8Array,
): void {
  const logRate = rates.map(Math.log);
  // How many times likelier an answer is in a group than over all people, side by side for the groups.
  const times = new Float64Array(counts.length * groups);
  const items = counts.length;
  for (let g = 0; g < groups; g += 1) {
    const own = model.logRate[g] as Float64Array;
    for (let at = 0; at < items; at += 1)
      times[at * groups + g] = Math.exp((own[at] as number) - (logRate[at] as number));
  }
  for (let p = 0; p < people; p += 1) {
    let lost = 0;
    let gained = 0;
    const end = rowStart[p + 1] as number;
    for (let i = rowStart[p] as number; i < end; i += 1) {
      const one = item[i] as number;
      lost -= logRate[one] as number;
      if (isIn[p] === 0) continue;
      let likelier = 0;
      for (let g = 0; g < groups; g += 1)
        likelier += (share[g * people + p] as number) * (times[one * groups + g] as number);
      gained += Math.log(likelier);
    }
    alike[p] = (alike[p] as number) + lost;
    grouped[p] = (grouped[p] as number) + lost - gained;
  }
}

/** How much better groups predict than everybody does: 1 less the ratio of the losses; below 0 when they predict worse. */
export function gainOf({ grouped, alike }: Losses): number {
  const total = (list: Float64Array): number => list.reduce((sum, one) => sum + one, 0);
  const all = total(alike);
  return all > 0 ? 1 - total(grouped) / all : 0;
}

/** How sure it is that less is lost: mean difference per person in its standard errors. */
export function surely(less: Float64Array, than: Float64Array): number {
  const people = less.length;
  let [sum, squares] = [0, 0];
  for (let p = 0; p < people; p += 1) {
    const difference = (than[p] as number) - (less[p] as number);
    sum += difference;
    squares += difference * difference;
  }
  const variance = squares - (sum * sum) / people;
  return variance > 0 ? sum / Math.sqrt(variance) : 0;
}
