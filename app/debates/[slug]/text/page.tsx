import '@/app/styles/reader.css';
import '@/app/styles/reader-margin.css';
import '@/app/styles/reader-marks.css';
import '@/app/styles/reader-toolbar.css';
import '@/app/styles/reader-narrow.css';
import '@/app/styles/reader-print.css';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ReaderView } from '@/components/reader/reader-view';
import { ClientMessages } from '@/components/shell/client-messages';
import { annotationThreads } from '@/lib/server/annotation/annotation-views';
import { sourceViews } from '@/lib/server/debate/queries';
import { currentActor } from '@/lib/server/session';
import { openedView, UnknownClaim, type ViewProps } from '../_parts/opened-view';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('text');
  return { title: t('title') };
}

export default async function TextPage(props: ViewProps) {
  const [{ slug }, actor] = await Promise.all([props.params, currentActor()]);
  const [opened, sources] = await Promise.all([openedView('text', props), sourceViews(actor, slug)]);
  const { debate } = opened;
  if (!sources) notFound();
  const withNotes = await Promise.all(
    sources.map(async (source) => ({
      source,
      threads: (await annotationThreads(actor, debate.room.id, { sourceVersionId: source.version.id })) ?? [],
    })),
  );
  return (
    <ClientMessages namespaces={['text', 'contribute', 'edit', 'scheme', 'strength']}>
      <UnknownClaim opened={opened} view="text" />
      <ReaderView debate={debate} sources={withNotes} />
    </ClientMessages>
  );
}
