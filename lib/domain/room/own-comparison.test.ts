import { expect, test } from 'vitest';
import { differingFirst } from './own-comparison';

test('claims on which the own vote differs come first; what has no own vote is not compared', () => {
  const { rows, compared, same } = differingFirst([
    { claimId: '1', code: 'D1', own: 'agree', voices: { defence: 'agree' } },
    { claimId: '2', code: 'D2', own: null, voices: { defence: 'agree' } },
    { claimId: '3', code: 'H1', own: 'agree', voices: { defence: 'agree', humanitarian: 'disagree' } },
  ]);
  expect(rows.map(({ code, differs }) => [code, differs])).toEqual([
    ['H1', true],
    ['D1', false],
    ['D2', false],
  ]);
  expect([compared, same]).toEqual([2, 1]);
});
