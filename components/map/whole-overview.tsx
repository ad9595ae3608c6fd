'use client';

import { type KeyboardEvent, type MouseEvent, useEffect, useMemo, useRef, useState } from 'react';
import { claimAt } from '@/lib/domain/layout/icicle';
import { useIcicle } from './use-icicle';
import type { MapModel } from './use-map-model';

const WIDTH_PX = 220;
const HEIGHT_PX = 150;
/** Half of the motion's bar, in rings. */
const MIDDLE = 0.5;

interface WholeOverviewProps {
  model: MapModel;
  /** Claims that are on the map now: drawn in full colour. */
  shownIds: readonly string[];
  onPick: (claimId: string) => void;
}

/**
 * A whole large map on one small canvas: every claim a bar, as long as what stands under it. A press goes there; by
 * keyboard the arrows walk it as a slider over the claims, and Enter goes.
 */
export function WholeOverview({ model, shownIds, onPick }: WholeOverviewProps) {
  const { t, debate, selectedId } = model;
  const effects = model.effects?.byId;
  const whole = debate.part?.whole;
  const icicle = useIcicle(whole);
  const canvas = useRef<HTMLCanvasElement>(null);
  const indexOf = useMemo(() => new Map(whole?.claims.map(({ id }, index) => [id, index])), [whole]);
  const [cursor, setCursor] = useState<number | null>(null);
  const here = cursor ?? indexOf.get(selectedId ?? '') ?? 0;

  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context || !whole || !icicle) return;
    const draw = () => {
      const scale = window.devicePixelRatio || 1;
      element.width = WIDTH_PX * scale;
      element.height = HEIGHT_PX * scale;
      context.setTransform(scale, 0, 0, scale, 0, 0);
      context.clearRect(0, 0, WIDTH_PX, HEIGHT_PX);
      const colourOf = (name: string): string => getComputedStyle(element).getPropertyValue(name).trim();
      const colours = {
        a: colourOf('--color-side-a-solid'),
        b: colourOf('--color-side-b-solid'),
        n: colourOf('--color-control'),
      };
      const ink = colourOf('--color-ink');
      const shown = new Set(shownIds);
      const ring = WIDTH_PX / 2 / (icicle.depth + MIDDLE);
      const box = (index: number): [number, number, number, number] => {
        const wing = icicle.wings[index] as number;
        const inner = ((icicle.rings[index] as number) - 1 + MIDDLE) * ring;
        const unit = HEIGHT_PX / Math.max(1, wing < 0 ? icicle.units.start : icicle.units.end);
        return [
          WIDTH_PX / 2 + (wing < 0 ? -inner - ring : inner),
          (icicle.from[index] as number) * unit,
          ring - 1,
          Math.max(0.4, (icicle.length[index] as number) * unit - 0.3),
        ];
      };
      for (const [index, claim] of whole.claims.entries()) {
        context.globalAlpha = shown.has(claim.id) ? 1 : 0.4;
        context.fillStyle = colours[claim.side];
        context.fillRect(...box(index));
      }
      context.globalAlpha = 1;
      context.fillStyle = ink;
      // What divides has a stroke of ink at either end of its bar, what unites one in its middle.
      for (const [index, { id }] of whole.claims.entries()) {
        const effect = effects?.get(id)?.effect;
        if (effect !== 'divides' && effect !== 'unites') continue;
        const [x, y, width, height] = box(index);
        const [top, tall] = [y, Math.max(1.5, height)];
        if (effect === 'unites') context.fillRect(x + width / 2 - 1, top, 2, tall);
        else for (const left of [x, x + width - 2]) context.fillRect(left, top, 2, tall);
      }
      context.fillRect(WIDTH_PX / 2 - MIDDLE * ring * 0.5, 0, MIDDLE * ring, HEIGHT_PX);
      context.strokeStyle = ink;
      context.lineWidth = 2;
      const marked = indexOf.get(selectedId ?? '');
      for (const index of new Set([marked, cursor])) {
        if (index === undefined || index === null) continue;
        const [x, y, width, height] = box(index);
        context.strokeRect(x, y - 1, width, Math.max(3, height + 2));
      }
    };
    draw();
    const dark = window.matchMedia('(prefers-color-scheme: dark)');
    dark.addEventListener('change', draw);
    const themed = new MutationObserver(draw);
    themed.observe(document.documentElement, { attributes: true });
    return () => {
      dark.removeEventListener('change', draw);
      themed.disconnect();
    };
  }, [whole, icicle, shownIds, selectedId, cursor, indexOf, effects]);

  if (!whole || !icicle) return null;
  const claim = whole.claims[here];
  const effect = effects?.get(claim?.id ?? '')?.effect;
  const pick = (index: number | null) => {
    const picked = index === null ? undefined : whole.claims[index];
    if (picked) onPick(picked.id);
  };
  const handleClick = (event: MouseEvent<HTMLDivElement>) => {
    const area = event.currentTarget.getBoundingClientRect();
    pick(claimAt(icicle, (event.clientX - area.left) / area.width, (event.clientY - area.top) / area.height));
  };
  const handleKey = (event: KeyboardEvent) => {
    const siblings = whole.claims.flatMap(({ parentId }, index) =>
      parentId === claim?.parentId ? [index] : [],
    );
    const outward = (icicle.wings[here] as number) < 0 ? 'ArrowLeft' : 'ArrowRight';
    const stepFrom = (): number | undefined => {
      if (event.key === 'ArrowUp') return siblings[siblings.indexOf(here) - 1];
      if (event.key === 'ArrowDown') return siblings[siblings.indexOf(here) + 1];
      if (event.key === 'Home') return 0;
      if (event.key === 'End') return whole.claims.length - 1;
      if (event.key !== outward) return indexOf.get(claim?.parentId ?? '');
      const child = whole.claims.findIndex(({ parentId }) => parentId === claim?.id);
      return child < 0 ? undefined : child;
    };
    const isStep = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'].includes(event.key);
    if (!isStep && event.key !== 'Enter') return;
    event.preventDefault();
    event.stopPropagation();
    if (!isStep) return pick(here);
    const next = stepFrom();
    if (next !== undefined) setCursor(next);
  };
  const side = debate.sides.find(({ role }) => role === claim?.side)?.name ?? t('noSide');
  return (
    <div
      className="map-whole"
      role="slider"
      tabIndex={0}
      aria-label={t('whole.label', { count: whole.claims.length })}
      aria-orientation="vertical"
      aria-valuemin={1}
      aria-valuemax={whole.claims.length}
      aria-valuenow={here + 1}
      aria-valuetext={`${t('whole.value', {
        code: claim?.code ?? '',
        side,
        level: icicle.rings[here] ?? 1,
        count: (icicle.length[here] ?? 1) - 1,
      })}${effect ? `. ${t('name.effect', { effect })}` : ''}`}
      onClick={handleClick}
      onKeyDown={handleKey}
      onBlur={() => setCursor(null)}
    >
      <canvas ref={canvas} style={{ width: WIDTH_PX, height: HEIGHT_PX }} />
    </div>
  );
}
