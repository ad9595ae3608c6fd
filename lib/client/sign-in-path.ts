/**
 * Address of the sign-in page that leads back to this very place.
 * @param keeps whether something was pressed or written that waits for the sign-in; the page says so
 */
export const signInPath = (
  { pathname, search }: { pathname: string; search: string },
  { keeps = false }: { keeps?: boolean } = {},
): string => `/sign-in?next=${encodeURIComponent(pathname + search)}${keeps ? '&kept=1' : ''}`;
