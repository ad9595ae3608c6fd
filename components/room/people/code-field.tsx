'use client';

import { useTranslations } from 'next-intl';
import type { RefObject } from 'react';
import { controlStyle } from '@/components/ui/field';
import { Icon } from '@/components/ui/icon';
import { LONGEST_TYPED_CODE } from '@/lib/domain/room/codes';

const ID = 'join-code';

/** The one field for codes: spaces, dashes, small letters and whole links are taken. */
export function CodeField({
  inputRef,
  value,
  isReturn,
  error,
  onChange,
}: {
  inputRef: RefObject<HTMLInputElement | null>;
  value: string;
  /** A seat's code is asked for, not the room's. */
  isReturn: boolean;
  error: string | null;
  onChange: (value: string) => void;
}) {
  const t = useTranslations('joining');
  return (
    <div className="grid gap-1.5">
      <label htmlFor={ID} className="font-strong">
        {isReturn ? t('returnCode') : t('code')}
      </label>
      <p id={`${ID}-hint`} className="text-caption text-muted text-pretty">
        {isReturn ? t('returnHint') : t('codeHint')}
      </p>
      <input
        ref={inputRef}
        id={ID}
        type="text"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        autoComplete="off"
        autoCapitalize="characters"
        autoCorrect="off"
        spellCheck={false}
        translate="no"
        dir="ltr"
        maxLength={LONGEST_TYPED_CODE}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${ID}-error ${ID}-hint` : `${ID}-hint`}
        className={`${controlStyle} h-16 text-center text-title font-strong tracking-[0.12em] uppercase`}
      />
      <p id={`${ID}-error`} aria-live="polite" className="text-caption text-danger empty:hidden">
        {error ? (
          <span className="flex gap-1.5">
            <Icon name="alert" className="mt-px size-4" />
            <span>{error}</span>
          </span>
        ) : null}
      </p>
    </div>
  );
}
