import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ClientMessages } from '@/components/shell/client-messages';
import { AddSourceForm } from '@/components/source/add-source-form';
import { sourcesHref } from '@/components/source/source-address';
import { LOCALES } from '@/lib/i18n/locales';
import { currentActor } from '@/lib/server/session';
import { sourceList } from '@/lib/server/source/source-list';
import { readerDebate } from '../../../../_parts/chrome';

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('sources');
  return { title: t('addPage.title') };
}

/** Where those who maintain a debate add a text to it. For everyone else there is no such page. */
export default async function AddSourcePage({ params }: Props) {
  const [{ slug }, actor, t] = await Promise.all([params, currentActor(), getTranslations('sources')]);
  const [list, debate] = await Promise.all([sourceList(actor, slug), readerDebate(slug)]);
  if (!list?.canWrite || !debate) notFound();
  return (
    <div className="mx-auto grid w-full max-w-[68rem] gap-8 px-4 pt-8 pb-16 sm:px-8">
      <header className="grid max-w-[46rem] gap-2">
        <p className="text-caption">
          <Link href={sourcesHref(slug)}>{t('back')}</Link>
        </p>
        <h1 className="text-title font-strong tracking-[-0.012em]">{t('addPage.title')}</h1>
        <p className="text-body text-muted text-pretty">{t('addPage.lead')}</p>
      </header>
      <noscript>
        <p className="rounded border border-control px-3.5 py-3">{t('noScript')}</p>
      </noscript>
      <ClientMessages namespaces={['sources', 'account', 'failure']}>
        <AddSourceForm
          slug={slug}
          language={debate.language}
          languages={[...new Set([debate.language, ...LOCALES])]}
        />
      </ClientMessages>
    </div>
  );
}
