'use client';

import { Keyboard } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Ref } from 'react';
import { RelationLineSample } from '@/components/claim/relation-line-sample';
import { ClosedSwitch } from '@/components/debate/closed-switch';
import { EffectsSwitch } from '@/components/effects/effects-switch';
import { StrengthMark } from '@/components/strength/strength-mark';
import { Switch } from '@/components/ui/switch';
import { VoteBar } from '@/components/vote/vote-bar';
import { isClosed } from '@/lib/domain/debate/closed';
import type { RelationKind } from '@/lib/domain/debate/view';
import type { MapModel } from './use-map-model';

const KINDS = ['supports', 'attacks', 'undercuts'] as const satisfies readonly RelationKind[];

interface MapBarProps {
  model: MapModel;
  /** The canvas puts its zoom buttons here when it is ready. */
  zoomSlot: Ref<HTMLSpanElement>;
  onShowKeys: () => void;
}

/** Legend, layers and zoom, under the canvas. */
export function MapBar({ model, zoomSlot, onShowKeys }: MapBarProps) {
  const t = useTranslations('map.bar');
  const { debate, state, dispatch, showsBeyond } = model;
  const beyondCount = debate.claims.filter((claim) => claim.layer === 'beyond' && !isClosed(claim)).length;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups the fields of a form
    <div className="map-bar" role="group" aria-label={t('label')}>
      <span className="map-bar-legend">
        {KINDS.map((kind) => (
          <span key={kind} className="map-bar-key">
            <RelationLineSample kind={kind} />
            {t(kind)}
          </span>
        ))}
        <span className="map-bar-key">
          <span aria-hidden="true">
            <VoteBar tally={{ agree: 6, pass: 2, disagree: 3 }} />
          </span>
          {t('votes')}
        </span>
        <span className="map-bar-key">
          <span aria-hidden="true">
            <StrengthMark base={0.4} strength={0.7} />
          </span>
          {t('strength')}
        </span>
      </span>
      <Switch
        label={t('crossLinks')}
        checked={state.showsCrossLinks}
        onChange={(event) => dispatch({ type: 'cross-links', areShown: event.target.checked })}
      />
      <EffectsSwitch debate={debate} isOn={model.effects !== null} onChange={model.showEffects} />
      {beyondCount === 0 ? null : (
        <Switch
          label={t('beyond', { count: beyondCount })}
          checked={showsBeyond}
          onChange={(event) => model.showBeyond(event.target.checked)}
        />
      )}
      <ClosedSwitch debate={debate} isOn={model.showsClosed} onChange={model.showClosed} />
      <span className="map-bar-rule" />
      <span ref={zoomSlot} className="map-zoom" />
      <button
        type="button"
        className="map-bar-button"
        aria-label={t('keys')}
        title={t('keys')}
        onClick={onShowKeys}
      >
        <Keyboard aria-hidden="true" size={14} />
      </button>
    </div>
  );
}
