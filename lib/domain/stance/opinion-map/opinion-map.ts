/**
 * Where people stand: positions on two axes, groups of people who vote alike, and how sure both are. Every method of
 * computing it answers in this shape; people and claims are the indexes of the vote matrix.
 */

export const OPINION_MODES = ['native', 'polis'] as const;
/** `native` is this product's own method; `polis` is the established one (Small et al. 2021), to import and compare. */
export type OpinionMode = (typeof OPINION_MODES)[number];

/** The two leading principal components of the votes; claims that are out have centre and loadings 0. */
export interface Components {
  /** Mean vote of each claim, -1 to 1: what stands for an absent vote. */
  centre: Float64Array;
  /** Loadings of each claim on the two axes; each axis has length 1, or is all 0 where nothing differs. */
  axes: readonly [Float64Array, Float64Array];
  /** Sum of squares along each axis. */
  variance: readonly [number, number];
  /** Sum of squares in all. */
  totalVariance: number;
}

export interface OpinionGroup {
  /** Persists from one map to the next as long as most of its people stay; never given to another group. */
  id: number;
  /** People in it. */
  size: number;
  /** Mean position of its people. */
  center: readonly [number, number];
}

/** What a number of groups would be worth: why this many were chosen. */
export interface GroupCount {
  groups: number;
  /** Mean silhouette, -1 to 1 (Rousseeuw 1987). */
  separation: number;
  /** Agreement of groupings of resampled votes, 0 to 1; null where the method does not look at it. */
  stability: number | null;
}

export type OpinionNotice =
  /** Nobody has voted, or too few people for a map. */
  | { kind: 'too-few-people'; people: number }
  /** Nobody differs from anybody, so that there are no axes. */
  | { kind: 'nothing-divides' }
  /** People differ, but not in groups that would come out again: everybody is in one. */
  | { kind: 'no-clear-groups' }
  /** A group of fewer than three people, or than one in a hundred. */
  | { kind: 'small-group'; group: number; people: number };

export interface OpinionMap {
  mode: OpinionMode;
  /** Positions of all people. */
  x: Float64Array;
  y: Float64Array;
  /** Id of each person's group; -1 for those in none: they voted too little, or (native) fit two groups about as well. */
  group: Int16Array;
  /** Ascending by id. Empty when nobody is in a group. */
  groups: readonly OpinionGroup[];
  /** 0 (deep inside the group) to 1 (as well in another one); 1 for people in no group. */
  unsettled: Float64Array;
  /** Shares of all differences between people that the two axes show, 0 to 1 each. */
  explained: readonly [number, number];
  components: Components;
  /** 1 for people who voted the same on everything, at least twice: their position says little about their views. */
  isUniform: Uint8Array;
  /** Ascending by `groups`; empty when no number was compared. */
  counts: readonly GroupCount[];
  notices: readonly OpinionNotice[];
}

/** Fewest people of a group that is not announced as small: three, or one in a hundred of those in groups. */
export const fewestOfGroup = (grouped: number): number => Math.max(3, Math.ceil(grouped / 100));

/** Letter of a group, from its id: A to Z, then AA, AB and so on. */
export function groupLetter(id: number): string {
  const letter = String.fromCharCode(65 + (id % 26));
  return id < 26 ? letter : groupLetter(Math.floor(id / 26) - 1) + letter;
}
