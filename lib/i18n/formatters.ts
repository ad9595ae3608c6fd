import type { Locale } from './locales';
import { TIME_ZONE } from './time-zone';

export interface Formatters {
  /** "2 Sept 2025" */
  date: (moment: Date | string) => string;
  /** "2 Sept 2025, 14:05 UTC" */
  dateTime: (moment: Date | string) => string;
}

/** English dates in day-month order: the day first is read the same way in both languages. */
const TAGS = { en: 'en-GB', uk: 'uk-UA' } as const satisfies Record<Locale, string>;

/**
 * Dates and times of one language and zone; the one place where they are turned into words. Numbers stand in messages.
 * Moments are Date objects or ISO 8601 texts; an impossible moment throws RangeError.
 */
export const formatters = (locale: Locale, timeZone: string = TIME_ZONE): Formatters => {
  const tag = TAGS[locale];
  const date = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeZone });
  const dateTime = new Intl.DateTimeFormat(tag, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  });
  return {
    date: (moment) => date.format(new Date(moment)),
    dateTime: (moment) => dateTime.format(new Date(moment)),
  };
};
