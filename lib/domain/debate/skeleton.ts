import type {
  ContributionStatus,
  ImpactTally,
  RelationKind,
  SideRole,
  VoteChoice,
  VoteTally,
  WholeMapView,
} from './view';
import type { WholeMap } from './whole-map';

/**
 * A whole map without its words, in columns: what the overview draws and what strengths are reckoned on. Claims stand in
 * the order of the outline, each after what it stands under.
 */
export interface Skeleton {
  hash: string;
  motionId: string;
  claims: {
    ids: string[];
    codes: string[];
    /** One letter a claim: a, b, n. */
    sides: string;
    /** One letter a claim: the first of its status. */
    statuses: string;
    /** Index of the claim that it stands under, -1 on the first level. */
    parents: number[];
    /** Agree, disagree, pass: three numbers a claim; three times -1 where this reader may not see them (yet). */
    votes: number[];
    /** One letter a claim: this reader's own vote (a, d, p), or - where there is none on the present wording. */
    own: string;
  };
  relations: {
    ids: string[];
    /** One letter a relation: s, a, u. */
    kinds: string;
    statuses: string;
    /** Index of the claim that it starts at. */
    from: number[];
    /** Index of the claim that it leads to, -1 for the motion; of an undercut the index of the relation that it meets. */
    to: number[];
    /** The same number for linked premises, -1 for a relation that stands alone. */
    groups: number[];
    /** Mean and count of the impacts: two numbers a relation; twice -1 where there are none to be seen. */
    impacts: number[];
    /** This reader's own impact, 0 to 4; -1 where there is none on the present line. */
    own: number[];
  };
}

const STATUSES = { s: 'suggested', p: 'published', d: 'declined', a: 'archived' } as const satisfies Record<
  string,
  ContributionStatus
>;
const KINDS = { s: 'supports', a: 'attacks', u: 'undercuts' } as const satisfies Record<string, RelationKind>;
const CHOICES = { a: 'agree', d: 'disagree', p: 'pass' } as const satisfies Record<string, VoteChoice>;
const SIDES = { a: 'a', b: 'b', n: 'n' } as const satisfies Record<string, SideRole>;

export interface SkeletonTallies {
  /** Null where they are hidden from this reader. */
  votes: (claimId: string) => VoteTally | null;
  impacts: (relationId: string) => ImpactTally | null;
  groups: (relationId: string) => string | null;
  /** This reader's own answers; null where there is none, or only a stale one. */
  ownChoice: (claimId: string) => VoteChoice | null;
  ownWeight: (relationId: string) => number | null;
}

export function writeSkeleton(whole: WholeMap, hash: string, tallies: SkeletonTallies): Skeleton {
  const { nodes } = whole.outline;
  const indexOf = new Map(nodes.map(({ claim }, index) => [claim.id, index]));
  const isThere = (id: string): boolean => indexOf.has(id) || id === whole.motionId;
  // Relations into nothing are left out, and with them what meets their lines, however deep.
  let relations = whole.relations.filter(
    ({ fromClaimId, toClaimId }) => indexOf.has(fromClaimId) && (toClaimId === null || isThere(toClaimId)),
  );
  for (;;) {
    const ids = new Set(relations.map(({ id }) => id));
    const kept = relations.filter(
      ({ toClaimId, toRelationId }) => toClaimId !== null || ids.has(toRelationId ?? ''),
    );
    if (kept.length === relations.length) break;
    relations = kept;
  }
  const relationIndex = new Map(relations.map(({ id }, index) => [id, index]));
  const groupNumbers = new Map<string, number>();
  const groupOf = (id: string): number => {
    const group = tallies.groups(id);
    if (group === null) return -1;
    const number = groupNumbers.get(group) ?? groupNumbers.size;
    groupNumbers.set(group, number);
    return number;
  };
  return {
    hash,
    motionId: whole.motionId,
    claims: {
      ids: nodes.map(({ claim }) => claim.id),
      codes: nodes.map(({ claim }) => claim.code),
      sides: nodes.map(({ claim }) => claim.side).join(''),
      statuses: nodes.map(({ claim }) => claim.status[0]).join(''),
      parents: nodes.map(({ parentId }) => (parentId === null ? -1 : (indexOf.get(parentId) ?? -1))),
      votes: nodes.flatMap(({ claim }) => {
        const tally = tallies.votes(claim.id);
        return tally ? [tally.agree, tally.disagree, tally.pass] : [-1, -1, -1];
      }),
      own: nodes.map(({ claim }) => tallies.ownChoice(claim.id)?.[0] ?? '-').join(''),
    },
    relations: {
      ids: relations.map(({ id }) => id),
      kinds: relations.map(({ kind }) => kind[0]).join(''),
      statuses: relations.map(({ status }) => status[0]).join(''),
      from: relations.map(({ fromClaimId }) => indexOf.get(fromClaimId) ?? -1),
      to: relations.map(({ toClaimId, toRelationId }) =>
        toClaimId === null ? (relationIndex.get(toRelationId ?? '') ?? -1) : (indexOf.get(toClaimId) ?? -1),
      ),
      groups: relations.map(({ id }) => groupOf(id)),
      impacts: relations.flatMap(({ id }) => {
        const tally = tallies.impacts(id);
        return tally ? [tally.mean, tally.count] : [-1, -1];
      }),
      own: relations.map(({ id }) => tallies.ownWeight(id) ?? -1),
    },
  };
}

export function readSkeleton({ hash, motionId, claims, relations }: Skeleton): WholeMapView {
  const at = (numbers: readonly number[], index: number): number => numbers[index] ?? -1;
  const claimId = (index: number): string => (index < 0 ? motionId : (claims.ids[index] ?? motionId));
  const votes = (index: number): VoteTally | null => {
    const agree = at(claims.votes, 3 * index);
    if (agree < 0) return null;
    return { agree, disagree: at(claims.votes, 3 * index + 1), pass: at(claims.votes, 3 * index + 2) };
  };
  return {
    hash,
    motionId,
    claims: claims.ids.map((id, index) => {
      const parent = at(claims.parents, index);
      return {
        id,
        code: claims.codes[index] ?? '',
        side: SIDES[claims.sides[index] as keyof typeof SIDES] ?? 'n',
        status: STATUSES[claims.statuses[index] as keyof typeof STATUSES] ?? 'published',
        tally: votes(index),
        ownVote: { choice: CHOICES[claims.own[index] as keyof typeof CHOICES] ?? null, isStale: false },
        parentId: parent < 0 ? null : claimId(parent),
      };
    }),
    relations: relations.ids.map((id, index) => {
      const kind = KINDS[relations.kinds[index] as keyof typeof KINDS] ?? 'supports';
      const to = at(relations.to, index);
      const mean = at(relations.impacts, 2 * index);
      const group = at(relations.groups, index);
      const weight = at(relations.own, index);
      return {
        id,
        kind,
        fromClaimId: claimId(at(relations.from, index)),
        toClaimId: kind === 'undercuts' ? null : claimId(to),
        toRelationId: kind === 'undercuts' ? (relations.ids[to] ?? null) : null,
        status: STATUSES[relations.statuses[index] as keyof typeof STATUSES] ?? 'published',
        tally: mean < 0 ? null : { mean, count: at(relations.impacts, 2 * index + 1) },
        group: group < 0 ? null : String(group),
        ownImpact: { weight: weight < 0 ? null : weight, isStale: false },
      };
    }),
  };
}
