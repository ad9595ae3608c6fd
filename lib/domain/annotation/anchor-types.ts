/** What anchoring takes and gives. Offsets are UTF-16 code units, `end` exclusive. */

/** A W3C text quote with its text position, both taken from the text that was annotated. */
export interface AnchorSelector {
  exact: string;
  /** What stood right before, usually 32 units; empty at the start of the text, absent when nobody kept it. */
  prefix?: string | undefined;
  /** What stood right behind. */
  suffix?: string | undefined;
  /** Where the quote began; a hint that may be wrong. */
  start?: number | undefined;
  end?: number | undefined;
}

/**
 * - `same`: the same words at the same place
 * - `shifted`: the same words; text before them grew or shrank
 * - `moved`: the same words, carried to another place in the text
 * - `changed`: what stands there now differs from the quote, be it by a mark or by a half of its words
 * - `orphan`: the passage is gone, or cannot be told from others like it
 */
export type AnchorStatus = 'same' | 'shifted' | 'moved' | 'changed' | 'orphan';

export type Anchor =
  | { status: Exclude<AnchorStatus, 'orphan'>; start: number; end: number; confidence: number }
  | { status: 'orphan'; start: null; end: null; confidence: 0 };

export const ORPHAN: Anchor = { status: 'orphan', start: null, end: null, confidence: 0 };
