import type { GroupIds } from '../opinion-map/group-identity';
import { type NativeHistory, nativeMap, updatedNativeMap } from '../opinion-map/native-mode';
import { facingSides } from './axes';
import type { OpinionFacts } from './facts';
import { type OpinionReading, readOpinions } from './opinion-reading';

/** Loadings of the claims on left-right and on up-down; 0 for claims that came since. */
export type Axes = readonly [Float64Array, Float64Array];

/**
 * What a map leaves to the next one of the same room, so that axes keep their direction, groups their letters, and their number
 * does not come and go. Rows and columns are those of the facts that it is used with.
 */
export interface OpinionHistory extends GroupIds {
  /** Where the axes of the next map begin: as these lay. */
  axes: Axes;
  /** The groups that were parted, one after the other; null where there were none. */
  path: readonly number[] | null;
}

/** One task for a thread: the opinion map of a room, drawn and read out. */
export interface OpinionTask {
  facts: OpinionFacts;
  /** What the map before left; null without one. */
  before: OpinionHistory | null;
  /** How many groups there are is asked anew, and not taken from the map before. */
  choosesGroups?: boolean;
}

export interface DrawnOpinion extends OpinionReading {
  history: OpinionHistory;
  /** Where the axes of this one began: with them in the place of those of its history it comes out the same to the last bit. */
  began: Axes;
  /** How many groups there are was asked anew; else axes begin and groups part as in the map before. */
  hasChosen: boolean;
}

/** Votes that change before the number of groups is asked anew, in all votes when it was chosen. */
const CHANGED_UNTIL_CHOSEN = 0.1;

/** @param now votes of the map; @param changes given, changed or taken back since the number of groups was chosen from `chosenFrom` votes */
export const choosesGroupsAgain = (now: number, changes: number, chosenFrom: number): boolean =>
  Math.max(changes, Math.abs(now - chosenFrom)) >= CHANGED_UNTIL_CHOSEN * chosenFrom;

/**
 * The map of these votes as it follows from the one before: first the number of groups is found, if it has to be, and then all
 * else follows from where axes begin and how groups part.
 */
export function drawOpinions({ facts, before, choosesGroups = before === null }: OpinionTask): DrawnOpinion {
  const isOut = new Uint8Array(facts.claims.length);
  const draw = (from: OpinionHistory): DrawnOpinion & { isLost: boolean } => {
    const { history, ...map } = updatedNativeMap(facts.matrix, isOut, nativeHistory(from));
    const { group, next, path, axes } = history;
    return {
      ...readOpinions(facts, map),
      history: { group, next, path, axes },
      began: from.axes,
      hasChosen: false,
      isLost: from.path !== null && path === null,
    };
  };
  if (before && !choosesGroups) {
    const { isLost, ...drawn } = draw(before);
    if (!isLost) return drawn;
  }
  // The groups of before cannot be parted any more, or their number is due.
  const { history } = nativeMap(facts.matrix, isOut, before ? nativeHistory(before) : undefined);
  const axes = before ? history.axes : facingSides(facts.claims, history.axes);
  const { isLost: _, ...drawn } = draw({ ...history, axes });
  return { ...drawn, hasChosen: true };
}

const nativeHistory = (history: OpinionHistory): NativeHistory => ({ ...history, counts: [], pairs: null });
