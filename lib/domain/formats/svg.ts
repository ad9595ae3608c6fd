import type { CarriedField } from './losses';
import { reportLosses } from './losses';
import type { MapDocument } from './map-document';
import { DEEPEST_OUTLINE, outlineTree, shallowRows } from './outline-tree';
import { RefusedError } from './refusal';
import { svgMap } from './svg-map';
import type { TextStyle } from './svg-parts';
import { INK, lineEnd, round, svgDocument, svgText, TONES, textLines, toneOf } from './svg-parts';
import type { WriteContext } from './writing';

/** SVG out: the map as it is drawn on the screen, or an outline where a map would not be legible. */

const CARRIED: readonly CarriedField[] = ['title', 'code', 'motion', 'side', 'undercuts'];

const STYLE: TextStyle = { font: 'serif-regular', sizePx: 14, linePx: 19 };
const STRONG: TextStyle = { font: 'serif-strong', sizePx: 15, linePx: 20 };
const CODE: TextStyle = { font: 'sans-strong', sizePx: 12, linePx: 19 };

const MARGIN = 24;
const INDENT = 26;
/** Claims further down than this stand below one another without moving further in. */
const MOST_INDENTS = 24;
const TEXT_WIDTH = 560;
const GAP = 8;
const MOST_LINES = 40;

interface OutlinePicture {
  parts: string[];
  widthPx: number;
  heightPx: number;
}

function outline(map: MapDocument): OutlinePicture {
  const claims = new Map(map.claims.map((claim) => [claim.id, claim]));
  const parts: string[] = [];
  // Where the rows stand that others may lead to, by depth.
  const above: number[] = [];
  let [y, widest] = [MARGIN, 0];
  for (const { claimId, relation, number, depth, seenAs } of shallowRows(outlineTree(map))) {
    if (depth > DEEPEST_OUTLINE) throw new RefusedError('too-deep', { limit: DEEPEST_OUTLINE });
    const claim = claims.get(claimId);
    if (!claim) continue;
    const indents = Math.min(depth - 1, MOST_INDENTS);
    const x = MARGIN + indents * INDENT;
    const style = claim.isMotion ? STRONG : STYLE;
    const { line, text } = TONES[toneOf(map, claim.side)];
    const shown = seenAs === null ? textLines(claim.text, style, TEXT_WIDTH, MOST_LINES) : [`→ ${seenAs}`];
    const name = claim.code ?? number;
    const nameWidth = 14 + name.length * 7;
    const baseline = y + style.linePx * 0.78;
    if (relation !== null) {
      const from = above[depth - 1] ?? y;
      const spine = x - INDENT / 2;
      const middle = round(y + style.linePx / 2);
      parts.push(
        `<path d="M${x - 4} ${middle}H${spine}V${round(from)}" fill="none" stroke="${line}" stroke-width="1.2"/>`,
      );
      const end = { x: spine, y: middle, angleDeg: 180 };
      parts.push(lineEnd(relation.kind, end, line));
    }
    parts.push(svgText([name], x, baseline, CODE, text), svgText(shown, x + nameWidth, baseline, style, INK));
    const height = shown.length * style.linePx;
    above[depth] = y + style.linePx + 2;
    y += height + GAP;
    widest = Math.max(widest, x + nameWidth + TEXT_WIDTH);
  }
  return { parts, widthPx: widest + MARGIN, heightPx: y + MARGIN };
}

/** A picture of the map. Well-formed, and nothing in it runs or loads. */
export function writeSvg(map: MapDocument, { report }: WriteContext): string {
  reportLosses(map, 'svg', CARRIED, report);
  const picture = svgMap(map);
  if (picture !== null) return picture;
  const { parts, widthPx, heightPx } = outline(map);
  return svgDocument(map.title, widthPx, heightPx, parts);
}
