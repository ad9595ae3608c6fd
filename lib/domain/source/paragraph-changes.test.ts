import { describe, expect, test } from 'vitest';
import { paragraphChanges } from './paragraph-changes';

describe('what became of a text', () => {
  test('is told paragraph by paragraph, and in a reworded one word by word', () => {
    const before = ['The bells ring at night.', 'Nobody in town sleeps well.', 'The mayor is deaf.', 'End.'];
    const after = ['The bells ring at night.', 'Nobody in town sleeps.', 'End.', 'A note.'];
    expect(paragraphChanges(before, after)).toEqual([
      { type: 'same', count: 1 },
      {
        type: 'changed',
        parts: [
          { type: 'same', text: 'Nobody in town sleeps' },
          { type: 'removed', text: ' well' },
          { type: 'same', text: '.' },
        ],
      },
      { type: 'removed', text: 'The mayor is deaf.' },
      { type: 'same', count: 1 },
      { type: 'added', text: 'A note.' },
    ]);
  });

  test('does not take a paragraph in the place of another for a reworded one', () => {
    expect(paragraphChanges(['Дзвони дзвонять.'], ['Мер оглух.'])).toEqual([
      { type: 'removed', text: 'Дзвони дзвонять.' },
      { type: 'added', text: 'Мер оглух.' },
    ]);
  });

  test('ends soon for two texts that share nothing', () => {
    const many = (start: string) => Array.from({ length: 3_000 }, (_, index) => `${start} ${index}`);
    expect(paragraphChanges(many('a'), many('b'))).toHaveLength(6_000);
  }, 60_000);
});
