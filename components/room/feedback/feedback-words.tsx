import { useTranslations } from 'next-intl';
import { type Criterion, totalOf } from '@/lib/domain/room/feedback/rubric';
import type { FeedbackView } from '@/lib/domain/room/feedback/view';

/** What was said of somebody's work, with grade and points. */
export function FeedbackWords({
  feedback: { words, grade, points, releasedAt },
  rubric,
}: {
  feedback: Pick<FeedbackView, 'words' | 'grade' | 'points' | 'releasedAt'>;
  rubric: readonly Criterion[];
}) {
  const t = useTranslations('feedback');
  const rated = rubric.filter(({ key }) => points[key] !== undefined);
  const { given, most } = totalOf(points, rubric);
  return (
    <section className="grid gap-1.5 border-s-2 border-ink bg-wash px-3.5 py-2.5">
      <h3 className="flex flex-wrap gap-x-3 text-caption">
        <span className="font-strong">{t('title')}</span>
        {grade ? <span className="wrap-anywhere">{t('gradeIs', { grade })}</span> : null}
        {releasedAt === null ? <span className="text-muted">{t('held')}</span> : null}
      </h3>
      <p dir="auto" className="text-ui whitespace-pre-line wrap-anywhere text-pretty">
        {words}
      </p>
      {rated.length > 0 ? (
        <ul className="flex flex-wrap gap-x-4 text-caption text-muted">
          {rated.map(({ key, name, mostPoints }) => (
            <li key={key}>{t('pointsOf', { name, given: points[key] ?? 0, most: mostPoints })}</li>
          ))}
          {rated.length > 1 ? <li className="font-strong">{t('total', { given, most })}</li> : null}
        </ul>
      ) : null}
    </section>
  );
}
