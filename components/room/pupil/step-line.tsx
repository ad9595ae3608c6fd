import { useTranslations } from 'next-intl';
import { useStageWords } from '@/components/room/stage-words';
import type { RoomFrame } from '@/lib/domain/room/view';

/** The steps of the room on a line: those gone by full, this one ringed, those to come open. A list on a phone. */
export function StepLine({ frame }: { frame: Pick<RoomFrame, 'plan' | 'step' | 'stage'> }) {
  const t = useTranslations('pupil.steps');
  const words = useStageWords();
  const isClosed = frame.stage === 'closed';
  return (
    <ol aria-label={t('label')} className="grid gap-y-2.5 sm:auto-cols-fr sm:grid-flow-col">
      {frame.plan.map((step, index) => {
        const isNow = !isClosed && index === frame.step;
        const isPast = isClosed || index < frame.step;
        return (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place
            key={index}
            aria-current={isNow ? 'step' : undefined}
            className={`relative flex items-center gap-2.5 sm:block ${isPast || isNow ? '' : 'text-muted'}`}
          >
            <span
              aria-hidden="true"
              className={`block size-3 flex-none rounded-full border-2 forced-color-adjust-none sm:mb-1.5 ${isNow ? 'border-ink bg-ink outline-1 outline-offset-2 outline-ink' : isPast ? 'border-muted bg-muted' : 'border-control'}`}
            />
            <span className={`text-caption sm:pe-2 ${isNow ? 'font-strong' : ''}`}>
              {words.nameOf(step)}
              {isNow ? <span className="font-regular"> · {t('now')}</span> : null}
              {isPast ? <span className="sr-only"> ({t('past')})</span> : null}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
