'use client';

import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { ClaimCode } from '@/components/claim/claim-code';
import { EvidenceLabel } from '@/components/claim/evidence-label';
import { SideMark } from '@/components/claim/side-mark';
import { sideName } from '@/components/claim/side-word';
import { Button } from '@/components/ui/button';
import type { ClaimView, SideView } from '@/lib/domain/debate/view';
import { movedByOffer, withMovedBy } from '@/lib/domain/stance/moved-by-offer';
import { MOST_MOVED_BY } from '@/lib/domain/stance/schema';

/** Offered before anything is searched; the rest is found by its words. */
const MOST_OFFERED = 6;
const MOST_FOUND = 20;

/** Up to three claims that moved somebody: those that they met, both sides in turn, or any that they search for. */
export function MovedByChoice({
  claims,
  met,
  chosen,
  seed,
  sides,
  language,
  isDisabled,
  onChange,
}: {
  claims: readonly ClaimView[];
  /** Ids of claims that they voted on or opened. */
  met: ReadonlySet<string>;
  chosen: readonly string[];
  seed: string;
  sides: readonly SideView[];
  language: string;
  isDisabled: boolean;
  onChange: (chosen: string[]) => void;
}) {
  const t = useTranslations('pupil.movedBy');
  const id = useId();
  const [words, setWords] = useState('');
  const [showsAll, setShowsAll] = useState(false);
  const [waiting, setWaiting] = useState<string | null>(null);
  const offer = useMemo(() => movedByOffer(claims, met, seed), [claims, met, seed]);
  const asked = words.trim().toLocaleLowerCase(language);
  const found = asked
    ? claims
        .filter(({ text, code }) => `${code} ${text}`.toLocaleLowerCase(language).includes(asked))
        .slice(0, MOST_FOUND)
    : showsAll
      ? offer
      : offer.slice(0, MOST_OFFERED);
  // What was chosen stays in sight, wherever it was found.
  const shown = [
    ...claims.filter(
      (claim) => chosen.includes(claim.id) && !found.some(({ id: other }) => other === claim.id),
    ),
    ...found,
  ];
  // A claim that has left the map since it was chosen is not to be seen here, so it takes no place either.
  const named = chosen.filter((claimId) => claims.some((claim) => claim.id === claimId));
  const list = useRef<HTMLUListElement>(null);
  /** The claim whose box takes the focus once it is drawn: the button that was pressed goes. */
  const focusNext = useRef<string | null>(null);
  useLayoutEffect(() => {
    const claimId = focusNext.current;
    if (claimId === null) return;
    focusNext.current = null;
    for (const box of list.current?.querySelectorAll('input') ?? []) if (box.value === claimId) box.focus();
  });
  const press = (claimId: string) => {
    const { chosen: next, mustReplace } = withMovedBy(named, claimId);
    setWaiting(mustReplace ? claimId : null);
    if (!mustReplace) onChange(next);
  };
  const replace = (claimId: string) => {
    if (waiting === null) return;
    onChange(withMovedBy(named, waiting, claimId).chosen);
    settle();
  };
  const settle = () => {
    focusNext.current = waiting;
    setWaiting(null);
  };
  const showAll = () => {
    focusNext.current = offer.slice(MOST_OFFERED).find(({ id: one }) => !named.includes(one))?.id ?? null;
    setShowsAll(true);
  };
  return (
    <fieldset disabled={isDisabled} className="grid gap-2">
      <legend className="font-strong">{t('title')}</legend>
      <p className="text-caption text-muted">{t('hint', { most: MOST_MOVED_BY })}</p>
      <label className="flex min-h-12 items-center gap-3 rounded border border-control bg-raised px-3.5 focus-within:outline-2 focus-within:outline-ink">
        <Search aria-hidden="true" strokeWidth={1.75} className="size-4 flex-none" />
        <span className="sr-only">{t('search', { count: claims.length })}</span>
        <input
          type="search"
          value={words}
          placeholder={t('search', { count: claims.length })}
          onChange={(event) => setWords(event.target.value)}
          onKeyDown={(event) => {
            // Enter in a search does not send the form around it.
            if (event.key === 'Enter') event.preventDefault();
          }}
          className="min-h-11 w-full bg-transparent text-body outline-none"
        />
      </label>
      {asked && found.length === 0 ? (
        <p role="status" className="text-caption text-muted">
          {t('notFound')}
        </p>
      ) : null}
      <ul ref={list} className="-mx-5">
        {shown.map((claim) => {
          const isChosen = chosen.includes(claim.id);
          return (
            <li key={claim.id} className="border-b border-hairline px-5 has-checked:bg-wash">
              <label className="grid grid-cols-[1.5rem_1fr] gap-3.5 py-3">
                <input
                  type="checkbox"
                  value={claim.id}
                  checked={isChosen}
                  onChange={() => press(claim.id)}
                  aria-describedby={`${id}-${claim.id}`}
                  className="mt-px size-6 accent-ink"
                />
                <span className="grid gap-1">
                  <span
                    lang={language}
                    dir="auto"
                    className="font-serif text-body leading-[1.4375rem] text-pretty"
                  >
                    {claim.text}
                  </span>
                  <span
                    id={`${id}-${claim.id}`}
                    className="flex flex-wrap items-center gap-x-1.5 text-caption text-muted"
                  >
                    <SideMark side={claim.side} sizePx={8} />
                    <ClaimCode code={claim.code} side={claim.side} size="caption" />
                    {sideName(claim.side, sides, t('noSide'))} · <EvidenceLabel evidence={claim.evidence} />
                  </span>
                </span>
              </label>
              {waiting === claim.id ? (
                <div role="alert" className="grid gap-2 pb-3 ps-9.5">
                  <p className="text-caption">{t('replace', { most: MOST_MOVED_BY })}</p>
                  <div className="flex flex-wrap gap-2">
                    {named.map((other) => (
                      <Button key={other} size="small" onClick={() => replace(other)}>
                        {claims.find(({ id: one }) => one === other)?.code ?? ''}
                      </Button>
                    ))}
                    <Button size="small" variant="quiet" onClick={settle}>
                      {t('keep')}
                    </Button>
                  </div>
                </div>
              ) : null}
            </li>
          );
        })}
      </ul>
      {asked ? null : (
        <p className="text-caption text-muted">
          {offer.length === 0 ? t('nothingMet') : t('shown')}{' '}
          {!showsAll && offer.length > MOST_OFFERED ? (
            <button
              type="button"
              onClick={showAll}
              className="min-h-6 text-ink underline underline-offset-2 pointer-coarse:min-h-11"
            >
              {t('more', { count: offer.length - MOST_OFFERED })}
            </button>
          ) : null}
        </p>
      )}
    </fieldset>
  );
}
