'use client';

import dynamic from 'next/dynamic';
import { useViewSelection } from '@/components/debate/use-view-selection';
import { latePart } from '@/components/ui/late-part';
import type { DebateView } from '@/lib/domain/debate/view';

const Bar = dynamic(
  latePart(() => import('./what-if-bar').then((module) => module.WhatIfBar)),
  { ssr: false },
);

/** The bar of a what-if, read only by who plays with one. */
export function WhatIfBar({ debate }: { debate: DebateView }) {
  const [{ whatIf }] = useViewSelection();
  return whatIf === null ? null : <Bar debate={debate} />;
}
