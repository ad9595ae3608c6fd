import type { QuestionKey, SchemeKey } from '@/lib/domain/argument/schemes';
import type { AddClaim, CitationInput, RelationInput } from '@/lib/domain/claim/schema';
import type { ClaimView, DebateView, EvidenceStatus, RelationView, SideRole } from '@/lib/domain/debate/view';
import { LIMITS } from '@/lib/domain/text/limits';
import { graphemeLength } from '@/lib/domain/text/plain-text';

/** A passage with the name of its paragraph, for showing. */
export interface ChosenCitation extends CitationInput {
  label: string;
}

export type ClaimIntent = 'support' | 'object' | 'undercut';

/** What the form for a new claim holds. */
export interface ClaimDraft {
  text: string;
  side: SideRole;
  evidence: EvidenceStatus;
  speaker: string;
  citation: ChosenCitation | null;
  intent: ClaimIntent;
  /** Id of the claim or motion that it answers. */
  targetId: string;
  /** For an undercut: the line that it meets. */
  lineId: string | null;
  /** For a reason: what kind of reason it is. Drafts of earlier days do not say. */
  scheme?: SchemeKey | null;
  /** For an undercut: the question, to the kind of reason that it meets, which it answers. */
  questionKey?: QuestionKey | null;
}

const OTHER_SIDE: Record<SideRole, SideRole> = { a: 'b', b: 'a', n: 'n' };

/** The motion stands with the side that speaks for it. */
const sideOfTarget = (debate: DebateView, targetId: string): SideRole =>
  debate.claims.find(({ id }) => id === targetId)?.side ??
  debate.sides.find(({ speaks }) => speaks === 'for')?.role ??
  'n';

export function usualSide(debate: DebateView, targetId: string, intent: ClaimIntent): SideRole {
  const side = sideOfTarget(debate, targetId);
  return intent === 'support' ? side : OTHER_SIDE[side];
}

/** Lines that an undercut may meet: those that leave the claim and are on the map. */
export const linesToUndercut = (debate: DebateView, claimId: string): RelationView[] =>
  debate.relations.filter(({ fromClaimId, status }) => fromClaimId === claimId && status === 'published');

export function emptyClaimDraft(
  debate: DebateView,
  target: ClaimView | null | 'choose',
  intent: ClaimIntent,
  {
    lineId,
    citation,
    questionKey,
  }: {
    lineId?: string | undefined;
    citation?: ChosenCitation | undefined;
    questionKey?: QuestionKey | undefined;
  },
): ClaimDraft {
  const targetId = target === 'choose' || target === null ? debate.motion.id : target.id;
  return {
    text: '',
    side: usualSide(debate, targetId, intent),
    evidence: citation ? 'reported' : 'beyond',
    speaker: '',
    citation: citation ?? null,
    intent,
    targetId,
    lineId: lineId ?? linesToUndercut(debate, targetId)[0]?.id ?? null,
    scheme: null,
    questionKey: questionKey ?? null,
  };
}

/**
 * A claim that was turned down, as the beginning of a new one at the same place; null when what it answered is not there
 * any more.
 */
export function draftFromDeclined(debate: DebateView, claim: ClaimView): ClaimDraft | null {
  const relation = debate.relations.find(({ fromClaimId }) => fromClaimId === claim.id);
  if (!relation) return null;
  const line = debate.relations.find(({ id }) => id === relation.toRelationId);
  const targetId = relation.toClaimId ?? line?.fromClaimId;
  const isThere =
    targetId === debate.motion.id ||
    debate.claims.some(({ id, status }) => id === targetId && status === 'published');
  if (targetId === undefined || !isThere || (line && line.status !== 'published')) return null;
  const [cited] = claim.citations;
  return {
    text: claim.text,
    side: claim.side,
    evidence: claim.evidence,
    speaker: claim.speaker ?? '',
    citation: cited
      ? {
          sourceVersionId: cited.sourceVersionId,
          start: cited.start,
          end: cited.end,
          exact: cited.exact,
          label: cited.passageLabel,
        }
      : null,
    intent: INTENTS[relation.kind],
    targetId,
    lineId: line?.id ?? linesToUndercut(debate, targetId)[0]?.id ?? null,
    scheme: relation.scheme,
    questionKey: relation.questionKey,
  };
}

const INTENTS = { supports: 'support', attacks: 'object', undercuts: 'undercut' } as const;

export type ClaimTextProblem = { type: 'empty' } | { type: 'too-long'; count: number };

/** What makes a text unfit to be sent; null when nothing does. */
export function claimTextProblem(text: string): ClaimTextProblem | null {
  const length = graphemeLength(text.trim());
  if (length === 0) return { type: 'empty' };
  return length > LIMITS.claimText ? { type: 'too-long', count: length - LIMITS.claimText } : null;
}

/** Shorter texts are like everything. */
const LEAST_TO_COMPARE = 12;

/** Whether a text that is being written can be asked about: is there a claim that says the same? */
export const isComparable = (text: string): boolean =>
  text.trim().length >= LEAST_TO_COMPARE && [...text.trim()].length <= LIMITS.claimText;

/** Only quoted and reported words have somebody who said them. */
export const hasSpeaker = (evidence: EvidenceStatus): boolean =>
  evidence === 'quoted' || evidence === 'reported';

const KINDS = { support: 'supports', object: 'attacks' } as const;

/** The kind of reason that a line is said to be. */
export const schemeOfLine = (debate: DebateView, lineId: string | null): SchemeKey | null =>
  debate.relations.find(({ id }) => id === lineId)?.scheme ?? null;

function relationOf(draft: ClaimDraft): RelationInput | null {
  const { intent, targetId, lineId, scheme = null, questionKey = null } = draft;
  if (intent !== 'undercut') {
    return { kind: KINDS[intent], toClaimId: targetId, ...(scheme === null ? {} : { scheme }) };
  }
  if (lineId === null) return null;
  return { kind: 'undercuts', toRelationId: lineId, ...(questionKey === null ? {} : { questionKey }) };
}

/** The body to send; null while an undercut has no line. */
export function addClaimOf(draft: ClaimDraft): AddClaim | null {
  const relation = relationOf(draft);
  if (relation === null) return null;
  const { text, side, evidence, citation } = draft;
  const speaker = hasSpeaker(evidence) ? draft.speaker.trim() : '';
  // The label is for people; the server takes no field it does not know.
  const citations = citation
    ? [
        {
          sourceVersionId: citation.sourceVersionId,
          start: citation.start,
          end: citation.end,
          exact: citation.exact,
        },
      ]
    : [];
  return {
    text: text.trim().replace(/\s+/gu, ' '),
    side,
    evidence,
    speaker: speaker === '' ? null : speaker,
    citations,
    relation,
  };
}
