'use client';

import { useId } from 'react';
import { RelationLineSample } from '@/components/claim/relation-line-sample';
import type { DebateView, RelationView } from '@/lib/domain/debate/view';
import { useLineWords } from './use-line-words';

interface LineRowsProps {
  debate: DebateView;
  legend: string;
  lines: readonly RelationView[];
  error?: string | null;
  /** Says the claim that each line comes from, too. */
  hasTexts?: boolean;
}

/** One line out of several, each said in words. */
export function LineChoice({
  value,
  onChange,
  ...rest
}: LineRowsProps & { value: string | null; onChange: (lineId: string) => void }) {
  return <Rows {...rest} type="radio" isChosen={(id) => id === value} onPick={onChange} />;
}

/** Any number of lines. */
export function LineChecks({
  value,
  onChange,
  ...rest
}: LineRowsProps & { value: readonly string[]; onChange: (lineIds: string[]) => void }) {
  const toggle = (id: string) =>
    onChange(value.includes(id) ? value.filter((other) => other !== id) : [...value, id]);
  return <Rows {...rest} type="checkbox" isChosen={(id) => value.includes(id)} onPick={toggle} />;
}

function Rows({
  debate,
  legend,
  lines,
  error,
  hasTexts = false,
  type,
  isChosen,
  onPick,
}: LineRowsProps & {
  type: 'radio' | 'checkbox';
  isChosen: (lineId: string) => boolean;
  onPick: (lineId: string) => void;
}) {
  const name = useId();
  const words = useLineWords(debate);
  return (
    <fieldset aria-describedby={error ? `${name}-error` : undefined} className="grid gap-1">
      <legend className="mb-1 text-caption font-strong">{legend}</legend>
      {lines.map((line) => (
        <label key={line.id} className="flex min-h-8 items-center gap-2.5 pointer-coarse:min-h-11">
          <input
            type={type}
            name={name}
            checked={isChosen(line.id)}
            onChange={() => onPick(line.id)}
            className="size-4 flex-none accent-ink"
          />
          <RelationLineSample kind={line.kind} />
          <span className="text-ui">
            {words(line)}
            {hasTexts ? (
              <span lang={debate.language} dir="auto" className="block font-serif text-card text-pretty">
                {debate.claims.find(({ id }) => id === line.fromClaimId)?.text}
              </span>
            ) : null}
          </span>
        </label>
      ))}
      <p id={`${name}-error`} aria-live="polite" className="text-caption text-danger empty:hidden">
        {error}
      </p>
    </fieldset>
  );
}
