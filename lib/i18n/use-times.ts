import { useLocale, useTimeZone } from 'next-intl';
import { type Formatters, formatters } from './formatters';

/** Dates and times in the reader's language and zone, on the server as in the browser. Times name their zone. */
export const useTimes = (): Formatters => formatters(useLocale(), useTimeZone());
