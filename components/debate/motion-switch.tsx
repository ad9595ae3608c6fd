'use client';

import Link from 'next/link';
import { usePathname, useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import type { MotionChoice } from '@/lib/domain/debate/view';
import { DEBATE_VIEWS, selectionOf, viewHref } from './view-address';

interface MotionSwitchProps {
  slug: string;
  language: string;
  motions: readonly MotionChoice[];
}

/** Which motion of a debate is looked at, above each of its views; nothing in a debate with one motion. */
export function MotionSwitch({ slug, language, motions }: MotionSwitchProps) {
  const t = useTranslations('shell');
  const pathname = usePathname();
  const { motion, isBeyondOn, showsEffects } = selectionOf(useSearchParams());
  const view = DEBATE_VIEWS.find((name) => pathname === viewHref(slug, name));
  const current = motions.find(({ code }) => code === motion) ?? motions[0];
  const list = useRef<HTMLUListElement>(null);
  const currentId = current?.id;
  useEffect(() => {
    // On a narrow screen the row is longer than the screen: the chosen one must be on it.
    if (currentId === undefined) return;
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [currentId]);
  if (view === undefined || motions.length < 2) return null;
  return (
    <nav aria-label={t('motions')} className="no-print border-b border-hairline bg-raised">
      <ul ref={list} className="flex gap-1.5 overflow-x-auto px-4 py-1.5">
        {motions.map(({ id, code, text, shortTitle }) => (
          <li key={id} className="flex-none">
            <Link
              href={viewHref(slug, view, { motion: code, isBeyondOn, showsEffects })}
              prefetch={false}
              title={text}
              aria-current={id === currentId ? 'true' : undefined}
              className="inline-flex min-h-8 max-w-64 items-center gap-1.5 rounded-pill border border-control px-3 text-caption text-ink no-underline hover:bg-wash aria-[current]:border-ink aria-[current]:bg-ink aria-[current]:text-on-ink pointer-coarse:min-h-11"
            >
              <span className="font-strong">{code}</span>
              <span lang={language} dir="auto" className="truncate">
                {shortTitle ?? text}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
