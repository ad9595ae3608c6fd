'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useUnsentCount } from '@/lib/client/unsent-count';

/** Leads to what was written in this browser and not sent. */
export function UnsentLink({ className }: { className: string }) {
  const t = useTranslations('shell');
  return (
    <Link href="/unsent" prefetch={false} className={className}>
      {t('account.unsent', { count: useUnsentCount() })}
    </Link>
  );
}

/** A dot on the button of the menu that holds the link, while there is something to find. */
export function UnsentDot() {
  return useUnsentCount() === 0 ? null : (
    <span
      aria-hidden="true"
      className="absolute end-0.5 top-0.5 size-2 rounded-pill border border-raised bg-ink"
    />
  );
}
