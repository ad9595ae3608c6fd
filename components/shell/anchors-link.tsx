import { FileDiff } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { reviewHref } from '@/components/source/source-address';

/** How many places in new texts wait for this reader's decision, and the way to them. Nothing when none does. */
export function AnchorsLink({ slug, count }: { slug: string; count: number }) {
  const t = useTranslations('shell.room');
  if (count === 0) return null;
  const label = t('anchors', { count });
  return (
    <Link
      href={reviewHref(slug)}
      prefetch={false}
      aria-label={label}
      title={label}
      className="inline-flex min-h-9 min-w-9 items-center justify-center gap-1 rounded text-ui font-strong text-ink no-underline hover:bg-wash pointer-coarse:min-h-11 pointer-coarse:min-w-11"
    >
      <FileDiff aria-hidden="true" size={16} strokeWidth={1.75} />
      <span aria-hidden="true" className="tabular-nums">
        {count}
      </span>
    </Link>
  );
}
