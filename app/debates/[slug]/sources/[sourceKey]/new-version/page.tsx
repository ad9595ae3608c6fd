import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ClientMessages } from '@/components/shell/client-messages';
import { NewVersionForm } from '@/components/source/new-version-form';
import { sourcesHref } from '@/components/source/source-address';
import type { ListedSource } from '@/lib/domain/source/list';
import { currentActor } from '@/lib/server/session';
import { sourceList } from '@/lib/server/source/source-list';
import { sourceVersion } from '@/lib/server/source/source-queries';

type Props = { params: Promise<{ slug: string; sourceKey: string }> };

async function listed({ params }: Props): Promise<{ slug: string; found: ListedSource } | null> {
  const [{ slug, sourceKey }, actor] = await Promise.all([params, currentActor()]);
  const list = await sourceList(actor, slug);
  const found = list?.canWrite
    ? list.sources.find(({ source }) => encodeURIComponent(source.key) === sourceKey)
    : undefined;
  return found ? { slug, found } : null;
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [t, of] = await Promise.all([getTranslations('sources'), listed(props)]);
  return of ? { title: t('versionPage.title', { title: of.found.source.title }) } : {};
}

/** Where those who maintain a debate give a text a new version. For everyone else there is no such page. */
export default async function NewVersionPage(props: Props) {
  const [of, actor, t] = await Promise.all([listed(props), currentActor(), getTranslations('sources')]);
  const newest = of?.found.versions[0];
  if (!of || !newest) notFound();
  const { slug, found } = of;
  const current = await sourceVersion(actor, slug, found.source.id, newest.number);
  if (!current.ok) notFound();
  return (
    <div className="mx-auto grid w-full max-w-[68rem] gap-8 px-4 pt-8 pb-16 sm:px-8">
      <header className="grid max-w-[46rem] gap-2">
        <p className="text-caption">
          <Link href={sourcesHref(slug)}>{t('back')}</Link>
        </p>
        <h1 className="text-title font-strong tracking-[-0.012em] text-pretty">
          {t('versionPage.title', { title: found.source.title })}
        </h1>
        <p className="text-body text-muted text-pretty">{t('versionPage.lead')}</p>
      </header>
      <ClientMessages namespaces={['sources', 'account', 'failure']}>
        <NewVersionForm
          slug={slug}
          current={current.value}
          hasOriginal={found.versions.some(({ isOriginal }) => isOriginal)}
        />
      </ClientMessages>
    </div>
  );
}
