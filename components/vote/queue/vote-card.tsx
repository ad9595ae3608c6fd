'use client';

import { ChevronUp, ListTree, RotateCcw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import type { ClaimView, VoteChoice } from '@/lib/domain/debate/view';

/** What was voted on before the claim changed, where the server still has those words. */
export interface EarlierWords {
  text: string;
  choice: VoteChoice;
}

/**
 * One claim, read alone: no side, no code, no counts. The card has a fixed size, so that the buttons below never move; a long
 * claim is scrolled within it.
 */
export function VoteCard({
  claim,
  earlier,
  language,
  place,
  onRead,
}: {
  claim: ClaimView;
  earlier: EarlierWords | null;
  language: string;
  /** Where its passage stands, in words; null without one. */
  place: string | null;
  onRead: () => void;
}) {
  const t = useTranslations('pupil.vote');
  const evidence = useTranslations('contribute.evidence');
  const words = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another claim begins at its beginning
  useEffect(() => {
    if (words.current) words.current.scrollTop = 0;
  }, [claim.id]);
  return (
    <article className="vote-card">
      <div className="relative min-h-0 flex-1">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long claim is scrolled by key */}
        <div ref={words} tabIndex={0} className="absolute inset-0 overflow-auto px-5 pt-5 pb-3">
          <p className="text-ui text-muted">{t('isItTrue')}</p>
          {claim.ownVote.isStale && claim.ownVote.choice !== null ? (
            <div className="mt-3 border-s-2 border-control ps-3 text-caption text-muted">
              <p className="flex gap-1.5">
                <RotateCcw aria-hidden="true" strokeWidth={1.75} className="mt-0.5 size-3.5 flex-none" />
                <span>{t('changed', { choice: t(`said.${claim.ownVote.choice}`) })}</span>
              </p>
              {earlier ? (
                <p lang={language} dir="auto" className="mt-1.5 font-serif text-ui text-pretty">
                  <span className="sr-only">{t('earlier')}: </span>
                  {earlier.text}
                </p>
              ) : null}
            </div>
          ) : null}
          <h2
            lang={language}
            dir="auto"
            aria-live="polite"
            className="vote-words mt-4 font-serif font-regular tracking-[-0.01em] text-balance wrap-break-word"
          >
            {claim.text}
          </h2>
        </div>
      </div>
      {place === null ? (
        <p className="flex min-h-14 items-center gap-3 border-t border-hairline px-5 text-ui text-muted">
          <ListTree aria-hidden="true" strokeWidth={1.75} className="size-4 flex-none" />
          {t('noPassage', { evidence: evidence(`${claim.evidence}.word`) })}
        </p>
      ) : (
        <button
          type="button"
          onClick={onRead}
          className="flex min-h-14 items-center gap-3 rounded-b-[8px] border-t border-hairline px-5 py-2 text-start text-ui hover:bg-wash"
        >
          <ListTree aria-hidden="true" strokeWidth={1.75} className="size-4 flex-none" />
          <span className="grid flex-1">
            <span>{t('evidence', { evidence: evidence(`${claim.evidence}.word`), place })}</span>
            <span className="text-caption text-muted">{t('readFirst')}</span>
          </span>
          <ChevronUp aria-hidden="true" strokeWidth={1.75} className="size-4 flex-none" />
        </button>
      )}
    </article>
  );
}
