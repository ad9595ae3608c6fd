import { useTranslations } from 'next-intl';
import type { SideView, StanceSummary } from '@/lib/domain/debate/view';
import { bandColours, forSideOf } from '@/lib/domain/stance/axis';

const HEIGHT = 34;
const BAND = 16;

/** Where a room stands on the motion: seven bars from wholly for, at the start, to wholly against. */
export function StanceStrip({ stances, sides }: { stances: StanceSummary; sides: readonly SideView[] }) {
  const t = useTranslations('contribute.stance');
  const { bands, count, unsure } = stances;
  if (bands === null) return <p className="text-fine text-muted">{t('tooFew', { count })}</p>;
  const most = Math.max(1, ...bands);
  const colours = bandColours(forSideOf(sides));
  const nameOf = (speaks: SideView['speaks']) =>
    sides.find((side) => side.speaks === speaks)?.name ?? t(speaks);
  const label = t('stripLabel', {
    count,
    unsure,
    forSide: nameOf('for'),
    againstSide: nameOf('against'),
    bands: bands.join(', '),
  });
  return (
    <div className="text-fine text-muted">
      <svg
        viewBox={`0 0 ${BAND * 7} ${HEIGHT + 1}`}
        role="img"
        aria-label={label}
        className="mx-auto block w-full max-w-[7.25rem] rtl:-scale-x-100"
      >
        {bands.map((people, index) => {
          const height = people === 0 ? 0 : Math.max(2, (people / most) * HEIGHT);
          return (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: a band is its place
              key={index}
              x={index * BAND + 0.5}
              y={HEIGHT - height}
              width={BAND - 1}
              height={height}
              fill={`var(--color-div-${colours[index]})`}
              stroke={index === 3 ? 'var(--color-control)' : 'none'}
              strokeWidth="0.5"
            />
          );
        })}
        <path d={`M0 ${HEIGHT + 0.5}H${BAND * 7}`} stroke="var(--color-control)" />
      </svg>
      <div aria-hidden="true" className="mt-1 flex justify-between gap-2">
        <span>{t('for')}</span>
        <span>{t('stances', { count })}</span>
        <span>{t('against')}</span>
      </div>
      {unsure > 0 ? <p className="mt-0.5 text-center">{t('unsureCount', { count: unsure })}</p> : null}
    </div>
  );
}
