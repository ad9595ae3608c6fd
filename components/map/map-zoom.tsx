'use client';

import { useStore } from '@xyflow/react';
import { Maximize, Minus, Plus } from 'lucide-react';
import type { MapTranslator } from './map-words';

const ZOOM_STEP = 1.25;

interface MapZoomProps {
  t: MapTranslator;
  onFit: () => void;
  onZoom: (factor: number) => void;
}

export function MapZoom({ t, onFit, onZoom }: MapZoomProps) {
  const percent = useStore((store) => Math.round(store.transform[2] * 100));
  return (
    <>
      <button
        type="button"
        aria-label={t('bar.zoomOut')}
        title={t('bar.zoomOut')}
        onClick={() => onZoom(1 / ZOOM_STEP)}
      >
        <Minus aria-hidden="true" size={13} />
      </button>
      <output>{t('bar.percent', { percent })}</output>
      <button
        type="button"
        aria-label={t('bar.zoomIn')}
        title={t('bar.zoomIn')}
        onClick={() => onZoom(ZOOM_STEP)}
      >
        <Plus aria-hidden="true" size={13} />
      </button>
      <button type="button" aria-label={t('bar.fit')} title={t('bar.fit')} onClick={onFit}>
        <Maximize aria-hidden="true" size={13} />
      </button>
    </>
  );
}
