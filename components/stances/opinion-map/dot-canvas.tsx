'use client';

import { type RefObject, useEffect, useRef } from 'react';
import type { ForSide } from '@/lib/domain/stance/axis';
import type { Point } from '@/lib/domain/stance/opinion/outline';
import { COPY_ENDS, COPY_STARTS } from '../svg-text';
import { strokesOf } from './dots';
import { lookOf, MARKS, type MarkName } from './marks';
import { dotsPath, outlinePath } from './outline-path';
import { type Size, seenAt, type Viewport } from './picture-layout';

interface CanvasProps {
  points: readonly (Point | null)[];
  marks: readonly MarkName[];
  /** Corners of the groups, whose tint lies under the dots. */
  outlines: readonly (readonly Point[])[];
  pad: number;
  radius: number;
  forSide: ForSide;
  viewport: Viewport;
  size: Size;
  /** Where the dots go in the picture while it is copied to a file. */
  holder: RefObject<SVGGElement | null>;
}

const SVG = 'http://www.w3.org/2000/svg';

/** Colours of the page depend on its theme: the browser says what one is now. */
function colourNow(page: HTMLElement, colour: string): string {
  page.style.color = colour;
  return getComputedStyle(page).color;
}

/** A stamp of one mark: copying it is much quicker than drawing each dot anew. */
function stampOf(mark: MarkName, { forSide, radius }: CanvasProps, ratio: number, page: HTMLElement) {
  const strokes = strokesOf(lookOf(mark, forSide), radius);
  const half = Math.ceil(Math.max(...strokes.map(({ width }) => width)) / 2) + 1;
  const stamp = document.createElement('canvas');
  stamp.width = stamp.height = 2 * half * ratio;
  const pen = stamp.getContext('2d');
  if (!pen) return null;
  pen.scale(ratio, ratio);
  for (const { colour, width, opacity } of strokes) {
    pen.fillStyle = colourNow(page, colour);
    pen.globalAlpha = opacity;
    pen.beginPath();
    pen.arc(half, half, width / 2, 0, 2 * Math.PI);
    pen.fill();
  }
  return { stamp, half };
}

function draw(canvas: HTMLCanvasElement, props: CanvasProps): void {
  const { points, marks, viewport, size } = props;
  const ratio = Math.min(2, window.devicePixelRatio || 1);
  canvas.width = size.width * ratio;
  canvas.height = size.height * ratio;
  const pen = canvas.getContext('2d');
  if (!pen) return;
  pen.scale(ratio, ratio);
  pen.fillStyle = colourNow(canvas, 'var(--color-wash)');
  for (const corners of props.outlines)
    pen.fill(
      new Path2D(
        outlinePath(
          corners.map((corner) => seenAt(viewport, corner)),
          props.pad,
        ),
      ),
    );
  for (const mark of MARKS) {
    if (!marks.includes(mark)) continue;
    const made = stampOf(mark, props, ratio, canvas);
    if (!made) continue;
    const { stamp, half } = made;
    for (const [index, point] of points.entries()) {
      if (point === null || marks[index] !== mark) continue;
      const { x, y } = seenAt(viewport, point);
      if (x > -half && y > -half && x < size.width + half && y < size.height + half)
        pen.drawImage(stamp, x - half, y - half, 2 * half, 2 * half);
    }
  }
}

/** The dots of a map of many thousands, under its outlines. A copy of the picture holds them as paths. */
export function DotCanvas(props: CanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const now = useRef(props);
  now.current = props;

  useEffect(() => {
    const frame = requestAnimationFrame(() => canvas.current && draw(canvas.current, props));
    return () => cancelAnimationFrame(frame);
  });
  useEffect(() => {
    const again = () => canvas.current && draw(canvas.current, now.current);
    const theme = new MutationObserver(again);
    theme.observe(document.documentElement, { attributes: true });
    const scheme = window.matchMedia('(prefers-color-scheme: dark)');
    scheme.addEventListener('change', again);
    return () => {
      theme.disconnect();
      scheme.removeEventListener('change', again);
    };
  }, []);
  const { holder } = props;
  useEffect(() => {
    const group = holder.current;
    const picture = group?.ownerSVGElement;
    if (!group || !picture) return;
    const fill = () => {
      const { points, marks, forSide, radius } = now.current;
      for (const mark of MARKS) {
        const path = dotsPath(points.filter((_, index) => marks[index] === mark));
        if (path === '') continue;
        for (const { colour, width, opacity } of strokesOf(lookOf(mark, forSide), radius)) {
          const line = document.createElementNS(SVG, 'path');
          const looks = {
            d: path,
            fill: 'none',
            stroke: colour,
            'stroke-width': String(width),
            'stroke-opacity': String(opacity),
            'stroke-linecap': 'round',
            'vector-effect': 'non-scaling-stroke',
          };
          for (const [name, value] of Object.entries(looks)) line.setAttribute(name, value);
          group.append(line);
        }
      }
    };
    const empty = () => group.replaceChildren();
    picture.addEventListener(COPY_STARTS, fill);
    picture.addEventListener(COPY_ENDS, empty);
    return () => {
      picture.removeEventListener(COPY_STARTS, fill);
      picture.removeEventListener(COPY_ENDS, empty);
    };
  }, [holder]);
  return <canvas ref={canvas} className="pointer-events-none absolute inset-0 size-full" />;
}
