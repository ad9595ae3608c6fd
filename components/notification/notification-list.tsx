'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useFormatter, useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { markNotificationsRead } from '@/lib/client/notifications';
import type { NotificationList as Listed, NotificationView } from '@/lib/domain/notification/view';
import { notificationHref } from './notification-href';

/** What a person was told, newest first. Following a line reads it; one button reads all of them. */
export function NotificationList({ initial, now }: { initial: Listed; now: string }) {
  const t = useTranslations('notifications');
  const [notifications, setNotifications] = useState(initial.notifications);
  const [hasFailed, setHasFailed] = useState(false);
  const router = useRouter();
  const list = useRef<HTMLUListElement>(null);
  const unread = notifications.filter(({ isRead }) => !isRead);

  const read = async (ids: readonly string[]) => {
    const result = await markNotificationsRead(ids);
    setHasFailed(!result.ok);
    if (!result.ok) return;
    const isDone = new Set(ids);
    setNotifications((all) => all.map((one) => (isDone.has(one.id) ? { ...one, isRead: true } : one)));
    // The bell above counts them too.
    router.refresh();
  };
  const readAll = async () => {
    await read(unread.map(({ id }) => id));
    // The button goes with the last unread line.
    list.current?.focus();
  };

  if (notifications.length === 0) return <p className="text-body text-muted">{t('empty')}</p>;
  return (
    <div className="grid gap-4">
      {unread.length > 0 ? (
        <div>
          <Button onClick={() => void readAll()}>{t('allRead')}</Button>
        </div>
      ) : null}
      {hasFailed ? <p role="alert">{t('failed')}</p> : null}
      <ul ref={list} tabIndex={-1} aria-label={t('title')} className="border-t border-hairline">
        {notifications.map((one) => (
          <Line key={one.id} notification={one} now={now} onFollow={() => void read([one.id])} />
        ))}
      </ul>
    </div>
  );
}

function Line({
  notification,
  now,
  onFollow,
}: {
  notification: NotificationView;
  now: string;
  onFollow: () => void;
}) {
  const t = useTranslations('notifications');
  const format = useFormatter();
  const { kind, count, code, room, latestAt, isRead } = notification;
  return (
    <li className="border-b border-hairline">
      <Link
        href={notificationHref(notification)}
        onClick={() => !isRead && onFollow()}
        className="grid min-h-14 grid-cols-[0.75rem_1fr] items-baseline gap-x-3 px-1 py-3 text-ink no-underline hover:bg-wash"
      >
        <span aria-hidden="true" className="self-center">
          {isRead ? null : <span className="block size-2 rounded-pill bg-ink" />}
        </span>
        <span className="grid gap-0.5">
          <span className={isRead ? '' : 'font-strong'}>
            {isRead ? null : <span className="sr-only">{t('unread')}: </span>}
            {t(`kind.${kind}`, { count, code: code ?? '' })}
          </span>
          <span className="text-caption text-muted">
            <bdi>
              {t('in', { room: room.isCommons ? t('commons') : room.name, debate: room.debateTitle })}
            </bdi>
            {' · '}
            <time dateTime={latestAt}>{format.relativeTime(new Date(latestAt), new Date(now))}</time>
          </span>
        </span>
      </Link>
    </li>
  );
}
