import { useTranslations } from 'next-intl';
import { StanceStrip } from '@/components/charts/stance-strip';
import type { ReportResults } from '@/lib/domain/room/report/view';
import type { ForSide } from '@/lib/domain/stance/axis';
import { NARROW, WIDE } from '@/lib/domain/stance/strip';
import { ReportSection } from './report-section';
import { ShiftLead, useStripWords } from './shift-words';
import { StanceTable } from './stance-table';

/** How far the room moved: in words first, then the two rounds as dots. */
export function ShiftSection({ results, forSide }: { results: ReportResults; forSide: ForSide }) {
  const t = useTranslations('report');
  const { shift, dots } = results.stances;
  const words = useStripWords(results.stances, results.rounds);
  const once = shift.onlyFirst + shift.onlySecond;
  return (
    <ReportSection id="shift" title={t('shift.title')} lead={<ShiftLead shift={shift} />}>
      {dots && shift.first && shift.second ? (
        <figure className="grid gap-2">
          <div className="hidden sm:block print:block">
            <StanceStrip people={dots} mean={shift.mean} words={words.wide} size={WIDE} forSide={forSide} />
          </div>
          <div className="sm:hidden print:hidden">
            <StanceStrip
              people={dots}
              mean={shift.mean}
              words={words.narrow}
              size={NARROW}
              forSide={forSide}
              hasColumns={false}
            />
          </div>
          <figcaption className="text-caption text-muted text-pretty">
            {t('strip.read')} {once > 0 ? t('shift.once', { count: once }) : null}
          </figcaption>
          <StanceTable people={dots} rounds={{ first: shift.first, second: shift.second }} />
        </figure>
      ) : null}
      {results.late ? (
        <p className="text-caption text-muted text-pretty">
          {t('shift.late', { people: results.late.people, stated: results.late.stated ?? 0 })}
        </p>
      ) : null}
    </ReportSection>
  );
}
