'use client';

import { X } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { roomHref } from '@/components/room/room-address';
import { useStageWords } from '@/components/room/stage-words';
import { ButtonLink } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { announce } from '@/components/ui/live-region';
import { useGentleRefresh } from '@/lib/client/live/gentle-refresh';
import { usePresence, useRoomNow } from '@/lib/client/live/live';
import type { RoomNow } from '@/lib/domain/room/live';
import type { RoomFrame } from '@/lib/domain/room/view';

type Shown = Pick<RoomFrame, 'id' | 'slug' | 'plan' | 'step' | 'stage' | 'acts' | 'voice' | 'speakers'>;

/** A class does not ask for its pages in one moment: each of those here adds so many milliseconds to the time that they spread over. */
const SPREAD_MS = 8;
const LONGEST_SPREAD_MS = 4_000;

const keyOf = ({
  step,
  stage,
  acts,
  voice,
  speakers,
}: Pick<RoomNow, 'step' | 'stage' | 'acts' | 'voice' | 'speakers'>) =>
  [step, stage, acts.join(), voice, speakers].join(' ');

/**
 * When the room moves on, every page offers what it takes now, and says so; nobody is taken away from what they write. The room's
 * own page simply goes on.
 */
export function StepBanner({ frame }: { frame: Shown }) {
  const t = useTranslations('live');
  const words = useStageWords();
  const refresh = useGentleRefresh(frame.id);
  const pathname = usePathname();
  const heard = useRoomNow();
  const here = usePresence() ?? 0;
  const isRoomPage = pathname === roomHref(frame.slug);
  const [seen, setSeen] = useState(() => keyOf(frame));
  const asked = useRef(seen);

  const key = heard === null ? seen : keyOf(heard);
  const name = heard === null ? '' : nameOf(frame, heard, words);
  // Who is on the room's page has seen it there.
  if (isRoomPage && seen !== key) setSeen(key);

  const follow = useEffectEvent(() => {
    if (key === asked.current) return;
    asked.current = key;
    announce(t('now', { name }));
    refresh(Math.random() * Math.min(LONGEST_SPREAD_MS, here * SPREAD_MS));
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another step is what asks for the page again
  useEffect(() => follow(), [key]);

  if (key === seen || isRoomPage || name === '') return null;
  return (
    <div className="no-print flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 border-b border-hairline bg-wash px-4 py-1.5">
      <p className="flex-1 text-ui font-strong">{t('now', { name })}</p>
      <ButtonLink href={roomHref(frame.slug)} size="small" onClick={() => setSeen(key)}>
        {t('toRoom')}
      </ButtonLink>
      <IconButton label={t('dismiss')} onClick={() => setSeen(key)}>
        <X aria-hidden="true" strokeWidth={1.75} className="size-4" />
      </IconButton>
    </div>
  );
}

function nameOf(
  frame: Shown,
  { stage, step, voice, speakers }: RoomNow,
  words: ReturnType<typeof useStageWords>,
): string {
  const planned = frame.plan[step];
  return stage === 'closed' || planned === undefined
    ? words.stageName(stage)
    : words.nameOf({ ...planned, voice, speakers });
}
