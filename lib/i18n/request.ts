import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { messagesOf } from './catalogue';
import { chooseLocale, isLocale, LOCALE_COOKIE } from './locales';
import { TIME_ZONE, ZONE_COOKIE, zoneNamed } from './time-zone';

/**
 * Language and zone of one request, without a prefix in the address: an explicit locale if a caller names one, else the
 * reader's cookie, else their browser's wish. Server and browser format dates in the same zone, so a page reads
 * the same before and after it comes alive; words for somebody who is not there, as in a letter, name UTC.
 */
export default getRequestConfig(async ({ locale: asked }) => {
  if (isLocale(asked)) return { locale: asked, messages: messagesOf(asked), timeZone: TIME_ZONE };
  const kept = await cookies();
  const locale = chooseLocale(kept.get(LOCALE_COOKIE)?.value, (await headers()).get('accept-language'));
  return { locale, messages: messagesOf(locale), timeZone: zoneNamed(kept.get(ZONE_COOKIE)?.value) };
});
