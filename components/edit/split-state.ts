import type { SplitClaim } from '@/lib/domain/claim/schema';
import type { ClaimView, DebateView, RelationView, SideRole } from '@/lib/domain/debate/view';
import { isStanding } from './edit-rights';

/** One of the claims that a claim is split into, while it is written. */
export interface SplitPart {
  /** Stable while parts come and go. */
  key: number;
  text: string;
  side: SideRole;
  relationIds: string[];
  citationIds: string[];
}

export const FEWEST_PARTS = 2;
export const MOST_PARTS = 6;

/** Lines from the claim and to it, which parts may keep. */
export const linesAtClaim = ({ relations }: Pick<DebateView, 'relations'>, claimId: string): RelationView[] =>
  relations.filter(
    (line) => (line.fromClaimId === claimId || line.toClaimId === claimId) && isStanding(line),
  );

/** The first part begins as the whole claim; the others take part in what it says, not in what is said to it. */
export function firstParts(debate: Pick<DebateView, 'relations'>, claim: ClaimView): SplitPart[] {
  const lines = linesAtClaim(debate, claim.id);
  return [
    {
      key: 0,
      text: claim.text,
      side: claim.side,
      relationIds: lines.map(({ id }) => id),
      citationIds: claim.citations.map(({ id }) => id),
    },
    newPart(debate, claim, 1),
  ];
}

export const newPart = (debate: Pick<DebateView, 'relations'>, claim: ClaimView, key: number): SplitPart => ({
  key,
  text: '',
  side: claim.side,
  relationIds: linesAtClaim(debate, claim.id)
    .filter(({ fromClaimId }) => fromClaimId === claim.id)
    .map(({ id }) => id),
  citationIds: claim.citations.map(({ id }) => id),
});

/** Lines that would be left behind with the old claim. */
export const linesLeft = (lines: readonly RelationView[], parts: readonly SplitPart[]): RelationView[] =>
  lines.filter(({ id }) => !parts.some(({ relationIds }) => relationIds.includes(id)));

/** The body to send. Lines that were closed while it was written are left out. */
export function splitBody(
  claim: ClaimView,
  lines: readonly RelationView[],
  parts: readonly SplitPart[],
  revision: number,
): SplitClaim {
  const standing = new Set(lines.map(({ id }) => id));
  const cited = new Set(claim.citations.map(({ id }) => id));
  return {
    revision,
    parts: parts.map(({ text, side, relationIds, citationIds }) => ({
      text: text.trim().replace(/\s+/gu, ' '),
      side,
      evidence: claim.evidence,
      speaker: claim.speaker,
      relationIds: relationIds.filter((id) => standing.has(id)),
      citationIds: citationIds.filter((id) => cited.has(id)),
    })),
  };
}
