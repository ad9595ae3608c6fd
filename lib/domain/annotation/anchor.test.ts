import { describe, expect, test } from 'vitest';
import { anchor, anchorAll } from './anchor';
import { type AnchorCase, anchorCase } from './anchor-case.fixture';
import { EDITS } from './anchor-cases.fixture';
import { selectorAt } from './anchor-scene.fixture';
import type { Anchor } from './anchor-types';

const overlap = (one: { start: number; end: number }, other: { start: number; end: number }): number => {
  const common = Math.min(one.end, other.end) - Math.max(one.start, other.start);
  return Math.max(0, common) / (Math.max(one.end, other.end) - Math.min(one.start, other.start));
};

type Grade = 'right' | 'lost' | 'inexact' | 'wrong place' | 'false';

function gradeOf({ expected, least }: AnchorCase, answer: Anchor): Grade {
  if (!expected) return answer.start === null ? 'right' : 'false';
  if (answer.start === null) return 'lost';
  const share = overlap(expected, answer);
  return share >= least - 1e-9 ? 'right' : share >= 0.3 ? 'inexact' : 'wrong place';
}

const NUMBERS = 10;

/** Grades of a category, of cases in both languages. */
function gradesOf(category: string, hasOriginal: boolean): Record<Grade, number> {
  const grades: Record<Grade, number> = { right: 0, lost: 0, inexact: 0, 'wrong place': 0, false: 0 };
  for (const language of ['en', 'uk'] as const) {
    for (let number = 0; number < NUMBERS; number += 1) {
      const one = anchorCase(category, number, language);
      const { edited, selector, original } = one;
      grades[gradeOf(one, anchor(edited, selector, hasOriginal ? original : undefined))] += 1;
    }
  }
  return grades;
}

/** Cases whose outcome is not certain, and how many of them may be given up. */
const MAY_BE_LOST: Record<string, number> = { 'moved and mended': 5 };

describe('a passage followed from the text that it was taken from', () => {
  test.each(Object.keys(EDITS))('%s', (category) => {
    const { right, lost, ...wrong } = gradesOf(category, true);
    expect(wrong).toEqual({ inexact: 0, 'wrong place': 0, false: 0 });
    expect(lost).toBeLessThanOrEqual(MAY_BE_LOST[category] ?? 0);
    expect(right + lost).toBe(2 * NUMBERS);
  });
});

describe('a passage looked for with its context alone', () => {
  const all = Object.keys(EDITS).map((category) => gradesOf(category, false));
  const sum = (grade: Grade): number => all.reduce((total, grades) => total + grades[grade], 0);
  const count = all.length * 2 * NUMBERS;

  test('is found or given up in nearly every case', () => {
    expect(sum('right') / count).toBeGreaterThan(0.93);
  });

  test('is rarely attached to a place that only looks like it, in texts made of few words', () => {
    expect((sum('false') + sum('wrong place')) / count).toBeLessThan(0.02);
  });
});

describe('the status', () => {
  const text =
    'Nobody asked the ferrymen. The bridge was opened in May. It has been full ever since. So they left.';
  const quote = selectorAt(text, 27, 56);
  test.each([
    ['same', text],
    ['shifted', `A note. ${text}`],
    [
      'moved',
      'Nobody asked the ferrymen. It has been full ever since. So they left. The bridge was opened in May.',
    ],
    ['changed', text.replace('in May', 'in June')],
    ['orphan', 'Nobody asked the ferrymen. It has been full ever since. So they left.'],
  ])('is %s', (status, edited) => {
    expect(anchor(edited, quote, text)).toMatchObject({ status });
  });

  test('is changed when only the white space is another, and confidence says that nothing else is', () => {
    const answer = anchor(text.replace('bridge was', 'bridge\n  was'), quote, text);
    expect(answer).toMatchObject({ status: 'changed', confidence: 0.99 });
  });
});

describe('a short sentence that stands once in both texts', () => {
  const around = (words: string): string =>
    `A town argued about its library. ${words} The mayor listened to everyone. The budget was tight.\n\n- The quay is long.\n- The pier has 25 berths.\n\nThe second meeting was shorter.`;
  const deleted = around('').replace('  ', ' ');
  const SHORT = ['They won.', 'The roof leaked.', 'Nobody was hurt.', 'Costs rose by 12 %.', 'Його почули.'];

  test.each(SHORT)('is found where it was carried: %s', (words) => {
    const text = around(words);
    const start = text.indexOf(words);
    const edited = `${deleted} ${words}`;
    expect(anchor(edited, selectorAt(text, start, start + words.length), text)).toMatchObject({
      status: 'moved',
      start: edited.length - words.length,
    });
    const part = selectorAt(text, start, start + words.indexOf(' '));
    expect(anchor(edited, part, text)).toMatchObject({
      status: 'moved',
      start: edited.length - words.length,
    });
  });

  test.each(SHORT)('is an orphan when it was deleted, or another was put elsewhere: %s', (words) => {
    const text = around(words);
    const start = text.indexOf(words);
    const quote = selectorAt(text, start, start + words.length);
    const other = words.replace(/\S+\.$/, 'gone.').replace('12', '21');
    for (const edited of [deleted, `${deleted} ${other}`, `${deleted} It was said that ${words}`]) {
      expect(anchor(edited, quote, text)).toMatchObject({ status: 'orphan' });
    }
  });

  test.each(SHORT)('is an orphan when it stands elsewhere too: %s', (words) => {
    const text = `${around(words)} ${words}`;
    const start = text.indexOf(words);
    const quote = selectorAt(text, start, start + words.length);
    expect(anchor(`${deleted} ${words}`, quote, text)).toMatchObject({ status: 'orphan' });
    expect(anchor(`${words} ${deleted} ${words}`, quote, around(words)).status).not.toBe('moved');
  });

  test('takes no lookalike of its neighbour along', () => {
    const text = around('They won. The clerk favours it.');
    const start = text.indexOf('The clerk');
    const edited = `${deleted} They won. The mayor favours it.`;
    expect(anchor(edited, selectorAt(text, start, start + 21), text)).toMatchObject({ status: 'orphan' });
  });

  test.each(['“They won.”', 'They won!', '**They won.**', '> They won.', 'THEY WON'])(
    'is found with other marks around it: %s',
    (now) => {
      const text = around('They won.');
      const start = text.indexOf('They won.');
      const edited = `${deleted}\n\n${now}`;
      const answer = anchor(edited, selectorAt(text, start, start + 8), text);
      expect(edited.slice(answer.start ?? 0, answer.end ?? 0).toLowerCase()).toBe('they won');
    },
  );

  test('is an orphan when it became a question elsewhere', () => {
    const text = around('They won.');
    const start = text.indexOf('They won.');
    expect(anchor(`${deleted} They won?`, selectorAt(text, start, start + 9), text).status).toBe('orphan');
  });

  test('is found out of its list, and in it', () => {
    const text = around('');
    const quote = selectorAt(text, text.indexOf('The quay'), text.indexOf('The quay') + 17);
    const edited = `${text.replace('- The quay is long.\n', '')} The quay is long.`;
    expect(anchor(edited, quote, text)).toMatchObject({ status: 'moved', end: edited.length });
    const back = selectorAt(edited, edited.length - 17, edited.length);
    expect(anchor(text, back, edited)).toMatchObject({ status: 'moved', start: quote.start });
  });

  test('is changed when its letters became large', () => {
    const text = around('They won.');
    const start = text.indexOf('They won.');
    const edited = text.replace('They won.', 'THEY WON.');
    expect(anchor(edited, selectorAt(text, start, start + 9), text)).toMatchObject({
      status: 'changed',
      start,
    });
  });
});

describe('what cannot be anchored', () => {
  test('an empty quote, an empty text and a quote from another text are orphans', () => {
    const quote = selectorAt('The bridge was opened in May.', 4, 10);
    expect(anchor('The bridge', { exact: '' }).status).toBe('orphan');
    expect(anchor('', quote).status).toBe('orphan');
    expect(anchor('', quote, 'The bridge was opened in May.').status).toBe('orphan');
    expect(anchor('A dog.', quote, 'A cat.').status).toBe('orphan');
  });

  test('offsets that are no offsets are not followed', () => {
    const text = 'The bridge was opened in May. It has been full ever since.';
    for (const start of [-5, Number.NaN, 1e9, 2.5]) {
      const answer = anchor(text, { ...selectorAt(text, 4, 28), start, end: start + 24 }, text);
      expect(answer).toMatchObject({ start: 4, end: 28 });
    }
  });
});

test('many selectors give what each gives alone', () => {
  const { original, edited } = anchorCase('everything at once', 3);
  const selectors = Array.from({ length: 30 }, (_, at) => selectorAt(original, at * 9, at * 9 + 40));
  expect(anchorAll(edited, selectors, original)).toEqual(
    selectors.map((selector) => anchor(edited, selector, original)),
  );
});
