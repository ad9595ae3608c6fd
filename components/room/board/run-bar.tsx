'use client';

import { Pause, Play } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { reportHref, settingsHref } from '@/components/room/room-address';
import { RoomClock } from '@/components/room/room-clock';
import { useStageWords } from '@/components/room/stage-words';
import { Button, ButtonLink } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import type { RoomProgress } from '@/lib/domain/room/board';
import { isAnythingAsked } from '@/lib/domain/room/progress';
import type { ClockInput } from '@/lib/domain/room/setup';
import type { RoomFrame } from '@/lib/domain/room/view';

const ICON = { 'aria-hidden': true, strokeWidth: 1.75, className: 'size-4' } as const;

/**
 * The run of a room in one line: its clock, how many are in, and the one step that comes next. On a narrow page it stays at the
 * bottom, where the thumb is.
 */
export function RunBar({
  frame,
  progress,
  isPending,
  onClock,
  onNext,
}: {
  frame: RoomFrame;
  progress: RoomProgress;
  isPending: boolean;
  onClock: (input: ClockInput) => void;
  onNext: (step: number) => void;
}) {
  const t = useTranslations('board.run');
  const words = useStageWords();
  const turnout = useTurnoutWords(frame, progress);
  const next = frame.plan[frame.step + 1];
  const isClosed = frame.stage === 'closed';
  const isOpened = isClosed || frame.stage === 'reveal';
  const { endsAt, leftMs } = frame.clock;
  // What was left of its time says nothing once a class is closed.
  const hasClock = !isClosed && (endsAt !== null || leftMs !== null);
  // Its date is changed in the plan; there is no clock to stop or stretch.
  const isDated = typeof frame.plan[frame.step]?.until === 'string';
  // A group goes where its class goes.
  const canRun = frame.kind === 'class' && !isClosed;
  const hasButtons = canRun && !isDated;
  return (
    <section
      aria-label={t('label')}
      className="z-10 grid gap-x-6 gap-y-2 rounded border-[1.5px] border-ink bg-raised px-4 py-3 max-lg:sticky max-lg:bottom-0 max-lg:order-last max-lg:-mx-4 max-lg:rounded-none max-lg:border-x-0 max-lg:border-b-0 max-lg:pb-[max(0.75rem,env(safe-area-inset-bottom))] sm:max-lg:-mx-8 sm:max-lg:px-8 lg:grid-cols-[auto_1fr_auto] lg:items-center lg:ps-5"
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 empty:hidden">
        {hasClock ? (
          <RoomClock
            clock={frame.clock}
            className="min-w-[4.5ch] text-display font-strong tracking-[-0.02em] max-lg:text-title"
          />
        ) : null}
        {hasButtons ? (
          <div className="flex flex-wrap gap-1.5">
            {hasClock ? (
              <Button
                size="small"
                className="min-h-9"
                isPending={isPending}
                onClick={() => onClock({ action: leftMs === null ? 'pause' : 'resume' })}
              >
                {leftMs === null ? <Pause {...ICON} /> : <Play {...ICON} />}
                {t(leftMs === null ? 'pause' : 'resume')}
              </Button>
            ) : null}
            {hasClock ? (
              <>
                <Button
                  size="small"
                  className="min-h-9"
                  onClick={() => onClock({ action: 'add', minutes: -1 })}
                >
                  {t('less')}
                </Button>
                <Button
                  size="small"
                  className="min-h-9"
                  onClick={() => onClock({ action: 'add', minutes: 1 })}
                >
                  {t('more')}
                </Button>
              </>
            ) : (
              <Button size="small" className="min-h-9" onClick={() => onClock({ action: 'add', minutes: 5 })}>
                {t('start')}
              </Button>
            )}
          </div>
        ) : null}
      </div>
      <p
        className={`max-w-[38rem] text-ui text-muted text-pretty ${hasClock || hasButtons ? 'lg:border-s lg:border-hairline lg:ps-6' : 'lg:col-span-2'}`}
      >
        <b className="font-strong text-ink">{turnout}</b>{' '}
        <span className="max-sm:hidden">
          {isOpened ? null : t(frame.settings.showsCountsEarly ? 'countsEarly' : 'hidden')}
        </span>
      </p>
      {isOpened && (isClosed || !next) ? (
        <div className="flex flex-wrap gap-2">
          <ButtonLink variant={isClosed ? 'primary' : 'plain'} size="large" href={reportHref(frame.slug)}>
            {t('report')}
          </ButtonLink>
          {isClosed || !frame.can.configure || !canRun ? null : (
            <ButtonLink variant="primary" size="large" href={settingsHref(frame.slug)}>
              {t('close')}
            </ButtonLink>
          )}
        </div>
      ) : canRun && next ? (
        <Button
          variant="primary"
          size="large"
          isPending={isPending}
          className="max-w-full"
          onClick={() => onNext(frame.step + 1)}
        >
          <span className="truncate">{t('next', { name: words.nameOf(next) })}</span>
          <Icon name="arrow" className="size-4 flex-none rtl:-scale-x-100" />
        </Button>
      ) : null}
    </section>
  );
}

/** How many are in, in the words of the stage; never what they said. */
function useTurnoutWords(frame: RoomFrame, { asked, turnout }: RoomProgress): string {
  const t = useTranslations('board.run.turnout');
  const { people, done, votes, voters, firstStances, secondStances } = turnout;
  switch (frame.stage) {
    case 'vote':
      return t('vote', { votes, done, people });
    case 'first_stance':
      return t('stances', { stances: firstStances, people });
    case 'second_stance':
      return t('stances', { stances: secondStances, people });
    case 'reveal':
    case 'closed':
      return t('over', { votes, voters, people, first: firstStances, second: secondStances });
    default:
      return isAnythingAsked(asked) ? t('done', { done, people }) : t('people', { people });
  }
}
