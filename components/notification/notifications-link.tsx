import { Bell } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';

/** The way to what one was told, with how much of it is unread. */
export function NotificationsLink({ count }: { count: number }) {
  const t = useTranslations('notifications');
  return (
    <Link
      href="/notifications"
      prefetch={false}
      aria-label={t('bell', { count })}
      title={t('bell', { count })}
      className="relative grid size-9 flex-none place-items-center rounded text-muted no-underline hover:bg-wash hover:text-ink pointer-coarse:size-11"
    >
      <Bell aria-hidden="true" size={18} strokeWidth={1.75} />
      {count > 0 ? (
        <span
          aria-hidden="true"
          className="absolute end-0 top-0.5 min-w-4 rounded-pill bg-ink px-1 text-center text-[0.6875rem] leading-4 font-strong text-raised tabular-nums"
        >
          {count > 99 ? '99+' : count}
        </span>
      ) : null}
    </Link>
  );
}
