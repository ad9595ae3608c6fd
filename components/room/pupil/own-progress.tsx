import { Check } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ownTasks } from '@/lib/domain/room/pupil-work';

/** What the room asks of a participant, and how far they are; only their own numbers. */
export function OwnProgress({ tasks }: { tasks: ReturnType<typeof ownTasks> }) {
  const t = useTranslations('pupil.tasks');
  if (tasks.length === 0) return null;
  return (
    <section className="grid gap-2">
      <h2 className="text-heading">{t('title')}</h2>
      <ul className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
        {tasks.map(({ task, done, asked }) => (
          <li key={task} className="grid gap-1">
            <p className="flex items-baseline justify-between gap-3 text-ui">
              <span className="flex items-center gap-1.5">
                {done >= asked ? <Check aria-hidden="true" strokeWidth={2} className="size-4" /> : null}
                {t(`name.${task}`)}
              </span>
              <span className="text-muted">{t('of', { done, asked })}</span>
            </p>
            <span aria-hidden="true" className="h-1.5 overflow-hidden rounded-[1px] bg-hairline">
              <span
                className="block h-full bg-ink forced-color-adjust-none"
                style={{ inlineSize: `${Math.min(1, done / asked) * 100}%` }}
              />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
