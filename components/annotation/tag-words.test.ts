import { expect, test } from 'vitest';
import { suggestedTags, withTags } from './tag-words';

test('a typed tag loses its hash sign and its blanks', () => {
  expect(withTags([], '  #mine  clearance ')).toEqual({ tags: ['mine clearance'], problem: null });
});

test('a comma parts tags, and the same one in other letters is added once', () => {
  expect(withTags(['Law'], 'law, treaty,,LAW, treaty').tags).toEqual(['Law', 'treaty']);
});

test('more than eight tags and a tag that is too long are refused, what came before them stays', () => {
  expect(withTags(['1', '2', '3', '4', '5', '6', '7'], '8, 9')).toEqual({
    tags: ['1', '2', '3', '4', '5', '6', '7', '8'],
    problem: 'too-many',
  });
  expect(withTags([], `a, ${'x'.repeat(41)}`)).toEqual({ tags: ['a'], problem: 'too-long' });
});

test('tags in use are suggested by any part of them, those that begin so first', () => {
  const known = ['Humanitarian law', 'law', 'Treaty'];
  expect(suggestedTags(known, [], 'LAW')).toEqual(['law', 'Humanitarian law']);
  expect(suggestedTags(known, ['Law'], '')).toEqual(['Humanitarian law', 'Treaty']);
});
