import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NO_CHANGES, type WhatIf } from './what-if';
import { MOST_ADDRESS_LENGTH, readWhatIf, whatIfAddress } from './what-if-address';

const name = fc.oneof(
  fc.string({ minLength: 1, maxLength: 8 }),
  fc.string({ minLength: 1, maxLength: 8, unit: 'binary' }),
  fc.constantFrom('D1', 'a_b', '__proto__', '_5f_', 'стаття', '.', '-'),
);
const names = fc.uniqueArray(name, { maxLength: 6 });
const changes: fc.Arbitrary<WhatIf> = fc.record({
  claimsOff: names,
  sourcesOff: names,
  bases: fc.uniqueArray(fc.record({ claim: name, base: fc.nat(100).map((steps) => steps / 100) }), {
    maxLength: 6,
    selector: ({ claim }) => claim,
  }),
});

const sorted = ({ claimsOff, sourcesOff, bases }: WhatIf): WhatIf => ({
  claimsOff: [...claimsOff].sort(),
  sourcesOff: [...sourcesOff].sort(),
  bases: [...bases].sort((a, b) => (a.claim < b.claim ? -1 : 1)),
});

describe('the address of changes', () => {
  test('is short and readable', () => {
    const whatIf = {
      claimsOff: ['D1'],
      sourcesOff: ['article'],
      bases: [{ claim: 'H2', base: 0.62 }],
    };
    expect(whatIfAddress(whatIf)).toEqual({ ok: true, value: '1.cD1.sarticle.b62-H2' });
    expect(readWhatIf('1.cD1.sarticle.b62-H2')).toEqual({ ok: true, value: whatIf });
  });

  test('of no changes is empty', () => {
    expect(whatIfAddress(NO_CHANGES)).toEqual({ ok: true, value: '' });
    expect(readWhatIf('')).toEqual({ ok: true, value: NO_CHANGES });
  });

  test('gives back whatever was put in, and needs no escaping', () => {
    fc.assert(
      fc.property(changes, (whatIf) => {
        const address = whatIfAddress(whatIf);
        if (!address.ok) throw new Error(address.error.code);
        expect(new URLSearchParams({ x: address.value }).toString()).toBe(`x=${address.value}`);
        const back = readWhatIf(address.value);
        if (!back.ok) throw new Error(`${address.value}: ${back.error.code}`);
        expect(sorted(back.value)).toEqual(sorted(whatIf));
      }),
      { numRuns: 500 },
    );
  });

  test('does not depend on the order of the changes', () => {
    expect(whatIfAddress({ ...NO_CHANGES, claimsOff: ['B', 'A'] })).toEqual(
      whatIfAddress({ ...NO_CHANGES, claimsOff: ['A', 'B'] }),
    );
  });

  test.each([
    ['2.cD1', 'unknown-version', 0],
    ['cD1', 'unknown-version', 0],
    ['1.', 'malformed', 1],
    ['1.c', 'malformed', 1],
    ['1.cD1.xD2', 'malformed', 2],
    ['1.cD1..cD2', 'malformed', 2],
    ['1.c<script>', 'malformed', 1],
    ['1.c%00', 'malformed', 1],
    ['1.c_110000_', 'malformed', 1],
    ['1.c_d800_', 'malformed', 1],
    ['1.c_41_', 'malformed', 1],
    ['1.c_', 'malformed', 1],
    ['1.b-D1', 'malformed', 1],
    ['1.b062-D1', 'malformed', 1],
    ['1.b1e1-D1', 'malformed', 1],
    ['1.b101-D1', 'base-outside', 1],
    ['1.cD1.cD1', 'repeated', 2],
    ['1.b1-D1.b2-D1', 'repeated', 2],
    [`1.c${'x'.repeat(65)}`, 'malformed', 1],
    [`1${'.cA'.repeat(101)}`, 'too-many', 0],
    [`1.c${'x'.repeat(MOST_ADDRESS_LENGTH)}`, 'too-long', 0],
  ])('that reads %.30s is refused', (address, code, part) => {
    expect(readWhatIf(address)).toEqual({ ok: false, error: { code, part } });
  });

  test('is read or refused, whatever it says', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'1.csb-_09afA<%\u0000é') }), (address) => {
        const read = readWhatIf(address);
        if (read.ok) expect(whatIfAddress(read.value).ok).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  test('is not made for more changes than can be read back', () => {
    const many = Array.from({ length: 101 }, (_, i) => `C${i}`);
    expect(whatIfAddress({ ...NO_CHANGES, claimsOff: many })).toMatchObject({ error: { code: 'too-many' } });
    const long = Array.from({ length: 90 }, (_, i) => `long-name-of-a-claim-${i}`);
    expect(whatIfAddress({ ...NO_CHANGES, claimsOff: long })).toMatchObject({ error: { code: 'too-long' } });
    expect(whatIfAddress({ ...NO_CHANGES, sourcesOff: [''] })).toMatchObject({ error: { code: 'bad-name' } });
  });
});
