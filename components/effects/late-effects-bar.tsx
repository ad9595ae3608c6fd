'use client';

import dynamic from 'next/dynamic';
import { latePart } from '@/components/ui/late-part';
import type { ClaimView, DebateView } from '@/lib/domain/debate/view';
import type { ClaimEffects } from './use-claim-effects';

const Bar = dynamic(
  latePart(() => import('./effects-bar').then((module) => module.EffectsBar)),
  { ssr: false },
);

/** The legend of the marks, read only by who has them shown. */
export function EffectsBar(props: {
  debate: DebateView;
  /** Those that are shown: they are counted. */
  claims: readonly ClaimView[];
  effects: ClaimEffects | null;
  /** For where the switch is not at hand. */
  onHide?: () => void;
}) {
  return props.effects === null ? null : <Bar {...props} effects={props.effects} />;
}
