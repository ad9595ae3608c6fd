import { useTranslations } from 'next-intl';
import { StanceBarShape, StanceDotShape } from '@/components/charts/stance-dot';
import type { StripWords } from '@/components/charts/stance-strip';
import { ShiftLead, useStripWords } from '@/components/room/report/shift-words';
import { useStanceRows } from '@/components/room/report/stance-table';
import { useStanceWords } from '@/components/room/report/use-stance-words';
import { ButtonLink } from '@/components/ui/button';
import type { ForSide } from '@/lib/domain/stance/axis';
import { isPlaced, isUnanswered, peopleOf, type ShownStances } from '@/lib/domain/stance/room-stances';
import type { StancePair } from '@/lib/domain/stance/shift';
import { isStripDotted } from '@/lib/domain/stance/strip';
import { ChartFrame } from './chart-frame';
import { CountsTable } from './counts-table';
import { StripPicture } from './strip-picture';

/** First and second stance as dots, or where people stand now, and how far the room moved. */
export function StripFrame({
  shown,
  forSide,
  stanceHref,
}: {
  shown: ShownStances;
  forSide: ForSide;
  /** Where the reader can say where they stand now; null for who cannot. */
  stanceHref: string | null;
}) {
  const t = useTranslations('stances.strip');
  const { stances, asked, rounds, late, own, isOwnAmong } = shown;
  const { shift, answers } = stances;
  const people = peopleOf(answers ?? []);
  const told = useStripWords(stances, asked, rounds);
  const isDrawn = people.length > 0;
  // Where nothing is drawn, no number stands for what is not told.
  const words = isDrawn ? told : { wide: bare(told.wide), narrow: bare(told.narrow) };
  const ownWords = useOwnWords();
  const first = shift.first ?? NOBODY;
  const second = shift.second ?? NOBODY;
  const rows = useStanceRows(people, { first, second });
  const head = [t('value'), ...(rounds === 1 ? [t('now')] : [t('first'), t('second')])];
  const figures = rows.map(({ name, ...row }) => [
    name,
    String(row.first),
    ...(rounds === 1 ? [] : [String(row.second)]),
  ]);
  const mine = isOwnAmong && own && (isPlaced(own.first) || isPlaced(own.second)) ? own : null;
  const ring = mine && { pair: mine, label: ownWords(mine) };
  const isDotted = isStripDotted(people);
  const picture = { people, mean: shift.mean, forSide, own: ring };
  return (
    <ChartFrame
      id="stance"
      question={t(rounds === 1 ? 'questionNow' : 'question')}
      lead={t(rounds === 1 ? (isDotted ? 'leadNow' : 'leadNowBars') : isDotted ? 'lead' : 'leadBars')}
      legend={
        isDrawn ? (
          <StripLegend
            forSide={forSide}
            isDotted={isDotted}
            hasOnce={rounds === 2 && shift.onlyFirst + shift.onlySecond > 0}
            own={ring?.label ?? null}
          />
        ) : null
      }
      note={
        <>
          {rounds === 2 ? <ShiftLead shift={shift} /> : null}
          {rounds === 1 && isDrawn ? t('count', { people: first.placed, unsure: first.unsure }) : null}{' '}
          {late ? t('late', { people: late.people, stated: late.stated ?? 0 }) : null}
        </>
      }
      table={
        isDrawn ? (
          <CountsTable caption={t(rounds === 1 ? 'captionNow' : 'caption')} head={head} rows={figures} />
        ) : null
      }
      csv={isDrawn ? [head, ...figures] : null}
      fileName="stances"
      of={{ people: shift.people }}
      hasPicture={isDrawn}
    >
      {people.length === 0 ? <NoDots shown={shown} stanceHref={stanceHref} /> : null}
      <StripPicture {...picture} words={words} hasColumns={isDrawn} />
    </ChartFrame>
  );
}

const bare = (words: StripWords): StripWords => ({
  ...words,
  first: { ...words.first, about: '' },
  second: words.second && { ...words.second, about: '' },
});

const NOBODY = { placed: 0, unsure: 0, none: 0 };

/** Why the axis is empty, and what can be done. */
function NoDots({
  shown: { stances, rounds },
  stanceHref,
}: {
  shown: ShownStances;
  stanceHref: string | null;
}) {
  const t = useTranslations('stances.strip');
  const isEmpty = isUnanswered(stances);
  return (
    <div className="grid justify-items-start gap-3 pb-4">
      <p className="text-body">
        {t(isEmpty ? (stanceHref ? 'empty' : 'emptyOthers') : rounds === 1 ? 'fewNow' : 'few')}
      </p>
      {isEmpty ? null : <p className="text-caption text-muted">{t('unrecognised')}</p>}
      {isEmpty && stanceHref ? (
        <ButtonLink variant="primary" href={stanceHref}>
          {t('take')}
        </ButtonLink>
      ) : null}
    </div>
  );
}

/** The reader's own way in words: "you: 40 for, then 10 for". */
export function useOwnWords(): (own: StancePair) => string {
  const t = useTranslations('stances.strip');
  const { stance } = useStanceWords();
  return ({ first, second }) =>
    isPlaced(first) && isPlaced(second)
      ? t('youTwice', { first: stance(first), second: stance(second) })
      : t('you', { stance: stance(isPlaced(second) ? second : first) });
}

const SAMPLE = { x: 7, y: 7 };
const SAMPLE_BAR = { x: 2, y: 2, widthPx: 10, heightPx: 10, people: 1 };

/** What the dots mean, or the bars of very many people. */
export function StripLegend({
  forSide,
  isDotted,
  hasOnce,
  own,
}: {
  forSide: ForSide;
  isDotted: boolean;
  /** Some answered in one row alone; bars do not tell them apart. */
  hasOnce: boolean;
  /** The reader's own way in words. */
  own: string | null;
}) {
  const t = useTranslations('stances.strip.legend');
  const inBars = useTranslations('stances.strip.legendBars');
  const words = isDotted ? t : inBars;
  const marks = [
    { value: 50, name: words('for'), isOnce: false },
    { value: -50, name: words('against'), isOnce: false },
    { value: 0, name: words('between'), isOnce: false },
    ...(hasOnce && isDotted ? [{ value: 50, name: t('once'), isOnce: true }] : []),
  ];
  return (
    <ul className="chart-marks">
      {marks.map(({ value, name, isOnce }) => (
        <li key={name}>
          <svg data-part="" width="14" height="14" aria-hidden="true">
            {isDotted ? (
              <StanceDotShape dot={{ ...SAMPLE, value }} radius={5} forSide={forSide} isOnce={isOnce} />
            ) : (
              <StanceBarShape bar={{ ...SAMPLE_BAR, value }} forSide={forSide} />
            )}
          </svg>
          {name}
        </li>
      ))}
      {own === null ? null : (
        <li data-own="">
          {isDotted ? (
            <svg data-part="" width="14" height="14" aria-hidden="true">
              <circle cx="7" cy="7" r="5.5" fill="none" stroke="var(--color-ink)" strokeWidth="2" />
            </svg>
          ) : null}
          {t('own', { own })}
        </li>
      )}
    </ul>
  );
}
