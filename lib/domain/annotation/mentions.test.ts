import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { uniqueKey } from '../text/plain-text';
import { keysOf, MOST_MENTIONS, mentioned, namesIn } from './mentions';

const people = ['Ibis', 'Ibis 2', 'Wren', 'Maß', 'Їжак', 'O’Neill', 'a.b'].map((alias) => ({ alias }));
const named = (body: string) => mentioned(namesIn(body), people).map(({ alias }) => alias);

describe('a mention', () => {
  test.each([
    ['@Ibis is right', ['Ibis']],
    ['@Ibis 2 is right', ['Ibis 2']],
    ['@ibis 2, @WREN and @їжак.', ['Ibis 2', 'Wren', 'Їжак']],
    ['(@Wren)', ['Wren']],
    ['**@Wren**: see', ['Wren']],
    ['@O’Neill and @a.b!', ['O’Neill', 'a.b']],
    ['@Ｗｒｅｎ in wide letters', ['Wren']],
    ['@Wren @Wren @wren', ['Wren']],
  ])('%s', (body, expected) => expect(named(body)).toEqual(expected));

  test.each([
    'mail@Wren.example',
    '@Wrens',
    '@Ibis2',
    '@ Wren',
    '@\nWren',
    '@Ib is',
    'Wren',
    '@',
    '@@',
    '@nobody',
  ])('is not in %j', (body) => expect(named(body)).toEqual([]));

  test('names twenty people and no more', () => {
    const many = Array.from({ length: 30 }, (_, index) => ({ alias: `Bird ${index}` }));
    const body = many.map(({ alias }) => `@${alias}`).join(', ');
    expect(mentioned(namesIn(body), many)).toHaveLength(MOST_MENTIONS);
  });

  test('is found by the key that aliases are unique under', () => {
    expect(keysOf(namesIn('@Ibis  2!'))).toContain(uniqueKey('Ibis 2'));
  });

  test('is looked for in bounded time, however the note is made', () => {
    for (const body of [
      '@'.repeat(40_000),
      '@a '.repeat(15_000),
      `@${'! '.repeat(20_000)}`,
      '@😀'.repeat(9000),
    ]) {
      const started = performance.now();
      expect(keysOf(namesIn(body)).length).toBeLessThanOrEqual(1600);
      // Milliseconds are enough; only a search that runs away takes seconds, on however busy a machine.
      expect(performance.now() - started).toBeLessThan(10_000);
    }
  }, 60_000);

  test('is always an alias that stands in the words behind an @', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('@', 'Ibis', ' 2', ' ', 'Wren', ',', '\n', 'x')), (parts) => {
        const body = parts.join('');
        // Spaces beside one another are one.
        const plain = body.toLowerCase().replace(/[^\S\n]+/g, ' ');
        for (const alias of named(body)) expect(plain).toContain(`@${alias.toLowerCase()}`);
      }),
    );
  });
});
