import { screenGeometry } from '../layout/geometry';
import { layoutMap } from '../layout/layout-map';
import type { LayoutClaim, PlacedClaim, Wing } from '../layout/types';
import type { MapClaim, MapDocument } from './map-document';
import type { TextStyle, Tone } from './svg-parts';
import {
  HAIRLINE,
  INK,
  lineEnd,
  PAPER,
  round,
  svgDocument,
  svgText,
  TONES,
  textLines,
  toneOf,
} from './svg-parts';

/** The two-sided map as it stands on the screen: the motion in the middle, cards in columns, every line drawn. */

/** More cards than this no page shows legibly. */
export const MOST_CARDS = 150;

const WINGS: Record<Tone, Wing> = { a: 'start', b: 'end', none: 'none' };

interface Card {
  widthPx: number;
  paddingPx: number;
  style: TextStyle;
}

const CARDS: Record<'motion' | 'inner' | 'outer', Card> = {
  motion: { widthPx: 150, paddingPx: 12, style: { font: 'serif-strong', sizePx: 16, linePx: 21 } },
  inner: { widthPx: 204, paddingPx: 11, style: { font: 'serif-regular', sizePx: 14, linePx: 18 } },
  outer: { widthPx: 168, paddingPx: 10, style: { font: 'serif-regular', sizePx: 13, linePx: 17 } },
};

const MOST_LINES = 14;
const FRAME = 16;

const words = ({ code, text }: MapClaim): string => (code === undefined ? text : `${code}  ${text}`);

function linesOf(claim: MapClaim, { widthPx, paddingPx, style }: Card): string[] {
  return textLines(words(claim), style, widthPx - 2 * paddingPx, MOST_LINES);
}

const heightOf = (claim: MapClaim, card: Card): number =>
  FRAME + linesOf(claim, card).length * card.style.linePx;

/** Sides of claims that have none: which way they lead to the motion. */
function leanings(map: MapDocument, motionId: string): Map<string, Tone> {
  const tones = new Map<string, Tone>(map.claims.map(({ id, side }) => [id, toneOf(map, side)]));
  if (map.sides.length > 0) return tones;
  const below = new Map<string, [string, boolean][]>();
  for (const { from, to, kind } of map.relations) {
    const list = below.get(to) ?? [];
    list.push([from, kind === 'supports']);
    below.set(to, list);
  }
  const waiting: [string, boolean][] = [[motionId, true]];
  const seen = new Set([motionId]);
  for (const [id, isFor] of waiting) {
    for (const [from, supports] of below.get(id) ?? []) {
      if (seen.has(from)) continue;
      seen.add(from);
      tones.set(from, supports === isFor ? 'a' : 'b');
      waiting.push([from, supports === isFor]);
    }
  }
  return tones;
}

/** The picture, or null when the map does not suit it: several motions, or too many cards. */
export function svgMap(map: MapDocument): string | null {
  const motions = map.claims.filter((claim) => claim.isMotion);
  const [motion] = motions;
  if (!motion || motions.length > 1 || map.claims.length > MOST_CARDS) return null;
  const tones = leanings(map, motion.id);
  const claims = new Map(map.claims.map((claim) => [claim.id, claim]));
  const others = map.claims.filter(({ id }) => id !== motion.id);
  // The layout knows no relations that leave the motion.
  const kept = new Set<string>();
  const relations = map.relations.filter(({ id, from, to, kind }) => {
    const isDrawn = from !== motion.id && (kind !== 'undercuts' || kept.has(to));
    if (isDrawn) kept.add(id);
    return isDrawn;
  });
  const layout = layoutMap({
    rootId: motion.id,
    rootHeightPx: heightOf(motion, CARDS.motion) + FRAME,
    claims: others.map(
      (claim, order): LayoutClaim => ({
        id: claim.id,
        wing: WINGS[tones.get(claim.id) ?? 'none'],
        order,
        heightPx: { inner: heightOf(claim, CARDS.inner), outer: heightOf(claim, CARDS.outer) },
      }),
    ),
    relations: relations.map(({ id, kind, from, to }, order) => ({
      id,
      kind,
      fromClaimId: from,
      to: kind === 'undercuts' ? { relationId: to } : { claimId: to },
      order,
    })),
    folded: new Set(),
    unfolded: new Set(),
    autoFold: false,
    geometry: screenGeometry(960, 640),
  });
  const lines = layout.lines.map(({ path, kind, fromClaimId, end }) => {
    const colour = TONES[tones.get(fromClaimId) ?? 'none'].line;
    const dash =
      kind === 'supports' ? '' : kind === 'attacks' ? ' stroke-dasharray="5 3"' : ' stroke-dasharray="1.5 3"';
    return [
      `<path d="${path}" fill="none" stroke="${PAPER}" stroke-width="4"/>`,
      `<path d="${path}" fill="none" stroke="${colour}" stroke-width="1.5"${dash}/>`,
      lineEnd(kind, end, colour),
    ].join('');
  });
  const cards = layout.claims.flatMap((placed) => {
    const claim = claims.get(placed.id);
    return claim ? [drawCard(claim, placed, tones.get(claim.id) ?? 'none')] : [];
  });
  return svgDocument(map.title, layout.widthPx, layout.heightPx, [...lines, ...cards]);
}

function drawCard(claim: MapClaim, { x, y, widthPx, heightPx, ring }: PlacedClaim, tone: Tone): string {
  const card = CARDS[ring === 0 ? 'motion' : ring === 1 ? 'inner' : 'outer'];
  const { fill, line } = TONES[tone];
  const isMotion = ring === 0;
  const lines = linesOf(claim, card);
  const top = isMotion ? (heightPx - lines.length * card.style.linePx) / 2 : FRAME / 2;
  const place = `x="${round(x)}" y="${round(y)}" width="${round(widthPx)}" height="${round(heightPx)}" rx="4"`;
  const frame = isMotion
    ? `fill="#ffffff" stroke="${INK}" stroke-width="1.5"`
    : `fill="#ffffff" stroke="${HAIRLINE}"`;
  const mark = isMotion
    ? ''
    : `<rect x="${round(x)}" y="${round(y)}" width="3" height="${round(heightPx)}" fill="${line}"/>`;
  return [
    `<g data-claim-tone="${tone}"><rect ${place} ${frame}/>`,
    isMotion
      ? ''
      : `<rect x="${round(x)}" y="${round(y)}" width="${round(widthPx)}" height="4" fill="${fill}"/>`,
    mark,
    svgText(lines, round(x + card.paddingPx), y + top + card.style.linePx * 0.78, card.style, INK),
    '</g>',
  ].join('');
}
