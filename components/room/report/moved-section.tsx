import { useTranslations } from 'next-intl';
import { ClaimCode } from '@/components/claim/claim-code';
import { SideMark } from '@/components/claim/side-mark';
import type { ReportClaim, ReportResults } from '@/lib/domain/room/report/view';
import { FEWEST_FOR_DISTRIBUTION } from '@/lib/domain/room/visibility';
import { type ForSide, sideOfValue } from '@/lib/domain/stance/axis';
import type { MovedBy } from '@/lib/domain/stance/moved-by';
import { ReportSection } from './report-section';

/** The claims that people named as what moved them, for each direction apart. */
export function MovedSection({
  results,
  language,
  forSide,
}: {
  results: ReportResults;
  language: string;
  forSide: ForSide;
}) {
  const t = useTranslations('report.moved');
  const claims = new Map(results.claims.map((claim) => [claim.claimId, claim]));
  const { movedBy, shift } = results.stances;
  // Then nothing is told of directions: that is not the same as nobody having moved.
  const isTold = (shift.pairs ?? 0) >= FEWEST_FOR_DISTRIBUTION;
  return (
    <ReportSection id="moved" title={t('title')} lead={t('lead')}>
      {isTold ? (
        <MovedColumns movedBy={movedBy} claims={claims} language={language} forSide={forSide} />
      ) : (
        <p className="text-ui">{t('untold')}</p>
      )}
    </ReportSection>
  );
}

/** Both directions side by side, towards For first. */
export function MovedColumns({
  movedBy,
  ...rest
}: {
  movedBy: Record<'for' | 'against', MovedBy>;
  claims: ReadonlyMap<string, NamedWords>;
  language: string;
  forSide: ForSide;
}) {
  return (
    <div className="report-columns grid gap-x-8 gap-y-6 sm:grid-cols-2">
      <Direction movedBy={movedBy.for} {...rest} />
      <Direction movedBy={movedBy.against} {...rest} />
    </div>
  );
}

type NamedWords = Pick<ReportClaim, 'code' | 'side' | 'text'>;

function Direction({
  movedBy,
  claims,
  language,
  forSide,
}: {
  movedBy: MovedBy;
  claims: ReadonlyMap<string, NamedWords>;
  language: string;
  forSide: ForSide;
}) {
  const t = useTranslations('report.moved');
  const { direction, movers, ranks, left, namedOnce } = movedBy;
  const side = sideOfValue(direction === 'for' ? 1 : -1, forSide);
  const named = ranks?.flatMap(({ items }) => items) ?? [];
  return (
    <section data-side={side} className="grid content-start">
      <h3 className="flex items-center gap-2 border-b border-ink pb-1.5 text-ui font-strong">
        <SideMark side={side} />
        {t(direction, { count: movers })}
      </h3>
      <ol className="grid">
        {named.map(({ claimId, namedBy }) => {
          const claim = claims.get(claimId);
          return claim ? (
            <li
              key={claimId}
              className="report-row grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 border-b border-hairline py-2"
            >
              <p lang={language} dir="auto" className="font-serif text-ui text-pretty">
                <ClaimCode code={claim.code} side={claim.side} size="caption" /> {claim.text}
              </p>
              <span className="text-caption whitespace-nowrap">
                {t('named', { count: namedBy, of: movers })}
              </span>
            </li>
          ) : null;
        })}
      </ol>
      <p className="pt-2 text-caption text-muted text-pretty">
        {ranks === null ? t(movers === 0 ? 'none' : 'few') : null}
        {ranks !== null && named.length === 0 ? t(namedOnce === 0 ? 'nothingNamed' : 'nothing') : null}{' '}
        {left > 0 ? t('left', { count: left }) : null}{' '}
        {namedOnce > 0 ? t('once', { count: namedOnce }) : null}
      </p>
    </section>
  );
}
