/**
 * A text and its digest, paragraph by paragraph: which paragraph says what which other one says, in other words.
 */

export interface PassageMatch {
  /** Key of the paragraph that this one corresponds to, or null. */
  key: string | null;
  /** 0 to 1; 0 without a counterpart. */
  similarity: number;
}
