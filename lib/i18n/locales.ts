/** Languages of the interface. A debate has a language of its own, which this list does not limit. */
export const LOCALES = ['en', 'uk'] as const;

export type Locale = (typeof LOCALES)[number];

export const DEFAULT_LOCALE: Locale = 'en';

/** Set by the language choice in the account menu and the footer; readable by scripts, it holds nothing personal. */
export const LOCALE_COOKIE = 'locale';

/** Each language named in itself, as people look for it. */
export const LOCALE_NAMES = { en: 'English', uk: 'Українська' } as const satisfies Record<Locale, string>;

export const isLocale = (value: unknown): value is Locale => LOCALES.some((locale) => locale === value);

interface Wish {
  locale: Locale;
  quality: number;
}

const wishOf = (range: string): Wish | null => {
  const [tag = '', ...parameters] = range.trim().toLowerCase().split(';');
  const locale = tag.trim() === '*' ? DEFAULT_LOCALE : tag.trim().split('-')[0];
  if (!isLocale(locale)) return null;
  const quality = parameters
    .map((parameter) => /^\s*q=([01](?:\.\d{0,3})?)\s*$/.exec(parameter)?.[1])
    .find(Boolean);
  return { locale, quality: quality === undefined ? 1 : Number(quality) };
};

/**
 * The language for a reader: their own choice if they made one, else the best of their browser's wishes (RFC 9110,
 * section 12.5.4; regions are ignored, so `uk-UA` is Ukrainian), else English.
 */
export const chooseLocale = (
  cookie: string | null | undefined,
  acceptLanguage: string | null | undefined,
): Locale => {
  if (isLocale(cookie)) return cookie;
  const wishes = (acceptLanguage ?? '')
    .slice(0, 500)
    .split(',')
    .map(wishOf)
    .filter((wish): wish is Wish => wish !== null && wish.quality > 0)
    .sort((first, second) => second.quality - first.quality);
  return wishes[0]?.locale ?? DEFAULT_LOCALE;
};
