import { useTranslations } from 'next-intl';
import type { ReportGroup, ReportResults } from '@/lib/domain/room/report/view';
import { ReportSection, TABLE } from './report-section';
import { useStanceWords } from './use-stance-words';

/** The breakout groups of a class. */
export function GroupsSection({ results }: { results: ReportResults }) {
  const t = useTranslations('report.groups');
  if (results.groups.length === 0) return null;
  return (
    <ReportSection id="groups" title={t('title')} lead={t('lead')}>
      <div className="overflow-x-auto">
        <table className={TABLE}>
          <caption className="sr-only">{t('caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('name')}</th>
              <th scope="col">{t('people')}</th>
              <th scope="col">{t('claims')}</th>
              <th scope="col">{t('notes')}</th>
              <th scope="col">{t('promoted')}</th>
              <th scope="col">{t('shift')}</th>
            </tr>
          </thead>
          <tbody>
            {results.groups.map((group) => (
              <tr key={group.id}>
                <th scope="row">{group.name}</th>
                <td>{group.people}</td>
                <td>{group.claims}</td>
                <td>{group.notes}</td>
                <td>{group.promoted}</td>
                <td>
                  <GroupShift group={group} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </ReportSection>
  );
}

function GroupShift({ group: { mean, pairs } }: { group: ReportGroup }) {
  const t = useTranslations('report');
  const { points } = useStanceWords();
  if (!mean || pairs === null) return t('groups.few');
  const shift =
    mean.direction === null
      ? t('groups.unclear')
      : t(mean.direction === 'for' ? 'strip.towardsFor' : 'strip.towardsAgainst', {
          points: points(mean.shift, mean.decimals),
        });
  return t('groups.shiftOf', { shift, pairs });
}
