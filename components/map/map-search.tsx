'use client';

import { Search } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { ClaimCode } from '@/components/claim/claim-code';
import { viewHref } from '@/components/debate/view-address';
import { useContributionActions } from '@/lib/client/contributions';
import { useClaimsElsewhere } from './use-claims-elsewhere';
import { useFoundClaims } from './use-found-claims';
import type { MapModel } from './use-map-model';

interface MapSearchProps {
  model: MapModel;
  onPick: (claimId: string) => void;
  onClose: () => void;
}

/** Finds a claim of the debate, of either layer, by words or code. Arrows choose, Enter goes there, Escape leaves. */
export function MapSearch({ model, onPick, onClose }: MapSearchProps) {
  const { t, debate, showsClosed } = model;
  const { announce } = useContributionActions();
  const [query, setQuery] = useState('');
  const [index, setIndex] = useState(0);
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const found = useFoundClaims(debate, query, showsClosed);
  const elsewhere = useClaimsElsewhere(debate, query, found);
  const options = [...found, ...elsewhere];
  const pick = (option: { id: string; code: string } | undefined) => {
    if (!option) return;
    const isHere = [debate.motion, ...debate.claims, ...found].some(({ id }) => id === option.id);
    if (isHere) onPick(option.id);
    else window.location.assign(viewHref(debate.slug, 'map', { claim: option.code }));
  };
  const optionId = (at: number) => `${listId}-${at}`;
  const hasQuery = query.trim() !== '';

  useEffect(() => input.current?.focus(), []);
  useEffect(() => {
    if (hasQuery) announce(t('search.count', { count: options.length }));
  }, [hasQuery, options.length, announce, t]);
  useEffect(() => {
    document.getElementById(`${listId}-${index}`)?.scrollIntoView({ block: 'nearest' });
  }, [listId, index]);

  const handleKey = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step !== undefined && options.length > 0) {
      event.preventDefault();
      setIndex((index + step + options.length) % options.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      pick(options[index]);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      onClose();
    }
  };

  return (
    <search className="map-search">
      <Search aria-hidden="true" size={16} />
      <input
        ref={input}
        type="text"
        role="combobox"
        aria-label={t('search.label')}
        aria-expanded={options.length > 0}
        aria-controls={listId}
        aria-activedescendant={options.length > 0 ? optionId(index) : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        placeholder={t('search.placeholder')}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setIndex(0);
        }}
        onKeyDown={handleKey}
        onBlur={(event) => {
          if (!event.currentTarget.closest('search')?.contains(event.relatedTarget)) onClose();
        }}
      />
      <div
        id={listId}
        role="listbox"
        tabIndex={-1}
        aria-label={t('search.results')}
        className="map-search-results"
        hidden={options.length === 0}
      >
        {options.map((claim, at) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the text field has the keys of its list
          // biome-ignore lint/a11y/useFocusableInteractive: the text field keeps the focus
          <div
            key={claim.id}
            id={optionId(at)}
            role="option"
            aria-selected={at === index}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => pick(claim)}
          >
            <ClaimCode code={claim.code} side={claim.side} />
            <span lang={debate.language} dir="auto">
              {claim.text}
            </span>
          </div>
        ))}
      </div>
      {hasQuery && options.length === 0 ? <p className="map-search-empty">{t('search.none')}</p> : null}
      {hasQuery ? (
        <a
          className="map-search-more"
          href={`/debates/${encodeURIComponent(debate.slug)}/search?q=${encodeURIComponent(query.trim())}`}
        >
          {t('search.more')}
        </a>
      ) : null}
    </search>
  );
}
