import { EDITS } from './anchor-cases.fixture';
import { Dice, prose } from './anchor-prose.fixture';
import { markedRange, selectorAt, unmarked } from './anchor-scene.fixture';
import type { AnchorSelector } from './anchor-types';

export interface AnchorCase {
  category: string;
  original: string;
  edited: string;
  selector: AnchorSelector;
  /** Null: the passage is gone. */
  expected: { start: number; end: number } | null;
  /** Overlap with the expected range, as share of both together, that counts as found. */
  least: number;
  /** Whether someone who has the edited text alone could know; otherwise an orphan is right too. */
  isSure: boolean;
}

/** Cases of one category; the same number always makes the same case. */
export function anchorCase(category: string, number: number, language: 'en' | 'uk' = 'en'): AnchorCase {
  const edit = EDITS[category];
  if (!edit) throw new Error(`There is no category ${category}.`);
  const dice = new Dice(number * 7919 + category.length * 104_729);
  const paragraphs = prose(dice, language);
  const p = dice.below(paragraphs.length);
  const s = dice.below(paragraphs[p]?.length ?? 0);
  const sentence = paragraphs[p]?.[s] ?? '';
  const made = edit({ dice, paragraphs, p, s, sentence });
  const range = markedRange(made.before);
  if (!range) throw new Error(`${category}: nothing is marked.`);
  const original = unmarked(made.before);
  const selector = selectorAt(original, range.start, range.end);
  return {
    category,
    original,
    edited: unmarked(made.after),
    selector: made.selector ? made.selector(selector) : selector,
    expected: markedRange(made.after),
    least: made.least ?? 0.9,
    isSure: made.isSure ?? true,
  };
}
