'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useId, useState, useSyncExternalStore } from 'react';
import { controlStyle } from '@/components/ui/field';

const never = () => () => undefined;

/** "2026-01-05T09:30" by the browser's clock, as a field for a moment wants it; empty for none. */
function localText(moment: string | null): string {
  if (moment === null) return '';
  const date = new Date(moment);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/**
 * A day and a time, typed as the reader's own clock shows them and kept as ISO 8601. The server does not know that clock, so
 * the field is filled when the page's scripts are there.
 */
export function MomentField({
  label,
  value,
  onChange,
  isLabelHidden = false,
}: {
  label: ReactNode;
  value: string | null;
  /** Null while what stands there is no moment. */
  onChange: (moment: string | null) => void;
  isLabelHidden?: boolean;
}) {
  const id = useId();
  // While somebody types, the field holds what they typed: a year that is not yet whole is a moment too, or none.
  const [typed, setTyped] = useState<string | null>(null);
  const t = useTranslations('rooms.fault');
  const isMissing = typed !== null && value === null;
  const isAlive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className={isLabelHidden ? 'sr-only' : 'font-strong'}>
        {label}
      </label>
      <input
        id={id}
        type="datetime-local"
        disabled={!isAlive}
        value={isAlive ? (typed ?? localText(value)) : ''}
        onBlur={() => value !== null && setTyped(null)}
        onChange={({ target }) => {
          setTyped(target.value);
          const moment = new Date(target.value);
          onChange(Number.isNaN(moment.getTime()) ? null : moment.toISOString());
        }}
        className={`${controlStyle} h-11`}
        aria-invalid={isMissing || undefined}
        aria-describedby={isMissing ? `${id}-fault` : undefined}
      />
      <p id={`${id}-fault`} aria-live="polite" className="text-caption text-danger empty:hidden">
        {isMissing ? t('moment') : null}
      </p>
    </div>
  );
}
