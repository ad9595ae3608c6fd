import { diffArrays } from 'diff';

/** A stretch of text that both versions have, or only one of them. */
export interface DiffPart {
  type: 'same' | 'added' | 'removed';
  text: string;
}

/** A word of any script with its apostrophes and hyphens, a stretch of space, or a single other character. */
const TOKENS = /[\p{L}\p{M}\p{N}]+(?:[-'’ʼ‑][\p{L}\p{M}\p{N}]+)*|\s+|[^\p{L}\p{M}\p{N}\s]/gu;

const tokensOf = (text: string): string[] => text.match(TOKENS) ?? [];

/** Space between two changes belongs to them: a rewritten phrase reads as one change, not as one a word. */
function withoutIslands(parts: readonly DiffPart[]): DiffPart[] {
  const joined: DiffPart[] = [];
  let removed = '';
  let added = '';
  const flush = (): void => {
    if (removed !== '') joined.push({ type: 'removed', text: removed });
    if (added !== '') joined.push({ type: 'added', text: added });
    removed = '';
    added = '';
  };
  for (const [index, { type, text }] of parts.entries()) {
    const isIsland =
      type === 'same' &&
      text.trim() === '' &&
      index > 0 &&
      index < parts.length - 1 &&
      removed !== '' &&
      added !== '';
    if (type === 'removed') removed += text;
    else if (type === 'added') added += text;
    else if (isIsland) {
      removed += text;
      added += text;
    } else {
      flush();
      joined.push({ type, text });
    }
  }
  flush();
  return joined;
}

/**
 * What became of a text, word by word: what was removed stands before what took its place. The parts that are not added
 * make up `before`, those that are not removed make up `after`.
 */
export function wordDiff(before: string, after: string): DiffPart[] {
  const parts = diffArrays(tokensOf(before), tokensOf(after)).map(
    ({ added, removed, value }): DiffPart => ({
      type: added ? 'added' : removed ? 'removed' : 'same',
      text: value.join(''),
    }),
  );
  return withoutIslands(parts);
}
