'use client';

import { useTranslations } from 'next-intl';
import { useStageWords } from '@/components/room/stage-words';
import type { RoomPlan } from '@/lib/domain/room/plan';
import { PLAN_NAMES, type PlanName, planOf } from '@/lib/domain/room/plans';

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

/** The plans to start from, each with its steps and how long they take. */
export function PlanChoice({
  chosen,
  now,
  onChoose,
}: {
  chosen: PlanName;
  /** Milliseconds since 1970: where dates count from. */
  now: number;
  onChoose: (name: PlanName) => void;
}) {
  const t = useTranslations('rooms.plan');
  const words = useStageWords();
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      {PLAN_NAMES.map((name) => {
        const plan = planOf(name, now);
        return (
          <label
            key={name}
            className="grid cursor-pointer grid-cols-[auto_1fr] content-start gap-x-3 rounded border border-control bg-raised px-4 py-3 has-checked:border-ink has-checked:shadow-[inset_0_0_0_1px_var(--color-ink)]"
          >
            <input
              type="radio"
              name="plan"
              value={name}
              checked={chosen === name}
              onChange={() => onChoose(name)}
              className="peer mt-1 size-4 accent-ink"
            />
            <span className="grid gap-0.5">
              <span className="flex flex-wrap items-baseline gap-x-2">
                <span className="font-strong">{t(`${name}.name`)}</span>
                <PlanLength plan={plan} now={now} />
              </span>
              <span className="text-caption text-muted text-pretty">{t(`${name}.about`)}</span>
              <span className="text-caption text-muted text-pretty">
                {plan
                  .map((step) =>
                    step.minutes === null
                      ? words.nameOf(step)
                      : t('step', { name: words.nameOf(step), minutes: step.minutes }),
                  )
                  .join(', ')}
              </span>
            </span>
            <PlanBar plan={plan} isChosen={chosen === name} />
          </label>
        );
      })}
    </div>
  );
}

function PlanLength({ plan, now }: { plan: RoomPlan; now: number }) {
  const t = useTranslations('rooms.plan');
  const minutes = plan.reduce((sum, step) => sum + (step.minutes ?? 0), 0);
  const last = plan.findLast(({ until }) => until !== null)?.until;
  const text = last
    ? t('weeks', { weeks: Math.round((Date.parse(last) - now) / WEEK_MS) })
    : minutes > 0
      ? t('minutes', { minutes })
      : t('untimed');
  return <span className="text-caption text-muted">{text}</span>;
}

/** The steps as stretches of a bar, as long as they take; all alike where nothing is timed. */
function PlanBar({ plan, isChosen }: { plan: RoomPlan; isChosen: boolean }) {
  return (
    <span aria-hidden="true" className="col-start-2 mt-2 flex gap-[3px]">
      {plan.map(({ minutes }, index) => (
        <span
          key={String(index)}
          style={{ flexGrow: minutes ?? 8 }}
          className={`h-2 rounded-[1px] ${isChosen ? 'bg-ink' : 'bg-control'}`}
        />
      ))}
    </span>
  );
}
