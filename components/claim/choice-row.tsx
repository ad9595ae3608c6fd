'use client';

import { useId } from 'react';

/** A few words of which one holds: native radio buttons drawn as a row of cells. */
export function ChoiceRow<T extends string>({
  legend,
  options,
  value,
  onChange,
  isDisabled = false,
}: {
  legend: string;
  options: readonly { value: T; label: string }[];
  value: T | null;
  onChange: (value: T) => void;
  isDisabled?: boolean;
}) {
  const name = useId();
  return (
    <fieldset disabled={isDisabled} className="grid gap-1.5">
      <legend className="mb-1.5 text-caption font-strong">{legend}</legend>
      <div className="flex flex-wrap gap-y-px">
        {options.map((option) => (
          <label
            key={option.value}
            className="relative grid min-h-9 flex-auto place-items-center border border-control bg-raised px-1.5 text-center text-caption transition-colors not-first:-ms-px first:rounded-s last:rounded-e hover:bg-wash has-checked:z-1 has-checked:border-ink has-checked:bg-ink has-checked:font-strong has-checked:text-on-ink has-disabled:text-muted has-focus-visible:z-2 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ink forced-colors:has-checked:bg-[Highlight] forced-colors:has-checked:text-[HighlightText] pointer-coarse:min-h-11"
          >
            <input
              type="radio"
              name={name}
              checked={value === option.value}
              onChange={() => onChange(option.value)}
              className="absolute inset-0 m-0 size-full cursor-[inherit] appearance-none outline-none"
            />
            <span className="pointer-events-none relative">{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
