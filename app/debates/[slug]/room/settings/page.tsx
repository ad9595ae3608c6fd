import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { RoomSettings } from '@/components/room/setup/room-settings';
import { ClientMessages } from '@/components/shell/client-messages';
import { roomFrame } from '@/lib/server/room/room-frame';
import { whatWaits } from '@/lib/server/room/what-waits';
import { currentActor } from '@/lib/server/session';

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('setup');
  return { title: t('title') };
}

/** A class's plan and settings, for those who teach it; nobody else finds it, nor is there one of a group. */
export default async function RoomSettingsPage({ params }: Props) {
  const { slug } = await params;
  const actor = await currentActor();
  const frame = await roomFrame(actor, slug);
  if (frame?.kind !== 'class' || !frame.can.configure) notFound();
  return (
    <ClientMessages namespaces={['setup', 'rooms', 'stage', 'account', 'failure']}>
      <RoomSettings key={frame.id} initial={frame} waits={await whatWaits(actor, frame.id)} />
    </ClientMessages>
  );
}
