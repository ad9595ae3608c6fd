import { useTranslations } from 'next-intl';
import { Flow } from '@/components/charts/flow';
import type { ReportResults } from '@/lib/domain/room/report/view';
import type { ForSide } from '@/lib/domain/stance/axis';
import { flowCells } from '@/lib/domain/stance/flow';
import { ReportSection, TABLE, TableTwin } from './report-section';

/** Who moved between which bands. */
export function FlowSection({ results, forSide }: { results: ReportResults; forSide: ForSide }) {
  const t = useTranslations('report.flow');
  const rounds = useTranslations('report.strip');
  const { shift, flow, bands, dots } = results.stances;
  if (!flow || !dots) return null;
  const cells = flowCells(dots);
  const names = bands.map((band) => t(`bands.${band}`));
  const words = {
    title: t('name'),
    summary: t('summary', { stayed: shift.stayed, against: shift.towardsAgainst, for: shift.towardsFor }),
    bands: names,
    first: rounds('first'),
    second: rounds('second'),
  };
  return (
    <ReportSection id="flow" title={t('title')} lead={words.summary}>
      <figure className="grid gap-2">
        <div className="hidden sm:block print:block">
          <Flow cells={cells} words={words} width={720} forSide={forSide} />
        </div>
        <div className="sm:hidden print:hidden">
          <Flow
            cells={cells}
            words={{ ...words, bands: bands.map((band) => t(`short.${band}`)) }}
            width={350}
            forSide={forSide}
          />
        </div>
        <figcaption className="text-caption text-muted text-pretty">{t('read')}</figcaption>
        <TableTwin summary={t('table')}>
          <table className={TABLE}>
            <caption className="pb-1 text-start text-muted">
              {t('caption', { pairs: shift.pairs ?? 0 })}
            </caption>
            <thead>
              <tr>
                <th scope="col">{t('before')}</th>
                {names.map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {flow.map((row, before) => (
                <tr key={bands[before]}>
                  <th scope="row">{names[before]}</th>
                  {row.map((people, after) => (
                    <td key={bands[after]}>{people}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </TableTwin>
      </figure>
    </ReportSection>
  );
}
