import type { VoteTally } from '../../debate/view';
import { type Rank, ranked } from '../../room/report/ranks';
import { hiddenCells } from '../../room/report/small-cells';
import { FEWEST_FOR_DISTRIBUTION } from '../../room/visibility';
import { groupInformedConsensus, sharedByGroups } from '../opinion-map/consensus';
import { cruxes, widestGap } from '../opinion-map/cruxes';
import { type ClaimTallies, type GroupTallies, smoothedShare } from '../opinion-map/statistics';
import type { OpinionFacts } from './facts';
import type { OpinionClaim, OpinionEffect } from './opinion-view';
import { DIVIDES_FROM, SHARED_FROM } from './thresholds';

/** What the votes say of each claim: by group, what divides, what is shared. */

export interface ClaimReadings {
  claims: OpinionClaim[];
  commonGround: Rank<{ claimId: string }>[];
  cruxes: Rank<{ claimId: string }>[];
}

/** Rates that differ by less differ by rounding alone, and are a tie. */
const RATE_STEPS = 1e9;

/**
 * @param tallies of the groups, in the order in which they are shown
 * @param all of everybody, also of those in no group
 * @param sizes people in each group
 */
export function claimReadings(
  facts: OpinionFacts,
  tallies: GroupTallies,
  all: ClaimTallies,
  sizes: readonly number[],
): ClaimReadings {
  const isOut = new Uint8Array(facts.claims.length);
  const shared = {
    agree: groupInformedConsensus(tallies, 'agree'),
    disagree: groupInformedConsensus(tallies, 'disagree'),
  };
  const gaps = new Map(cruxes(tallies, isOut).map((crux) => [crux.claim, crux.gap]));
  const claims = facts.claims.map((claim, c): OpinionClaim & { rank: number } => {
    const total = tallyOf(all, c, 0, all.agrees.length);
    const cells = tallies.ids.map((_, g) => tallyOf(tallies, c, g, tallies.claims));
    const isEnough = votesOf(total) >= FEWEST_FOR_DISTRIBUTION;
    // People in no group are no group: nothing is told of them, and who they are is nobody's to know. As a cell they would hide
    // a whole group for one person who fits none.
    const hidden = hiddenCells(cells.map((cell, g) => ({ people: sizes[g] ?? 0, answers: votesOf(cell) })));
    const byGroup = cells.map((cell, g) => (!isEnough || hidden.has(g) ? null : cell));
    const isTold = isEnough && byGroup.every((cell) => cell !== null);
    const consensus = sharedBy(shared.agree, c, tallies, total);
    const effect = isTold ? effectOf(cells, total, gaps.get(c)) : null;
    return {
      ...claim,
      counts: isEnough ? total : null,
      byGroup,
      consensus: isTold ? consensus : null,
      separation: isTold ? gapOf(cells) : null,
      effect,
      rank: consensus,
    };
  });
  const listed = (
    isListed: (claim: OpinionClaim) => boolean,
    of: (claim: OpinionClaim & { rank: number }) => number,
  ) =>
    ranked(
      claims.filter((claim) => claim.effect !== null && isListed(claim)),
      (a, b) => Math.round(of(b) * RATE_STEPS) - Math.round(of(a) * RATE_STEPS),
    ).map(({ items }) => ({ items: items.map(({ claimId }) => ({ claimId })) }));
  return {
    claims: claims.map(({ rank: _, ...claim }) => claim),
    commonGround: listed(
      ({ counts, byGroup }) => isSharedBy('agree', cellsOf(byGroup, counts)),
      ({ rank }) => rank,
    ),
    cruxes: listed(
      ({ effect }) => effect === 'divides',
      ({ separation }) => separation ?? 0,
    ),
  };
}

/** Votes on a claim of everybody outside of a group (its place in `groups`), also of those in no group; null where they are not told. */
export function votesOutside({ counts, byGroup }: OpinionClaim, g: number): VoteTally | null {
  const own = byGroup[g] ?? null;
  if (!counts || !own) return null;
  return {
    agree: counts.agree - own.agree,
    disagree: counts.disagree - own.disagree,
    pass: counts.pass - own.pass,
  };
}

const tallyOf = (
  { agrees, disagrees, votes }: ClaimTallies,
  c: number,
  g: number,
  claims: number,
): VoteTally => {
  const [agree, disagree, cast] = [agrees, disagrees, votes].map((counts) => counts[g * claims + c] ?? 0) as [
    number,
    number,
    number,
  ];
  return { agree, disagree, pass: cast - agree - disagree };
};

export const votesOf = ({ agree, disagree, pass }: VoteTally): number => agree + disagree + pass;

/** The groups, or everybody where there are none. */
const cellsOf = (byGroup: readonly (VoteTally | null)[], all: VoteTally | null): (VoteTally | null)[] =>
  byGroup.length > 0 ? [...byGroup] : [all];

const isSharedBy = (answer: 'agree' | 'disagree', cells: readonly (VoteTally | null)[]): boolean =>
  cells.every((cell) => cell !== null && votesOf(cell) > 0 && cell[answer] >= SHARED_FROM * votesOf(cell));

const sharedBy = (consensus: Float64Array, c: number, { ids }: GroupTallies, all: VoteTally): number =>
  ids.length > 0
    ? sharedByGroups(consensus[c] as number, ids.length)
    : smoothedShare(all.agree, votesOf(all));

const gapOf = (cells: readonly VoteTally[]): number | null =>
  widestGap(cells.map((cell) => ({ ...cell, votes: votesOf(cell) })))?.gap ?? null;

function effectOf(cells: readonly VoteTally[], all: VoteTally, gap: number | undefined): OpinionEffect {
  const asked = cellsOf(cells, all);
  if (isSharedBy('agree', asked) || isSharedBy('disagree', asked)) return 'unites';
  return gap !== undefined && gap >= DIVIDES_FROM ? 'divides' : 'untouched';
}
