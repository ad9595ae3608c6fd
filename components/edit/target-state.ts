import type { RelationInput } from '@/lib/domain/claim/schema';
import type { DebateView, RelationKind, RelationView } from '@/lib/domain/debate/view';

/** Where a line is to lead: what the person has chosen so far. */
export interface TargetDraft {
  kind: RelationKind;
  /** The claim or motion that it leads to, or whose line it undercuts. */
  claimId: string | null;
  /** For an undercut: the line that it meets. */
  lineId: string | null;
}

/** Something that a line can lead to, as a picker lists it. */
export interface PickOption {
  id: string;
  code: string;
  side: 'a' | 'b' | 'n';
  text: string;
  shortTitle: string | null;
  speaker: string | null;
}

type Debate = Pick<DebateView, 'motion' | 'motions' | 'claims' | 'relations'>;

const motionOptions = ({ motions }: Debate): PickOption[] =>
  motions.map(({ id, code, text, shortTitle }) => ({ id, code, side: 'n', text, shortTitle, speaker: null }));

/** Published lines of a claim that another claim may undercut. */
export const linesToMeet = ({ relations }: Debate, claimId: string): RelationView[] =>
  relations.filter(({ fromClaimId, status }) => fromClaimId === claimId && status === 'published');

/**
 * What a line from this claim may lead to. A claim does not speak to itself, and does not say the same twice.
 * @param moving the line that is led elsewhere, which is no repetition of itself
 */
export function targetOptions(
  debate: Debate,
  fromId: string,
  kind: RelationKind,
  moving: RelationView | null = null,
): PickOption[] {
  const claims = debate.claims.filter(({ id, status }) => id !== fromId && status === 'published');
  if (kind === 'undercuts') return claims.filter(({ id }) => linesToMeet(debate, id).length > 0);
  const taken = new Set(
    debate.relations
      .filter(
        ({ id, fromClaimId, status }) =>
          fromClaimId === fromId && id !== moving?.id && (status === 'published' || status === 'suggested'),
      )
      .map(({ toClaimId }) => toClaimId),
  );
  return [...motionOptions(debate), ...claims].filter(({ id }) => !taken.has(id));
}

/** The draft with another kind or end; what no longer fits is asked again, and an only line is chosen at once. */
export function changeTarget(
  debate: Debate,
  fromId: string,
  draft: TargetDraft,
  change: Partial<TargetDraft>,
  moving: RelationView | null = null,
): TargetDraft {
  const next = { ...draft, ...change };
  const fits = targetOptions(debate, fromId, next.kind, moving).some(({ id }) => id === next.claimId);
  if (!fits) return { ...next, claimId: null, lineId: null };
  const lines = next.kind === 'undercuts' && next.claimId ? linesToMeet(debate, next.claimId) : [];
  const isKept = lines.some(({ id }) => id === next.lineId);
  return { ...next, lineId: isKept ? next.lineId : lines.length === 1 ? (lines[0]?.id ?? null) : null };
}

/** The target as the routes take it; null while something is missing. */
export function targetBody({ kind, claimId, lineId }: TargetDraft): RelationInput | null {
  if (kind === 'undercuts') return lineId === null ? null : { kind, toRelationId: lineId };
  return claimId === null ? null : { kind, toClaimId: claimId };
}

/** The target that a line has now. */
export function targetOf({ relations }: Debate, line: RelationView): TargetDraft {
  const met = relations.find(({ id }) => id === line.toRelationId);
  return { kind: line.kind, claimId: line.toClaimId ?? met?.fromClaimId ?? null, lineId: line.toRelationId };
}
