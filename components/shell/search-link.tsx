'use client';

import { Search } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { viewHref } from '@/components/debate/view-address';

/** The way to the search of a debate. The map brings a search of its own, which leads on to this one. */
export function SearchLink({ slug }: { slug: string }) {
  const t = useTranslations('shell.room');
  if (usePathname() === viewHref(slug, 'map')) return null;
  return (
    <Link
      href={`/debates/${encodeURIComponent(slug)}/search`}
      prefetch={false}
      aria-label={t('search')}
      title={t('search')}
      className="inline-flex size-9 items-center justify-center rounded text-ink hover:bg-wash pointer-coarse:size-11"
    >
      <Search aria-hidden="true" size={16} strokeWidth={1.75} />
    </Link>
  );
}
