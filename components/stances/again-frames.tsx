import { useTranslations } from 'next-intl';
import { ShiftLead, useStripWords } from '@/components/room/report/shift-words';
import { useStanceWords } from '@/components/room/report/use-stance-words';
import {
  type AnsweredAgain,
  CORRECTED_WITHIN_MINUTES,
  unlinkedPairs,
} from '@/lib/domain/stance/answered-again';
import type { ForSide } from '@/lib/domain/stance/axis';
import { FLOW_BANDS, type FlowBand, mergedCellOf, mergedCells } from '@/lib/domain/stance/flow';
import { isPlaced, type ShownStances } from '@/lib/domain/stance/room-stances';
import { MOVED_FROM, type StancePair } from '@/lib/domain/stance/shift';
import { isStripDotted } from '@/lib/domain/stance/strip';
import { ChartFrame } from './chart-frame';
import { CountsTable } from './counts-table';
import { FlowLegend, FlowPicture } from './flow-frame';
import { StripLegend, useOwnWords } from './strip-frame';
import { StripPicture } from './strip-picture';

/** In the commons nobody is asked twice: how those moved who placed themselves again, at another time. */
export function AgainFrames({ shown, forSide }: { shown: ShownStances; forSide: ForSide }) {
  const t = useTranslations('stances.again');
  const { again, ownAgain, stances } = shown;
  if (!again)
    return (
      <ChartFrame id="again" question={t('question')} fileName="answered-again">
        <p className="max-w-measure text-body">{t('few')}</p>
      </ChartFrame>
    );
  const people = stances.shift.first?.placed ?? 0;
  return (
    <>
      <AgainStrip again={again} own={ownAgain} people={people} forSide={forSide} />
      <AgainFlow again={again} own={ownAgain} forSide={forSide} />
    </>
  );
}

interface AgainProps {
  again: AnsweredAgain;
  /** The reader's own two answers; null for who is none of these people. */
  own: StancePair | null;
  forSide: ForSide;
}

function AgainStrip({ again, own, people, forSide }: AgainProps & { people: number }) {
  const t = useTranslations('stances.again');
  const inStrip = useTranslations('stances.strip');
  const { stance } = useStanceWords();
  const { shift, first, newest } = again;
  const pairs = shift.pairs ?? 0;
  const told = useStripWords({ shift }, { first: null, second: null }).wide;
  const words = {
    ...told,
    title: t('name'),
    summary: shift.mean
      ? t('summary', {
          pairs,
          first: stance(shift.mean.first, shift.mean.decimals),
          second: stance(shift.mean.second, shift.mean.decimals),
        })
      : '',
    first: { ...told.first, title: t('first') },
    second: told.second && { ...told.second, title: t('newest') },
  };
  const mine = own && isPlaced(own.first) && isPlaced(own.second) ? own : null;
  const ownWords = useOwnWords();
  const ring = mine && { pair: mine, label: ownWords(mine) };
  const shownPeople = unlinkedPairs(again);
  const isDotted = isStripDotted(shownPeople);
  const picture = {
    people: shownPeople,
    mean: shift.mean,
    forSide,
    own: ring,
    words,
    hasColumns: false,
  };
  const countAt = (counts: AnsweredAgain['first'], value: number) =>
    String(counts.find((one) => one.value === value)?.people ?? 0);
  const values = [...new Set([...first, ...newest].map(({ value }) => value))].sort((a, b) => b - a);
  const rows = values.map((value) => [stance(value), countAt(first, value), countAt(newest, value)]);
  const head = [inStrip('value'), t('first'), t('newest')];
  return (
    <ChartFrame
      id="again"
      question={t('question')}
      lead={t(isDotted ? 'lead' : 'leadBars')}
      legend={<StripLegend forSide={forSide} isDotted={isDotted} hasOnce={false} own={ring?.label ?? null} />}
      note={
        <>
          <ShiftLead shift={shift} who="again" />{' '}
          {t('note', { pairs, people, minutes: CORRECTED_WITHIN_MINUTES })}
        </>
      }
      table={<CountsTable caption={t('caption', { pairs })} head={head} rows={rows} />}
      csv={[head, ...rows]}
      fileName="answered-again"
      of={{ people: pairs }}
      hasPicture
    >
      <StripPicture {...picture} words={{ wide: words, narrow: words }} hasColumns={false} />
    </ChartFrame>
  );
}

function AgainFlow({ again: { shift, flow }, own, forSide }: AgainProps) {
  const t = useTranslations('stances.again.flow');
  const inAgain = useTranslations('stances.again');
  const inReport = useTranslations('report');
  const pairs = shift.pairs ?? 0;
  const { name, short } = useBandNames();
  const note = t('note', { pairs, points: MOVED_FROM });
  if (!flow)
    return (
      <ChartFrame id="moves" question={t('question')} note={note} fileName="moves">
        <p className="max-w-measure text-body">{t('few')}</p>
      </ChartFrame>
    );
  const cells = mergedCells(flow);
  const count = (moved: 'for' | 'against' | null) =>
    cells.reduce((sum, cell) => sum + (cell.moved === moved ? cell.people : 0), 0);
  const counts = { stayed: count(null), for: count('for'), against: count('against') };
  const names = flow.bands.map(name);
  const head = [inReport('flow.before'), ...names];
  const rows = flow.counts.map((row, before) => [names[before] ?? '', ...row.map(String)]);
  const mine = own && mergedCellOf(flow, own);
  return (
    <ChartFrame
      id="moves"
      question={t('question')}
      lead={t('lead')}
      legend={
        <FlowLegend
          names={{
            stay: t('stayed', { count: counts.stayed }),
            for: t('for', { count: counts.for }),
            against: t('against', { count: counts.against }),
          }}
          forSide={forSide}
          hasOwn={mine !== null}
        />
      }
      note={note}
      table={<CountsTable caption={t('caption', { pairs })} head={head} rows={rows} />}
      csv={[head, ...rows]}
      fileName="moves"
      of={{ people: pairs }}
      hasPicture
    >
      <FlowPicture
        cells={cells}
        own={mine}
        words={{
          title: t('name'),
          summary: t('summary', counts),
          bands: names,
          first: inAgain('first'),
          second: inAgain('newest'),
        }}
        // Two bands have room for their whole names on a phone.
        short={names.length === 2 ? names : flow.bands.map(short)}
        forSide={forSide}
      />
    </ChartFrame>
  );
}

/** Names of bands of which some are put together: "For to in between". */
function useBandNames() {
  const t = useTranslations('stances.again.flow');
  const inReport = useTranslations('report.flow');
  const named = (kind: 'bands' | 'short', bands: readonly FlowBand[]) => {
    const [from = FLOW_BANDS[0], to = from] = [bands[0], bands.at(-1)];
    const one = (band: FlowBand) => inReport(`${kind}.${band}`);
    return from === to ? one(from) : t('range', { from: one(from), to: one(to).toLocaleLowerCase() });
  };
  return {
    name: (bands: readonly FlowBand[]) => named('bands', bands),
    short: (bands: readonly FlowBand[]) => named('short', bands),
  };
}
