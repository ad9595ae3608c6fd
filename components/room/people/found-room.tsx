'use client';

import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { IconButton } from '@/components/ui/icon-button';
import type { LookAnswer } from '@/lib/domain/room/joining';

/** The room that the code opens, named before anything is given. */
export function FoundRoom({ found: { room } }: { found: LookAnswer }) {
  const t = useTranslations('joining');
  const [owner] = room.ownedBy;
  return (
    <div role="status" className="flex gap-3.5 rounded bg-wash px-4 py-3.5">
      <Icon name="check" className="mt-1 size-4" />
      <div className="grid min-w-0 gap-0.5">
        <p dir="auto" className="font-strong break-words">
          {owner ? t('roomWith', { room: room.name, owner }) : room.name}
        </p>
        <p className="text-caption text-muted break-words">
          <span dir="auto" lang={room.language}>
            {room.debate}
          </span>
          {', '}
          {t('people', { count: room.people })}
        </p>
      </div>
    </div>
  );
}

/** Under which name the room sees the person, and who can see behind it. */
export function AliasRow({
  alias,
  namesCanBeRevealed,
  onDraw,
}: {
  alias: string;
  namesCanBeRevealed: boolean;
  /** Draws another; null when the alias stays. */
  onDraw: (() => void) | null;
}) {
  const t = useTranslations('joining');
  return (
    <div className="flex min-h-20 items-center gap-4 border-y border-hairline py-3">
      <span
        aria-hidden="true"
        className="grid size-11 flex-none place-items-center rounded-pill border border-hairline bg-wash font-strong"
      >
        {[...alias].slice(0, 2).join('')}
      </span>
      <div aria-live="polite" className="grid min-w-0 flex-1 gap-0.5">
        <p>{t.rich('seenAs', { alias, b: (words) => <b className="font-strong">{words}</b> })}</p>
        <p className="text-caption text-muted text-pretty">
          {namesCanBeRevealed ? t('canBeLookedUp') : t('cannotBeLookedUp')}
        </p>
      </div>
      {onDraw ? (
        <IconButton label={t('draw')} onClick={onDraw} className="size-11 flex-none border border-control">
          <svg
            viewBox="0 0 16 16"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.5"
            strokeLinecap="round"
            strokeLinejoin="round"
            aria-hidden="true"
            className="size-4 rtl:-scale-x-100"
          >
            <path d="M1.5 4.5h2.2c3.6 0 4.6 7 8.2 7h2.1M1.5 11.5h2.2c1.3 0 2.2-.9 3-2M8.6 6.3c.8-1 1.7-1.8 3.3-1.8h2.1M12.2 2.5l2 2-2 2M12.2 9.5l2 2-2 2" />
          </svg>
        </IconButton>
      ) : null}
    </div>
  );
}
