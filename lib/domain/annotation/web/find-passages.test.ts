import { describe, expect, test } from 'vitest';
import { codePointIndex } from '../../text/code-points';
import { findPassages, type PassageTarget } from './find-passages';

const text = 'Rockets \u{1F680}\u{1F680} fly far above the hills. Mines kill long after wars have ended.';

const target = (exact: string, more: Partial<PassageTarget> = {}): PassageTarget => ({
  type: 'passage',
  source: 'https://texts.example/1',
  exact,
  prefix: '',
  suffix: '',
  start: null,
  end: null,
  ...more,
});
const found = (target: PassageTarget, { original = null as string | null, isNamed = false } = {}) => {
  const [place] = findPassages({ text, original }, [{ target, isNamed }]);
  return place ? text.slice(place.start, place.end) : null;
};
const at = (words: string) => {
  const start = [...text.slice(0, text.indexOf(words))].length;
  return { start, end: start + [...words].length };
};

describe('a passage of a file', () => {
  test('is found by its words, its context and its offsets in code points', () => {
    const words = 'Mines kill';
    expect(found(target(words, { prefix: 'the hills. ', suffix: ' long after', ...at(words) }))).toBe(words);
    expect(found(target(words, { prefix: 'the hills. ', suffix: ' long after' }))).toBe(words);
  });

  test('is lost when other words stand there', () => {
    expect(
      found(target('Mines heal', { prefix: 'under the seas. ', suffix: ' wounds', ...at('Mines kill') })),
    ).toBeNull();
  });

  test('counts by its offsets alone only in the text that they were made from', () => {
    const bare = target('', at('Mines kill'));
    expect(found(bare)).toBeNull();
    expect(found(bare, { isNamed: true })).toBe('Mines kill');
    expect(found(target('', { start: 4, end: 4 }), { isNamed: true })).toBeNull();
    expect(found(target('', { start: 4, end: 4_000 }), { isNamed: true })).toBeNull();
  });

  test('is followed from an older version that the file names', () => {
    const original = text.slice('Rockets '.length);
    const codePoints = codePointIndex(original);
    const start = codePoints.codePointsAt(original.indexOf('Mines kill'));
    const bare = target('', { start, end: start + 'Mines kill'.length });
    expect(found(bare, { original, isNamed: true })).toBe('Mines kill');
  });
});
