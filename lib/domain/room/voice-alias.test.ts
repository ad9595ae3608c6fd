import fc from 'fast-check';
import { expect, it } from 'vitest';
import { voiceAlias } from './voice-alias';

it('is the person’s alias with the side that they argue for', () => {
  expect(voiceAlias('Heron', 'Defence', 0)).toBe('Heron (Defence)');
  expect(voiceAlias('Heron', 'Defence', 2)).toBe('Heron (Defence) 3');
});

it('fits into an alias, however long both are', () => {
  const name = fc.string({ minLength: 1, maxLength: 40, unit: 'binary' });
  const side = fc.string({ minLength: 1, maxLength: 60, unit: 'binary' });
  fc.assert(
    fc.property(name, side, fc.nat(99), (alias, sideName, attempt) => {
      expect([...voiceAlias(alias, sideName, attempt)].length).toBeLessThanOrEqual(40);
    }),
  );
  expect(voiceAlias('Heron', 'For the side of humanitarian obligations', 0)).toMatch(
    /^Heron \(For the .*…\)$/,
  );
});
