'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type { SideRole, SideView } from '@/lib/domain/debate/view';
import { SideMark } from './side-mark';

const ROLES = ['a', 'b', 'n'] as const satisfies readonly SideRole[];

/** Whose claim is it? The sides by the debate's own names, in the place of each, and no side. */
export function SideChoice({
  sides,
  value,
  onChange,
}: {
  sides: readonly SideView[];
  value: SideRole;
  onChange: (value: SideRole) => void;
}) {
  const t = useTranslations('contribute.side');
  const name = useId();
  return (
    <fieldset>
      <legend className="mb-1.5 font-strong">{t('question')}</legend>
      <div className="flex flex-wrap gap-x-6">
        {ROLES.map((role) => (
          <label
            key={role}
            data-side={role}
            className="inline-flex min-h-8 items-center gap-2 pointer-coarse:min-h-11"
          >
            <input
              type="radio"
              name={name}
              checked={value === role}
              onChange={() => onChange(role)}
              className="size-4 flex-none accent-ink"
            />
            <SideMark side={role} />
            <span className="font-strong text-(--side-text)">
              {sides.find((side) => side.role === role)?.name ?? t('none')}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
