import fc from 'fast-check';
import { expect, test } from 'vitest';
import { slugOf } from './slug';

test.each([
  ['Should mines be banned?', 'should-mines-be-banned'],
  ['  Ünïversity — fees, again! ', 'university-fees-again'],
  ['Чи має Україна вийти з конвенції?', 'chy-maie-ukraina-vyity-z-konventsii'],
  ['Їжак і Юлія, подвір’я, Згорани', 'yizhak-i-yuliia-podviria-zghorany'],
  ['Straße', 'strasse'],
  ['「是か非か」', 'debate-map'],
  ['new', 'new-map'],
  ['', 'debate-map'],
])('%s is at %s', (title, slug) => {
  expect(slugOf(title)).toBe(slug);
});

test('whatever the title, the slug has the shape that the database asks for and no reserved word', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (title) => {
      const slug = slugOf(title);
      expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(slug.length).toBeLessThanOrEqual(64);
      expect(['new', 'import', 'copy', 'debate']).not.toContain(slug);
    }),
  );
});
