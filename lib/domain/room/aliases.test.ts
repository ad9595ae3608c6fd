import { describe, expect, test } from 'vitest';
import { uniqueKey } from '../text/plain-text';
import { ALIASES, drawFreeAlias, isDrawnAlias } from './aliases';

const first = () => 0;

describe('an alias', () => {
  test.each([
    ['spread', (person: number) => (below: number) => (person * 7919) % below],
    ['always the first', () => first],
  ])('is never one that somebody in the room has, for all of a room of 500, picks %s', (_, picking) => {
    const taken = new Set<string>();
    for (let person = 0; person < 500; person += 1) {
      const alias = drawFreeAlias(taken, picking(person));
      expect(taken.has(uniqueKey(alias))).toBe(false);
      expect(isDrawnAlias(alias)).toBe(true);
      taken.add(uniqueKey(alias));
    }
  });

  test('is a plain name in a class', () => {
    expect(ALIASES).toContain(drawFreeAlias(new Set(), first));
  });

  test.each(['Ms Okafor', 'heron', 'Heron 0', 'Heron  2', 'Heron 2 ', 'Heron<b>', ''])(
    '%j is not drawn',
    (alias) => {
      expect(isDrawnAlias(alias)).toBe(false);
    },
  );
});
