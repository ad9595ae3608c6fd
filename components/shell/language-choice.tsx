'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { LOCALE_COOKIE, LOCALE_NAMES, LOCALES, type Locale } from '@/lib/i18n/locales';
import { keepPreference } from './preferences';
import { SegmentedChoice } from './segmented-choice';

/** Keeps the language and draws the page again in place: nothing typed on it is lost. */
function useLanguage(): (locale: Locale) => void {
  const router = useRouter();
  const [, startTransition] = useTransition();
  return (locale) => {
    keepPreference(LOCALE_COOKIE, locale);
    startTransition(() => router.refresh());
  };
}

/** The language of the interface, each named in itself. */
export function LanguageChoice() {
  const t = useTranslations('shell');
  const chosen = useLocale();
  const choose = useLanguage();
  return (
    <SegmentedChoice
      legend={t('language.label')}
      options={LOCALES.map((locale) => ({ value: locale, label: LOCALE_NAMES[locale], lang: locale }))}
      value={chosen}
      onChange={choose}
    />
  );
}

/** The other languages as plain buttons, for headers and footers that a newcomer looks at first. */
export function LanguageButtons({ className = '' }: { className?: string }) {
  const chosen = useLocale();
  const choose = useLanguage();
  return LOCALES.filter((locale) => locale !== chosen).map((locale) => (
    <button
      key={locale}
      type="button"
      lang={locale}
      onClick={() => choose(locale)}
      className={`text-caption pointer-coarse:min-h-11 ${className}`}
    >
      {LOCALE_NAMES[locale]}
    </button>
  ));
}
