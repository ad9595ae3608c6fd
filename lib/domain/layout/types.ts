/** Which half of the map a claim belongs to: the first side grows to the start, the second to the end. */
export type Wing = 'start' | 'end' | 'none';

export type RelationKind = 'supports' | 'attacks' | 'undercuts';

/** All lengths in map units (CSS px at 100 %). */
export interface Geometry {
  /** The canvas that should hold the map at 100 %. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** Free strip above the first card (side heads) and below the last (map bar). */
  readonly topPx: number;
  readonly bottomPx: number;
  /** Least free strip at the start and the end; fold tabs and outer lanes live in it. */
  readonly marginPx: number;
  readonly rootCardPx: number;
  readonly innerCardPx: number;
  readonly outerCardPx: number;
  /** Least distance between two rings, and between the first ring and the motion. */
  readonly gutterPx: number;
  readonly rootGutterPx: number;
  /** Widest a gutter grows when the canvas is wider than the map. */
  readonly gutterMaxPx: number;
  readonly rootGutterMaxPx: number;
  /** Least vertical distance between two cards of a column. */
  readonly gapPx: number;
  /** Distance between line ends on one card edge, and on the motion. */
  readonly portGapPx: number;
  readonly rootPortGapPx: number;
  /** Distance between parallel routed lines. */
  readonly lanePx: number;
  /** From a card edge to the first lane: clears the side mark of the card. */
  readonly firstLanePx: number;
  readonly cornerPx: number;
  readonly tabWidthPx: number;
  readonly tabHeightPx: number;
}

export interface LayoutClaim {
  readonly id: string;
  readonly wing: Wing;
  /** The author's order; ties fall to the id. */
  readonly order: number;
  /** Measured card heights: in the first ring, and in the rings further out. */
  readonly heightPx: { readonly inner: number; readonly outer: number };
  readonly votes?: number;
}

export interface LayoutRelation {
  readonly id: string;
  readonly kind: RelationKind;
  readonly fromClaimId: string;
  readonly to: { readonly claimId: string } | { readonly relationId: string };
  /** The author's order; ties fall to the id. The first usable relation of a claim decides its place. */
  readonly order: number;
}

export interface LayoutInput {
  readonly rootId: string;
  readonly rootHeightPx: number;
  readonly claims: readonly LayoutClaim[];
  readonly relations: readonly LayoutRelation[];
  /** Claims whose branch the reader folded. */
  readonly folded: ReadonlySet<string>;
  /** Claims the reader opened by hand: automatic folding leaves them open. */
  readonly unfolded: ReadonlySet<string>;
  readonly selectedId?: string;
  readonly autoFold: boolean;
  readonly geometry: Geometry;
}

export interface PlacedClaim {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly widthPx: number;
  readonly heightPx: number;
  /** "m" for the motion, else "l" or "r" and the ring: l1, r2. */
  readonly column: string;
  /** 0 for the motion. */
  readonly ring: number;
  readonly wing: 'start' | 'end' | 'middle';
  readonly parentId: string | null;
  /** Null for the motion and for a claim that stands in the first ring only because its lines go to the other wing. */
  readonly parentRelationId: string | null;
  /** Place in the reading order of the drawn map: motion, then branch by branch. */
  readonly position: number;
  readonly hasChildren: boolean;
  /** Claims hidden behind this card; more than 0 exactly when it is folded and has children. */
  readonly hiddenCount: number;
  readonly foldedAutomatically: boolean;
  /** Set on a box that stands for claims of its family, and is no claim itself. */
  readonly more?: { readonly count: number; readonly direction: 'earlier' | 'later' };
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface PlacedLine {
  /** The relation drawn; when several fold into one line, the first of them. */
  readonly id: string;
  /** Every relation this line stands for. */
  readonly relationIds: readonly string[];
  readonly kind: RelationKind;
  readonly fromClaimId: string;
  readonly toClaimId?: string;
  /** Id of the placed line that an undercut meets. */
  readonly toRelationId?: string;
  readonly role: 'primary' | 'cross';
  /** SVG path data; stops short of `end` by the length of an arrowhead when the line supports. */
  readonly path: string;
  readonly start: Point;
  /** Tip of the arrowhead, middle of the bar, or centre of the ring; the angle is the direction of travel. */
  readonly end: Point & { readonly angleDeg: number };
  /** The line as a fine polyline from `start` to `end`. */
  readonly points: readonly Point[];
  /** How far the path is moved from where it was drawn; the points below are moved already. */
  readonly offset?: Point;
  /** One of its true ends is hidden behind a folded card. */
  readonly viaFolded: boolean;
}

export interface MapLayout {
  /** In reading order. */
  readonly claims: readonly PlacedClaim[];
  /** In the author's order of the relations. */
  readonly lines: readonly PlacedLine[];
  /** Extent of cards, lines and margins, at least the canvas. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** Upper left corner of the extent; 0 without. */
  readonly left?: number;
  readonly top?: number;
}
