import type { FailureCode } from '@/lib/domain/failure';
import { chooseLocale, LOCALE_COOKIE, type Locale } from './locales';
import enFailure from './messages/en/failure.json';
import ukFailure from './messages/uk/failure.json';

/** A failure code without a message does not compile. The messages take no arguments, so they are read as they stand. */
const MESSAGES = { en: enFailure, uk: ukFailure } satisfies Record<Locale, Record<FailureCode, string>>;

/** What happened and what to do next, in the reader's language. */
export const failureMessage = (locale: Locale, code: FailureCode): string => MESSAGES[locale][code];

/** Language for the answer to an API request: its `locale` cookie, else its Accept-Language, else English. */
export const localeOfRequest = (headers: Headers): Locale => {
  const cookies = headers.get('cookie') ?? '';
  const cookie = new RegExp(`(?:^|;\\s*)${LOCALE_COOKIE}=([a-z]{2})(?:;|$)`).exec(cookies)?.[1];
  return chooseLocale(cookie, headers.get('accept-language'));
};
