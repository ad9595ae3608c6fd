'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { roomHref, voteHref } from '@/components/room/room-address';
import { RoomClock } from '@/components/room/room-clock';
import { StageDots } from '@/components/room/stage-stepper';
import { useStageWords } from '@/components/room/stage-words';
import { Icon } from '@/components/ui/icon';
import { usePresence, useRoomNow } from '@/lib/client/live/live';
import type { RoomFrame } from '@/lib/domain/room/view';

type Shown = Pick<
  RoomFrame,
  'slug' | 'name' | 'plan' | 'step' | 'stage' | 'clock' | 'spentSeconds' | 'voice' | 'speakers'
>;

/** Where the room is, as the page had it or as it was heard since. */
function useShownRoom(frame: Shown): Shown {
  const now = useRoomNow();
  return now === null ? frame : { ...frame, ...now };
}

/** The stage of a room: its dots, its name, what is left of its time. */
export function RoomStage({ frame, className = '' }: { frame: Shown; className?: string }) {
  const words = useStageWords();
  const room = useShownRoom(frame);
  const at = room.plan[room.step];
  const isClosed = room.stage === 'closed' || at === undefined;
  return (
    <span className={`inline-flex items-center gap-2 whitespace-nowrap ${className}`}>
      <StageDots room={room} className="max-xl:hidden" />
      <span aria-hidden="true" className="text-ui font-strong">
        {isClosed
          ? words.stageName(room.stage)
          : words.nameOf({ ...at, voice: room.voice, speakers: room.speakers })}
      </span>
      {isClosed ? null : <RoomClock clock={room.clock} className="text-ui text-muted" />}
    </span>
  );
}

/** Stage and room in a row of their own, under a bar too narrow for them; not on pages whose head says both. */
export function RoomRow({ frame, className = '' }: { frame: Shown; className?: string }) {
  const pathname = usePathname();
  const { slug } = frame;
  if (pathname === roomHref(slug) || pathname === voteHref(slug)) return null;
  return (
    <div className={`flex items-center justify-between gap-2 ${className}`}>
      <RoomStage frame={frame} />
      <RoomChip frame={frame} />
    </div>
  );
}

/** The room and who is here; leads to its page. */
export function RoomChip({ frame, className = '' }: { frame: Shown; className?: string }) {
  const t = useTranslations('live');
  const here = usePresence();
  return (
    <Link
      href={roomHref(frame.slug)}
      className={`inline-flex min-h-9 min-w-0 items-center gap-2 rounded border border-control bg-raised px-2.5 text-ui whitespace-nowrap text-ink no-underline hover:bg-wash pointer-coarse:min-h-11 ${className}`}
    >
      <Icon name="people" className="size-4 flex-none text-muted" />
      <span className="sr-only">{t('room')}: </span>
      <span dir="auto" className="max-w-44 truncate max-lg:max-w-24">
        {frame.name}
      </span>
      {here === null ? null : <small className="text-caption text-muted">{t('here', { count: here })}</small>}
    </Link>
  );
}
