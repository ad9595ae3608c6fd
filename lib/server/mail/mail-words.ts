import type { NotificationKind } from '../../domain/notification/kinds';
import { isLocale, type Locale } from '../../i18n/locales';
import enMail from '../../i18n/messages/en/mail.json';
import ukMail from '../../i18n/messages/uk/mail.json';

type Words = Record<
  | 'confirmSubject'
  | 'confirmLead'
  | 'confirmAbout'
  | 'digestSubject'
  | 'digestLead'
  | 'allOfIt'
  | 'whyDigest'
  | 'stop',
  string
> & { kind: Record<NotificationKind, string> };

/** The words of mails take no arguments, so they are read as they stand, outside any request. */
const WORDS = { en: enMail, uk: ukMail } satisfies Record<Locale, Words>;

/** The words in a person's language if it is known, else in English. */
export const mailWords = (locale: string | null): Words => WORDS[isLocale(locale) ? locale : 'en'];
