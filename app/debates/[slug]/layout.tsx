import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { NoteRoomProvider } from '@/components/annotation/note-room';
import { OfflineBanner } from '@/components/claim/offline-banner';
import { InViews } from '@/components/debate/in-views';
import { MotionSwitch } from '@/components/debate/motion-switch';
import { RoomNews } from '@/components/live/room-news';
import { StepBanner } from '@/components/live/step-banner';
import { VoiceBanner } from '@/components/room/pupil/voice-banner';
import { ClientMessages } from '@/components/shell/client-messages';
import { CONTENT_ID, TopBar } from '@/components/shell/top-bar';
import { LiveRegion } from '@/components/ui/live-region';
import { LiveRoomProvider } from '@/lib/client/live/live';
import { UntilReveal } from '@/lib/client/live/until-reveal';
import { RememberOpened } from '@/lib/client/opened-claims';
import { leftRoom } from '@/lib/server/room/people/queries';
import { currentActor } from '@/lib/server/session';
import {
  readerAnchorCount,
  readerDebate,
  readerFrame,
  readerId,
  readerLivePlace,
  readerNotesToDecide,
  readerPerson,
  readerTheme,
  readerWaitingCount,
} from '../../_parts/chrome';
import { GroupOfClass } from '../../_parts/group-strip';
import { DebateProviders } from './_parts/debate-providers';
import { RoomLeft } from './_parts/room-left';
import { takesOf } from './_parts/takes-of';

type Props = { params: Promise<{ slug: string }>; children: ReactNode };

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const debate = await readerDebate((await params).slug);
  if (!debate) return {};
  return { title: { default: debate.title, template: `%s · ${debate.title}` }, description: debate.question };
}

/** Everything that stays while a reader changes the view: the top bar, what they did, what is said aloud. */
export default async function DebateLayout({ params, children }: Props) {
  const { slug } = await params;
  const [debate, person, personId, theme, waiting, notes, anchors, frame, live] = await Promise.all([
    readerDebate(slug),
    readerPerson(),
    readerId(),
    readerTheme(),
    readerWaitingCount(slug),
    readerNotesToDecide(slug),
    readerAnchorCount(slug),
    readerFrame(slug),
    readerLivePlace(slug),
  ]);
  if (!debate) {
    const left = await leftRoom(await currentActor(), slug);
    if (!left) notFound();
    return <RoomLeft left={left} />;
  }
  const takes = frame && (await takesOf(frame, debate.sides));
  return (
    <DebateProviders personKey={personId} takes={takes}>
      <LiveRoomProvider place={live} personKey={personId}>
        <div className="flex min-h-dvh flex-col">
          <TopBar
            debate={debate}
            person={person}
            theme={theme}
            waitingCount={waiting}
            notesToDecide={notes}
            anchorCount={anchors}
            frame={frame}
          />
          {debate.room.kind === 'breakout' ? <GroupOfClass slug={debate.slug} /> : null}
          <MotionSwitch slug={debate.slug} language={debate.language} motions={debate.motions} />
          <ClientMessages namespaces={['contribute']}>
            <OfflineBanner />
          </ClientMessages>
          {frame?.seat?.role === 'participant' ? (
            <InViews slug={debate.slug}>
              <VoiceBanner voice={frame.voice} sideKey={frame.seat.sideKey} sides={debate.sides} />
            </InViews>
          ) : null}
          <ClientMessages namespaces={['live', 'stage']}>
            {frame ? <StepBanner frame={frame} /> : null}
            {live ? <RoomNews slug={debate.slug} roomId={live.roomId} /> : null}
          </ClientMessages>
          {frame ? <RememberOpened roomId={frame.id} /> : null}
          <main id={CONTENT_ID} tabIndex={-1} className="flex flex-1 flex-col">
            <UntilReveal
              counts={!debate.room.isRevealed && !(frame?.settings.showsCountsEarly && frame.voice === 'own')}
              stances={!debate.room.isRevealed}
              hidesFew={debate.room.kind !== 'commons'}
            >
              <NoteRoomProvider debate={debate}>{children}</NoteRoomProvider>
            </UntilReveal>
          </main>
        </div>
        <LiveRegion />
      </LiveRoomProvider>
    </DebateProviders>
  );
}
