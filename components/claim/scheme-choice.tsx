'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { controlStyle } from '@/components/ui/field';
import { type QuestionKey, questionsOf, SCHEME_KEYS, type SchemeKey } from '@/lib/domain/argument/schemes';
import { useSchemeWords } from './scheme-words';

/** What kind of reason it is: an example, a consequence, somebody's word. Each kind brings questions that test it. */
export function SchemeChoice({
  value,
  onChange,
}: {
  value: SchemeKey | null;
  onChange: (value: SchemeKey | null) => void;
}) {
  const t = useTranslations('scheme');
  const words = useSchemeWords();
  const id = useId();
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-strong">
        {t('label')}
      </label>
      <select
        id={id}
        value={value ?? ''}
        onChange={({ target }) => onChange(SCHEME_KEYS.find((key) => key === target.value) ?? null)}
        className={`${controlStyle} h-12`}
      >
        <option value="">{t('none')}</option>
        {SCHEME_KEYS.map((key) => (
          <option key={key} value={key}>
            {words.name(key)}
          </option>
        ))}
      </select>
      {value === null ? null : <p className="text-caption text-muted text-pretty">{words.about(value)}</p>}
    </div>
  );
}

/** The questions that test a kind of reason, for an undercut to answer. Nothing when the line does not say its kind. */
export function QuestionChoice({
  scheme,
  value,
  onChange,
}: {
  scheme: SchemeKey | null;
  value: QuestionKey | null;
  onChange: (value: QuestionKey | null) => void;
}) {
  const t = useTranslations('scheme');
  const words = useSchemeWords();
  const name = useId();
  if (scheme === null) return null;
  return (
    <fieldset className="grid gap-1">
      <legend className="mb-1 font-strong">{t('questionLabel')}</legend>
      {[...questionsOf(scheme), null].map((question) => (
        <label
          key={question ?? 'another'}
          className="flex min-h-7 items-baseline gap-2 text-ui pointer-coarse:min-h-11"
        >
          <input
            type="radio"
            name={name}
            checked={value === question}
            onChange={() => onChange(question)}
            className="size-4 flex-none translate-y-0.5 accent-ink"
          />
          {question === null ? t('another') : words.question(question)}
        </label>
      ))}
    </fieldset>
  );
}
