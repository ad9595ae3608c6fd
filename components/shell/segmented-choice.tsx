'use client';

import { useId } from 'react';

interface SegmentedChoiceProps<Value extends string> {
  legend: string;
  options: { value: Value; label: string; lang?: string }[];
  value: Value;
  onChange: (value: Value) => void;
}

/** A few options side by side, one of them chosen: radio buttons underneath, so arrow keys move the choice. */
export function SegmentedChoice<Value extends string>({
  legend,
  options,
  value,
  onChange,
}: SegmentedChoiceProps<Value>) {
  const name = useId();
  return (
    <fieldset>
      <legend className="mb-1.5 text-caption text-muted">{legend}</legend>
      <div className="flex rounded border border-control">
        {options.map((option) => (
          <label
            key={option.value}
            lang={option.lang}
            className="grid min-h-9 flex-1 place-items-center border-s border-control px-2.5 text-caption whitespace-nowrap first:border-s-0 has-checked:bg-ink has-checked:font-strong has-checked:text-on-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ink pointer-coarse:min-h-11 forced-colors:has-checked:bg-[Highlight] forced-colors:has-checked:text-[HighlightText]"
          >
            <input
              type="radio"
              className="sr-only"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
