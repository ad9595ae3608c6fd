import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { messagesOf } from './catalogue';
import { chooseLocale, isLocale, LOCALE_COOKIE } from './locales';
import { TIME_ZONE } from './time-zone';

/**
 * Language of one request, without a prefix in the address: an explicit locale if a caller names one, else the
 * reader's cookie, else their browser's wish. Server and browser format dates in the same zone, so a page reads
 * the same before and after it comes alive.
 */
export default getRequestConfig(async ({ locale: asked }) => {
  const locale = isLocale(asked)
    ? asked
    : chooseLocale((await cookies()).get(LOCALE_COOKIE)?.value, (await headers()).get('accept-language'));
  return { locale, messages: messagesOf(locale), timeZone: TIME_ZONE };
});
