import type { Anchor, AnchorStatus } from '../annotation/anchor-types';
import type { Quote } from '../annotation/quote';
import type { AnchorDecision } from './view';

/** A stretch of a version with its words, as a citation or note has it. */
export interface Place extends Quote {
  versionId: string;
  start: number;
  end: number;
}

/** What the version before said of the same citation or note. */
export interface EarlierResolution {
  status: AnchorStatus;
  decision: AnchorDecision | null;
  decidedAt: Date | null;
  decidedById: string | null;
  /** Where it stood before that version: the last place that a person chose or that needed nobody's look. */
  from: Place;
}

export interface NextResolution {
  status: AnchorStatus;
  /** Null for an orphan. */
  range: { start: number; end: number } | null;
  confidence: number;
  /** What the new place is compared with in the review. */
  from: Place;
  decision: 'lost' | null;
  decidedAt: Date | null;
  decidedById: string | null;
}

export const WAITING: readonly AnchorStatus[] = ['moved', 'changed', 'orphan'];

/** Somebody should look at it. */
export const isWaiting = ({ status, decision }: Pick<EarlierResolution, 'status' | 'decision'>): boolean =>
  decision === null && WAITING.includes(status);

/**
 * What a new version says of a citation or note, given what the version before it said.
 *
 * What nobody has looked at yet stays to be looked at, against the place that was last sure: two small changes are shown as
 * one, and a place that was never confirmed is not taken for the truth when it goes. What a person called lost comes back
 * only with its very words; that it is still lost is not asked again.
 * @param place where it stands now
 * @param found where it is in the new text, seen from `place`
 */
export function nextResolution(
  place: Place,
  earlier: EarlierResolution | null,
  found: Anchor,
): NextResolution {
  const undecided = { decision: null, decidedAt: null, decidedById: null } as const;
  const range = found.status === 'orphan' ? null : { start: found.start, end: found.end };
  const plain = { status: found.status, range, confidence: found.confidence, from: place, ...undecided };
  if (earlier?.decision === 'lost' && (found.status === 'orphan' || found.status === 'changed')) {
    const { decidedAt, decidedById } = earlier;
    return {
      status: 'orphan',
      range: null,
      confidence: 0,
      from: place,
      decision: 'lost',
      decidedAt,
      decidedById,
    };
  }
  if (earlier && isWaiting(earlier) && earlier.status !== 'orphan') {
    const { from } = earlier;
    if (found.status === 'orphan') return { ...plain, from };
    const isChanged = found.status === 'changed' || earlier.status === 'changed';
    return { ...plain, from, status: isChanged ? 'changed' : 'moved' };
  }
  return plain;
}
