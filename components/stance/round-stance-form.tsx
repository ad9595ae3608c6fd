'use client';

import { useTranslations } from 'next-intl';
import { type RefObject, useMemo } from 'react';
import { SendProblem } from '@/components/claim/send-problem';
import { Button } from '@/components/ui/button';
import type { DebateView, OwnStance } from '@/lib/domain/debate/view';
import { MovedByChoice } from './moved-by-choice';
import { OwnMove } from './own-move';
import { StanceFields, stancePill } from './stance-fields';
import { useStanceDraft } from './use-stance-draft';

/** What a person's answer in one round of a room is kept under while they write it. */
export const roundDraftKey = (roomId: string, motionId: string, round: number): string =>
  `stance:${roomId}:${motionId}:${round}`;

export interface RoundStanceFormProps {
  /** As `useDebate` gives it; its motion is asked about. */
  debate: DebateView;
  round: 1 | 2;
  /** What the person said in the first round; drawn only once the second answer is placed, so that it does not pull. */
  first: OwnStance | null;
  /** Claims that the person named when they saved this round's stance. */
  movedBy: readonly string[];
  /** Ids of claims that they voted on or opened. */
  met: ReadonlySet<string>;
  seed: string;
  /** Its heading, which takes the focus when the form comes in place of what was pressed. */
  headRef: RefObject<HTMLHeadingElement | null>;
  /** @param isSent the server has it */
  onSaved: (isSent: boolean) => void;
  onSkip: () => void;
}

/** Where do you stand, in a room's first or second round; in the second also what moved you. */
export function RoundStanceForm(props: RoundStanceFormProps) {
  const { debate, round, first, met, seed } = props;
  const t = useTranslations('contribute.stance');
  const words = useTranslations('pupil.stance');
  const { motion, room } = debate;
  const work = useStanceDraft(roundDraftKey(room.id, motion.id, round), motion, props.movedBy);
  const { shown, hasAnswer, isSending, change } = work;
  const published = useMemo(
    () => debate.claims.filter(({ status }) => status === 'published'),
    [debate.claims],
  );
  const answer = shown.isUnsure ? ('unsure' as const) : ('placed' as const);
  const showsFirst = round === 2 && hasAnswer;
  const save = async () => {
    const status = await work.save(round === 2 ? { movedBy: [...shown.movedBy] } : {});
    if (status !== null && status !== 'failed') props.onSaved(status === 'sent');
  };

  return (
    <form
      noValidate
      aria-label={t('name')}
      className="grid gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <StanceFields
        work={work}
        sides={debate.sides}
        size="large"
        first={round === 1 ? undefined : showsFirst && first?.answer === 'placed' ? first.value : null}
        head={
          <>
            <p className="text-ui text-muted">{words(round === 1 ? 'askFirst' : 'askSecond')}</p>
            <h2
              ref={props.headRef}
              tabIndex={-1}
              lang={debate.language}
              dir="auto"
              className="font-serif text-[1.375rem] leading-[1.8125rem] text-balance"
            >
              {motion.text}
            </h2>
          </>
        }
        beside={
          <button type="button" disabled={isSending} onClick={props.onSkip} className={stancePill('large')}>
            {words('skip')}
          </button>
        }
        below={
          showsFirst ? (
            <OwnMove first={first} second={{ answer, value: shown.isUnsure ? null : shown.value }} />
          ) : null
        }
        between={
          round === 2 ? (
            <MovedByChoice
              claims={published}
              met={met}
              chosen={shown.movedBy}
              seed={seed}
              sides={debate.sides}
              language={debate.language}
              isDisabled={isSending}
              onChange={(movedBy) => change({ movedBy })}
            />
          ) : null
        }
      />
      <div className="sticky bottom-0 -mx-5 grid gap-2 border-t border-hairline bg-raised px-5 py-3">
        <SendProblem message={work.problem} />
        <Button type="submit" variant="primary" size="large" width="full" isPending={isSending}>
          {words(round === 1 ? 'saveFirst' : 'saveSecond')}
        </Button>
        <p className="text-center text-caption text-muted">
          {work.isWaiting ? t('waiting') : words('hidden')}
        </p>
      </div>
    </form>
  );
}
