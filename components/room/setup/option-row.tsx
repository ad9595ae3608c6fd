'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useId } from 'react';

/** A decision with its consequence in words, and a switch at the end of the line. */
export function OptionRow({
  title,
  about,
  isOn,
  isDisabled = false,
  onChange,
}: {
  title: ReactNode;
  about: ReactNode;
  isOn: boolean;
  isDisabled?: boolean;
  onChange: (isOn: boolean) => void;
}) {
  const t = useTranslations('rooms.options');
  const [titleId, aboutId] = [useId(), useId()];
  return (
    <div className="grid min-h-14 grid-cols-[minmax(0,1fr)_auto] items-center gap-x-6 border-b border-hairline py-3">
      <div>
        <p id={titleId} className="font-strong">
          {title}
        </p>
        <p id={aboutId} className="text-ui text-muted text-pretty">
          {about}
        </p>
      </div>
      <label className="flex min-h-11 items-center gap-2 has-disabled:cursor-not-allowed">
        <span aria-hidden="true" className="text-fine text-muted">
          {t(isOn ? 'on' : 'off')}
        </span>
        <span className="relative inline-block h-6 w-11 flex-none">
          <input
            type="checkbox"
            // biome-ignore lint/a11y/useAriaPropsForRole: a checkbox carries its state itself; aria-checked could contradict it
            role="switch"
            checked={isOn}
            disabled={isDisabled}
            onChange={({ target }) => onChange(target.checked)}
            aria-labelledby={titleId}
            aria-describedby={aboutId}
            className="peer absolute inset-0 m-0 size-full cursor-[inherit] appearance-none rounded-pill border border-control bg-raised transition-colors checked:border-ink checked:bg-ink disabled:opacity-60 forced-colors:checked:bg-[Highlight]"
          />
          <span
            aria-hidden="true"
            className="pointer-events-none absolute inset-y-1 start-1 size-4 rounded-pill bg-control transition-[inset-inline-start] peer-checked:start-6 peer-checked:bg-on-ink forced-colors:border forced-colors:border-[ButtonText]"
          />
        </span>
      </label>
    </div>
  );
}
