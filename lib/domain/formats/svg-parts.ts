import { textWidthPx } from '../layout/text-metrics';
import type { MapDocument } from './map-document';
import { xmlText } from './xml-text';

/** Pieces of a picture in SVG: text in lines, colours by side. No scripts, no links, no fonts from elsewhere. */

export type Tone = 'a' | 'b' | 'none';

export const TONES: Record<Tone, { fill: string; line: string; text: string }> = {
  a: { fill: '#e3e8ff', line: '#525dbd', text: '#4048a6' },
  b: { fill: '#fee4cc', line: '#965800', text: '#7c4700' },
  none: { fill: '#eeece7', line: '#6a6b72', text: '#595a62' },
};
export const INK = '#1d1f25';
export const PAPER = '#fbfaf7';
export const HAIRLINE = '#d9d7d3';

/** The tone of each side by its key: the first side, the second, and all others. */
export const toneOf = ({ sides }: MapDocument, side: string | null): Tone =>
  side === null ? 'none' : side === sides[0]?.key ? 'a' : side === sides[1]?.key ? 'b' : 'none';

export interface TextStyle {
  font: 'serif-regular' | 'serif-strong' | 'sans-strong';
  sizePx: number;
  linePx: number;
}

const FAMILIES = {
  'serif-regular': `font-family="'Source Serif 4 Variable','Source Serif 4',Georgia,serif"`,
  'serif-strong': `font-family="'Source Serif 4 Variable','Source Serif 4',Georgia,serif" font-weight="600"`,
  'sans-strong': `font-family="'Source Sans 3 Variable','Source Sans 3',Arial,sans-serif" font-weight="600"`,
} as const;

// Fonts that stand in for ours may be wider.
const SPARE = 0.94;

/** Lines of a text that fit a width; a word that does not fit alone is broken. At most `most`, the rest cut with an ellipsis. */
export function textLines(
  text: string,
  { font, sizePx }: TextStyle,
  widthPx: number,
  most: number,
): string[] {
  const room = widthPx * SPARE;
  const fits = (line: string) => textWidthPx(line, font, sizePx) <= room;
  const lines: string[] = [];
  let line = '';
  for (const word of text.trim().split(/\s+/)) {
    if (lines.length > most) break;
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
    while (!fits(line) && lines.length <= most) {
      const letters = [...line];
      let count = letters.length - 1;
      while (count > 1 && !fits(letters.slice(0, count).join(''))) count = Math.floor(count * 0.8);
      lines.push(letters.slice(0, Math.max(1, count)).join(''));
      line = letters.slice(Math.max(1, count)).join('');
    }
  }
  if (line !== '') lines.push(line);
  return lines.length <= most ? lines : [...lines.slice(0, most - 1), `${lines[most - 1] ?? ''}…`];
}

/** Lines of text from a first baseline down. */
export function svgText(
  lines: readonly string[],
  x: number,
  y: number,
  style: TextStyle,
  colour: string,
): string {
  const spans = lines.map(
    (line, index) => `<tspan x="${x}" y="${round(y + index * style.linePx)}">${xmlText(line)}</tspan>`,
  );
  return `<text ${FAMILIES[style.font]} font-size="${style.sizePx}" fill="${colour}">${spans.join('')}</text>`;
}

/** Tenths of a pixel are fine enough. */
export const round = (value: number): number => Math.round(value * 10) / 10;

/** A whole document; `title` is what a screen reader says. */
export function svgDocument(
  title: string,
  widthPx: number,
  heightPx: number,
  parts: readonly string[],
): string {
  const [width, height] = [Math.ceil(widthPx), Math.ceil(heightPx)];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${xmlText(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="${PAPER}"/>`,
    ...parts,
    '</svg>',
    '',
  ].join('\n');
}

/** The end of a line that tells its kind: an arrowhead, a bar, a ring. */
export function lineEnd(
  kind: 'supports' | 'attacks' | 'undercuts',
  { x, y, angleDeg }: { x: number; y: number; angleDeg: number },
  colour: string,
): string {
  const place = `transform="translate(${round(x)} ${round(y)}) rotate(${round(angleDeg)})"`;
  if (kind === 'supports') return `<path d="M0 0l-6 -3.4v6.8Z" fill="${colour}" ${place}/>`;
  if (kind === 'attacks')
    return `<path d="M0 -5V5" stroke="${colour}" stroke-width="2" fill="none" ${place}/>`;
  return `<circle cx="${round(x)}" cy="${round(y)}" r="4" fill="${PAPER}" stroke="${colour}" stroke-width="1.5"/>`;
}
