'use client';

import { useTranslations } from 'next-intl';
import { RoomClock } from '@/components/room/room-clock';
import { useLeaving } from '@/components/vote/queue/leave-link';
import { useRoomNow } from '@/lib/client/live/live';
import type { SideView } from '@/lib/domain/debate/view';
import type { RoomFrame } from '@/lib/domain/room/view';
import { PupilHead } from './pupil-head';
import { VoiceBanner } from './voice-banner';

/** The head of the page on which one votes: the way back, what time is left, for whom one argues. */
export function VoteHead({
  frame,
  alias,
  roomName,
  sides,
  href,
}: {
  /** Null in the commons. */
  frame: RoomFrame | null;
  alias: string | null;
  roomName: string;
  sides: readonly SideView[];
  href: string;
}) {
  const t = useTranslations('pupil.vote');
  const leaving = useLeaving();
  const now = useRoomNow();
  const stage = now?.stage ?? frame?.stage;
  // A closed room has no step whose time could run out.
  const clock = stage === 'closed' ? null : (now?.clock ?? frame?.clock);
  return (
    <>
      <PupilHead
        alias={alias}
        title={t('title')}
        roomName={roomName}
        href={href}
        onLeave={leaving.hold}
        width="vote"
      >
        {clock ? <RoomClock clock={clock} className="text-body font-strong text-ink" /> : null}
      </PupilHead>
      {leaving.isHeld ? (
        <p className="mx-auto w-full max-w-[40rem] px-5 pt-3 text-caption text-muted">{t('noWay')}</p>
      ) : null}
      {frame ? <VoiceBanner voice={frame.voice} sideKey={frame.seat?.sideKey ?? null} sides={sides} /> : null}
    </>
  );
}
