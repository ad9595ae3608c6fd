import type { VoteChoice } from '../../debate/view';
import { contributionsOf, type VotesOfOne, whatWouldMove } from '../opinion-map/contributions';
import { groupStanding, placeInGroups } from '../opinion-map/group-reasons';
import type { OpinionFacts } from './facts';
import type { OpinionReading } from './opinion-reading';
import type { OwnPlace } from './opinion-view';

const MOST_MOVES = 3;

const CHOICES: Readonly<Record<number, VoteChoice>> = { 1: 'agree', [-1]: 'disagree', 0: 'pass' };
const choiceOf = (vote: number): VoteChoice => CHOICES[vote] ?? 'pass';

/**
 * Where one person lies, what each of their votes adds to that, and which single votes would put them into another group. The
 * votes are those that they have now: the map may stand for older ones, or for none of theirs.
 * @param person row of the vote matrix; null for who is not in the map yet
 */
export function ownPlace(
  { claims }: OpinionFacts,
  { map, shown, order }: OpinionReading,
  votes: VotesOfOne,
  person: number | null = null,
): OwnPlace {
  const isOut = new Uint8Array(claims.length);
  const basis = shown.groups.length > 0 ? map.basis : null;
  const standing = basis && groupStanding(basis, isOut, votes);
  const group = standing && standing.group >= 0 ? standing.group : null;
  const idOf = (claim: number) => claims[claim]?.claimId ?? '';
  const placeVotes = placeInGroups(map, isOut);
  const { x, y } = placeVotes(votes).now;
  return {
    x,
    y,
    dot: person !== null && order.includes(person) ? order.indexOf(person) : null,
    group,
    isUnsettled: standing?.between != null,
    between: standing?.between ? [standing.between[0], standing.between[1]] : null,
    confidence: group === null ? null : confidenceOf(standing?.fit ?? 0),
    pulls: contributionsOf(votes, map.components, isOut).map(({ claim, vote, ...pull }) => ({
      claimId: idOf(claim),
      choice: choiceOf(vote),
      x: pull.x,
      y: pull.y,
    })),
    wouldMove: basis
      ? whatWouldMove(votes, isOut, placeVotes, MOST_MOVES).flatMap(({ claim, to, place }) =>
          to === null || place.group < 0 || place.group === group
            ? []
            : [{ claimId: idOf(claim), choice: choiceOf(to), group: place.group }],
        )
      : [],
  };
}

/** 1 less twice the probability of being elsewhere, as `unsettled` of the map. */
const confidenceOf = (fit: number): number => Math.max(0, 1 - 2 * (1 - fit));
