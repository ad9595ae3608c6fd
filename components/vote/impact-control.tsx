'use client';

import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useRef } from 'react';
import { useContributionActions } from '@/lib/client/contributions';
import { useNotTaken } from '@/lib/client/live/room-takes';
import { useHiddenUntilReveal } from '@/lib/client/live/until-reveal';
import { whyUntold } from '@/lib/client/live/why-untold';
import type { RelationView } from '@/lib/domain/debate/view';
import { ignoreHeldKey } from './held-key';
import { isRepeatedClick } from './is-repeated-click';

const WEIGHTS = [0, 1, 2, 3, 4] as const;

export interface ImpactControlProps {
  /** As `useDebate` gives it. */
  relation: RelationView;
  /** What the line is, in words: "D1d supports D1". */
  lineName: string;
  isDisabled?: boolean;
}

/**
 * If true, how much would it matter? 0 to 4; the own answer is filled, a triangle marks the room's mean. A radio group:
 * arrows choose, and the chosen one pressed again takes the answer back. While the room asks for none it only shows what there is.
 */
export function ImpactControl({ relation, lineName, isDisabled = false }: ImpactControlProps) {
  const t = useTranslations('contribute.impact');
  const { rate } = useContributionActions();
  const cells = useRef<(HTMLButtonElement | null)[]>([]);
  const own = relation.ownImpact.weight;
  const mean = relation.tally !== null && relation.tally.count > 0 ? relation.tally : null;
  const hides = useHiddenUntilReveal();
  const isTaken = useNotTaken('impact') === null;
  const isFew = relation.tally === null && whyUntold(hides, relation.ownImpact) === 'few';
  const isFixed = isDisabled || !isTaken || relation.status !== 'published';

  const handleKey = (event: KeyboardEvent<HTMLButtonElement>, weight: number) => {
    ignoreHeldKey(event);
    const step = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
    if (event.key === 'Backspace' || event.key === 'Delete') {
      event.preventDefault();
      if (own !== null) rate(relation, null);
      return;
    }
    const isRightToLeft = getComputedStyle(event.currentTarget).direction === 'rtl';
    const isSideways = event.key === 'ArrowRight' || event.key === 'ArrowLeft';
    const next =
      step === undefined
        ? { Home: 0, End: 4 }[event.key]
        : Math.min(4, Math.max(0, weight + (isSideways && isRightToLeft ? -step : step)));
    const typed = /^[0-4]$/.test(event.key) ? Number(event.key) : undefined;
    const target = next ?? typed;
    if (target === undefined) return;
    // The page's own arrow and number keys must not act as well.
    event.preventDefault();
    event.stopPropagation();
    cells.current[target]?.focus();
    if (target !== own) rate(relation, target);
  };

  if (!isTaken && own === null && relation.tally === null) return null;
  return (
    <div
      role="radiogroup"
      aria-label={t('group', { line: lineName })}
      aria-disabled={isFixed || undefined}
      title={mean ? t('mean', { mean: mean.mean, count: mean.count }) : isFew ? t('few') : undefined}
      className="relative inline-flex"
    >
      {WEIGHTS.map((weight) => {
        const isOwn = own === weight;
        return (
          // biome-ignore lint/a11y/useSemanticElements: a native radio button, once chosen, cannot be taken back
          <button
            key={weight}
            ref={(element) => {
              cells.current[weight] = element;
            }}
            type="button"
            role="radio"
            aria-checked={isOwn}
            aria-label={t('choice', { weight, word: t(`words.${weight}`) })}
            title={t(`words.${weight}`)}
            tabIndex={isOwn || (own === null && weight === 0) ? 0 : -1}
            disabled={isFixed}
            onClick={(event) => isRepeatedClick(event) || rate(relation, isOwn ? null : weight)}
            onKeyDown={(event) => handleKey(event, weight)}
            className="relative grid size-6 place-items-center border border-control bg-raised text-fine leading-none text-muted transition-colors not-first:-ms-px first-of-type:rounded-s last-of-type:rounded-e hover:not-disabled:bg-wash focus-visible:z-2 disabled:cursor-not-allowed aria-checked:z-1 aria-checked:border-ink aria-checked:bg-ink aria-checked:font-strong aria-checked:text-on-ink forced-colors:aria-checked:bg-[Highlight] forced-colors:aria-checked:text-[HighlightText] pointer-coarse:size-11"
          >
            {weight}
          </button>
        );
      })}
      {mean ? (
        <>
          <svg
            aria-hidden="true"
            width="8"
            height="4"
            viewBox="0 0 8 4"
            className="pointer-events-none absolute -top-[5px] -ms-1 fill-ink"
            style={{ insetInlineStart: `${((mean.mean + 0.5) / 5) * 100}%` }}
          >
            <path d="M0 0H8L4 4Z" />
          </svg>
          <span className="sr-only">{t('mean', { mean: mean.mean, count: mean.count })}</span>
        </>
      ) : null}
      {isFew ? <span className="sr-only">{t('few')}</span> : null}
    </div>
  );
}
