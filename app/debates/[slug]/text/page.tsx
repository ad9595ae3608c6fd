import '@/app/styles/reader.css';
import '@/app/styles/reader-margin.css';
import '@/app/styles/reader-marks.css';
import '@/app/styles/reader-toolbar.css';
import '@/app/styles/reader-narrow.css';
import '@/app/styles/reader-print.css';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { OlderVersion } from '@/components/reader/older-version';
import { ReaderView } from '@/components/reader/reader-view';
import { ReadingLog } from '@/components/reader/reading-log';
import { UnknownText } from '@/components/reader/unknown-text';
import { ClientMessages } from '@/components/shell/client-messages';
import type { SourceView } from '@/lib/domain/debate/view';
import { annotationThreads } from '@/lib/server/annotation/annotation-views';
import { sourceViews } from '@/lib/server/debate/queries';
import { currentActor } from '@/lib/server/session';
import { askedText } from '@/lib/server/source/asked-text';
import { readerFrame } from '../../../_parts/chrome';
import { openedView, UnknownClaim, type ViewProps } from '../_parts/opened-view';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('text');
  return { title: t('title') };
}

/** A text as far as it is said how much of it was read. */
const textToRead = ({ key, version, passages }: SourceView) => ({
  sourceKey: key,
  sourceVersionId: version.id,
  passages: passages.map((passage) => ({
    key: passage.key,
    words: version.text.slice(passage.start, passage.end),
  })),
});

export default async function TextPage(props: ViewProps) {
  const [{ slug }, actor] = await Promise.all([props.params, currentActor()]);
  const [opened, sources] = await Promise.all([openedView('text', props), sourceViews(actor, slug)]);
  const { debate } = opened;
  if (!sources) notFound();
  const asked = await askedText(actor, slug, sources, await props.searchParams);
  const notesIn = async (source: SourceView) =>
    (await annotationThreads(actor, debate.room.id, { sourceVersionId: source.version.id })) ?? [];
  const frame = await readerFrame(slug);
  const isReadingAsked = frame?.settings.quotas.passages !== undefined && frame.seat?.role === 'participant';
  const { older } = asked;
  if (older) {
    const newest = sources.find(({ id }) => id === older.id);
    return (
      <ClientMessages namespaces={['text', 'contribute', 'edit', 'scheme', 'strength']}>
        <UnknownClaim opened={opened} view="text" />
        <OlderVersion
          key={older.version.id}
          debate={debate}
          source={older}
          newestNumber={newest?.version.number ?? older.version.number}
          threads={await notesIn(older)}
        />
      </ClientMessages>
    );
  }
  const withNotes = await Promise.all(
    sources.map(async (source) => ({ source, threads: await notesIn(source) })),
  );
  return (
    <ClientMessages namespaces={['text', 'contribute', 'edit', 'scheme', 'strength']}>
      <UnknownClaim opened={opened} view="text" />
      {asked.unknown ? <UnknownText unknown={asked.unknown} /> : null}
      <ReaderView debate={debate} sources={withNotes} />
      {isReadingAsked && actor.kind === 'person' ? (
        <ReadingLog roomId={debate.room.id} personId={actor.userId} texts={sources.map(textToRead)} />
      ) : null}
    </ClientMessages>
  );
}
