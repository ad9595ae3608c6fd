// The answer of the stance command: everything by the ids of the export, statistics from the groups of the same answer.

import { consensusClaims, groupInformedConsensus } from '@/lib/domain/stance/opinion-map/consensus';
import type { OpinionMap, OpinionNotice } from '@/lib/domain/stance/opinion-map/opinion-map';
import { claimPriorities } from '@/lib/domain/stance/opinion-map/priorities';
import { claimPositions, extremities } from '@/lib/domain/stance/opinion-map/projection';
import {
  type RepresentativeClaim,
  representativeClaims,
} from '@/lib/domain/stance/opinion-map/representative';
import { claimTallies, groupTallies, summed } from '@/lib/domain/stance/opinion-map/statistics';
import type { PolisVotes } from '@/lib/domain/stance/polis-export/votes-reader';

interface RepresentativeAnswer {
  claim: number;
  for: 'agree' | 'disagree';
  pTest: number;
  repness: number;
  repnessTest: number;
  pSuccess: number;
}

export interface StanceAnswer {
  groups: Record<string, number>;
  positions: Record<string, readonly [number, number]>;
  representative: Record<string, RepresentativeAnswer[]>;
  consensus: { agree: number[]; disagree: number[] };
  groupAwareConsensus: Record<string, number>;
  priorities: Record<string, number>;
  unsettled: Record<string, number>;
  explained: readonly [number, number];
  notices: readonly OpinionNotice[];
  /** Participants who voted the same on everything. */
  uniform: string[];
}

/** Claims by what takes part: one entry per claim each. */
export interface Moderation {
  isOut: Uint8Array;
  isMeta: Uint8Array;
}

/** A map with whoever stands between two of its groups: in neither, and unsettled altogether. */
export interface StanceMap {
  map: OpinionMap;
  /** Rows of the votes. */
  between: readonly number[];
}

/** Puts the map and its statistics into words of the export. Without groups there is no consensus of groups. */
export function answerOf(
  votes: PolisVotes,
  { isOut, isMeta }: Moderation,
  { map, between }: StanceMap,
): StanceAnswer {
  const { matrix, participants, claimIds } = votes;
  const claimId = (claim: number): number => claimIds[claim] as number;
  const byClaim = (values: Float64Array): Record<string, number> =>
    Object.fromEntries(claimIds.map((id, c) => [id, values[c] as number]));
  const grouped = [...participants.keys()].filter((p) => (map.group[p] as number) >= 0);
  const byPerson = (values: ArrayLike<number>): Record<string, number> =>
    Object.fromEntries(grouped.map((p) => [participants[p] as string, values[p] as number]));
  const tallies = groupTallies(matrix, map.group);
  const all = summed(tallies);
  const consensus = consensusClaims(claimTallies(matrix), isOut);
  const answer = ({ claim, for: stands, statistics }: RepresentativeClaim): RepresentativeAnswer => ({
    claim: claimId(claim),
    for: stands,
    pTest: statistics.shareZ,
    repness: statistics.ratio,
    repnessTest: statistics.ratioZ,
    pSuccess: statistics.share,
  });
  return {
    groups: byPerson(map.group),
    positions: Object.fromEntries(
      participants.map((name, p) => [name, [map.x[p] as number, map.y[p] as number]]),
    ),
    representative: Object.fromEntries(
      tallies.ids.map((id, g) => [id, representativeClaims(tallies, g, isOut, all).map(answer)]),
    ),
    consensus: {
      agree: consensus.agree.map(({ claim }) => claimId(claim)),
      disagree: consensus.disagree.map(({ claim }) => claimId(claim)),
    },
    groupAwareConsensus: tallies.ids.length === 0 ? {} : byClaim(groupInformedConsensus(tallies)),
    priorities: byClaim(claimPriorities(tallies, extremities(claimPositions(map.components, isOut)), isMeta)),
    unsettled: {
      ...byPerson(map.unsettled),
      ...Object.fromEntries(between.map((p) => [participants[p], 1])),
    },
    explained: map.explained,
    notices: map.notices,
    uniform: participants.filter((_, p) => map.isUniform[p] !== 0),
  };
}
