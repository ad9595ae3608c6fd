import { useTranslations } from 'next-intl';
import type { ReportVoice, RoomReport } from '@/lib/domain/room/report/view';
import { ReportSection, TABLE } from './report-section';

/** What people voted for a side that they were given, beside what they voted for themselves. */
export function VoicesSection({ report: { results, sides } }: { report: RoomReport }) {
  const t = useTranslations('report.voices');
  const shown = (results?.voices ?? []).filter(({ people }) => people !== null);
  if (!results || results.voices.length === 0) return null;
  const few = results.voices.length - shown.length;
  const sideName = (key: string) => sides.find((side) => side.key === key)?.name ?? key;
  return (
    <ReportSection id="voices" title={t('title')} lead={t('lead')}>
      {shown.length > 0 ? (
        <div className="overflow-x-auto">
          <table className={TABLE}>
            <caption className="pb-1 text-start text-muted">{t('caption')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('claim')}</th>
                <th scope="col">{t('side')}</th>
                <th scope="col">{t('people')}</th>
                <th scope="col">{t('voice')}</th>
                <th scope="col">{t('own')}</th>
                <th scope="col">{t('same')}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((one) => (
                <tr key={`${one.claimId} ${one.sideKey}`}>
                  <th scope="row">{one.code}</th>
                  <td>{sideName(one.sideKey)}</td>
                  <td>{one.people}</td>
                  <td>
                    <Counts counts={one.voice} />
                  </td>
                  <td>
                    <Counts counts={one.own} />
                  </td>
                  <td>{one.same}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      {few > 0 ? <p className="text-caption text-muted">{t('few', { count: few })}</p> : null}
    </ReportSection>
  );
}

function Counts({ counts }: { counts: ReportVoice['own'] }) {
  const t = useTranslations('report.votes');
  return counts ? t('label', { agree: counts.agree, pass: counts.pass, disagree: counts.disagree }) : null;
}
