import { expect, test } from 'vitest';
import { readSelection, withSelection } from './selection';

test('a selection reads back as it was written', () => {
  const search = withSelection('', { claimCode: 'D1d', layer: 'beyond', passage: 'p9.s2' });
  expect(readSelection(new URLSearchParams(search))).toEqual({
    claimCode: 'D1d',
    layer: 'beyond',
    passage: 'p9.s2',
  });
});

test('what is not changed stays, and an empty query has no question mark', () => {
  expect(withSelection('?layer=beyond&focus=1', { claimCode: 'H2' })).toBe('?layer=beyond&focus=1&claim=H2');
  expect(withSelection('?claim=H2', { claimCode: null })).toBe('');
  expect(withSelection('?layer=beyond', { layer: 'article' })).toBe('');
});

test('an unknown layer is the article', () => {
  expect(readSelection(new URLSearchParams('layer=all&claim='))).toEqual({
    claimCode: null,
    layer: 'article',
    passage: null,
  });
});
