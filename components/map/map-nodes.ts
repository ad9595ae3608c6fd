import type { Edge, Node } from '@xyflow/react';
import type { EffectMark } from '@/components/effects/effect-marks';
import type { DebateStrengths } from '@/components/strength/debate-strengths';
import { isClosed } from '@/lib/domain/debate/closed';
import { linkedClaims } from '@/lib/domain/debate/linked-claims';
import type { ClaimView, DebateView } from '@/lib/domain/debate/view';
import type { MapLayout, PlacedClaim, PlacedLine } from '@/lib/domain/layout/types';
import type { CardFlag, PendingState } from './card-flags';
import type { CardTone } from './claim-card';
import type { MapClaims } from './map-claims';
import type { Neighbourhood } from './map-neighbourhood';
import { cardTone, lineTone, relationsAt } from './map-tones';
import type { TreePlace } from './map-words';
import { type LineTone, lineRank } from './relation-line';

interface CardData extends Record<string, unknown> {
  placed: PlacedClaim;
  name: string;
  place: TreePlace | null;
  tone: CardTone;
  isSelected: boolean;
  /** The one card of the map that Tab reaches. */
  isActive: boolean;
  isChanged: boolean;
}

export type ClaimNodeType = Node<
  CardData & {
    claim: ClaimView;
    flag: CardFlag | null;
    isWaiting: boolean;
    language: string;
    /** Both null where the votes are hidden. */
    base: number | null;
    strength: number | null;
    effect: EffectMark | null;
    linked: string;
  },
  'claim'
>;
export type MotionNodeType = Node<CardData & { debate: DebateView }, 'motion'>;
export type MoreNodeType = Node<CardData & { count: number; direction: 'earlier' | 'later' }, 'more'>;
export type MapNode = ClaimNodeType | MotionNodeType | MoreNodeType;
export type MapEdge = Edge<
  { line: PlacedLine; side: ClaimView['side']; tone: LineTone; isClosed: boolean; isActive: boolean },
  'relation'
>;

/** Handles are never shown; the canvas wants them before it draws a line. */
const handles = (placed: PlacedClaim): NonNullable<Node['handles']> =>
  (['source', 'target'] as const).map((type) => ({
    type,
    position: 'right' as NonNullable<Node['sourcePosition']>,
    x: placed.widthPx,
    y: placed.heightPx / 2,
    width: 1,
    height: 1,
  }));

export interface PictureState {
  debate: DebateView;
  drawn: MapClaims;
  flags: ReadonlyMap<string, CardFlag>;
  pending: ReadonlyMap<string, PendingState>;
  layout: MapLayout;
  places: ReadonlyMap<string, TreePlace>;
  /** Reading order of the DOM: the outline's. */
  order: ReadonlyMap<string, number>;
  nameOf: (placed: PlacedClaim) => string;
  selectedId: string | null;
  activeId: string;
  activeLineId: string | null;
  neighbourhood: Neighbourhood | null;
  changedIds: ReadonlySet<string>;
  strengths: DebateStrengths;
  /** What divides and what unites, while that is shown. */
  marks: ReadonlyMap<string, EffectMark> | null;
  showsCrossLinks: boolean;
}

/** Whether a card or line would be drawn the same: its data is put together anew with every step of the focus. */
export const isSameData = (
  one: Readonly<Record<string, unknown>> | undefined,
  other: Readonly<Record<string, unknown>> | undefined,
): boolean => {
  if (one === other) return true;
  if (!one || !other) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => key in other && Object.is(one[key], other[key]))
  );
};

/** Cards in the order of the outline, whatever their position on the canvas. */
export function mapNodes(state: PictureState): MapNode[] {
  const { debate, drawn, layout, order } = state;
  const linked = linkedClaims(drawn);
  const claims = [...layout.claims].sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
  return claims.map((placed): MapNode => {
    const claim = drawn.claimById.get(placed.id);
    const common = {
      id: placed.id,
      position: { x: placed.x, y: placed.y },
      width: placed.widthPx,
      height: placed.heightPx,
      // Said twice so that the canvas does not measure again, and lose the handles that no element shows.
      measured: { width: placed.widthPx, height: placed.heightPx },
      handles: handles(placed),
      // The wrapper is no group and no "node": the card inside it is an item of the tree.
      domAttributes: { 'aria-roledescription': undefined },
    };
    const data: CardData = {
      placed,
      name: state.nameOf(placed),
      place: state.places.get(placed.id) ?? null,
      tone: state.strengths.off.has(placed.id) ? 'off' : cardTone(placed.id, state.neighbourhood),
      isSelected: placed.id === state.selectedId,
      isActive: placed.id === state.activeId,
      isChanged: state.changedIds.has(placed.id),
    };
    if (placed.more) return { ...common, type: 'more', data: { ...data, ...placed.more } };
    return claim
      ? {
          ...common,
          type: 'claim',
          data: {
            ...data,
            claim,
            flag: state.flags.get(claim.id) ?? null,
            isWaiting: state.pending.get(claim.id) === 'waiting',
            language: debate.language,
            base: state.strengths.byId.get(claim.id)?.base ?? null,
            strength: state.strengths.byId.get(claim.id)?.strength ?? null,
            effect: state.marks?.get(claim.id) ?? null,
            linked: linked.get(claim.id)?.join(', ') ?? '',
          },
        }
      : { ...common, type: 'motion', data: { ...data, debate } };
  });
}

/** Lines that a what-if takes away, with the claims that it leaves out. */
function fallenLines({ strengths, drawn }: PictureState): ReadonlySet<string> {
  if (strengths.off.size === 0) return new Set();
  const standing = new Set(strengths.graph.relations.map(({ id }) => id));
  const fallen = drawn.relations.filter(({ id, status }) => status === 'published' && !standing.has(id));
  return new Set(fallen.map(({ id }) => id));
}

/** Lines from the quietest to the loudest; a cross-link that is switched off stays away unless it is spoken of. */
export function mapEdges(state: PictureState): MapEdge[] {
  const { drawn, layout, activeLineId } = state;
  const strong = relationsAt(
    state.selectedId === state.debate.motion.id ? null : state.selectedId,
    drawn.relations,
  );
  const lineById = new Map(layout.lines.map((line) => [line.id, line]));
  const fallen = fallenLines(state);
  return layout.lines
    .map((line) => ({
      line,
      tone: fallen.has(line.id) ? ('dim' as const) : lineTone(line, strong, state.neighbourhood),
    }))
    .filter(
      ({ line }) =>
        state.showsCrossLinks ||
        line.role === 'primary' ||
        line.kind === 'undercuts' ||
        line.id === activeLineId,
    )
    .sort((a, b) => lineRank(a.line, a.tone) - lineRank(b.line, b.tone))
    .map(
      ({ line, tone }): MapEdge => ({
        id: line.id,
        type: 'relation',
        source: line.fromClaimId,
        target: line.toClaimId ?? lineById.get(line.toRelationId ?? '')?.fromClaimId ?? line.fromClaimId,
        data: {
          line,
          tone,
          side: drawn.claimById.get(line.fromClaimId)?.side ?? 'n',
          isClosed: isClosed(drawn.relationById.get(line.id) ?? { status: 'published' }),
          isActive: line.id === activeLineId,
        },
      }),
    );
}
