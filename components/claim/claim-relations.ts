import type { ClaimView, DebateView, RelationView } from '@/lib/domain/debate/view';

/** How a relation reads from where the reader stands. */
export type RelationHow =
  | 'supports'
  | 'attacks'
  | 'undercutsLine'
  | 'supportedBy'
  | 'attackedBy'
  | 'lineUndercutBy';

/** The other end of a relation: a claim, or the motion. */
export type RelationEnd = { type: 'claim'; claim: ClaimView } | { type: 'motion' };

export interface RelationRow {
  relation: RelationView;
  how: RelationHow;
  other: RelationEnd;
  /** For undercuts: the line that is met, by the codes of its ends; `to` null is the motion. */
  line: { from: string; to: string | null } | null;
}

type Debate = Pick<DebateView, 'motion' | 'claims' | 'relations'>;

function endOf(debate: Debate, id: string | null): RelationEnd | null {
  if (id === debate.motion.id) return { type: 'motion' };
  const claim = debate.claims.find((other) => other.id === id);
  return claim ? { type: 'claim', claim } : null;
}

const codeOf = (end: RelationEnd | null): string | null => (end?.type === 'claim' ? end.claim.code : null);

function lineOf(
  debate: Debate,
  relation: RelationView | undefined,
): { from: string; to: string | null } | null {
  const from = codeOf(relation ? endOf(debate, relation.fromClaimId) : null);
  if (!relation || from === null) return null;
  // A line may itself meet a line; then its host is named.
  const host = debate.relations.find(({ id }) => id === relation.toRelationId);
  return { from, to: codeOf(endOf(debate, relation.toClaimId ?? host?.fromClaimId ?? null)) };
}

/** Lines that leave a claim, in the author's order. */
export const linesFrom = (debate: Debate, claimId: string): RelationView[] =>
  debate.relations.filter((relation) => relation.fromClaimId === claimId);

/**
 * Everything that ties a claim (or the motion) to the map: what it does, then what is done to it, then what meets one
 * of its lines.
 */
export function relationRows(debate: Debate, claimId: string): RelationRow[] {
  const byId = new Map(debate.relations.map((relation) => [relation.id, relation]));
  const out: RelationRow[] = [];
  const onIt: RelationRow[] = [];
  const onItsLines: RelationRow[] = [];
  for (const relation of debate.relations) {
    const { kind } = relation;
    if (relation.fromClaimId === claimId) {
      const host = byId.get(relation.toRelationId ?? '');
      const other = endOf(debate, relation.toClaimId ?? host?.fromClaimId ?? null);
      if (!other) continue;
      const how = kind === 'undercuts' ? 'undercutsLine' : kind;
      out.push({ relation, how, other, line: lineOf(debate, host) });
    } else if (relation.toClaimId === claimId) {
      const other = endOf(debate, relation.fromClaimId);
      if (other)
        onIt.push({ relation, how: kind === 'supports' ? 'supportedBy' : 'attackedBy', other, line: null });
    } else {
      const host = byId.get(relation.toRelationId ?? '');
      const other = endOf(debate, relation.fromClaimId);
      if (host?.fromClaimId !== claimId || !other) continue;
      onItsLines.push({ relation, how: 'lineUndercutBy', other, line: lineOf(debate, host) });
    }
  }
  return [...out, ...withLinkedTogether(onIt), ...onItsLines];
}

/** Linked premises stand where the first of them does. */
function withLinkedTogether(rows: readonly RelationRow[]): RelationRow[] {
  const first = new Map<string, number>();
  for (const [index, { relation }] of rows.entries()) {
    if (relation.group !== null && !first.has(relation.group)) first.set(relation.group, index);
  }
  const placeOf = ({ relation }: RelationRow, index: number): number =>
    first.get(relation.group ?? '') ?? index;
  return rows
    .map((row, index) => ({ row, place: placeOf(row, index) }))
    .sort((one, other) => one.place - other.place)
    .map(({ row }) => row);
}
