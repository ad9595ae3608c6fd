import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { getLocale, getTimeZone, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ChangePasswordForm } from '@/components/account/change-password-form';
import { MailSettings } from '@/components/account/mail-settings';
import { SessionList } from '@/components/account/session-list';
import { SignUpForm } from '@/components/account/sign-up-form';
import { peopleHref } from '@/components/room/room-address';
import { formatters } from '@/lib/i18n/formatters';
import { guestSeats } from '@/lib/server/account/guest-account';
import { mailSettings } from '@/lib/server/mail/send-mail';
import { currentActor } from '@/lib/server/session';
import { readerPerson } from '../../_parts/chrome';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account');
  return { title: t('page.title') };
}

function Section({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  return (
    <section className="grid gap-4">
      <div className="grid gap-1">
        <h2 className="text-heading font-strong">{title}</h2>
        <p className="max-w-measure text-muted text-pretty">{lead}</p>
      </div>
      {children}
    </section>
  );
}

const STORED = ['account', 'sessions', 'contributions', 'device', 'not'] as const;

export default async function AccountSettingsPage() {
  const [t, locale, zone, person] = await Promise.all([
    getTranslations('account'),
    getLocale(),
    getTimeZone(),
    readerPerson(),
  ]);
  if (!person) redirect('/sign-in?next=%2Faccount');
  const seats = person.isGuest ? await guestSeats(await currentActor()) : [];
  const format = formatters(locale, zone);
  return (
    <div className="mx-auto grid w-full max-w-[46rem] gap-12 px-4 pt-6 pb-16 sm:px-8 sm:pt-10">
      <div className="grid gap-4">
        <h1 className="text-title font-strong tracking-[-0.012em]">{t('page.title')}</h1>
        <dl className="grid border-t border-ink sm:grid-cols-[11rem_1fr]">
          {[
            ...(person.isGuest
              ? [{ term: t('page.role'), text: t('guest.role') }]
              : [
                  { term: t('page.name'), text: person.name },
                  { term: t('page.email'), text: person.email ?? t('page.noEmail') },
                ]),
            ...(person.isAdministrator ? [{ term: t('page.role'), text: t('page.administrator') }] : []),
          ].map(({ term, text }) => (
            <div
              key={term}
              className="border-b border-hairline py-2.5 sm:col-span-2 sm:grid sm:grid-cols-subgrid"
            >
              <dt className="text-muted">{term}</dt>
              <dd dir="auto" className="break-words">
                {text}
              </dd>
            </div>
          ))}
        </dl>
      </div>

      {person.isGuest ? (
        <>
          <Section title={t('guest.title')} lead={t('guest.lead')}>
            <ul className="border-t border-hairline">
              {seats.map((seat) => (
                <li
                  key={seat.slug}
                  className="flex min-h-12 flex-wrap items-center justify-between gap-x-6 gap-y-1 border-b border-hairline py-2"
                >
                  <span dir="auto">{t('guest.seat', { room: seat.room, alias: seat.alias })}</span>
                  <Link href={peopleHref(seat.slug)}>{t('guest.code')}</Link>
                </li>
              ))}
            </ul>
          </Section>
          <Section title={t('guest.keepTitle')} lead={t('guest.keepLead')}>
            <div className="max-w-[26rem]">
              <SignUpForm next="/account" isGuest />
            </div>
          </Section>
        </>
      ) : null}
      {person.hasPassword ? (
        <Section title={t('password.title')} lead={t('password.lead')}>
          <ChangePasswordForm name={person.name} />
        </Section>
      ) : null}

      {mailSettings() && !person.isGuest ? (
        <Section title={t('mail.title')} lead={t('mail.lead')}>
          <MailSettings
            email={person.email}
            isConfirmed={person.hasConfirmedEmail}
            digest={person.mailDigest}
          />
        </Section>
      ) : null}

      <Section title={t('sessions.title')} lead={t('sessions.lead')}>
        <SessionList
          sessions={person.sessions.map((session) => ({
            id: session.id,
            since: format.dateTime(session.createdAt),
            lastSeen: format.dateTime(session.lastSeenAt),
            isCurrent: session.isCurrent,
          }))}
        />
      </Section>

      <Section title={t('stored.title')} lead={t('stored.lead')}>
        <ul className="grid max-w-measure gap-2.5">
          {STORED.map((point) => (
            <li key={point} className="text-pretty">
              <b className="font-strong">{t(`stored.${point}.head`)}</b>{' '}
              <span className="text-muted">{t(`stored.${point}.text`)}</span>
            </li>
          ))}
        </ul>
        <p>
          <Link href="/privacy">{t('stored.more')}</Link>
        </p>
      </Section>
    </div>
  );
}
