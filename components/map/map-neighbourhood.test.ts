import { describe, expect, it } from 'vitest';
import { relationOf } from '@/lib/domain/debate/testing/plain-debate';
import type { RelationKind, RelationView } from '@/lib/domain/debate/view';
import { neighbourhoodOf } from './map-neighbourhood';

const relation = (
  fromClaimId: string,
  kind: RelationKind,
  to: { claim?: string; line?: string },
): RelationView => relationOf(fromClaimId, kind, to.claim ?? { line: to.line ?? '' });

const relations = [
  relation('D1', 'supports', { claim: 'M' }),
  relation('D2', 'supports', { claim: 'M' }),
  relation('D1a', 'supports', { claim: 'D1' }),
  relation('D1c', 'supports', { claim: 'D1' }),
  relation('D5', 'supports', { claim: 'M' }),
  relation('D5a', 'supports', { claim: 'D5' }),
  relation('D5a', 'supports', { claim: 'D1c' }),
  relation('H5', 'undercuts', { line: 'D1>M' }),
  relation('H6', 'undercuts', { line: 'D1a>D1' }),
];

describe('focus on a claim', () => {
  it('keeps its neighbours, the motion, and what undercuts its lines', () => {
    const { near } = neighbourhoodOf('D1', 'M', relations);
    expect([...near].sort()).toEqual(['D1a', 'D1c', 'H5', 'H6', 'M']);
  });

  it('keeps second steps, but none through the motion', () => {
    const { second } = neighbourhoodOf('D1', 'M', relations);
    expect([...second]).toEqual(['D5a']);
  });

  it('keeps both ends of the line that an undercutter meets', () => {
    const { near } = neighbourhoodOf('H5', 'M', relations);
    expect([...near].sort()).toEqual(['D1', 'M']);
  });
});
