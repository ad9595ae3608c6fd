'use client';

import { useTranslations } from 'next-intl';
import { useStageWords } from '@/components/room/stage-words';
import type { RoomPlan } from '@/lib/domain/room/plan';
import { MomentField } from './moment-field';

/** When each dated step of a plan ends. A step whose date was emptied waits for another one. */
export function PlanDates({
  plan,
  onChange,
  trouble,
}: {
  plan: RoomPlan;
  onChange: (plan: RoomPlan) => void;
  trouble: string | null;
}) {
  const t = useTranslations('rooms.new');
  const words = useStageWords();
  const isOfDate = ({ until, movesOn, minutes }: RoomPlan[number]) =>
    until !== null || (movesOn && minutes === null);
  return (
    <fieldset className="grid gap-3 rounded border border-hairline px-4 pt-2 pb-4">
      <legend className="px-1 font-strong">{t('dates')}</legend>
      <div className="grid gap-3 sm:grid-cols-2">
        {plan.map((step, index) =>
          isOfDate(step) ? (
            <MomentField
              key={String(index)}
              label={t('ends', { name: words.nameOf(step) })}
              value={step.until}
              onChange={(until) =>
                onChange(plan.map((one, place) => (place === index ? { ...one, until } : one)))
              }
            />
          ) : null,
        )}
      </div>
      <p role="alert" className="text-caption text-danger empty:hidden">
        {trouble}
      </p>
    </fieldset>
  );
}
