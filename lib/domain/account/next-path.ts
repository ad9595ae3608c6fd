/**
 * Where to go after signing in: a path on this very site, or home. Anything that a browser could read as another
 * site's address (`//host`, `/\host`, a scheme, control characters) is refused, and so are pages that make no sense
 * to return to.
 * @param asked the `next` or `callbackUrl` parameter of a sign-in page
 * @param fallback path for when nothing usable was asked for
 */
export const nextPath = (asked: string | string[] | null | undefined, fallback = '/'): string => {
  if (typeof asked !== 'string' || asked.length > 2000) return fallback;
  if (!asked.startsWith('/') || /^\/[/\\]|[\p{Cc}\\]/u.test(asked)) return fallback;
  const home = 'http://standpoint.invalid';
  if (!URL.canParse(asked, home)) return fallback;
  const url = new URL(asked, home);
  // The parser folds dots away: "/.//host" would come back as another site's address.
  if (url.origin !== home || url.pathname.startsWith('//')) return fallback;
  if (/^\/(sign-in|sign-up|setup|api)(\/|$)/.test(url.pathname)) return fallback;
  return url.pathname + url.search + url.hash;
};
