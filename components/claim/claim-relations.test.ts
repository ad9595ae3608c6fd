import { expect, test } from 'vitest';
import { sketchDebate } from '@/lib/domain/debate/testing/debate-sketch';
import { claimOf, debateOf, relationOf } from '@/lib/domain/debate/testing/plain-debate';
import type { DebateView } from '@/lib/domain/debate/view';
import { relationRows } from './claim-relations';

const sketch = sketchDebate(
  [{ code: 'D1' }, { code: 'D1d' }, { code: 'H5' }, { code: 'H6' }, { code: 'H1' }],
  [
    { from: 'H1', kind: 'attacks', to: 'M' },
    { from: 'D1', kind: 'supports', to: 'M' },
    { from: 'D1d', kind: 'supports', to: 'D1' },
    { from: 'H1', kind: 'attacks', to: 'D1' },
    { from: 'H5', kind: 'undercuts', to: 'D1>M' },
    { from: 'H6', kind: 'undercuts', to: 'D1d>D1' },
  ],
);
const debate = sketch as Pick<DebateView, 'motion' | 'claims' | 'relations'>;
const read = (id: string) =>
  relationRows(debate, id).map(({ how, other, line }) => [
    how,
    other.type === 'claim' ? other.claim.code : 'motion',
    line ? `${line.from}>${line.to ?? 'motion'}` : null,
  ]);

test('a claim’s relations read from the claim: what it does, what is done to it, what meets its line', () => {
  expect(read('D1')).toEqual([
    ['supports', 'motion', null],
    ['supportedBy', 'D1d', null],
    ['attackedBy', 'H1', null],
    ['lineUndercutBy', 'H5', 'D1>motion'],
  ]);
});

test('an undercut names the line that it meets and the claim that the line leaves', () => {
  expect(read('H6')).toEqual([['undercutsLine', 'D1d', 'D1d>D1']]);
  expect(read('H5')).toEqual([['undercutsLine', 'D1', 'D1>motion']]);
});

test('linked premises stand together, where the first of them does', () => {
  const made = debateOf(
    ['D1', 'H1', 'D2', 'D3'].map((code) => claimOf(code)),
    [
      relationOf('D1', 'supports', 'M', { group: 'g' }),
      relationOf('H1', 'attacks', 'M'),
      relationOf('D2', 'supports', 'M'),
      relationOf('D3', 'supports', 'M', { group: 'g' }),
    ],
  );
  const codes = relationRows(made, 'M').map(({ other }) =>
    other.type === 'claim' ? other.claim.code : 'motion',
  );
  expect(codes).toEqual(['D1', 'D3', 'H1', 'D2']);
});

test('the motion has only reasons', () => {
  expect(read('M')).toEqual([
    ['attackedBy', 'H1', null],
    ['supportedBy', 'D1', null],
  ]);
});
