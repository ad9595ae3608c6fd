import { useTranslations } from 'next-intl';
import { Flow, type FlowWords } from '@/components/charts/flow';
import { MovedColumns } from '@/components/room/report/moved-section';
import { FEWEST_FOR_DISTRIBUTION } from '@/lib/domain/room/visibility';
import { type ForSide, sideOfValue } from '@/lib/domain/stance/axis';
import { type FlowCell, flowCellOf, flowCells } from '@/lib/domain/stance/flow';
import { peopleOf, type ShownStances } from '@/lib/domain/stance/room-stances';
import type { ShiftDirection } from '@/lib/domain/stance/shift';
import { ChartFrame } from './chart-frame';
import { CountsTable } from './counts-table';

/** Who moved between which bands, and the claims that people say moved them. */
export function FlowFrame({
  shown: { stances, claims, own, isOwnAmong },
  language,
  forSide,
}: {
  shown: ShownStances;
  language: string;
  forSide: ForSide;
}) {
  const t = useTranslations('stances.flow');
  const inReport = useTranslations('report');
  const { shift, flow, bands, answers, movedBy } = stances;
  const people = peopleOf(answers ?? []);
  const names = bands.map((band) => inReport(`flow.bands.${band}`));
  const isDrawn = flow !== null && people.length > 0;
  const head = [inReport('flow.before'), ...names];
  const rows = (flow ?? []).map((row, before) => [names[before] ?? '', ...row.map(String)]);
  const words = {
    title: inReport('flow.name'),
    summary: inReport('flow.summary', {
      stayed: shift.stayed,
      against: shift.towardsAgainst,
      for: shift.towardsFor,
    }),
    bands: names,
    first: inReport('strip.first'),
    second: inReport('strip.second'),
  };
  const mine = isOwnAmong && own ? flowCellOf(own) : null;
  const isTold = (shift.pairs ?? 0) >= FEWEST_FOR_DISTRIBUTION;
  return (
    <ChartFrame
      id="moves"
      question={t('question')}
      lead={isDrawn ? t('lead') : inReport('shift.tooFewToTell')}
      legend={
        isDrawn ? (
          <FlowLegend
            names={{
              stay: t('legend.stayed', { count: shift.stayed }),
              for: t('legend.for', { count: shift.towardsFor }),
              against: t('legend.against', { count: shift.towardsAgainst }),
            }}
            forSide={forSide}
            hasOwn={mine !== null}
          />
        ) : null
      }
      table={
        isDrawn ? (
          <CountsTable
            caption={inReport('flow.caption', { pairs: shift.pairs ?? 0 })}
            head={head}
            rows={rows}
          />
        ) : null
      }
      csv={isDrawn ? [head, ...rows] : null}
      fileName="moves"
      of={{ people: shift.pairs ?? 0 }}
      hasPicture={isDrawn}
      note={isTold ? t('note', { pairs: shift.pairs ?? 0, people: shift.people }) : null}
    >
      {isDrawn ? (
        <FlowPicture
          cells={flowCells(people)}
          own={mine}
          words={words}
          short={bands.map((band) => inReport(`flow.short.${band}`))}
          forSide={forSide}
        />
      ) : null}
      {isTold ? (
        <div className="pt-6">
          <MovedColumns
            movedBy={movedBy}
            claims={new Map(claims.map((claim) => [claim.claimId, claim]))}
            language={language}
            forSide={forSide}
          />
        </div>
      ) : null}
    </ChartFrame>
  );
}

/** The flow in the sizes of the page: one of them stands on it, the others have no box. */
export function FlowPicture({
  words,
  short,
  ...picture
}: {
  cells: readonly FlowCell[];
  own: Omit<FlowCell, 'people'> | null;
  words: FlowWords;
  /** Names of the bands for a phone. */
  short: readonly string[];
  forSide: ForSide;
}) {
  return (
    <>
      <div className="hidden xl:block print:hidden">
        <Flow {...picture} words={words} width={1136} />
      </div>
      <div className="hidden sm:block xl:hidden print:block">
        <Flow {...picture} words={words} width={720} />
      </div>
      <div className="sm:hidden print:hidden">
        <Flow {...picture} words={{ ...words, bands: short }} width={350} />
      </div>
    </>
  );
}

/** What the strands mean. */
export function FlowLegend({
  names,
  forSide,
  hasOwn,
}: {
  /** With how many people are in each. */
  names: Readonly<Record<'stay' | ShiftDirection, string>>;
  forSide: ForSide;
  hasOwn: boolean;
}) {
  const t = useTranslations('stances.flow.legend');
  const sideFor = sideOfValue(1, forSide);
  const sideAgainst = sideOfValue(-1, forSide);
  const marks = [
    { name: names.stay, look: { fill: 'var(--color-hairline)' } },
    { name: names.for, look: { fill: `var(--color-side-${sideFor}-solid)` } },
  ];
  return (
    <ul className="chart-marks">
      {marks.map(({ name, look }) => (
        <li key={name}>
          <svg data-part="" width="10" height="14" aria-hidden="true">
            <rect width="10" height="14" {...look} />
          </svg>
          {name}
        </li>
      ))}
      <li>
        <svg data-part="" width="10" height="14" aria-hidden="true">
          <rect width="10" height="14" fill={`var(--color-side-${sideAgainst}-fill)`} />
          <path
            d="M0 5L5 0M0 10L10 0M0 15L10 5M5 15L10 10"
            stroke={`var(--color-side-${sideAgainst}-solid)`}
            strokeWidth="1.6"
          />
        </svg>
        {names.against}
      </li>
      {hasOwn ? (
        <li data-own="">
          <svg data-part="" width="10" height="14" aria-hidden="true">
            <rect x="1" y="1" width="8" height="12" fill="none" stroke="var(--color-ink)" strokeWidth="2" />
          </svg>
          {t('own')}
        </li>
      ) : null}
    </ul>
  );
}
