import { Presentation, User, Users } from 'lucide-react';
import { useTranslations } from 'next-intl';

/** Who sees what one answers, and when. */
export function WhoSees({ alias, namesCanBeRevealed }: { alias: string; namesCanBeRevealed: boolean }) {
  const t = useTranslations('pupil.whoSees');
  const rows = [
    { key: 'you', Mark: User, text: t('youText') },
    { key: 'class', Mark: Users, text: t('classText') },
    {
      key: 'teacher',
      Mark: Presentation,
      text: t(namesCanBeRevealed ? 'teacherNames' : 'teacherText', { alias }),
    },
  ] as const;
  return (
    <section className="grid gap-3">
      <h2 className="text-heading">{t('title')}</h2>
      <ul className="grid gap-x-8 gap-y-4 sm:grid-cols-3">
        {rows.map(({ key, Mark, text }) => (
          <li key={key} className="border-t border-hairline pt-3">
            <h3 className="flex items-center gap-2 text-ui">
              <Mark aria-hidden="true" strokeWidth={1.75} className="size-4" />
              {t(key)}
            </h3>
            <p className="mt-1 text-caption text-muted text-pretty">{text}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
