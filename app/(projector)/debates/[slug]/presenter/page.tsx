import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Presenter } from '@/components/room/presenter/presenter';
import { ClientMessages } from '@/components/shell/client-messages';
import { LiveRegion } from '@/components/ui/live-region';
import { LiveRoomProvider } from '@/lib/client/live/live';
import { pageCursor } from '@/lib/server/live/page-cursor';
import { presenterView } from '@/lib/server/room/presenter';
import { roomBySlug } from '@/lib/server/room/room-context';
import { currentActor } from '@/lib/server/session';

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, room] = await Promise.all([
    getTranslations('presenter'),
    currentActor().then(async (actor) => roomBySlug(actor, (await params).slug)),
  ]);
  return room ? { title: t('title', { room: room.name }) } : {};
}

/** The page for the wall: without the bar of the other pages, with a stream of its own, for those who keep the room alone. */
export default async function PresenterPage({ params }: Props) {
  const { slug } = await params;
  const actor = await currentActor();
  const room = await roomBySlug(actor, slug);
  if (!room || actor.kind !== 'person') notFound();
  const [view, cursor] = await Promise.all([presenterView(actor, room.id), pageCursor(room)]);
  if (!view.ok) notFound();
  return (
    <LiveRoomProvider place={{ roomId: room.id, cursor }} personKey={actor.userId}>
      <ClientMessages namespaces={['presenter', 'stage']}>
        <Presenter initial={view.value} />
        <LiveRegion />
      </ClientMessages>
    </LiveRoomProvider>
  );
}
