import { codePointIndex } from '../../text/code-points';
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
  /** The version that the file names, when that is an older one: offsets of the file count in it. */
  original: string | null;
}

/** A passage to look for. */
export interface SoughtPassage {
  target: PassageTarget;
  /** The file names the text as one of ours: then its offsets are about these very words. */
  isNamed: boolean;
}

/** Finds passages in one text, in the order in which they are given; null for one that is not there for sure. */
export function findPassages(
  { text, original }: SearchedText,
  sought: readonly SoughtPassage[],
): (FoundPassage | null)[] {
  const counted = original ?? text;
  const { offsetAt } = codePointIndex(counted);
  /** The selector with offsets of ours; one that says no words counts by its offsets only in the text they were made from. */
  const selectorOf = ({ target, isNamed }: SoughtPassage): AnchorSelector => {
    const { exact, prefix, suffix } = target;
    const [start, end] = [target.start, target.end].map((count) => (count === null ? null : offsetAt(count)));
    const place =
      typeof start !== 'number' || typeof end !== 'number' || start >= end ? null : { start, end };
    if (exact !== '') return { exact, prefix, suffix, ...place };
    const words = isNamed && place ? counted.slice(place.start, place.end) : '';
    return { exact: words.trim() === '' ? '' : words, ...place };
  };
  return anchorAll(text, sought.map(selectorOf), original ?? undefined).map((found) =>
    found.status === 'orphan' ? null : { how: found.status, start: found.start, end: found.end },
  );
}
