import type {} from 'next-intl';
import type { Messages } from './catalogue';
import type { Locale } from './locales';

/** Makes `useTranslations('shell')` know its keys: a key that is not in the English catalogue does not compile. */
declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}
