import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Board } from '@/components/room/board/board';
import { ClientMessages } from '@/components/shell/client-messages';
import { moderationOf } from '@/lib/server/annotation/moderation-queries';
import { joinCodeOf } from '@/lib/server/room/people/join-code';
import { roomProgress } from '@/lib/server/room/progress';
import { roomFrame } from '@/lib/server/room/room-frame';
import { waitingClaims } from '@/lib/server/room/waiting-claims';
import { currentActor } from '@/lib/server/session';
import { readerDebate } from '../../../_parts/chrome';
import { PupilPage } from './_parts/pupil-page';

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const frame = await roomFrame(await currentActor(), (await params).slug);
  return frame ? { title: frame.name } : {};
}

/** A room's own page: for those who keep it where they run it, for everybody else what is to be done now. A commons has none. */
export default async function RoomPage({ params, searchParams }: Props) {
  const [{ slug }, { motion }] = await Promise.all([params, searchParams]);
  const actor = await currentActor();
  const [frame, debate] = await Promise.all([roomFrame(actor, slug), readerDebate(slug)]);
  if (!frame || !debate) notFound();
  if (!frame.can.maintain) {
    return (
      <PupilPage frame={frame} motion={typeof motion === 'string' && motion !== '' ? motion : undefined} />
    );
  }
  const [progress, claims, moderation, code] = await Promise.all([
    roomProgress(actor, frame.id),
    waitingClaims(actor, frame.id),
    moderationOf(actor, frame.id),
    joinCodeOf(actor, frame.id),
  ]);
  if (!progress.ok || !claims.ok || !moderation.ok) notFound();
  return (
    <ClientMessages
      namespaces={[
        'account',
        'board',
        'codes',
        'failure',
        'people',
        'contribute',
        'edit',
        'moderation',
        'scheme',
        'stage',
      ]}
    >
      <Board
        frame={frame}
        debate={debate}
        progress={progress.value}
        claims={claims.value.claims}
        moderation={moderation.value}
        code={code}
      />
    </ClientMessages>
  );
}
