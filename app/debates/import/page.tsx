import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { ImportForm } from '@/components/debate/import-form';
import { ClientMessages } from '@/components/shell/client-messages';
import { FORMATS, READABLE_FORMATS } from '@/lib/domain/formats/format-names';
import { readerPerson } from '../../_parts/chrome';
import { SiteFrame } from '../../_parts/site-frame';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('debate.import');
  return { title: t('title') };
}

/** A debate from a file of another tool: looked at first, then written whole or not at all. */
export default async function ImportPage() {
  const [t, person, locale] = await Promise.all([
    getTranslations('debate.import'),
    readerPerson(),
    getLocale(),
  ]);
  if (!person) redirect('/sign-in?next=%2Fdebates%2Fimport');
  return (
    <SiteFrame>
      <div className="mx-auto grid w-full max-w-[44rem] gap-6 px-4 pt-6 pb-16 sm:px-8 sm:pt-10">
        <header className="grid gap-2">
          <h1 className="text-title font-strong tracking-[-0.012em]">{t('title')}</h1>
          <p className="text-body text-muted text-pretty">{t('lead')}</p>
        </header>
        <noscript>
          <p className="rounded border border-control px-3.5 py-3">{t('noScript')}</p>
        </noscript>
        <ClientMessages namespaces={['debate', 'account', 'failure']}>
          <ImportForm
            formats={READABLE_FORMATS.map((name) => ({ name, label: FORMATS[name].label }))}
            language={locale}
          />
        </ClientMessages>
      </div>
    </SiteFrame>
  );
}
