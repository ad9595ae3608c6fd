import { useTranslations } from 'next-intl';
import type { RoomStage } from '@/lib/domain/debate/view';
import type { PlanStep, RoomAct } from '@/lib/domain/room/plan';

type Asked = Pick<PlanStep, 'stage' | 'title' | 'task' | 'voice' | 'speakers'>;

/** What kind of step it is, where two of one stage differ: in a controversy and in a fishbowl. */
function kindOf({ stage, voice, speakers }: Pick<Asked, 'stage' | 'voice' | 'speakers'>) {
  if (stage !== 'explore') return stage;
  if (voice !== 'own') return voice;
  return speakers === 'all' ? stage : speakers;
}

/** Exploring differs by what may be done meanwhile: everything in free study, votes for a side in a controversy. */
function showsKey({ stage, acts = [] }: { stage: RoomStage; acts?: readonly RoomAct[] }) {
  if (stage !== 'explore') return stage;
  return acts.includes('stance') ? 'everything' : acts.includes('vote') ? 'voting' : stage;
}

/** The names and tasks of stages and steps: those of the plan where its teacher gave some, the usual ones otherwise. */
export function useStageWords() {
  const t = useTranslations('stage');
  return stageWords(t);
}

export type StageTranslator = ReturnType<typeof useTranslations<'stage'>>;

/** The same for a page that awaits its words: `stageWords(await getTranslations('stage'))`. */
export const stageWords = (t: StageTranslator) => ({
  stageName: (stage: RoomStage): string => t(`name.${stage}`),
  /** What a step is called. */
  nameOf: (step: Asked): string => step.title ?? t(`name.${kindOf(step)}`),
  /** What people are asked to do at it. */
  taskOf: (step: Asked): string => step.task ?? t(`task.${kindOf(step)}`),
  stageTask: (stage: RoomStage): string => t(`task.${stage}`),
  /** What is seen at a step and by whom, in a few words for those who teach. */
  showsAt: (step: { stage: RoomStage; acts?: readonly RoomAct[] }): string => t(`shows.${showsKey(step)}`),
});
