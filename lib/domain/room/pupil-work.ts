import type { OwnStance } from '../debate/view';
import type { PlanStep } from './plan';
import type { RoomQuotas } from './view';

/** What somebody stated in one round of a room. */
export interface OwnRoundStance extends OwnStance {
  motionId: string;
  round: number;
  /** Ids of claims that they say moved them. */
  movedBy: string[];
}

/** What a participant did in a room so far: for them alone. */
export interface PupilWork {
  stances: OwnRoundStance[];
  done: Record<CountedTask, number>;
  /** Paragraphs of the texts. */
  passageCount: number;
}

/** What is asked of a participant and counted on the server; votes are counted where they are cast. */
export const COUNTED_TASKS = ['passages', 'annotations', 'replies', 'claims'] as const;
export type CountedTask = (typeof COUNTED_TASKS)[number];

/**
 * What the room asks of a participant, with what they have done of it.
 * @returns tasks that are asked for, in a fixed order; nobody is asked to read more than there is
 */
export function ownTasks(
  quotas: RoomQuotas,
  { done, passageCount }: Pick<PupilWork, 'done' | 'passageCount'>,
  votes: { answered: number; total: number },
): { task: CountedTask | 'votes'; done: number; asked: number }[] {
  const most = { votes: votes.total, passages: passageCount };
  return (['votes', ...COUNTED_TASKS] as const).flatMap((task) => {
    const quota = quotas[task] ?? 0;
    const asked = task === 'votes' || task === 'passages' ? Math.min(quota, most[task]) : quota;
    return asked === 0 ? [] : [{ task, asked, done: task === 'votes' ? votes.answered : done[task] }];
  });
}

/** The step that comes after this one; null at the end of the plan. */
export const nextStep = <S extends Pick<PlanStep, 'stage'>>(plan: readonly S[], step: number): S | null =>
  plan[step + 1] ?? null;

/** Whether the room goes on from this step by itself, by its clock or on its date, or is moved on by who teaches. */
export const whoMovesOn = ({ plan, step }: { plan: readonly Pick<PlanStep, 'movesOn'>[]; step: number }) =>
  plan[step]?.movesOn ? ('itself' as const) : ('teacher' as const);
