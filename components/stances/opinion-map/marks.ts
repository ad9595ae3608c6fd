import type { VoteChoice } from '@/lib/domain/debate/view';
import { type ForSide, sideOfValue } from '@/lib/domain/stance/axis';
import type { OpinionDot, OpinionFrame, ShownOpinions } from '@/lib/domain/stance/opinion/opinion-view';

/** What a dot shows under each lens. */

export type Lens = 'groups' | 'stance' | 'votes';

export type MarkName =
  | 'person'
  | 'unsettled'
  | 'few'
  | 'for'
  | 'against'
  | 'between'
  | 'agree'
  | 'pass'
  | 'disagree'
  | 'untold';

/** Small ones first, so that they lie under the others. */
export const MARKS: readonly MarkName[] = [
  'few',
  'untold',
  'person',
  'for',
  'against',
  'between',
  'agree',
  'pass',
  'disagree',
  'unsettled',
];

interface Look {
  shape: 'full' | 'ring' | 'dotted';
  colour: string;
  /** Of whom the lens has nothing to tell. */
  isSmall: boolean;
}

/** How a mark is drawn: told apart by shape on grey paper, too. */
export function lookOf(mark: MarkName, forSide: ForSide): Look {
  const side = (value: number) => `var(--color-side-${sideOfValue(value, forSide)}-solid)`;
  switch (mark) {
    case 'person':
      return { shape: 'full', colour: 'var(--color-ink)', isSmall: false };
    case 'unsettled':
      return { shape: 'dotted', colour: 'var(--color-ink)', isSmall: false };
    case 'few':
    case 'untold':
      return { shape: 'full', colour: 'var(--color-side-none-solid)', isSmall: true };
    case 'for':
      return { shape: 'full', colour: side(1), isSmall: false };
    case 'against':
      return { shape: 'ring', colour: side(-1), isSmall: false };
    case 'between':
      return { shape: 'dotted', colour: 'var(--color-muted)', isSmall: false };
    case 'agree':
      return { shape: 'full', colour: 'var(--color-vote-agree)', isSmall: false };
    case 'pass':
      return { shape: 'dotted', colour: 'var(--color-muted)', isSmall: false };
    case 'disagree':
      return { shape: 'ring', colour: 'var(--color-vote-disagree-edge)', isSmall: false };
  }
}

/**
 * @param hasGroups without groups nobody is between two, or in none
 * @param vote of the dot, for the lens on one claim; null of who gave none, undefined while the votes are not known or not shown
 */
export function markOf(
  dot: Pick<OpinionDot, 'group' | 'isUnsettled' | 'stance'>,
  lens: Lens,
  hasGroups: boolean,
  vote: VoteChoice | null | undefined,
): MarkName {
  // Who has not been heard of has not kept silent.
  if (lens === 'votes') return vote === undefined ? 'person' : (vote ?? 'untold');
  if (lens === 'stance') {
    if (dot.stance === null) return 'untold';
    return dot.stance === 0 ? 'between' : dot.stance > 0 ? 'for' : 'against';
  }
  if (!hasGroups) return 'person';
  if (dot.isUnsettled) return 'unsettled';
  return dot.group === null ? 'few' : 'person';
}

/**
 * What every dot shows, in their order, and how many of those who are there show what.
 * @param frame how the map was, in a replay: who was in no group then is pale then; null for how it is. Stances and votes are the
 * answers of today in every frame.
 */
export function marksOf(
  { dots, groups }: Pick<ShownOpinions, 'groups'> & { dots: readonly OpinionDot[] },
  frame: Pick<OpinionFrame, 'dots' | 'groups'> | null,
  lens: Lens,
  votes: readonly (VoteChoice | null)[] | null,
): { marks: MarkName[]; counts: Partial<Record<MarkName, number>> } {
  const hasGroups = (frame ?? { groups }).groups.length > 0;
  const counts: Partial<Record<MarkName, number>> = {};
  const marks = dots.map((dot, index) => {
    const then = frame ? frame.dots[index] : dot;
    const mark = markOf({ ...dot, ...then }, lens, hasGroups, votes?.[index]);
    if (then) counts[mark] = (counts[mark] ?? 0) + 1;
    return mark;
  });
  return { marks, counts };
}
