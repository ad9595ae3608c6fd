import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchor, anchorAll } from './anchor';
import { Dice, joined, newSentence, prose } from './anchor-prose.fixture';
import { selectorAt } from './anchor-scene.fixture';

// Texts of words that are all different, so that the test itself can follow each of them through its edits.

const SCRIPTS = ['abcdefgh', 'абвгдежз', 'αβγδεζηθ', '𝒶𝒷𝒸𝒹ℯ𝒻𝑔𝒽', '0123456789'];

/** The n-th word: eight letters and more, of several scripts, some with an emoji or an accent. */
function word(n: number): string {
  const letters = [...(SCRIPTS[n % 4] ?? '')];
  let made = '';
  for (let rest = n + 4097; made.length < 8 || rest > 0; rest = Math.floor(rest / 8))
    made += letters[rest % 8];
  return `${made}${n % 11 === 0 ? '👩‍🚒' : ''}${n % 13 === 0 ? 'e\u0301' : ''}`;
}

type Paragraphs = number[][][];

/** Paragraphs of sentences of word numbers. */
const paragraphs = fc
  .array(fc.array(fc.integer({ min: 4, max: 14 }), { minLength: 1, maxLength: 4 }), {
    minLength: 2,
    maxLength: 6,
  })
  .map((shape): Paragraphs => {
    let next = 0;
    return shape.map((sentences) =>
      sentences.map((count) =>
        Array.from({ length: count }, () => {
          next += 1;
          return next;
        }),
      ),
    );
  });

const written = (text: Paragraphs): string =>
  text
    .map((sentences) =>
      sentences.flatMap((words) => (words.length > 0 ? [`${words.map(word).join(' ')}.`] : [])).join(' '),
    )
    .filter((one) => one !== '')
    .join('\n\n');

interface Quote {
  /** First and last word number. */
  first: number;
  last: number;
}

/** Some words of one paragraph. */
const quoteIn = (text: Paragraphs) =>
  fc.tuple(fc.nat(), fc.nat(), fc.integer({ min: 3, max: 20 })).map(([p, from, count]): Quote => {
    const words = (text[p % text.length] ?? []).flat();
    const first = from % words.length;
    return {
      first: words[first] ?? 1,
      last: words[Math.min(words.length - 1, first + count)] ?? 1,
    };
  });

const rangeOf = (text: string, { first, last }: Quote): { start: number; end: number } => ({
  start: text.indexOf(word(first)),
  end: text.indexOf(word(last)) + word(last).length,
});

type Edit =
  | { kind: 'insert' | 'delete' | 'replace'; at: number; count: number }
  | { kind: 'move' | 'add' | 'remove'; at: number; to: number };

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('insert' as const, 'delete' as const, 'replace' as const),
    at: fc.nat(),
    count: fc.integer({ min: 1, max: 4 }),
  }),
  fc.record({
    kind: fc.constantFrom('move' as const, 'add' as const, 'remove' as const),
    at: fc.nat(),
    to: fc.nat(),
  }),
);

/** Applies an edit to the words; words that it brings have numbers of their own, from `fresh`. */
function apply(text: Paragraphs, one: Edit, fresh: number): Paragraphs {
  const made = text.map((sentences) => sentences.map((words) => [...words]));
  const news = (count: number) => Array.from({ length: count }, (_, at) => fresh + at);
  if ('count' in one) {
    const sentences = made.flat();
    const sentence = sentences[one.at % Math.max(1, sentences.length)];
    const at = sentence && sentence.length > 0 ? one.at % sentence.length : 0;
    const added = one.kind === 'delete' ? [] : news(one.count);
    sentence?.splice(at, one.kind === 'insert' ? 0 : one.count, ...added);
  } else if (one.kind === 'add') made.splice(one.at % (made.length + 1), 0, [news(9)]);
  else {
    const [gone = []] = made.splice(one.at % Math.max(1, made.length), 1);
    if (one.kind === 'move') made.splice(one.to % (made.length + 1), 0, gone);
  }
  return made;
}

/** Words of the text that are left in sentences of which half is left: a single word of a sentence is not the sentence. */
function survivors(text: Paragraphs, now: Paragraphs): number[] {
  return now.flat().flatMap((words) => {
    const left = words.filter((number) => number < 10_000);
    const before = text.flat().find((sentence) => sentence.includes(left[0] ?? -1)) ?? [];
    return left.length * 2 >= Math.max(words.length, before.length) ? left : [];
  });
}

const scene = paragraphs.chain((text) =>
  fc.record({
    text: fc.constant(text),
    quote: quoteIn(text),
    edits: fc.array(edit, { minLength: 1, maxLength: 5 }),
  }),
);

const isWhole = (text: string, at: number): boolean =>
  !(/[\udc00-\udfff]/.test(text[at] ?? '') && /[\ud800-\udbff]/.test(text[at - 1] ?? ''));

describe('anchoring, whatever the edits', () => {
  test('the range holds every word of the quote that is left, or the quote is an orphan', () => {
    let found = 0;
    fc.assert(
      fc.property(scene, ({ text, quote, edits }) => {
        const original = written(text);
        const now = edits.reduce((made, one, index) => apply(made, one, 10_000 * (index + 1)), text);
        const edited = written(now);
        const { start, end } = rangeOf(original, quote);
        const answer = anchor(edited, selectorAt(original, start, end), original);
        if (answer.start === null) return;
        found += 1;
        const held = edited.slice(answer.start, answer.end);
        const isQuoted = (number: number): boolean => number >= quote.first && number <= quote.last;
        const isHeld = (number: number): boolean => held.includes(word(number));
        expect(survivors(text, now).filter((number) => isQuoted(number) && !isHeld(number))).toEqual([]);
        // Nor does it hold words of the original that were not in the quote.
        expect(text.flat(2).filter((number) => !isQuoted(number) && isHeld(number))).toEqual([]);
      }),
      { numRuns: 250, seed: 4 },
    );
    expect(found).toBeGreaterThan(120);
  }, 30_000);

  test('a quote of which no word is left is an orphan', () => {
    fc.assert(
      fc.property(scene, fc.boolean(), ({ text, quote }, hasOriginal) => {
        const original = written(text);
        const { start, end } = rangeOf(original, quote);
        const kept = text.map((sentences) =>
          sentences.map((words) => words.filter((number) => number < quote.first || number > quote.last)),
        );
        const selector = selectorAt(original, start, end);
        expect(anchor(written(kept), selector, hasOriginal ? original : undefined).status).toBe('orphan');
      }),
      { numRuns: 150, seed: 4 },
    );
  }, 30_000);

  test('text put in elsewhere shifts the quote and changes no letter of it', () => {
    fc.assert(
      fc.property(scene, fc.nat(), fc.boolean(), ({ text, quote }, at, hasOriginal) => {
        const original = written(text);
        const { start, end } = rangeOf(original, quote);
        const made = [...text];
        made.splice(at % (made.length + 1), 0, [[20_001, 20_002, 20_003, 20_004, 20_005]]);
        const edited = written(made);
        const answer = anchor(edited, selectorAt(original, start, end), hasOriginal ? original : undefined);
        expect(edited.slice(answer.start ?? 0, answer.end ?? 0)).toBe(original.slice(start, end));
        expect(answer.status).toBe(answer.start === start ? 'same' : 'shifted');
      }),
      { numRuns: 150, seed: 4 },
    );
  }, 30_000);
});

describe('anchoring, whatever the text', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 120 }),
    fc.string({ unit: 'grapheme', maxLength: 120 }),
    fc
      .array(fc.constantFrom('a', 'aa', ' ', '. ', '\n\n', '😀', 'e\u0301', '\u00ad', '*', '“', 'no '), {
        maxLength: 60,
      })
      .map((parts) => parts.join('')),
  );
  const selection = fc.tuple(anyText, fc.nat(), fc.nat()).map(([text, a, b]) => {
    const borders = Array.from({ length: text.length + 1 }, (_, at) => at).filter((at) => isWhole(text, at));
    const [one, other] = [borders[a % borders.length] ?? 0, borders[b % borders.length] ?? 0];
    return { text, start: Math.min(one, other), end: Math.max(one, other) };
  });

  test('a text that did not change has every quote where it was', () => {
    fc.assert(
      fc.property(selection, fc.boolean(), ({ text, start, end }, hasOriginal) => {
        fc.pre(start < end);
        const answer = anchor(text, selectorAt(text, start, end), hasOriginal ? text : undefined);
        expect(answer).toMatchObject({ status: 'same', start, end, confidence: 1 });
      }),
      { numRuns: 500, seed: 4 },
    );
  }, 30_000);

  test('a range lies in the text, on the borders of characters, and every call gives the same', () => {
    fc.assert(
      fc.property(selection, anyText, fc.boolean(), ({ text, start, end }, edited, hasOriginal) => {
        const selector = selectorAt(text, start, end);
        const original = hasOriginal ? text : undefined;
        const answer = anchor(edited, selector, original);
        expect(anchorAll(edited, [selector, selector], original)).toEqual([answer, answer]);
        if (answer.start === null) return;
        expect(answer.start).toBeGreaterThanOrEqual(0);
        expect(answer.end).toBeGreaterThan(answer.start);
        expect(answer.end).toBeLessThanOrEqual(edited.length);
        expect([isWhole(edited, answer.start), isWhole(edited, answer.end)]).toEqual([true, true]);
        expect(answer.confidence).toBeGreaterThan(0);
        expect(answer.confidence).toBeLessThanOrEqual(1);
      }),
      { numRuns: 800, seed: 4 },
    );
  }, 30_000);
});

test('a deleted sentence is an orphan, though others say nearly the same', () => {
  for (let number = 0; number < 80; number += 1) {
    const dice = new Dice(number);
    const text = prose(dice);
    text.push([newSentence(dice, text), newSentence(dice, text), newSentence(dice, text)]);
    const p = dice.below(text.length);
    const sentence = dice.of(text[p] ?? []);
    const original = joined(text);
    const start = original.indexOf(sentence);
    const kept = joined(text.map((one) => one.filter((other) => other !== sentence)));
    const selector = selectorAt(original, start, start + sentence.length);
    expect(anchor(kept, selector, original), sentence).toMatchObject({ status: 'orphan', start: null });
  }
});
