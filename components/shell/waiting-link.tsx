import { Hourglass, MessageSquareWarning } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { viewHref } from '@/components/debate/view-address';
import { moderationHref } from '@/components/room/room-address';

/** For maintainers: how many suggested claims wait for their decision, and the way to them. Nothing when none does. */
export function WaitingLink({ slug, count }: { slug: string; count: number }) {
  const t = useTranslations('shell.room');
  if (count === 0) return null;
  return (
    <CountLink
      href={`${viewHref(slug, 'outline')}?show=waiting`}
      label={t('waiting', { count })}
      icon={Hourglass}
      count={count}
    />
  );
}

/** The same for notes that wait or were reported. */
export function NotesToDecideLink({ slug, count }: { slug: string; count: number }) {
  const t = useTranslations('shell.room');
  if (count === 0) return null;
  return (
    <CountLink
      href={moderationHref(slug)}
      label={t('notesToDecide', { count })}
      icon={MessageSquareWarning}
      count={count}
    />
  );
}

function CountLink({
  href,
  label,
  icon: Icon,
  count,
}: {
  href: string;
  label: string;
  icon: typeof Hourglass;
  count: number;
}) {
  return (
    <Link
      href={href}
      prefetch={false}
      aria-label={label}
      title={label}
      className="inline-flex min-h-9 min-w-9 items-center justify-center gap-1 rounded text-ui font-strong text-ink no-underline hover:bg-wash pointer-coarse:min-h-11 pointer-coarse:min-w-11"
    >
      <Icon aria-hidden="true" size={16} strokeWidth={1.75} />
      <span aria-hidden="true" className="tabular-nums">
        {count}
      </span>
    </Link>
  );
}
