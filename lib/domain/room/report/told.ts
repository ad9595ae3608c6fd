import type { MovedBy } from '../../stance/moved-by';
import type { RoundCounts, Shift } from '../../stance/shift';
import { FEWEST_FOR_DISTRIBUTION } from '../visibility';

/** What leaves the server of how a room moved: of fewer than five stances or pairs nobody is told anything. */

/** Whether so many answers tell of nobody: none, or five and more. */
export const isToldOf = (answers: number): boolean => answers === 0 || answers >= FEWEST_FOR_DISTRIBUTION;

/** A shift as it is told. */
export interface ToldShift extends Omit<Shift, 'pairs' | 'first' | 'second'> {
  /** Null while there are one to four. */
  pairs: number | null;
  /** Null while one to four have answered in that round. */
  first: RoundCounts | null;
  second: RoundCounts | null;
}

export const answersIn = ({ placed, unsure }: RoundCounts): number => placed + unsure;

/** The shift without what would be of fewer than five answers, or could be worked out from what else is told. */
export function toldShift(shift: Shift): ToldShift {
  const told = (round: RoundCounts) => (isToldOf(answersIn(round)) ? round : null);
  const [first, second] = [told(shift.first), told(shift.second)];
  const pairs = isToldOf(shift.pairs) ? shift.pairs : null;
  return {
    ...shift,
    pairs,
    first,
    second,
    // With the round they would tell the pairs.
    onlyFirst: pairs === null || first === null ? 0 : shift.onlyFirst,
    onlySecond: pairs === null || second === null ? 0 : shift.onlySecond,
  };
}

/** Who moved and by what: nothing while the pairs that they are among are too few to tell. */
export const toldMovers = (moved: MovedBy, { pairs }: Shift): MovedBy =>
  isToldOf(pairs) ? moved : { ...moved, movers: 0, ranks: null, left: 0, namedOnce: 0 };
