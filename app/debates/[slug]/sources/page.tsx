import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { addSourceHref } from '@/components/source/source-address';
import { SourceListView } from '@/components/source/source-list';
import { ButtonLink } from '@/components/ui/button';
import { currentActor } from '@/lib/server/session';
import { sourceList } from '@/lib/server/source/source-list';

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('sources');
  return { title: t('title') };
}

/** The texts of a debate with their versions; those who maintain it add to them here. */
export default async function SourcesPage({ params }: Props) {
  const [{ slug }, actor, t] = await Promise.all([params, currentActor(), getTranslations('sources')]);
  const list = await sourceList(actor, slug);
  if (!list) notFound();
  return (
    <div className="mx-auto grid w-full max-w-[46rem] gap-6 px-4 pt-8 pb-16 sm:px-8">
      <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div className="grid gap-2">
          <h1 className="text-title font-strong tracking-[-0.012em]">{t('title')}</h1>
          <p className="text-body text-muted text-pretty">{t('lead')}</p>
        </div>
        {list.canWrite ? <ButtonLink href={addSourceHref(slug)}>{t('add')}</ButtonLink> : null}
      </header>
      <SourceListView slug={slug} sources={list.sources} canWrite={list.canWrite} />
    </div>
  );
}
