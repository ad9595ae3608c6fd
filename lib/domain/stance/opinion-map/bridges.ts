import { type GroupTallies, isSignificant, shareTest, smoothedShare } from './statistics';

/** What lies between groups: how many people stand between two of them, and the claims that two of them share. */

/** Two groups (ids, ascending) and how many people fit both about as well. */
export interface PeopleBetween {
  groups: readonly [number, number];
  people: number;
}

/**
 * How many people stand between every two groups.
 * @param ids of the groups, ascending
 * @param between for each person the two groups that they stand between, in any order; null for everybody else
 */
export function peopleBetween(
  ids: readonly number[],
  between: readonly (readonly [number, number] | null)[],
): PeopleBetween[] {
  const counts = new Map<string, PeopleBetween>();
  for (const [i, a] of ids.entries()) {
    for (const b of ids.slice(i + 1)) counts.set(`${a} ${b}`, { groups: [a, b], people: 0 });
  }
  for (const pair of between) {
    const found = pair && counts.get(`${Math.min(...pair)} ${Math.max(...pair)}`);
    if (found) found.people += 1;
  }
  return [...counts.values()];
}

/** A claim that two groups answer alike, each by significantly more than half. */
export interface BridgeClaim {
  /** Index of the claim. */
  claim: number;
  answer: 'agree' | 'disagree';
  /** The smaller of the two smoothed shares. */
  share: number;
  /** Whether every other group answers the same, too: then it is common ground rather than a bridge. */
  isSharedByAll: boolean;
}

/** The claims that two groups (ids) share, the most widely shared first. */
export function bridgeClaims(
  tallies: GroupTallies,
  [one, other]: readonly [number, number],
  isOut: Uint8Array,
): BridgeClaim[] {
  const { ids, claims, agrees, disagrees, votes } = tallies;
  const found: BridgeClaim[] = [];
  for (let claim = 0; claim < claims; claim += 1) {
    if (isOut[claim] !== 0) continue;
    for (const answer of ['agree', 'disagree'] as const) {
      const counts = answer === 'agree' ? agrees : disagrees;
      const groups = ids.map((id, g) => {
        const [count, of] = [counts[g * claims + claim] as number, votes[g * claims + claim] as number];
        return { id, share: smoothedShare(count, of), isMost: isSignificant(shareTest(count, of)) };
      });
      const pair = groups.filter(({ id }) => id === one || id === other);
      if (pair.length < 2 || !pair.every(({ isMost }) => isMost)) continue;
      const share = Math.min(...pair.map((group) => group.share));
      found.push({ claim, answer, share, isSharedByAll: groups.every(({ isMost }) => isMost) });
    }
  }
  return found.sort((a, b) => b.share - a.share || a.claim - b.claim);
}
