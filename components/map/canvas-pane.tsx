'use client';

import { lazy, type ReactNode, Suspense, useRef, useState } from 'react';
import { usePageKeys } from '@/components/debate/use-page-keys';
import { viewHref } from '@/components/debate/view-address';
import { EffectsBar } from '@/components/effects/late-effects-bar';
import { useNotTaken } from '@/lib/client/live/room-takes';
import { EmptyMapNotice } from './empty-map-notice';
import { MapBar } from './map-bar';
import { MapErrorBoundary } from './map-error-boundary';
import { SideHeads } from './side-heads';
import { useCanvasSize } from './use-canvas-size';
import type { Contribute } from './use-map-keys';
import type { MapModel } from './use-map-model';
import { isWideScreen } from './use-screen';

const loadCanvas = () => import('./map-canvas').then((module) => ({ default: module.MapCanvas }));
const MapCanvas = lazy(loadCanvas);
// Phones show another map and never load the canvas; everyone else needs it at once.
if (isWideScreen()) void loadCanvas().catch(() => undefined);

interface CanvasPaneProps {
  model: MapModel;
  /** Stands there until the canvas is ready. */
  picture: ReactNode;
  onContribute: Contribute;
}

/** The canvas with its side heads and bar. */
export function CanvasPane({ model, picture, onContribute }: CanvasPaneProps) {
  const { debate, drawn, t } = model;
  const takesClaims = useNotTaken('claim') === null;
  const pane = useRef<HTMLElement>(null);
  const canvas = useCanvasSize(pane);
  const [zoomSlot, setZoomSlot] = useState<HTMLSpanElement | null>(null);
  const [isShowingKeys, setShowingKeys] = useState(false);
  usePageKeys({
    onSearch: () => model.dispatch({ type: 'search', isOpen: true }),
    onShowKeys: () => setShowingKeys(true),
  });
  return (
    <section ref={pane} id="map" className="map-canvas" tabIndex={-1} aria-label={t('label')}>
      <SideHeads debate={debate} drawn={drawn} />
      <MapErrorBoundary t={t} outlineHref={viewHref(debate.slug, 'outline')}>
        {canvas === null ? (
          picture
        ) : (
          <Suspense fallback={picture}>
            <MapCanvas
              model={model}
              canvas={canvas}
              zoomSlot={zoomSlot}
              contribute={onContribute}
              isShowingKeys={isShowingKeys}
              onShowKeys={setShowingKeys}
            />
          </Suspense>
        )}
      </MapErrorBoundary>
      {drawn.claims.length === 0 && debate.isOpen && takesClaims ? (
        <EmptyMapNotice t={t} onAdd={(action) => onContribute(action, debate.motion.id)} />
      ) : null}
      <EffectsBar debate={debate} claims={drawn.claims} effects={model.effects} />
      <MapBar model={model} zoomSlot={setZoomSlot} onShowKeys={() => setShowingKeys(true)} />
    </section>
  );
}
