'use client';

import { useTranslations } from 'next-intl';
import type { SideView } from '@/lib/domain/debate/view';
import { bandColours, forSideOf } from '@/lib/domain/stance/axis';
import { clampStance, STANCE_STEP, stanceWords } from './stance-words';
import './stance.css';

export interface StanceSliderProps {
  /** -100..100; null before it was placed. */
  value: number | null;
  isUnsure: boolean;
  sides: readonly SideView[];
  isDisabled: boolean;
  onPlace: (value: number) => void;
  /** Where the same person stood before, drawn beside it; null while it is not to be seen, with its room kept free. */
  first?: number | null | undefined;
}

/** A line from for, at the start, to against, in steps of ten. The words above it say the value, never a sign. */
export function StanceSlider({ value, isUnsure, sides, isDisabled, onPlace, first }: StanceSliderProps) {
  const t = useTranslations('contribute.stance');
  const say = (placed: number) => {
    const { direction, points } = stanceWords(placed);
    return t(`words.${direction}`, { points });
  };
  const words = value === null ? (isUnsure ? t('unsure') : t('notPlaced')) : say(value);
  const roleOf = (speaks: SideView['speaks']) => sides.find((side) => side.speaks === speaks)?.role ?? 'n';
  return (
    <div>
      <div className="flex justify-between gap-2 text-caption font-strong">
        <span data-side={roleOf('for')} className="text-(--side-text)">
          {t('forMotion')}
        </span>
        <span data-side={roleOf('against')} className="text-end text-(--side-text)">
          {t('againstMotion')}
        </span>
      </div>
      <output className="mt-1 block text-center text-heading font-strong">{words}</output>
      <div className="relative mt-1 h-11">
        <span
          aria-hidden="true"
          className="absolute inset-x-4 top-1/2 flex h-2 -translate-y-1/2 overflow-hidden rounded-[2px]"
        >
          {bandColours(forSideOf(sides)).map((band) => (
            <span
              key={band}
              className="flex-1 forced-color-adjust-none"
              style={{ background: `var(--color-div-${band})` }}
            />
          ))}
        </span>
        {first === undefined || first === null ? null : <FirstStance first={first} value={value} />}
        <input
          type="range"
          min={-100}
          max={100}
          step={STANCE_STEP}
          // For stands at the start, where a slider is least; so the slider counts the other way.
          value={-(value ?? 0)}
          disabled={isDisabled}
          aria-label={t('slider')}
          aria-valuetext={words}
          data-placed={value === null ? undefined : ''}
          onChange={(event) => onPlace(clampStance(-event.target.valueAsNumber))}
          onPointerUp={(event) => {
            // A press on the middle of an unplaced slider changes nothing, but it is an answer.
            if (value === null) onPlace(clampStance(-event.currentTarget.valueAsNumber));
          }}
          onKeyDown={(event) => {
            if (value === null && (event.key === ' ' || event.key === 'Enter')) {
              event.preventDefault();
              onPlace(0);
            }
          }}
          className="stance-slider absolute inset-0 m-0 size-full cursor-pointer appearance-none bg-transparent disabled:cursor-not-allowed"
        />
      </div>
      {first === undefined ? null : (
        <div aria-hidden="true" className="relative h-4 text-fine text-muted">
          {first === null ? null : (
            <span className={`${ALONG} whitespace-nowrap`} style={{ insetInlineStart: along(first, 3.5) }}>
              {t('first', { stance: say(first) })}
            </span>
          )}
        </div>
      )}
      <div className="flex justify-between text-fine text-muted" aria-hidden="true">
        <span>{t('strongly')}</span>
        <span>{t('between')}</span>
        <span>{t('strongly')}</span>
      </div>
    </div>
  );
}

const ALONG = 'absolute -translate-x-1/2 rtl:translate-x-1/2';

/**
 * Where a stance stands on the line, whose ends are half a handle from the edges.
 * @param marginRem kept from the edges, for words
 */
const along = (value: number, marginRem = 1): string =>
  `clamp(${marginRem}rem, 1rem + (100% - 2rem) * ${(100 - value) / 200}, 100% - ${marginRem}rem)`;

/** A dashed ring where the person stood, and a line from there to where they stand now. */
function FirstStance({ first, value }: { first: number; value: number | null }) {
  const from = Math.max(first, value ?? first);
  const to = Math.min(first, value ?? first);
  return (
    <span aria-hidden="true" className="forced-color-adjust-none">
      <span
        className="absolute top-1/2 h-0.5 -translate-y-1/2 bg-ink"
        style={{ insetInlineStart: along(from), inlineSize: `calc((100% - 2rem) * ${(from - to) / 200})` }}
      />
      <span
        className={`${ALONG} top-1/2 size-5 -translate-y-1/2 rounded-full border-2 border-dashed border-ink bg-raised`}
        style={{ insetInlineStart: along(first) }}
      />
    </span>
  );
}
