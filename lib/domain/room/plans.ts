import { type PlanStage, type PlanStep, type RoomPlan, USUAL_ACTS } from './plan';

/**
 * Plans to start from. Times are those of one lesson of 45 minutes but for the seminar; all of it can be changed while the
 * room runs. Titles and tasks are null where the interface has words of its own for a step of that name.
 */

export const PLAN_NAMES = ['oxford', 'controversy', 'fishbowl', 'free_study', 'seminar'] as const;
export type PlanName = (typeof PLAN_NAMES)[number];

type Sketch = Partial<Omit<PlanStep, 'stage'>> & { stage: PlanStage; days?: number };

/** Everything that a person can do, for rooms without a clock. */
const ALL = ['note', 'claim', 'vote', 'impact', 'stance'] as const;

const SKETCHES: Readonly<Record<PlanName, readonly Sketch[]>> = {
  // Stance, debate, stance: who wins is who moves people.
  oxford: [
    { stage: 'read', minutes: 8 },
    { stage: 'first_stance', minutes: 3 },
    { stage: 'explore', minutes: 12 },
    { stage: 'vote', minutes: 10 },
    { stage: 'second_stance', minutes: 5 },
    { stage: 'reveal', minutes: 7 },
  ],
  // Structured academic controversy: argue the side that one is given, then the other, then say what one thinks.
  controversy: [
    { stage: 'read', minutes: 6 },
    { stage: 'first_stance', minutes: 3 },
    { stage: 'explore', minutes: 8, voice: 'assigned', acts: ['note', 'claim', 'vote'] },
    { stage: 'explore', minutes: 8, voice: 'swapped', acts: ['note', 'claim', 'vote'] },
    { stage: 'vote', minutes: 8 },
    { stage: 'second_stance', minutes: 5 },
    { stage: 'reveal', minutes: 7 },
  ],
  fishbowl: [
    { stage: 'read', minutes: 6 },
    { stage: 'first_stance', minutes: 3 },
    { stage: 'explore', minutes: 9, speakers: 'inside' },
    { stage: 'explore', minutes: 9, speakers: 'outside' },
    { stage: 'vote', minutes: 8 },
    { stage: 'second_stance', minutes: 4 },
    { stage: 'reveal', minutes: 6 },
  ],
  free_study: [{ stage: 'explore', acts: [...ALL] }, { stage: 'reveal' }],
  // Over weeks: each step ends at a date and the next begins by itself; the reveal is made together.
  seminar: [
    { stage: 'read', days: 7 },
    { stage: 'first_stance', days: 3 },
    { stage: 'explore', days: 11 },
    { stage: 'vote', days: 5 },
    { stage: 'second_stance', days: 2, movesOn: false },
    { stage: 'reveal' },
  ],
};

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * A plan to start with.
 * @param now milliseconds since 1970: where dates of the seminar count from
 */
export function planOf(name: PlanName, now: number): RoomPlan {
  let days = 0;
  return SKETCHES[name].map(({ days: more, ...sketch }) => {
    days += more ?? 0;
    return {
      title: null,
      task: null,
      minutes: null,
      until: more === undefined ? null : new Date(now + days * DAY_MS).toISOString(),
      movesOn: more !== undefined,
      acts: [...USUAL_ACTS[sketch.stage]],
      voice: 'own',
      speakers: 'all',
      ...sketch,
    };
  });
}
