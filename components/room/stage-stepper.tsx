'use client';

import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import type { PlanStep } from '@/lib/domain/room/plan';
import type { RoomFrame } from '@/lib/domain/room/view';
import { useTimes } from '@/lib/i18n/use-times';
import { useStageWords } from './stage-words';

type Run = Pick<RoomFrame, 'plan' | 'step' | 'stage' | 'spentSeconds'>;

/**
 * The steps of a room for those who keep it: what each shows to whom, how long it took or shall take. With `onPick` every
 * other step is a button. One row on a wide page; on a narrow one a list that explains only
 * the step that runs.
 */
export function StageStepper({ room, onPick }: { room: Run; onPick?: ((step: number) => void) | undefined }) {
  const t = useTranslations('stage.stepper');
  const words = useStageWords();
  const isClosed = room.stage === 'closed';
  return (
    <ol
      aria-label={t('label')}
      className="grid rounded border border-hairline bg-raised lg:auto-cols-fr lg:grid-flow-col"
    >
      {room.plan.map((step, index) => {
        const isNow = !isClosed && index === room.step;
        const isPast = isClosed || index < room.step;
        const isDone = isPast && room.spentSeconds[index] !== undefined;
        const name = words.nameOf(step);
        const cell = (
          <StepCell
            number={index + 1}
            name={name}
            about={words.showsAt(step)}
            isPast={isPast}
            time={<StepTime step={step} spent={room.spentSeconds[index]} isNow={isNow} isPast={isPast} />}
            isNow={isNow}
            isDone={isDone}
          />
        );
        return (
          <li
            key={String(index)}
            aria-current={isNow ? 'step' : undefined}
            className={CELL}
            data-now={isNow || undefined}
          >
            {onPick && !isNow && !isClosed ? (
              <button
                type="button"
                onClick={() => onPick(index)}
                aria-label={t('goTo', { number: index + 1, name })}
                className="block size-full text-start hover:bg-wash"
              >
                {cell}
              </button>
            ) : (
              cell
            )}
          </li>
        );
      })}
      <li aria-current={isClosed ? 'step' : undefined} className={CELL} data-now={isClosed || undefined}>
        <StepCell
          number={room.plan.length + 1}
          name={words.stageName('closed')}
          about={words.showsAt({ stage: 'closed' })}
          time={null}
          isNow={isClosed}
          isPast={false}
          isDone={false}
        />
      </li>
    </ol>
  );
}

const CELL =
  'border-hairline not-last:border-b lg:not-last:border-b-0 lg:not-last:border-e data-now:shadow-[0_0_0_1.5px_var(--color-ink)] data-now:rounded data-now:relative';

function StepCell({
  number,
  name,
  about,
  time,
  isNow,
  isPast,
  isDone,
}: {
  number: number;
  name: string;
  about: string;
  time: React.ReactNode;
  isNow: boolean;
  isPast: boolean;
  isDone: boolean;
}) {
  const t = useTranslations('stage.stepper');
  return (
    <span className="grid h-full grid-cols-[auto_1fr_auto] content-start gap-x-2.5 gap-y-1 px-3.5 py-2.5 lg:grid-cols-[auto_1fr]">
      <span
        aria-hidden="true"
        className={`grid size-5 place-items-center self-center rounded-pill border text-fine ${
          isNow ? 'border-ink bg-ink text-on-ink' : 'border-control'
        }`}
      >
        {isDone ? <Icon name="check" className="size-3" /> : number}
      </span>
      <span className={isPast ? 'text-muted' : 'font-strong'}>
        {name}
        {isDone ? <span className="sr-only">, {t('done')}</span> : null}
      </span>
      <span className="self-center text-caption text-muted lg:order-last lg:col-span-2">{time}</span>
      <span
        className={`col-span-2 text-caption text-muted text-pretty max-lg:col-start-2 ${isNow ? '' : 'max-lg:sr-only'}`}
      >
        {about}
      </span>
    </span>
  );
}

function StepTime({
  step,
  spent,
  isNow,
  isPast,
}: {
  step: PlanStep;
  spent: number | undefined;
  isNow: boolean;
  isPast: boolean;
}) {
  const t = useTranslations('stage.stepper');
  const { date } = useTimes();
  if (isNow) return t('now');
  if (spent !== undefined) return t('taken', { minutes: Math.round(spent / 60) });
  if (isPast) return t('skipped');
  if (step.minutes !== null) return t('planned', { minutes: step.minutes });
  return step.until === null ? t('open') : t('until', { date: date(step.until) });
}

/** The steps as a row of dots, for a bar: those gone by are full, the one that it is at is ringed. */
export function StageDots({ room, className = '' }: { room: Run; className?: string }) {
  const t = useTranslations('stage.stepper');
  const words = useStageWords();
  const at = room.plan[room.step];
  const isClosed = room.stage === 'closed';
  const name = isClosed || !at ? words.stageName(room.stage) : words.nameOf(at);
  return (
    <span className={`inline-flex items-center gap-1 ${className}`}>
      <span className="sr-only">
        {isClosed ? name : t('of', { number: room.step + 1, count: room.plan.length, name })}
      </span>
      {room.plan.map((_, index) => (
        <span
          key={String(index)}
          aria-hidden="true"
          className={`rounded-pill border ${
            !isClosed && index === room.step
              ? 'size-3 border-[3px] border-ink bg-on-ink outline-1 outline-ink'
              : isClosed || index < room.step
                ? 'size-2 border-muted bg-muted'
                : 'size-2 border-control'
          }`}
        />
      ))}
    </span>
  );
}
