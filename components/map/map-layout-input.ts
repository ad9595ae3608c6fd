import type { ClaimView, DebateView } from '@/lib/domain/debate/view';
import { screenGeometry } from '@/lib/domain/layout/geometry';
import { cardHeightPx, motionHeightPx } from '@/lib/domain/layout/text-metrics';
import type { LayoutClaim, LayoutInput, Wing } from '@/lib/domain/layout/types';
import type { MapClaims } from './map-claims';

/** Canvas on which the server draws the map: that of a 1440 x 900 window with the panel open. */
export const DEFAULT_CANVAS = { widthPx: 1096, heightPx: 848 } as const;

/** Narrower than this, the map is scaled no further: branches of the second ring fold instead. */
const LEAST_SCALE = 0.8;

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

/** How much of the canvas one map unit takes when the map is fitted to it: at most 1. */
export function fittedScale(canvas: CanvasSize): number {
  const scale = Math.min(1, canvas.widthPx / DEFAULT_CANVAS.widthPx);
  return scale < LEAST_SCALE ? 1 : scale;
}

export interface LayoutOptions {
  canvas: CanvasSize;
  folded: ReadonlySet<string>;
  unfolded: ReadonlySet<string>;
  /** The claim that must stay visible. */
  anchorId: string | null;
  measured: MeasuredHeights;
  /** Claims whose card has a flag row ("Reworded: vote again"). */
  flagged: ReadonlySet<string>;
}

/** What the layout needs to know of a debate, and nothing more: same input, same picture. */
export function layoutInput(debate: DebateView, drawn: MapClaims, options: LayoutOptions): LayoutInput {
  const { canvas, measured, flagged } = options;
  const scale = fittedScale(canvas);
  const heightOf = ({ id, code, text }: ClaimView, ring: Ring): number =>
    measured.get(heightKey(id, ring)) ?? cardHeightPx(text, code, ring) + (flagged.has(id) ? FLAG_ROW_PX : 0);
  const claims = drawn.claims.map(
    (claim, order): LayoutClaim => ({
      id: claim.id,
      wing: WINGS[claim.side],
      order,
      heightPx: {
        inner: heightOf(claim, 'inner'),
        outer: heightOf(claim, 'outer'),
      },
      votes: claim.tally ? claim.tally.agree + claim.tally.disagree + claim.tally.pass : 0,
    }),
  );
  return {
    rootId: debate.motion.id,
    rootHeightPx: measured.get(heightKey(debate.motion.id, 'motion')) ?? motionHeightPx(debate.motion.text),
    claims,
    relations: drawn.relations.map((relation, order) => ({
      id: relation.id,
      kind: relation.kind,
      fromClaimId: relation.fromClaimId,
      to:
        relation.toClaimId !== null
          ? { claimId: relation.toClaimId }
          : { relationId: relation.toRelationId ?? '' },
      order,
    })),
    folded: options.folded,
    unfolded: options.unfolded,
    ...(options.anchorId === null ? {} : { selectedId: options.anchorId }),
    autoFold: true,
    geometry: screenGeometry(Math.round(canvas.widthPx / scale), Math.round(canvas.heightPx / scale)),
  };
}
