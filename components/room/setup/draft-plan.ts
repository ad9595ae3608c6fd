import { type DateFault, dateFaultOf } from '@/lib/domain/room/clock';
import {
  MOST_STEPS,
  type PlanStage,
  type PlanStep,
  planInput,
  type RoomPlan,
  USUAL_ACTS,
} from '@/lib/domain/room/plan';

/** A plan while somebody changes it. Each step keeps a key of its own and knows which step of the kept plan it is. */
export interface DraftStep extends PlanStep {
  key: number;
  /** Null for a step that is new. */
  origin: number | null;
}

export interface DraftPlan {
  steps: readonly DraftStep[];
  nextKey: number;
}

/** A plan that is being changed, with the one that it was begun against. */
export interface KeptDraftPlan extends DraftPlan {
  was: RoomPlan;
}

export const draftOf = (plan: RoomPlan): DraftPlan => ({
  steps: plan.map((step, index) => ({ ...step, key: index, origin: index })),
  nextKey: plan.length,
});

export const hasRoom = ({ steps }: DraftPlan): boolean => steps.length < MOST_STEPS;

/** The plan that is meant, and where each of its steps comes from. */
export const planIn = ({ steps }: DraftPlan): { plan: RoomPlan; origins: (number | null)[] } => ({
  plan: steps.map(({ key: _, origin: __, ...step }) => step),
  origins: steps.map(({ origin }) => origin),
});

export const isChanged = (draft: DraftPlan, plan: RoomPlan): boolean =>
  JSON.stringify(planIn(draft)) !== JSON.stringify(planIn(draftOf(plan)));

const withSteps = (draft: DraftPlan, steps: readonly DraftStep[]): DraftPlan => ({ ...draft, steps });

export const changeStep = (draft: DraftPlan, key: number, change: Partial<PlanStep>): DraftPlan =>
  withSteps(
    draft,
    draft.steps.map((step) => (step.key === key ? { ...step, ...change } : step)),
  );

export const removeStep = (draft: DraftPlan, key: number): DraftPlan =>
  withSteps(
    draft,
    draft.steps.filter((step) => step.key !== key),
  );

/** The step one place earlier (-1) or later (1); at an end it stays. */
export function moveStep(draft: DraftPlan, key: number, by: -1 | 1): DraftPlan {
  const from = draft.steps.findIndex((step) => step.key === key);
  const to = from + by;
  const steps = [...draft.steps];
  const [step, other] = [steps[from], steps[to]];
  if (!step || !other) return draft;
  steps[from] = other;
  steps[to] = step;
  return withSteps(draft, steps);
}

function insertAt(draft: DraftPlan, at: number, step: PlanStep): DraftPlan {
  const steps = [...draft.steps];
  steps.splice(at, 0, { ...step, key: draft.nextKey, origin: null });
  return { steps, nextKey: draft.nextKey + 1 };
}

/** The same step once more, after itself. */
export function repeatStep(draft: DraftPlan, key: number): DraftPlan {
  const at = draft.steps.findIndex((step) => step.key === key);
  const step = draft.steps[at];
  if (!step) return draft;
  const { key: _, origin: __, ...plain } = step;
  return insertAt(draft, at + 1, plain);
}

/** A new step, as late as its stage may come: before the reveal, which hides nothing again. */
export function addStep(draft: DraftPlan, stage: PlanStage): DraftPlan {
  const reveal = draft.steps.findIndex((step) => step.stage === 'reveal');
  const at = stage === 'reveal' || reveal === -1 ? draft.steps.length : reveal;
  return insertAt(draft, at, {
    stage,
    title: null,
    task: null,
    minutes: null,
    until: null,
    movesOn: false,
    acts: [...USUAL_ACTS[stage]],
    voice: 'own',
    speakers: 'all',
  });
}

export interface PlanFault {
  step: number;
  /** The field, or what is wrong with a date. */
  field: keyof PlanStep | DateFault['why'];
}

/**
 * The first thing in the plan that does not fit; null when all of it does.
 * @param kept the plan as it is, and the step that the class is at
 * @param now milliseconds since 1970
 */
export function faultIn(
  draft: DraftPlan,
  { plan: kept, step: here }: { plan: RoomPlan; step: number },
  now: number,
): PlanFault | null {
  const { plan, origins } = planIn(draft);
  const [issue] = planInput.safeParse(plan).error?.issues ?? [];
  const [step, field] = issue?.path ?? [];
  if (typeof step === 'number') return { step, field: (field as keyof PlanStep | undefined) ?? 'stage' };
  const was = origins.map((origin) => (origin === null ? null : (kept[origin]?.until ?? null)));
  const misdated = dateFaultOf(plan, { at: origins.indexOf(here), now, was });
  return misdated && { step: misdated.step, field: misdated.why };
}

const FIELDS = [
  'stage',
  'title',
  'task',
  'minutes',
  'until',
  'movesOn',
  'acts',
  'voice',
  'speakers',
] as const satisfies readonly (keyof PlanStep)[];

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Where each step of an older plan stands in the newer one; null for one that is not in it any more. */
function placesIn(now: RoomPlan, was: RoomPlan): (number | null)[] {
  const taken = new Set<number>();
  const places: (number | null)[] = was.map(() => null);
  const alike: ((one: PlanStep, other: PlanStep) => boolean)[] = [
    isSame,
    (one, other) => one.stage === other.stage && one.title === other.title,
    (one, other) => one.stage === other.stage,
  ];
  for (const fits of alike) {
    was.forEach((step, index) => {
      if (places[index] !== null) return;
      const at = now.findIndex((other, place) => !taken.has(place) && fits(step, other));
      if (at === -1) return;
      places[index] = at;
      taken.add(at);
    });
  }
  return places;
}

/** Their step with what was changed in mine. */
function withChanges(mine: DraftStep, was: PlanStep, theirs: PlanStep, origin: number): DraftStep {
  const changed = Object.fromEntries(
    FIELDS.filter((field) => !isSame(mine[field], was[field])).map((field) => [field, mine[field]]),
  );
  return { ...theirs, ...changed, key: mine.key, origin };
}

/**
 * A draft that was begun against a plan that somebody has changed since, put into theirs: what either of the two changed,
 * added or took out holds, and where both changed the same thing, the draft does.
 */
export function carriedOver({ was, steps, nextKey }: KeptDraftPlan, now: RoomPlan): KeptDraftPlan {
  const places = placesIn(now, was);
  const carried: DraftStep[] = steps.flatMap((mine): DraftStep[] => {
    const before = mine.origin === null ? undefined : was[mine.origin];
    if (mine.origin === null || before === undefined) return [{ ...mine, origin: null }];
    const place = places[mine.origin] ?? null;
    const theirs = place === null ? undefined : now[place];
    if (place !== null && theirs !== undefined) return [withChanges(mine, before, theirs, place)];
    // They took it out: it stays out, unless it was changed here.
    const isUntouched = FIELDS.every((field) => isSame(mine[field], before[field]));
    return isUntouched ? [] : [{ ...mine, origin: null }];
  });
  let key = nextKey;
  now.forEach((theirs, place) => {
    if (places.includes(place)) return;
    // Theirs alone: after the step that it follows in their plan.
    const after = carried.findLastIndex(({ origin }) => origin !== null && origin < place);
    carried.splice(after + 1, 0, { ...theirs, key, origin: place });
    key += 1;
  });
  return { was: now, steps: carried.slice(0, MOST_STEPS), nextKey: key };
}
