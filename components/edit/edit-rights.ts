import { mergeLines } from '@/lib/domain/claim/merge';
import type { ClaimView, DebateView, RelationView } from '@/lib/domain/debate/view';

/** What the reader may do to what stands on the map. The server decides; these only keep dead ends off the page. */

type Debate = Pick<DebateView, 'claims' | 'relations' | 'isOpen' | 'viewer'>;

/** Neither closed nor waiting for somebody else to open it. */
export const isStanding = ({ status }: Pick<RelationView, 'status'>): boolean =>
  status === 'published' || status === 'suggested';

/** To give a claim as a reason elsewhere, as everybody may who takes part. */
export const mayRelate = ({ isOpen, viewer }: Debate, claim: ClaimView): boolean =>
  isOpen && viewer !== null && viewer.role !== 'observer' && claim.status === 'published';

const isChangeable = (relation: RelationView): boolean => relation.canEdit && isStanding(relation);

/** Lines of a claim that the reader may lead elsewhere. */
export const movableLines = ({ isOpen, relations }: Debate, claim: ClaimView): RelationView[] =>
  isOpen ? relations.filter((relation) => relation.fromClaimId === claim.id && isChangeable(relation)) : [];

/** Lines that can be one reason together with this one: of its kind, to its target, and not linked with it yet. */
export function linkChoices({ isOpen, relations }: Debate, line: RelationView): RelationView[] {
  if (!isOpen || line.kind === 'undercuts' || !isChangeable(line)) return [];
  return relations.filter(
    (other) =>
      other.id !== line.id &&
      other.kind === line.kind &&
      other.toClaimId === line.toClaimId &&
      (other.group === null || other.group !== line.group) &&
      isChangeable(other),
  );
}

/** Lines of a claim that there is something to link with. */
export const linkableLines = (debate: Debate, claim: ClaimView): RelationView[] =>
  movableLines(debate, claim).filter((line) => linkChoices(debate, line).length > 0);

/** To merge a claim into another one, or to split it. */
export const mayReshape = ({ isOpen }: Debate, claim: ClaimView): boolean =>
  isOpen && claim.canReview && (claim.status === 'published' || claim.status === 'suggested');

/** Lines that merging a claim into another one closes, because one that stays says the opposite. */
export function opposedLines(
  { relations }: Pick<Debate, 'relations'>,
  claim: ClaimView,
  into: ClaimView,
): RelationView[] {
  const standing = relations.filter(isStanding);
  // The page knows no rooms of lines, so it may name one that a class drew for itself.
  const lines = standing.map((line) => ({ ...line, roomId: '', groupId: line.group }));
  const closed = new Map(mergeLines(lines, claim.id, into.id).map(({ id, closing }) => [id, closing]));
  return standing.filter(({ id }) => closed.get(id) === 'opposed');
}

/** The other lines that are one reason together with this one. */
export const linkedWith = ({ relations }: Pick<Debate, 'relations'>, line: RelationView): RelationView[] =>
  line.group === null
    ? []
    : relations.filter((other) => other.group === line.group && other.id !== line.id && isStanding(other));

/**
 * Whether a line is decided on alone: the claim that it comes from stands. Otherwise it is published, declined and
 * restored with its claim.
 */
export const isOnItsOwn = ({ claims }: Pick<Debate, 'claims'>, line: RelationView): boolean =>
  claims.find(({ id }) => id === line.fromClaimId)?.status === 'published';
