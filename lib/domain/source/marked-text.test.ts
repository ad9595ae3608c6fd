import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { headingOf, keptText, markedText } from './marked-text';

const wordsOf = ({ text, passages }: ReturnType<typeof keptText>) =>
  passages.map(({ key, heading, start, end }) => [key, heading, text.slice(start, end)]);

describe('a text as it is edited', () => {
  test('is kept without its headings, which go with the paragraph below them', () => {
    const kept = keptText('# Bells\n\n## At night\n\nThey ring. All hear them.\n\nNobody sleeps.', 'en');
    expect(kept.text).toBe('They ring. All hear them.\n\nNobody sleeps.');
    expect(wordsOf(kept)).toEqual([
      ['p1', 'Bells · At night', 'They ring. All hear them.'],
      ['p2', null, 'Nobody sleeps.'],
    ]);
    expect(kept.passages[0]?.sentences.map(({ start, end }) => kept.text.slice(start, end))).toEqual([
      'They ring.',
      'All hear them.',
    ]);
  });

  test('without blank lines has a paragraph in each line', () => {
    expect(wordsOf(keptText('One.\nTwo.  \n', 'en'))).toEqual([
      ['p1', null, 'One.'],
      ['p2', null, 'Two.'],
    ]);
  });

  test('has a paragraph in each point of a list', () => {
    expect(wordsOf(keptText('At a glance\n\n• One.\n  • Two,\n  and more.', 'en'))).toEqual([
      ['p1', null, 'At a glance'],
      ['p2', null, '• One.'],
      ['p3', null, '• Two,\n  and more.'],
    ]);
  });

  test('keeps a heading that nothing follows as a paragraph', () => {
    expect(wordsOf(keptText('Words.\n\n# The end', 'en'))).toEqual([
      ['p1', null, 'Words.'],
      ['p2', null, 'The end'],
    ]);
  });

  test('has no heading in a line that begins with a number sign alone or within a paragraph', () => {
    expect(headingOf('#bells')).toBeNull();
    expect(headingOf('# Bells\nring')).toBeNull();
    expect(headingOf('#')).toBeNull();
    expect(headingOf('# #')).toBeNull();
    expect(headingOf('## # ##')).toBeNull();
    expect(headingOf('## Дзвони ##')).toBe('Дзвони');
  });

  test('comes back from what is kept', () => {
    const word = fc.stringMatching(/^[a-zа-я#. ]{1,12}$/);
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (parts) => {
        const once = keptText(parts.join('\n\n'), 'uk');
        const again = keptText(markedText(once.text, once.passages), 'uk');
        if (once.passages.length > 1) expect(again).toEqual(once);
      }),
    );
  });
});
