import type { ClaimView, DebateView, MotionView } from '@/lib/domain/debate/view';
import { screenGeometry } from '@/lib/domain/layout/geometry';
import { layoutMap } from '@/lib/domain/layout/layout-map';
import type { FamilyWindow } from '@/lib/domain/layout/shown-branches';
import { cardHeightPx, motionHeightPx } from '@/lib/domain/layout/text-metrics';
import type { LayoutClaim, LayoutInput, MapLayout, Wing } from '@/lib/domain/layout/types';
import type { MapClaims } from './map-claims';

/** Canvas on which the server draws the map: that of a 1440 x 900 window with the panel open. */
export const DEFAULT_CANVAS = { widthPx: 1096, heightPx: 847 } as const;

/** Narrower than this share, the map is scaled no further for its width: branches of the second ring fold instead. */
const LEAST_SCALE_FOR_WIDTH = 0.8;
/** Where the first rings are too high even so, the map is larger than its canvas. */
const LEAST_SCALE_FOR_HEIGHT = 0.6;
/** A sentence about too few stances is lower than the strip that it stands for. */
const NOTICE_SAVES_PX = 36;
/** Strips above and below a column that lines may ask for. */
const STRIPS_PX = 28;

export interface CanvasSize {
  widthPx: number;
  heightPx: number;
}

/** Heights of drawn cards in px at 100 %, by `heightKey`; the rest is estimated from the text. */
export type MeasuredHeights = ReadonlyMap<string, number>;
export type Ring = 'inner' | 'outer';
export const heightKey = (claimId: string, ring: Ring | 'motion'): string => `${claimId} ${ring}`;

const WINGS = { a: 'start', b: 'end', n: 'none' } as const satisfies Record<string, Wing>;

/** Height of what stands under the text of a card besides the meta row, px: the flag row with its rule. */
const FLAG_ROW_PX = 27;

export interface LayoutOptions {
  canvas: CanvasSize;
  folded: ReadonlySet<string>;
  unfolded: ReadonlySet<string>;
  /** The claim that must stay visible. */
  anchorId: string | null;
  measured: MeasuredHeights;
  /** Stretches of long families that were asked for; only large maps have them. */
  windows?: ReadonlyMap<string, FamilyWindow>;
  /** Claims whose card has a flag row ("Reworded: vote again"). */
  flagged: ReadonlySet<string>;
}

const motionHeight = ({ text, stances }: MotionView): number =>
  motionHeightPx(text) - (stances?.bands ? 0 : NOTICE_SAVES_PX);

/** What the layout needs to know of a debate, and nothing more: same input, same picture. */
export function layoutInput(
  debate: DebateView,
  drawn: MapClaims,
  options: Omit<LayoutOptions, 'canvas'>,
): Omit<LayoutInput, 'geometry'> {
  const { measured, flagged } = options;
  const heightOf = ({ id, code, text }: ClaimView, ring: Ring): number =>
    measured.get(heightKey(id, ring)) ?? cardHeightPx(text, code, ring) + (flagged.has(id) ? FLAG_ROW_PX : 0);
  return {
    rootId: debate.motion.id,
    rootHeightPx: measured.get(heightKey(debate.motion.id, 'motion')) ?? motionHeight(debate.motion),
    claims: drawn.claims.map(
      (claim, order): LayoutClaim => ({
        id: claim.id,
        wing: WINGS[claim.side],
        order,
        heightPx: { inner: heightOf(claim, 'inner'), outer: heightOf(claim, 'outer') },
        votes: claim.tally ? claim.tally.agree + claim.tally.disagree + claim.tally.pass : 0,
      }),
    ),
    relations: drawn.relations.map(({ id, kind, fromClaimId, toClaimId, toRelationId }, order) => ({
      id,
      kind,
      fromClaimId,
      to: toClaimId !== null ? { claimId: toClaimId } : { relationId: toRelationId ?? '' },
      order,
    })),
    folded: options.folded,
    unfolded: options.unfolded,
    ...(options.anchorId === null ? {} : { selectedId: options.anchorId }),
    autoFold: true,
  };
}

/** Height that the fuller of the two first rings takes: it never folds, so it decides how high the map must be. */
function neededHeight(layout: MapLayout, gapPx: number): number {
  const heights = { start: 0, middle: 0, end: 0 };
  for (const claim of layout.claims) if (claim.ring === 1) heights[claim.wing] += claim.heightPx + gapPx;
  return Math.max(heights.start, heights.end) - gapPx + STRIPS_PX;
}

/**
 * The map laid out for a canvas. A map that is a little too large for it is laid out on a larger canvas of the same
 * shape, to be shown smaller; branches fold to the rest.
 */
export function fittedLayout(debate: DebateView, drawn: MapClaims, options: LayoutOptions): MapLayout {
  const { widthPx, heightPx } = options.canvas;
  const input = layoutInput(debate, drawn, options);
  const widthScale = Math.min(1, widthPx / DEFAULT_CANVAS.widthPx);
  const scale = widthScale < LEAST_SCALE_FOR_WIDTH ? 1 : widthScale;
  const geometry = screenGeometry(Math.round(widthPx / scale), Math.round(heightPx / scale));
  const layout = layoutMap({ ...input, geometry });
  if (layout.heightPx <= geometry.heightPx) return layout;
  const needed = geometry.topPx + geometry.bottomPx + neededHeight(layout, geometry.gapPx);
  const smaller = Math.max(LEAST_SCALE_FOR_HEIGHT, Math.min(scale, heightPx / needed));
  // Smaller for its height, the map has width to spare. It goes to the gutters, not to another ring on one side.
  const rings = Math.max(...layout.claims.map((claim) => claim.ring));
  const inside = new Set(layout.claims.filter((claim) => claim.ring < rings).map((claim) => claim.id));
  const deep = drawn.claims.filter((claim) => !inside.has(claim.id) && !options.unfolded.has(claim.id));
  return layoutMap({
    ...input,
    folded: new Set([...input.folded, ...deep.map((claim) => claim.id)]),
    geometry: screenGeometry(Math.round(widthPx / smaller), Math.round(Math.max(heightPx / smaller, needed))),
  });
}
