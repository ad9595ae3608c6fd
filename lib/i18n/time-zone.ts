/** Zone in which dates and times are shown to whoever's is not known: on a browser's first page, and outside of pages. */
export const TIME_ZONE = 'UTC';

/** A browser says its zone in a preference, so that the server draws a page as it stays when its scripts arrive. */
export const ZONE_COOKIE = 'zone';

const LONGEST_ZONE = 64;

/** The zone of this name, if there is one; else UTC. @param named any text, as a cookie may hold it */
export function zoneNamed(named: string | undefined): string {
  if (!named || named.length > LONGEST_ZONE) return TIME_ZONE;
  try {
    new Intl.DateTimeFormat('en', { timeZone: named });
    return named;
  } catch {
    return TIME_ZONE;
  }
}
