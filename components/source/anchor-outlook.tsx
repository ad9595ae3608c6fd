import { useTranslations } from 'next-intl';
import type { AnchorCounts } from '@/lib/domain/source/view';

const STATUSES = ['same', 'shifted', 'moved', 'changed', 'orphan'] as const;

/** What would become, or has become, of citations and notes in a new text, in numbers. */
export function AnchorOutlook({ citations, notes }: { citations: AnchorCounts; notes: AnchorCounts }) {
  const t = useTranslations('sources.compare');
  const shown = STATUSES.filter((status) => citations[status] + notes[status] > 0);
  if (shown.length === 0) return <p>{t('noneTied')}</p>;
  return (
    <section className="grid gap-2" aria-labelledby="version-anchors">
      <h3 id="version-anchors" className="font-strong">
        {t('anchors')}
      </h3>
      <table className="w-full max-w-[36rem] border-collapse text-ui">
        <thead className="text-caption text-muted">
          <tr className="border-b border-hairline">
            <th scope="col" className="py-1.5 pe-3 text-start font-[400]">
              {t('what')}
            </th>
            <th scope="col" className="py-1.5 ps-3 text-end font-[400]">
              {t('citations')}
            </th>
            <th scope="col" className="py-1.5 ps-3 text-end font-[400]">
              {t('notes')}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((status) => (
            <tr key={status} className="border-b border-hairline">
              <th scope="row" className="py-1.5 pe-3 text-start font-[400]">
                {t(`status.${status}`)}
              </th>
              <td className="py-1.5 ps-3 text-end tabular-nums">{citations[status]}</td>
              <td className="py-1.5 ps-3 text-end tabular-nums">{notes[status]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** How many places of a new text somebody has to look at. */
export const waitingOf = (counts: AnchorCounts): number => counts.moved + counts.changed + counts.orphan;
