import { type SidedClaim, sidesInTurn } from '../vote/sides-in-turn';
import { MOST_MOVED_BY } from './schema';

/**
 * Claims that a person is offered when they are asked what moved them: those that they met, both sides in turn.
 * @param met ids of the claims that they voted on or opened
 * @param seed of the person in the room; another side may begin here than in the vote
 */
export function movedByOffer<C extends SidedClaim>(
  claims: readonly C[],
  met: ReadonlySet<string>,
  seed: string,
): C[] {
  return sidesInTurn(
    claims.filter(({ id }) => met.has(id)),
    { seed: `${seed} moved by` },
  );
}

/**
 * The choice after a claim was pressed: one that was chosen goes; another one is added; with three chosen already nothing
 * changes, and the person has to say which gives way (`replaced`).
 */
export function withMovedBy(
  chosen: readonly string[],
  pressed: string,
  replaced: string | null = null,
): { chosen: string[]; mustReplace: boolean } {
  if (chosen.includes(pressed)) return { chosen: chosen.filter((id) => id !== pressed), mustReplace: false };
  if (chosen.length < MOST_MOVED_BY) return { chosen: [...chosen, pressed], mustReplace: false };
  if (replaced === null || !chosen.includes(replaced)) return { chosen: [...chosen], mustReplace: true };
  return { chosen: chosen.map((id) => (id === replaced ? pressed : id)), mustReplace: false };
}

/**
 * How far somebody went between two stances, and which way.
 * @param first, second -100..100
 */
export function ownMove(
  first: number,
  second: number,
): { points: number; towards: 'for' | 'against' | null } {
  const change = second - first;
  return { points: Math.abs(change), towards: change === 0 ? null : change > 0 ? 'for' : 'against' };
}
