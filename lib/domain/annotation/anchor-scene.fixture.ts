import { type Dice, joined, newSentence } from './anchor-prose.fixture';
import type { AnchorSelector } from './anchor-types';

/** What the edits of `anchor-cases.fixture.ts` are made with. */

/** Marks around the passage while a text is put together. */
export const OPEN = '\ue000';
export const CLOSE = '\ue001';
export const marked = (words: string): string => OPEN + words + CLOSE;
export const unmarked = (text: string): string => text.replaceAll(OPEN, '').replaceAll(CLOSE, '');

export const markedRange = (text: string): { start: number; end: number } | null => {
  const start = text.indexOf(OPEN);
  return start < 0 ? null : { start, end: text.indexOf(CLOSE) - 1 };
};

export function selectorAt(text: string, start: number, end: number): AnchorSelector {
  return {
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - 32), start),
    suffix: text.slice(end, end + 32),
    start,
    end,
  };
}

/** A text with one passage marked: its paragraphs, and where the passage is among them. */
interface Scene {
  dice: Dice;
  paragraphs: string[][];
  /** Paragraph and sentence of the passage. */
  p: number;
  s: number;
  /** The sentence, without marks. */
  sentence: string;
}

interface Outcome {
  /** The original with the passage marked. */
  before: string;
  /** The edited text with the passage marked, or without marks when it is gone. */
  after: string;
  least?: number;
  isSure?: boolean;
  selector?: (selector: AnchorSelector) => AnchorSelector;
}

export type Edit = (scene: Scene) => Outcome;

const copy = (paragraphs: readonly (readonly string[])[]): string[][] => paragraphs.map((one) => [...one]);

/** The text with the sentence of the passage replaced by `words`. */
export function withSentence({ paragraphs, p, s }: Scene, ...words: string[]): string[][] {
  const made = copy(paragraphs);
  made[p]?.splice(s, 1, ...words);
  return made;
}

export const whole = (scene: Scene): string => joined(withSentence(scene, marked(scene.sentence)));

/** Some words of the sentence, at least `least` of them. */
export function phrase({ sentence, dice }: Scene, least: number, most: number): [string, string, string] {
  const words = sentence.split(' ');
  const count = Math.min(words.length, least + dice.below(most - least + 1));
  const from = dice.below(words.length - count + 1);
  const before = words.slice(0, from).join(' ');
  const after = words.slice(from + count).join(' ');
  const inner = words.slice(from, from + count).join(' ');
  return [before === '' ? '' : `${before} `, inner, after === '' ? '' : ` ${after}`];
}

export const inWhole = (
  scene: Scene,
  edit: (sentence: string) => string,
  rest: Partial<Outcome> = {},
): Outcome => ({
  before: whole(scene),
  after: joined(withSentence(scene, marked(edit(scene.sentence)))),
  least: 0.9,
  ...rest,
});

export const swapWord = (sentence: string, dice: Dice, words: readonly string[]): string => {
  const parts = sentence.split(' ');
  // Neither the first nor the last word: those have categories of their own.
  const at = 1 + dice.below(Math.max(1, parts.length - 2));
  parts[at] = dice.of(words);
  return parts.join(' ');
};

export const OTHER_WORDS = ['perhaps', 'wholly', 'certain', 'rather', 'formerly', 'indeed'];

export function typo(sentence: string, dice: Dice): string {
  const parts = sentence.split(' ');
  const long = parts.flatMap((word, at) => (word.length > 5 && /^\p{L}+$/u.test(word) ? [at] : []));
  const at = long.length > 0 ? dice.of(long) : 0;
  const word = parts[at] ?? '';
  const middle = 1 + dice.below(Math.max(1, word.length - 3));
  parts[at] =
    word.slice(0, middle) + (word[middle + 1] ?? '') + (word[middle] ?? '') + word.slice(middle + 2);
  return parts.join(' ');
}

const turned = (sentence: string): string =>
  sentence
    .replace('допоможе', 'зашкодить')
    .replace('не знайшла', 'знайшла')
    .replace('Ніхто не питав', 'Усі питали')
    .replace('забагато', 'замало')
    .replace(/\bhelp\b/, '\u0000')
    .replace(/\bhurt\b/, 'help')
    .replace('\u0000', 'hurt')
    .replace(/\bonly\b/, 'nearly')
    .replace(/\bkept open\b/, 'closed')
    .replace(/\bnever\b/, 'always')
    .replace(/\brefused\b/, 'heard')
    .replace(/\bfell\b/, 'rose')
    .replace(/\bnot asked\b/, 'asked')
    .replace(/^(The|No one|Two|Older|A|Of|It|“The)\b/, (word) =>
      word === 'No one' ? 'Everyone' : 'Some of the',
    )
    .replace(/\d+/, (figure) => String(Number(figure) + 7));

/** A sentence like another but for one or two words that matter. */
export function lookalike(sentence: string): string {
  const made = turned(sentence);
  if (made !== sentence) return made;
  const [longest = ''] = sentence.match(/\p{L}{5,}/gu)?.sort((a, b) => b.length - a.length) ?? [];
  return longest === '' ? `Nearly ${sentence}` : sentence.replace(longest, 'granite');
}

export const isCyrillic = (text: string): boolean => /\p{Script=Cyrillic}/u.test(text);

export const inserted = ({ dice, paragraphs }: Scene): string => newSentence(dice, paragraphs);

export const lines = (text: string, width: number): string => {
  let at = 0;
  return text.replace(/[ \n]+/g, (space) => {
    at += 1;
    return /\n/.test(space) ? '\n\n' : at % width === 0 ? '\n   ' : space;
  });
};
