import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import type { NamesReveal } from '@/lib/domain/room/people';
import { useTimes } from '@/lib/i18n/use-times';

/** Tells everybody in a room when somebody who teaches looked up names, and why. Nothing while nobody has. */
export function RevealNotice({ reveals }: { reveals: readonly NamesReveal[] }) {
  const t = useTranslations('people.notice');
  const time = useTimes();
  if (reveals.length === 0) return null;
  return (
    <div role="note" className="flex gap-3 rounded border border-ink bg-raised px-4 py-3">
      <Icon name="alert" className="mt-1 size-4" />
      <ul className="grid gap-1.5">
        {reveals.map(({ at, by, reason }) => (
          <li key={at} className="text-pretty">
            {by ? t('by', { by, moment: time.dateTime(at) }) : t('byNobody', { moment: time.dateTime(at) })}{' '}
            <q className="font-serif" dir="auto">
              {reason}
            </q>
          </li>
        ))}
      </ul>
    </div>
  );
}
