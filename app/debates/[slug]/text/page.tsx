import '@/app/styles/reader.css';
import '@/app/styles/reader-margin.css';
import '@/app/styles/reader-toolbar.css';
import '@/app/styles/reader-narrow.css';
import '@/app/styles/reader-print.css';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ReaderView } from '@/components/reader/reader-view';
import { ClientMessages } from '@/components/shell/client-messages';
import { annotationThreads } from '@/lib/server/annotation/annotation-views';
import { debateView, sourceViews } from '@/lib/server/debate/queries';
import { currentActor } from '@/lib/server/session';

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('text');
  return { title: t('title') };
}

export default async function TextPage({ params }: Props) {
  const [{ slug }, actor] = await Promise.all([params, currentActor()]);
  const [debate, sources] = await Promise.all([debateView(actor, slug), sourceViews(actor, slug)]);
  if (!debate || !sources) notFound();
  const withNotes = await Promise.all(
    sources.map(async (source) => ({
      source,
      threads: (await annotationThreads(actor, debate.room.id, { sourceVersionId: source.version.id })) ?? [],
    })),
  );
  return (
    <ClientMessages namespaces={['text', 'contribute']}>
      <ReaderView debate={debate} sources={withNotes} />
    </ClientMessages>
  );
}
