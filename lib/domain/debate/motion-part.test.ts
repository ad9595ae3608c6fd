import { expect, test } from 'vitest';
import { claimsOfMotion, partsOfMotions } from './motion-part';
import { claimOf, relationOf } from './testing/plain-debate';

const relations = [
  relationOf('A', 'supports', 'M'),
  relationOf('A1', 'attacks', 'A'),
  relationOf('B', 'supports', 'M2'),
  relationOf('Both', 'supports', 'A'),
  relationOf('Both', 'supports', 'B'),
  relationOf('U', 'undercuts', { line: 'A1>A' }),
  relationOf('V', 'undercuts', { line: 'U>(A1>A)' }),
  relationOf('R1', 'supports', 'R2'),
  relationOf('R2', 'supports', 'R1'),
  relationOf('X', 'supports', 'A1'),
  relationOf('A1', 'supports', 'X'),
];

test('a motion has every claim that leads to it, rings and undercuts of undercuts included', () => {
  const parts = partsOfMotions(['M', 'M2'], relations);
  expect([...(parts.get('M') ?? [])].sort()).toEqual(['A', 'A1', 'Both', 'U', 'V', 'X']);
  expect([...(parts.get('M2') ?? [])].sort()).toEqual(['B', 'Both']);
});

test('what leads to no motion is shown with each; a motion alone shows everything', () => {
  const claims = ['A', 'A1', 'B', 'Both', 'U', 'V', 'R1', 'R2', 'X', 'Alone'].map((code) => claimOf(code));
  const codes = (motion: string, motions: string[]) =>
    claimsOfMotion(motion, motions, claims, relations).map(({ code }) => code);
  expect(codes('M', ['M', 'M2'])).toEqual(['A', 'A1', 'Both', 'U', 'V', 'R1', 'R2', 'X', 'Alone']);
  expect(codes('M2', ['M', 'M2'])).toEqual(['B', 'Both', 'R1', 'R2', 'Alone']);
  expect(codes('M', ['M'])).toHaveLength(10);
});
