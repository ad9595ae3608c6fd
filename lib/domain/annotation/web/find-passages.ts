import type { CodePointIndex } from '../../text/code-points';
import type { NoteTarget } from './notes';

/** Where a passage of a file stands in a text of ours. Offsets are UTF-16 code units. */
export interface FoundPassage {
  how: 'same' | 'shifted' | 'moved' | 'changed';
  start: number;
  end: number;
}

export type PassageTarget = Extract<NoteTarget, { type: 'passage' }>;

/** A text of ours to look in. */
export interface SearchedText {
  text: string;
  /** What offsets of the file count in: the text itself, or the version of it that the file names. */
  codePoints: CodePointIndex;
  /** The version that the file names, when that is an older one. */
  original: string | null;
  /** The file names the text as one of ours: then its offsets are about these very words. */
  isNamed: boolean;
}

function locate(
  { text, codePoints, original, isNamed }: SearchedText,
  target: PassageTarget,
): FoundPassage | null {
  const start = target.start === null ? null : codePoints.offsetAt(target.start);
  const end = target.end === null ? null : codePoints.offsetAt(target.end);
  const { exact, prefix, suffix } = target;
  if (exact === '') {
    // Offsets alone cannot be checked: they count only in the very text that they were made from.
    const isSure = isNamed && original === null && start !== null && end !== null && start < end;
    return isSure && text.slice(start, end).trim() !== '' ? { how: 'same', start, end } : null;
  }
  if (start !== null && text.startsWith(exact, start))
    return { how: 'same', start, end: start + exact.length };
  const whole = prefix + exact + suffix;
  const at = text.indexOf(whole);
  if (at < 0 || text.indexOf(whole, at + 1) >= 0) return null;
  const from = at + prefix.length;
  return { how: 'shifted', start: from, end: from + exact.length };
}

/** Finds passages in one text, in the order in which they are given; null for one that is not there for sure. */
export const findPassages = (
  searched: SearchedText,
  targets: readonly PassageTarget[],
): (FoundPassage | null)[] => targets.map((target) => locate(searched, target));
