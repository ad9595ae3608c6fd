import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { NoteRoomProvider } from '@/components/annotation/note-room';
import { OfflineBanner } from '@/components/claim/offline-banner';
import { MotionSwitch } from '@/components/debate/motion-switch';
import { ClientMessages } from '@/components/shell/client-messages';
import { CONTENT_ID, TopBar } from '@/components/shell/top-bar';
import { LiveRegion } from '@/components/ui/live-region';
import { ContributionsProvider } from '@/lib/client/contributions';
import {
  readerAnchorCount,
  readerDebate,
  readerId,
  readerNotesToDecide,
  readerPerson,
  readerTheme,
  readerWaitingCount,
} from '../../_parts/chrome';

type Props = { params: Promise<{ slug: string }>; children: ReactNode };

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const debate = await readerDebate((await params).slug);
  if (!debate) return {};
  return { title: { default: debate.title, template: `%s · ${debate.title}` }, description: debate.question };
}

/** Everything that stays while a reader changes the view: the top bar, what they did, what is said aloud. */
export default async function DebateLayout({ params, children }: Props) {
  const { slug } = await params;
  const [debate, person, personId, theme, waiting, notes, anchors] = await Promise.all([
    readerDebate(slug),
    readerPerson(),
    readerId(),
    readerTheme(),
    readerWaitingCount(slug),
    readerNotesToDecide(slug),
    readerAnchorCount(slug),
  ]);
  if (!debate) notFound();
  return (
    <ContributionsProvider personKey={personId}>
      <div className="flex min-h-dvh flex-col">
        <TopBar
          debate={debate}
          person={person}
          theme={theme}
          waitingCount={waiting}
          notesToDecide={notes}
          anchorCount={anchors}
        />
        <MotionSwitch slug={debate.slug} language={debate.language} motions={debate.motions} />
        <ClientMessages namespaces={['contribute']}>
          <OfflineBanner />
        </ClientMessages>
        <main id={CONTENT_ID} tabIndex={-1} className="flex flex-1 flex-col">
          <NoteRoomProvider debate={debate}>{children}</NoteRoomProvider>
        </main>
      </div>
      <LiveRegion />
    </ContributionsProvider>
  );
}
