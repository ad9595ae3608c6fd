/** What a reader sets for this device; kept in cookies, so that the server draws the page right the first time. */

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export const THEME_COOKIE = 'theme';

export const isTheme = (value: unknown): value is Theme => THEMES.some((theme) => theme === value);

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Keeps a choice for a year, or forgets it (null). Browser only; readable by scripts, so never for anything secret. */
export function keepPreference(name: string, value: string | null): void {
  const age = value === null ? 0 : YEAR_SECONDS;
  const secure = window.location.protocol === 'https:' ? '; Secure' : '';
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser that we support
  document.cookie = `${name}=${value ?? ''}; Path=/; Max-Age=${age}; SameSite=Lax${secure}`;
}
