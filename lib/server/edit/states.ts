import 'server-only';
import type {
  ChangedNoun,
  ClaimState,
  GroupState,
  LineageState,
  OnClaimState,
  RelationState,
} from '../../domain/edit/changes';
import { questionOf } from '../claim/question-of';
import type { Transaction } from '../database/client';

/** What rows hold now, as the log of edits writes it down. */

export type StateOf = {
  claim: ClaimState;
  relation: RelationState;
  group: GroupState;
  citation: OnClaimState;
  annotation: OnClaimState;
  lineage: LineageState;
};
export type States<N extends ChangedNoun> = ReadonlyMap<string, StateOf[N]>;

const claims = async (tx: Transaction, ids: readonly string[]): Promise<States<'claim'>> => {
  const rows = await tx.claim.findMany({
    where: { id: { in: [...ids] } },
    select: {
      id: true,
      status: true,
      reason: true,
      sideId: true,
      current: { select: { number: true, restores: true } },
    },
  });
  return new Map(
    rows.map(({ id, current, ...state }) => [
      id,
      { ...state, revision: current.restores ?? current.number } satisfies ClaimState,
    ]),
  );
};

const relations = async (tx: Transaction, ids: readonly string[]): Promise<States<'relation'>> => {
  const rows = await tx.relation.findMany({
    where: { id: { in: [...ids] } },
    select: {
      id: true,
      fromClaimId: true,
      kind: true,
      toClaimId: true,
      toRelationId: true,
      status: true,
      closing: true,
      reason: true,
      groupId: true,
      aim: true,
      scheme: true,
      questionKey: true,
    },
  });
  return new Map(
    rows.map(({ id, ...state }) => [
      id,
      { ...state, questionKey: questionOf(state.questionKey) } satisfies RelationState,
    ]),
  );
};

const groups = async (tx: Transaction, ids: readonly string[]): Promise<States<'group'>> => {
  const rows = await tx.premiseGroup.findMany({ where: { id: { in: [...ids] } } });
  return new Map(
    rows.flatMap(({ id, kind, toClaimId }) =>
      // A check of the database keeps undercuts out.
      kind === 'undercuts' ? [] : [[id, { kind, toClaimId } satisfies GroupState] as const],
    ),
  );
};

const citations = async (tx: Transaction, ids: readonly string[]): Promise<States<'citation'>> => {
  const rows = await tx.citation.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, claimId: true },
  });
  return new Map(rows.map(({ id, claimId }) => [id, { claimId }]));
};

const annotations = async (tx: Transaction, ids: readonly string[]): Promise<States<'annotation'>> => {
  const rows = await tx.annotation.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, claimId: true },
  });
  return new Map(rows.map(({ id, claimId }) => [id, { claimId }]));
};

const lineages = async (tx: Transaction, ids: readonly string[]): Promise<States<'lineage'>> => {
  const rows = await tx.claimLineage.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, undoneAt: true },
  });
  return new Map(rows.map(({ id, undoneAt }) => [id, { isStanding: undoneAt === null }]));
};

export const readStates: {
  [N in ChangedNoun]: (tx: Transaction, ids: readonly string[]) => Promise<States<N>>;
} = {
  claim: claims,
  relation: relations,
  group: groups,
  citation: citations,
  annotation: annotations,
  lineage: lineages,
};
