'use client';

import { Check, Minus, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { useContributionActions } from '@/lib/client/contributions';
import { useNotTaken } from '@/lib/client/live/room-takes';
import type { ClaimView, VoteChoice } from '@/lib/domain/debate/view';
import { ignoreHeldKey } from './held-key';
import { isRepeatedClick } from './is-repeated-click';
import { nextVote } from './next-vote';

const CHOICES = ['agree', 'disagree', 'pass'] as const satisfies readonly VoteChoice[];
const ICONS = { agree: Check, disagree: X, pass: Minus } as const;

const GROUP = {
  panel: 'grid min-w-0 grid-cols-3 gap-2',
  sheet: 'grid min-w-0 grid-cols-3 gap-2',
  row: 'inline-flex',
} as const;

const BUTTON = {
  panel: 'min-h-[46px] flex-col rounded',
  sheet: 'min-h-14 flex-col rounded',
  row: 'h-9 w-10 not-first:-ms-px first:rounded-s last:rounded-e pointer-coarse:h-12 pointer-coarse:w-12',
} as const;

export interface VoteControlProps {
  /** As `useDebate` gives it: with this tab's own press in it. */
  claim: ClaimView;
  /** `panel` and `sheet` show words and counts, `row` is three icons in a line. */
  size: 'panel' | 'row' | 'sheet';
  /** The room is closed. */
  isDisabled?: boolean;
}

/**
 * Is it true? Agree, disagree or pass; pressing the own answer again takes it back, or keeps it for a changed claim. While the
 * room takes no votes it only shows what there is.
 */
export function VoteControl({ claim, size, isDisabled = false }: VoteControlProps) {
  const t = useTranslations('contribute.vote');
  const id = useId();
  const { vote } = useContributionActions();
  const own = claim.ownVote.choice;
  const isTaken = useNotTaken('vote') === null;
  const isFixed = isDisabled || !isTaken || claim.status !== 'published';
  if (!isTaken && own === null && claim.tally === null) return null;
  return (
    <fieldset aria-label={t('group', { code: claim.code })} className={GROUP[size]}>
      {CHOICES.map((choice) => {
        const Icon = ICONS[choice];
        const isOwn = own === choice;
        const count = claim.tally?.[choice] ?? null;
        return (
          <button
            key={choice}
            type="button"
            aria-pressed={isOwn}
            aria-label={t(choice)}
            aria-describedby={size === 'row' || count === null ? undefined : `${id}-${choice}`}
            title={size === 'row' ? t(choice) : undefined}
            disabled={isFixed}
            onKeyDown={ignoreHeldKey}
            onClick={(event) => isRepeatedClick(event) || vote(claim, nextVote(claim.ownVote, choice))}
            className={`relative inline-flex items-center justify-center gap-px border border-control bg-raised text-ui leading-5 transition-colors hover:not-disabled:bg-wash focus-visible:z-1 disabled:cursor-not-allowed disabled:text-muted aria-pressed:z-1 aria-pressed:border-ink aria-pressed:bg-ink aria-pressed:font-strong aria-pressed:text-on-ink forced-colors:aria-pressed:bg-[Highlight] forced-colors:aria-pressed:text-[HighlightText] ${isOwn ? 'hover:not-disabled:bg-ink/88!' : ''} ${isOwn && claim.ownVote.isStale ? 'border-dashed' : ''} ${BUTTON[size]}`}
          >
            <span className="inline-flex items-center gap-1.5">
              <Icon aria-hidden="true" strokeWidth={1.75} className="size-3.5 flex-none" />
              {size === 'row' ? null : t(choice)}
            </span>
            {size === 'row' || count === null ? null : (
              <span className={`text-fine font-regular ${isOwn ? '' : 'text-muted'}`}>
                {count}
                <span id={`${id}-${choice}`} hidden>
                  {t('count', { count })}
                </span>
              </span>
            )}
          </button>
        );
      })}
    </fieldset>
  );
}
