'use client';

import { useMemo } from 'react';
import { ClosedSwitch } from '@/components/debate/closed-switch';
import { EffectMark, EffectShape } from '@/components/effects/effect-mark';
import { EffectsSwitch } from '@/components/effects/effects-switch';
import { Sheet } from '@/components/ui/sheet';
import { Switch } from '@/components/ui/switch';
import { isClosed } from '@/lib/domain/debate/closed';
import { screenGeometry } from '@/lib/domain/layout/geometry';
import { layoutMap } from '@/lib/domain/layout/layout-map';
import { layoutInput } from '../map-layout-input';
import { lineTone, relationsAt } from '../map-tones';
import { lineRank, RelationLine } from '../relation-line';
import type { MapModel } from '../use-map-model';

/** Tall enough that nothing folds; the width of the map as drawn on a desk. */
const OVERVIEW = { widthPx: 1096, heightPx: 1500 };

interface MapOverviewProps {
  model: MapModel;
  onPick: (claimId: string) => void;
  onClose: () => void;
}

/** The whole map in one screen: codes at their places, each a way to its claim. */
export function MapOverview({ model, onPick, onClose }: MapOverviewProps) {
  const { t, debate, drawn, selectedId, showsBeyond } = model;
  const layout = useMemo(
    () =>
      layoutMap({
        ...layoutInput(debate, drawn, {
          folded: new Set(),
          unfolded: new Set(),
          anchorId: null,
          measured: new Map(),
          flagged: new Set(),
        }),
        autoFold: false,
        geometry: screenGeometry(OVERVIEW.widthPx, OVERVIEW.heightPx),
      }),
    [debate, drawn],
  );
  const strong = relationsAt(selectedId === debate.motion.id ? null : selectedId, drawn.relations);
  const lines = layout.lines
    .map((line) => ({ line, tone: lineTone(line, strong, null) }))
    .sort((a, b) => lineRank(a.line, a.tone) - lineRank(b.line, b.tone));
  const share = (px: number, whole: number) => `${(px / whole) * 100}%`;
  const hasBeyond = debate.claims.some((claim) => claim.layer === 'beyond');
  return (
    <Sheet isOpen onClose={onClose} title={t('phone.whole')} closeLabel={t('phone.wholeClose')}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        {hasBeyond ? (
          <Switch
            label={t('bar.beyond', {
              count: debate.claims.filter((claim) => claim.layer === 'beyond' && !isClosed(claim)).length,
            })}
            checked={showsBeyond}
            onChange={(event) => model.showBeyond(event.target.checked)}
          />
        ) : null}
        <EffectsSwitch debate={debate} isOn={model.effects !== null} onChange={model.showEffects} />
        <ClosedSwitch debate={debate} isOn={model.showsClosed} onChange={model.showClosed} />
      </div>
      {model.effects?.view?.state === 'shown' ? (
        <p className="mt-2 flex gap-3">
          <EffectMark mark="divides" />
          <EffectMark mark="unites" />
        </p>
      ) : null}
      <div className="phone-overview" style={{ aspectRatio: `${layout.widthPx} / ${layout.heightPx}` }}>
        <svg viewBox={`0 0 ${layout.widthPx} ${layout.heightPx}`} aria-hidden="true" focusable="false">
          {lines.map(({ line, tone }) => (
            <RelationLine
              key={line.id}
              line={line}
              tone={tone}
              isClosed={isClosed(drawn.relationById.get(line.id) ?? { status: 'published' })}
              side={drawn.claimById.get(line.fromClaimId)?.side ?? 'n'}
            />
          ))}
        </svg>
        {layout.claims.map((placed) => {
          const claim = drawn.claimById.get(placed.id);
          const effect = model.effects?.marks.get(placed.id);
          return (
            <button
              key={placed.id}
              type="button"
              className="phone-overview-card"
              data-side={claim?.side ?? 'n'}
              data-layer={claim?.layer}
              data-effect={effect}
              aria-current={placed.id === (selectedId ?? debate.motion.id) ? 'location' : undefined}
              aria-label={claim ? model.words.claimName(claim, null) : model.words.motionName()}
              style={{
                left: share(placed.x, layout.widthPx),
                top: share(placed.y, layout.heightPx),
                width: share(placed.widthPx, layout.widthPx),
                height: share(placed.heightPx, layout.heightPx),
              }}
              onClick={() => onPick(placed.id)}
            >
              {claim?.code ?? t('motion.label')}
              {effect === 'divides' || effect === 'unites' ? <EffectShape mark={effect} /> : null}
            </button>
          );
        })}
      </div>
    </Sheet>
  );
}
