import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { NewDebateForm } from '@/components/debate/new-debate-form';
import { ClientMessages } from '@/components/shell/client-messages';
import { ContributionsProvider } from '@/lib/client/contributions';
import { LOCALES } from '@/lib/i18n/locales';
import { readerId, readerPerson } from '../../_parts/chrome';
import { SiteFrame } from '../../_parts/site-frame';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('debate.new');
  return { title: t('title') };
}

/** Where a debate begins: from a template, with its question, its motion and its two sides. */
export default async function NewDebatePage() {
  const [t, person, personId, locale] = await Promise.all([
    getTranslations('debate.new'),
    readerPerson(),
    readerId(),
    getLocale(),
  ]);
  if (!person) redirect('/sign-in?next=%2Fdebates%2Fnew');
  // A guest of a room makes an account there first.
  if (person.isGuest) redirect('/account');
  return (
    <SiteFrame>
      <div className="mx-auto grid w-full max-w-[40rem] gap-6 px-4 pt-6 pb-16 sm:px-8 sm:pt-10">
        <header className="grid gap-2">
          <h1 className="text-title font-strong tracking-[-0.012em]">{t('title')}</h1>
          <p className="text-body text-muted text-pretty">
            {t('lead')} <Link href="/debates/import">{t('orImport')}</Link>
          </p>
        </header>
        <noscript>
          <p className="rounded border border-control px-3.5 py-3">{t('noScript')}</p>
        </noscript>
        <ClientMessages namespaces={['debate', 'account', 'failure']}>
          <ContributionsProvider personKey={personId}>
            <NewDebateForm languages={LOCALES} usualLanguage={locale} />
          </ContributionsProvider>
        </ClientMessages>
      </div>
    </SiteFrame>
  );
}
