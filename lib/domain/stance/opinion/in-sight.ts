import type { OpinionClaimFacts } from './facts';
import type { OpinionClaim, ShownOpinions } from './opinion-view';

/**
 * A map that was drawn a while ago, as it may be read now: claims with the words that they have now, and none of what is out of sight
 * since. Their votes stay in the places until the map is drawn again.
 */

export type ReadShown = Omit<
  ShownOpinions,
  'state' | 'motion' | 'version' | 'isBehind' | 'isWaiting' | 'hidesStances'
>;

/** @param claims that can be seen now, by id */
export function inSight(shown: ReadShown, claims: ReadonlyMap<string, OpinionClaimFacts>): ReadShown {
  const isSeen = ({ claimId }: { claimId: string }) => claims.has(claimId);
  const seen = <T extends { claimId: string }>(named: readonly T[]): T[] => named.filter(isSeen);
  const ranks = (listed: ShownOpinions['cruxes']): ShownOpinions['cruxes'] =>
    listed.map(({ items }) => ({ items: seen(items) })).filter(({ items }) => items.length > 0);
  const { left, right, up, down } = shown.axes.ends;
  return {
    ...shown,
    claims: shown.claims.flatMap((claim): OpinionClaim[] => {
      const now = claims.get(claim.claimId);
      return now ? [{ ...claim, code: now.code, side: now.side, text: now.text }] : [];
    }),
    groups: shown.groups.map((group) => ({ ...group, representative: seen(group.representative) })),
    axes: { ...shown.axes, ends: { left: seen(left), right: seen(right), up: seen(up), down: seen(down) } },
    commonGround: ranks(shown.commonGround),
    cruxes: ranks(shown.cruxes),
    bridges: shown.bridges.map((bridge) => ({
      ...bridge,
      claimIds: bridge.claimIds.filter((claimId) => claims.has(claimId)),
    })),
    own: shown.own && {
      ...shown.own,
      pulls: seen(shown.own.pulls),
      wouldMove: seen(shown.own.wouldMove),
    },
  };
}

/** The same for who is not to be told where others stand. */
export const withoutStances = (shown: ReadShown): ReadShown => ({
  ...shown,
  dots: shown.dots.map((dot) => ({ ...dot, stance: null })),
  groups: shown.groups.map((group) => ({ ...group, stance: null })),
});
