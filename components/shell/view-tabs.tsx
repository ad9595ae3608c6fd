'use client';

import Link, { useLinkStatus } from 'next/link';
import { usePathname, useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { DEBATE_VIEWS, selectionOf, viewHref } from '@/components/debate/view-address';

/** A line under a tab that has been pressed and whose view is on its way. */
function PendingMark() {
  const { pending } = useLinkStatus();
  return pending ? (
    <span aria-hidden="true" className="absolute inset-x-(--tab-inset) -bottom-px h-0.5 bg-control" />
  ) : null;
}

const SHARED = 'flex-auto justify-center px-0.5 [--tab-inset:0.125rem]';

const TAB =
  'relative flex items-center text-muted no-underline after:absolute after:inset-x-(--tab-inset) after:-bottom-px after:h-0.5 hover:text-ink focus-visible:outline-offset-[-4px] aria-[current]:font-strong aria-[current]:text-ink aria-[current]:after:bg-ink forced-colors:aria-[current]:after:bg-[CanvasText]';

/** The views of one debate. Each tab leads to the same claim, with the same layer, in another form. */
export function ViewTabs({
  slug,
  className,
  more = [],
  isNarrow = false,
}: {
  slug: string;
  className?: string;
  /** Pages beside the views, of a room below the commons. */
  more?: readonly { href: string; label: string }[];
  /** A row of its own on a phone: the tabs share its width. */
  isNarrow?: boolean;
}) {
  const t = useTranslations('shell');
  const pathname = usePathname();
  const { claim, motion, isBeyondOn, showsClosed, showsEffects, whatIf, tourStep } = selectionOf(
    useSearchParams(),
  );

  // With the pages of a room there are six words on one line, also of the longer languages.
  const look = isNarrow
    ? `${TAB} ${SHARED} ${more.length > 0 ? 'text-caption' : ''}`
    : `${TAB} px-3 [--tab-inset:0.75rem]`;

  return (
    <nav aria-label={t('views.label')} className={`flex ${className}`}>
      {DEBATE_VIEWS.map((view) => (
        <Link
          key={view}
          href={viewHref(slug, view, {
            claim,
            motion,
            isBeyondOn,
            showsClosed,
            showsEffects,
            whatIf,
            tourStep,
          })}
          aria-current={pathname === viewHref(slug, view) ? 'page' : undefined}
          className={look}
        >
          {t(`views.${view}`)}
          <PendingMark />
        </Link>
      ))}
      {more.map(({ href, label }) => (
        <Link key={href} href={href} aria-current={pathname === href ? 'page' : undefined} className={look}>
          {label}
          <PendingMark />
        </Link>
      ))}
    </nav>
  );
}
