import { useTranslations } from 'next-intl';
import type { RoomReport } from '@/lib/domain/room/report/view';
import { ReportSection } from './report-section';

/** How the numbers were made, so that nobody has to trust them. */
export function ReportMethod({ report }: { report: RoomReport }) {
  const t = useTranslations('report.method');
  const shift = report.results?.stances.shift;
  return (
    <ReportSection id="method" title={t('title')}>
      <div className="report-method gap-x-8 text-caption text-pretty sm:columns-2 [&>p]:mb-2 [&>p]:break-inside-avoid">
        <p>{t('people')}</p>
        {shift ? <p>{t('shift', { pairs: shift.pairs ?? '< 5', people: shift.people })}</p> : null}
        <p>{t('votes')}</p>
        <p>{t(report.teaches ? 'smallTeacher' : 'small')}</p>
        <p>{t('sample')}</p>
      </div>
    </ReportSection>
  );
}
