import { useTranslations } from 'next-intl';
import { StanceDotShape } from '@/components/charts/stance-dot';
import { isAskedTwice, type RevealView } from '@/lib/domain/room/presenter';
import { bandParts, type ForSide, placeOn, sideOfValue, TICKS } from '@/lib/domain/stance/axis';
import { stripMeasures, stripPeople, WALL } from '@/lib/domain/stance/strip';
import { useTimes } from '@/lib/i18n/use-times';

const { axis } = WALL;
const xOfStance = (value: number): number => placeOn(axis, value);
/** The lines that the dots of each round stand on; one round alone stands above the scale. */
const BASES = { first: 212, second: 460 };
const ONE_BASE = { first: 460, second: 460 };

/** First and second stances, one dot a person. First stances stand alone until the second row is shown. */
export function RevealStrip({
  reveal,
  forSide,
  isSecondShown,
}: {
  reveal: RevealView;
  forSide: ForSide;
  isSecondShown: boolean;
}) {
  const t = useTranslations('presenter.strip');
  const time = useTimes();
  const { dots, shift, rounds } = reveal;
  if (dots === null || shift.first === null || shift.second === null)
    return <p className="presenter-lead text-muted">{t('tooFew')}</p>;
  const isTwice = isAskedTwice(reveal);
  const bases = isTwice ? BASES : ONE_BASE;
  const { radius } = stripMeasures(dots, WALL);
  const people = stripPeople(dots, WALL, bases);
  const look = { radius, forSide, scale: 2.5 };
  const { mean } = shift;
  const place = (value: number) =>
    t(value > 0 ? 'for' : value < 0 ? 'against' : 'between', { points: Math.abs(value) });
  const rows = (
    [
      { key: 'first', base: bases.first, counts: shift.first, at: rounds.first, isShown: true },
      {
        key: 'second',
        base: bases.second,
        counts: shift.second,
        at: rounds.second,
        isShown: isSecondShown,
      },
    ] as const
  ).filter(({ key }) => isTwice || key === 'first');
  return (
    <svg
      viewBox="0 0 1760 580"
      role="img"
      aria-label={t(isSecondShown ? 'label' : isTwice ? 'labelFirst' : 'labelNow', {
        first: shift.first.placed,
        second: shift.second.placed,
        pairs: shift.pairs ?? 0,
        means: mean ? t('means', { first: place(mean.first), second: place(mean.second) }) : t('noMeans'),
      })}
      className="presenter-strip"
    >
      {TICKS.map((value) => (
        <line
          key={value}
          x1={xOfStance(value)}
          x2={xOfStance(value)}
          y1={45}
          y2={bases.second}
          stroke="var(--color-hairline)"
          strokeWidth="2"
        />
      ))}
      <g fontSize="34" fontWeight="600">
        <text x={axis.startPx} y={25} fill={`var(--color-side-${sideOfValue(1, forSide)}-text)`}>
          {t('forMotion')}
        </text>
        <text
          x={axis.endPx}
          y={25}
          textAnchor="end"
          fill={`var(--color-side-${sideOfValue(-1, forSide)}-text)`}
        >
          {t('againstMotion')}
        </text>
      </g>
      <g fontSize="30" fill="var(--color-muted)" textAnchor="middle">
        <text x={xOfStance(0)} y={25} fontSize="34">
          {t('inBetween')}
        </text>
        <text x={1465} y={25}>
          {t('notSure')}
        </text>
        <text x={1650} y={25}>
          {t('noAnswer')}
        </text>
        {TICKS.map((value) => (
          <text key={value} x={xOfStance(value)} y={568}>
            {Math.abs(value)}
          </text>
        ))}
      </g>
      {rows.map(({ key, base, counts, at, isShown }) => (
        <g key={key} opacity={isShown ? 1 : 0.25}>
          <line
            x1={axis.startPx}
            x2={axis.endPx}
            y1={base}
            y2={base}
            stroke="var(--color-ink)"
            strokeWidth="2.5"
          />
          <text x={0} y={base - 54} fontSize="34" fontWeight="600" fill="var(--color-ink)">
            {t(isTwice ? key : 'now')}
          </text>
          <text x={0} y={base - 17} fontSize="28" fill="var(--color-muted)">
            {isShown ? t('round', { day: at === null ? '' : time.date(at), people: counts.placed }) : null}
          </text>
          <g fontSize="34" textAnchor="middle" fill="var(--color-ink)">
            <text x={1465} y={base - 17}>
              {isShown ? counts.unsure : null}
            </text>
            <text x={1650} y={base - 17}>
              {isShown ? counts.none : null}
            </text>
          </g>
        </g>
      ))}
      {people.map(({ first, second, isOnce: isInOneRow }, index) => {
        // Pale beside those who answered twice; where nobody was asked twice all are alike.
        const isOnce = isTwice && isInOneRow;
        // The second dot waits under the first one and goes from there; who has no first one comes in where they stand.
        const from = first ?? second;
        const isThere = isSecondShown || second === null;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: nameless people in an order that stays
          <g key={index}>
            {first ? <StanceDotShape dot={first} isOnce={isOnce} className="first" {...look} /> : null}
            {second && from ? (
              <StanceDotShape
                dot={second}
                isOnce={isOnce}
                className={isThere ? 'person' : 'person is-waiting'}
                {...look}
                style={
                  isThere ? {} : { transform: `translate(${from.x - second.x}px, ${from.y - second.y}px)` }
                }
              />
            ) : null}
          </g>
        );
      })}
      {mean ? (
        <>
          <Mean value={mean.first} base={bases.first} words={t('mean', { place: place(mean.first) })} />
          {isSecondShown ? (
            <Mean value={mean.second} base={bases.second} words={t('mean', { place: place(mean.second) })} />
          ) : null}
        </>
      ) : null}
      {bandParts(axis, forSide).map((part) => (
        <rect key={part.fill} y={521} height={12} {...part} />
      ))}
    </svg>
  );
}

/** The mean of those who answered twice, below its row; its words go to the side where there is place. */
function Mean({ value, base, words }: { value: number; base: number; words: string }) {
  const x = xOfStance(value);
  const isEnd = value < -60;
  return (
    <>
      <path d={`M${x} ${base + 4}l12 20h-24z`} fill="var(--color-ink)" />
      <text
        x={isEnd ? x - 22 : x + 22}
        y={base + 31}
        fontSize="30"
        fontWeight="600"
        textAnchor={isEnd ? 'end' : 'start'}
        fill="var(--color-ink)"
      >
        {words}
      </text>
    </>
  );
}
