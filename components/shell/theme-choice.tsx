'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { keepPreference, THEME_COOKIE, THEMES, type Theme } from './preferences';
import { SegmentedChoice } from './segmented-choice';

/** Light, dark, or as the system says; holds at once and on the next visit. */
export function ThemeChoice({ initial }: { initial: Theme }) {
  const t = useTranslations('shell');
  const [theme, setTheme] = useState(initial);

  const choose = (next: Theme) => {
    setTheme(next);
    keepPreference(THEME_COOKIE, next === 'system' ? null : next);
    if (next === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = next;
  };

  return (
    <SegmentedChoice
      legend={t('theme.label')}
      options={THEMES.map((value) => ({ value, label: t(`theme.${value}`) }))}
      value={theme}
      onChange={choose}
    />
  );
}
