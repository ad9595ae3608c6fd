'use client';

import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { DEBATE_VIEWS, viewHref } from './view-address';

/** Shown above the map, the outline and the text of a debate, and not on its other pages. */
export function InViews({ slug, children }: { slug: string; children: ReactNode }) {
  const pathname = usePathname();
  return DEBATE_VIEWS.some((view) => pathname === viewHref(slug, view)) ? children : null;
}
