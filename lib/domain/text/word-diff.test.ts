import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DiffPart, wordDiff } from './word-diff';

const said = (parts: readonly DiffPart[]) =>
  parts
    .map(({ type, text }) => (type === 'same' ? text : type === 'added' ? `+${text}+` : `-${text}-`))
    .join('');

describe('wordDiff', () => {
  it('names whole words, not letters', () => {
    expect(said(wordDiff('Mines kill farmers.', 'Mines maim farmers.'))).toBe('Mines -kill-+maim+ farmers.');
  });

  it('knows the words of Ukrainian, apostrophes included', () => {
    expect(said(wordDiff('Міни вбивають п’ять людей', 'Міни калічать п’ять людей'))).toBe(
      'Міни -вбивають-+калічать+ п’ять людей',
    );
    expect(said(wordDiff('п’ять', 'десять'))).toBe('-п’ять-+десять+');
  });

  it('shows a rewritten phrase as one change', () => {
    expect(said(wordDiff('It can be said so', 'It may be told so'))).toBe('It -can-+may+ be -said-+told+ so');
    expect(said(wordDiff('We must leave now', 'We should stay now'))).toBe(
      'We -must leave-+should stay+ now',
    );
  });

  it('shows what stands at one end only', () => {
    expect(said(wordDiff('Ban mines', 'Ban mines now.'))).toBe('Ban mines+ now.+');
    expect(said(wordDiff('', 'New'))).toBe('+New+');
    expect(wordDiff('Same.', 'Same.')).toEqual([{ type: 'same', text: 'Same.' }]);
  });

  it('loses nothing of either text', () => {
    const texts = fc.string({
      unit: fc.constantFrom('a', 'б', ' ', '.', '’', 'é', '-', '1', '👍'),
      maxLength: 40,
    });
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const parts = wordDiff(before, after);
        const without = (type: DiffPart['type']) =>
          parts.flatMap((part) => (part.type === type ? [] : [part.text])).join('');
        expect(without('added')).toBe(before);
        expect(without('removed')).toBe(after);
      }),
    );
  });
});
