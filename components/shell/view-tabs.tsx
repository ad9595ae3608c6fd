'use client';

import Link, { useLinkStatus } from 'next/link';
import { usePathname, useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { DEBATE_VIEWS, selectionOf, viewHref } from '@/components/debate/view-address';

/** A line under a tab that has been pressed and whose view is on its way. */
function PendingMark() {
  const { pending } = useLinkStatus();
  return pending ? (
    <span aria-hidden="true" className="absolute inset-x-3 -bottom-px h-0.5 bg-control" />
  ) : null;
}

/** The views of one debate. Each tab leads to the same claim, with the same layer, in another form. */
export function ViewTabs({ slug, className }: { slug: string; className?: string }) {
  const t = useTranslations('shell');
  const pathname = usePathname();
  const { claim, motion, isBeyondOn, showsClosed, whatIf, tourStep } = selectionOf(useSearchParams());

  return (
    <nav aria-label={t('views.label')} className={`flex ${className}`}>
      {DEBATE_VIEWS.map((view) => (
        <Link
          key={view}
          href={viewHref(slug, view, { claim, motion, isBeyondOn, showsClosed, whatIf, tourStep })}
          aria-current={pathname === viewHref(slug, view) ? 'page' : undefined}
          className="relative flex items-center px-3 text-muted no-underline after:absolute after:inset-x-3 after:-bottom-px after:h-0.5 hover:text-ink focus-visible:outline-offset-[-4px] aria-[current]:font-strong aria-[current]:text-ink aria-[current]:after:bg-ink forced-colors:aria-[current]:after:bg-[CanvasText]"
        >
          {t(`views.${view}`)}
          <PendingMark />
        </Link>
      ))}
    </nav>
  );
}
