import type { CodePointIndex } from '../../text/code-points';
import { anchorAll } from '../anchor';
import type { Anchor, AnchorSelector } from '../anchor-types';
import type { NoteTarget } from './notes';

/** Where a passage of a file stands in a text of ours. Offsets are UTF-16 code units. */
export interface FoundPassage {
  how: Exclude<Anchor['status'], 'orphan'>;
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

/** The selector with offsets of ours; one that says no words counts by its offsets only in the text they were made from. */
function selectorOf(
  { text, codePoints, original, isNamed }: SearchedText,
  target: PassageTarget,
): AnchorSelector {
  const offset = (count: number | null) => (count === null ? null : codePoints.offsetAt(count));
  const [start, end] = [offset(target.start), offset(target.end)];
  const place = start === null || end === null || start >= end ? null : { start, end };
  const { exact, prefix, suffix } = target;
  if (exact !== '') return { exact, prefix, suffix, ...place };
  const words = isNamed && place ? (original ?? text).slice(place.start, place.end) : '';
  return { exact: words.trim() === '' ? '' : words, ...place };
}

/** Finds passages in one text, in the order in which they are given; null for one that is not there for sure. */
export function findPassages(
  searched: SearchedText,
  targets: readonly PassageTarget[],
): (FoundPassage | null)[] {
  const selectors = targets.map((target) => selectorOf(searched, target));
  return anchorAll(searched.text, selectors, searched.original ?? undefined).map((found) =>
    found.status === 'orphan' ? null : { how: found.status, start: found.start, end: found.end },
  );
}
