'use client';

import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, type Ref, useEffect, useId, useImperativeHandle, useRef, useState } from 'react';
import { ClaimCode } from '@/components/claim/claim-code';
import { findClaims } from '@/components/map/find-claims';
import { Button } from '@/components/ui/button';
import { controlStyle } from '@/components/ui/field';
import type { PickOption } from './target-state';

const MOST = 30;

/** Lets a form put the focus where the choice is made, whichever state it is in. */
export interface PickerFocus {
  focus: () => void;
}

export interface ClaimPickerProps {
  label: string;
  options: readonly PickOption[];
  motionIds?: ReadonlySet<string>;
  value: string | null;
  onChange: (id: string | null) => void;
  error?: string | null;
  /** Language of the debate: what people wrote carries its own. */
  language: string;
  focusRef?: Ref<PickerFocus>;
}

/** Chooses a claim by searching its code and words. All are listed until one is chosen; arrows and Enter choose. */
export function ClaimPicker({ label, options, value, onChange, error, focusRef, ...rest }: ClaimPickerProps) {
  const chosen = options.find(({ id }) => id === value) ?? null;
  const input = useRef<HTMLInputElement>(null);
  const change = useRef<HTMLButtonElement>(null);
  useImperativeHandle(focusRef, () => ({ focus: () => (input.current ?? change.current)?.focus() }));
  // A choice takes the field away and "another one" the button: the focus goes to what stands there instead.
  const wantsFocus = useRef(false);
  useEffect(() => {
    if (wantsFocus.current) (input.current ?? change.current)?.focus();
    wantsFocus.current = false;
  });
  const choose = (id: string | null) => {
    wantsFocus.current = true;
    onChange(id);
  };
  if (chosen)
    return <Chosen {...rest} ref={change} label={label} option={chosen} onChange={() => choose(null)} />;
  return (
    <Choosing
      {...rest}
      ref={input}
      label={label}
      options={options}
      error={error ?? null}
      onChoose={(id) => choose(id)}
    />
  );
}

type Common = Pick<ClaimPickerProps, 'label' | 'language' | 'motionIds'>;

function Chosen({
  label,
  option,
  language,
  motionIds,
  onChange,
  ref,
}: Common & { option: PickOption; onChange: () => void; ref: Ref<HTMLButtonElement> }) {
  const t = useTranslations('edit.picker');
  return (
    <fieldset aria-label={label} className="grid gap-1.5">
      <span aria-hidden="true" className="font-strong">
        {label}
      </span>
      <p className="border-s-2 border-ink ps-3 font-serif text-ui text-pretty">
        <OptionWords option={option} language={language} isMotion={motionIds?.has(option.id) ?? false} />
      </p>
      <Button ref={ref} size="small" variant="quiet" className="justify-self-start" onClick={onChange}>
        {t('change')}
      </Button>
    </fieldset>
  );
}

function Choosing({
  label,
  options,
  error,
  language,
  motionIds,
  onChoose,
  ref,
}: Common & {
  options: readonly PickOption[];
  error: string | null;
  onChoose: (id: string) => void;
  ref: Ref<HTMLInputElement>;
}) {
  const t = useTranslations('edit.picker');
  const [query, setQuery] = useState('');
  const [index, setIndex] = useState(0);
  const id = useId();
  const found = (query.trim() === '' ? options : findClaims(options, query)).slice(0, MOST);
  const optionId = (at: number) => `${id}-option-${at}`;
  useEffect(() => {
    document.getElementById(`${id}-option-${index}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, index]);

  const handleKey = (event: KeyboardEvent) => {
    const step = ({ ArrowDown: 1, ArrowUp: -1 } as Readonly<Record<string, number>>)[event.key];
    if (step !== undefined && found.length > 0) {
      event.preventDefault();
      setIndex((index + step + found.length) % found.length);
    } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      // Enter chooses here; it does not send the form.
      event.preventDefault();
      const option = found[index];
      if (option) onChoose(option.id);
    }
  };

  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-strong">
        {label}
      </label>
      <span className="relative block">
        <Search aria-hidden="true" className="pointer-events-none absolute start-3 top-4 size-4 text-muted" />
        <input
          ref={ref}
          id={id}
          type="text"
          role="combobox"
          aria-expanded={found.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={found.length > 0 ? optionId(index) : undefined}
          aria-autocomplete="list"
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          autoComplete="off"
          spellCheck={false}
          placeholder={t('placeholder')}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setIndex(0);
          }}
          onKeyDown={handleKey}
          className={`${controlStyle} h-12 ps-9`}
        />
      </span>
      <p id={`${id}-error`} aria-live="polite" className="text-caption text-danger empty:hidden">
        {error}
      </p>
      <p aria-live="polite" className="sr-only">
        {query.trim() === '' ? '' : t('count', { count: found.length })}
      </p>
      <div
        id={`${id}-list`}
        role="listbox"
        tabIndex={-1}
        aria-label={t('results')}
        hidden={found.length === 0}
        className="max-h-52 overflow-auto rounded border border-hairline bg-raised"
      >
        {found.map((option, at) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the text field has the keys of its list
          // biome-ignore lint/a11y/useFocusableInteractive: the text field keeps the focus
          <div
            key={option.id}
            id={optionId(at)}
            role="option"
            aria-selected={at === index}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(option.id)}
            className="cursor-pointer px-3 py-2 font-serif text-card leading-5 hover:bg-wash aria-selected:bg-wash aria-selected:outline-2 aria-selected:-outline-offset-2 aria-selected:outline-ink pointer-coarse:py-3"
          >
            <OptionWords option={option} language={language} isMotion={motionIds?.has(option.id) ?? false} />
          </div>
        ))}
      </div>
      {found.length === 0 ? <p className="text-caption text-muted">{t('none')}</p> : null}
    </div>
  );
}

function OptionWords({
  option,
  language,
  isMotion,
}: {
  option: PickOption;
  language: string;
  isMotion: boolean;
}) {
  const t = useTranslations('edit.picker');
  return (
    <>
      {isMotion ? <b className="font-sans text-fine font-strong">{`${t('motion')} `}</b> : null}
      <ClaimCode code={option.code} side={option.side} />{' '}
      <span lang={language} dir="auto">
        {option.text}
      </span>
    </>
  );
}
