import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { MouseEvent, ReactNode } from 'react';

/** The head of a participant's page: the room's step and name, the own alias, what time is left. */
export function PupilHead({
  alias,
  title,
  roomName,
  href,
  onLeave,
  width = 'room',
  children,
}: {
  /** Null for somebody without a seat. */
  alias: string | null;
  title: string;
  roomName: string;
  /** The room's own page, from others; null on it. */
  href: string | null;
  /** A press on the way there. */
  onLeave?: (event: MouseEvent) => void;
  /** As wide as the page below it. */
  width?: 'room' | 'vote';
  /** At the end: the clock. */
  children?: ReactNode;
}) {
  const t = useTranslations('pupil.head');
  const place = (
    <>
      {alias === null ? null : (
        <span
          aria-hidden="true"
          className="grid size-9 flex-none place-items-center rounded-full border border-hairline bg-wash text-caption font-strong"
        >
          {[...alias].slice(0, 2).join('')}
        </span>
      )}
      <div className="grid min-w-0">
        <h1 className="truncate text-ui font-strong text-ink">{title}</h1>
        {/* A long name of the class gives way to the own alias. */}
        <span className="flex min-w-0 text-caption text-muted">
          <bdi className="truncate">{roomName}</bdi>
          {alias === null ? null : (
            <span className="max-w-3/4 flex-none truncate whitespace-pre">
              {' · '}
              {t.rich('you', { alias, name: (words) => <bdi>{words}</bdi> })}
            </span>
          )}
        </span>
      </div>
    </>
  );
  return (
    <div className="border-b border-hairline bg-raised">
      <div
        className={`mx-auto flex min-h-14 w-full items-center gap-3 px-5 ${width === 'room' ? 'max-w-[46rem]' : 'max-w-[40rem]'}`}
      >
        {href === null ? (
          <div className="flex min-w-0 flex-1 items-center gap-2.5">{place}</div>
        ) : (
          <Link
            href={href}
            {...(onLeave && { onClick: onLeave })}
            title={t('back', { room: roomName })}
            className="flex min-h-11 min-w-0 flex-1 items-center gap-2.5 text-ink no-underline"
          >
            {place}
          </Link>
        )}
        {children}
      </div>
    </div>
  );
}
