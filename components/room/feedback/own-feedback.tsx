import { useTranslations } from 'next-intl';
import type { OwnFeedback } from '@/lib/domain/room/feedback/view';
import { FeedbackWords } from './feedback-words';

/** What was released to the reader of their own work in a class; nothing at all while nothing was. */
export function OwnFeedbackList({ own: { feedback, rubric } }: { own: OwnFeedback }) {
  const t = useTranslations('feedback');
  const kinds = useTranslations('report.sheet');
  if (feedback.length === 0) return null;
  return (
    <section aria-labelledby="own-feedback" className="grid gap-3">
      <h2 id="own-feedback" className="text-heading font-strong">
        {t('own')}
      </h2>
      <p className="text-caption text-muted text-pretty">{t('ownLead')}</p>
      <ul className="grid gap-4">
        {feedback.map((one) => (
          <li key={one.id} className="grid gap-1.5">
            {one.contributionId === null ? null : (
              <p dir="auto" className="text-caption text-muted text-pretty wrap-anywhere">
                {one.about ? `${kinds(one.about.kind)} ${one.about.claim}: ${one.about.words}` : t('gone')}
              </p>
            )}
            <FeedbackWords feedback={one} rubric={rubric} />
          </li>
        ))}
      </ul>
    </section>
  );
}
