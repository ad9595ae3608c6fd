'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { groupsHref, roomHref } from '@/components/room/room-address';
import type { ActivityItem, GroupProgress, RoomProgress } from '@/lib/domain/room/board';

function SideSection({
  id,
  title,
  aside,
  children,
}: {
  id: string;
  title: string;
  aside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section aria-labelledby={id} className="grid content-start gap-1.5">
      <div className="flex min-h-9 flex-wrap items-center justify-between gap-x-3">
        <h2 id={id} className="text-heading font-strong">
          {title}
        </h2>
        {aside}
      </div>
      <div className="border-t border-ink">{children}</div>
    </section>
  );
}

const toDecide = ({ claims, notes, reported }: GroupProgress['waiting']): number => claims + notes + reported;

/** The breakout groups of a class with how far each is; a name leads to the group's own board. */
export function GroupList({
  slug,
  groups,
  canOpen,
}: {
  slug: string;
  groups: readonly GroupProgress[];
  canOpen: boolean;
}) {
  const t = useTranslations('board.groups');
  if (groups.length === 0 && !canOpen) return null;
  return (
    <SideSection
      id="board-groups"
      title={t('title')}
      aside={
        canOpen ? (
          <Link href={groupsHref(slug)} className="text-caption pointer-coarse:py-3">
            {t(groups.length === 0 ? 'make' : 'change')}
          </Link>
        ) : null
      }
    >
      {groups.length === 0 ? <p className="py-3 text-ui text-muted">{t('none')}</p> : null}
      <ul>
        {groups.map(({ id, slug: own, name, people, notes, claims, waiting }) => (
          <li
            key={id}
            className="grid grid-cols-[1fr_auto] gap-x-3 border-b border-hairline py-2.5 last:border-b-0"
          >
            <Link href={roomHref(own)} className="font-strong text-ink no-underline hover:underline">
              <bdi>{name}</bdi>
            </Link>
            <span className="text-caption whitespace-nowrap text-muted">{t('people', { people })}</span>
            <span className="col-span-2 text-caption text-muted">
              {notes + claims === 0
                ? t('nothing')
                : [
                    ...(notes > 0 ? [t('notes', { count: notes })] : []),
                    ...(claims > 0 ? [t('claims', { count: claims })] : []),
                    ...(toDecide(waiting) > 0 ? [t('waiting', { count: toDecide(waiting) })] : []),
                  ].join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </SideSection>
  );
}

const SHOWN = 9;

/** What people do in the room, newest first: never what they think. Read aloud only when it is gone to. */
export function ActivityList({ progress }: { progress: Pick<RoomProgress, 'activity' | 'now'> }) {
  const t = useTranslations('board.live');
  const now = Date.parse(progress.now);
  return (
    <SideSection
      id="board-live"
      title={t('title')}
      aside={<p className="text-caption text-muted">{t('about')}</p>}
    >
      {progress.activity.length === 0 ? <p className="py-3 text-ui text-muted">{t('none')}</p> : null}
      <ol>
        {progress.activity.slice(0, SHOWN).map((item) => (
          <li
            key={item.id}
            className="grid grid-cols-[3.75rem_1fr] gap-x-2 border-b border-hairline py-1.5 text-ui last:border-b-0"
          >
            <time dateTime={item.at} className="text-caption leading-ui text-muted tabular-nums">
              {t('ago', { ...since(now - Date.parse(item.at)) })}
            </time>
            <span className="wrap-anywhere">
              <Done item={item} />
            </span>
          </li>
        ))}
      </ol>
    </SideSection>
  );
}

/** A length of time in the largest unit that it fills. */
function since(ms: number): { unit: 'now' | 'minutes' | 'hours' | 'days'; count: number } {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 1) return { unit: 'now', count: 0 };
  if (minutes < 60) return { unit: 'minutes', count: minutes };
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? { unit: 'hours', count: hours } : { unit: 'days', count: Math.floor(hours / 24) };
}

function Done({ item: { kind, alias, place } }: { item: ActivityItem }) {
  const t = useTranslations('board.live');
  const where =
    place === null
      ? ''
      : place.type === 'claim'
        ? t('where.claim', { code: place.code })
        : t('where.passage', { label: place.label });
  return t.rich(`did.${kind}`, {
    alias: alias ?? t('somebody'),
    where,
    name: (words) => <bdi>{words}</bdi>,
  });
}
