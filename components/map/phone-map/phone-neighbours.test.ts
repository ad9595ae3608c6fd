import { describe, expect, it } from 'vitest';
import { outlineOf } from '@/lib/domain/debate/outline';
import { claimOf, debateOf, relationOf } from '@/lib/domain/debate/testing/plain-debate';
import { mapClaims } from '../map-claims';
import { type Neighbour, phoneNeighbours } from './phone-neighbours';

const debate = debateOf(
  ['D1', 'D2', 'D1a', 'H1', 'H5', 'H6'].map((code) => claimOf(code)),
  [
    relationOf('D1', 'supports', 'M'),
    relationOf('D2', 'supports', 'M'),
    relationOf('D1a', 'supports', 'D1'),
    relationOf('H1', 'attacks', 'M'),
    relationOf('H1', 'attacks', 'D1'),
    relationOf('H5', 'undercuts', { line: 'D1>M' }),
    relationOf('H6', 'undercuts', { line: 'D1a>D1' }),
  ],
);
const drawn = mapClaims(debate, true);
const around = (code: string | null) =>
  phoneNeighbours(
    debate.claims.find((claim) => claim.code === code) ?? null,
    'M',
    drawn,
    outlineOf(debate, { isBeyondOn: true }),
  );
const codes = (neighbours: readonly Neighbour[]) => neighbours.map(({ claim }) => claim.code);

describe('the neighbourhood on a phone', () => {
  it('has the motion above a reason, its siblings beside it, and undercuts of its line first among what is against', () => {
    const near = around('D1');
    expect(near.parent).toBeNull();
    expect(near.relation?.id).toBe('D1>M');
    expect(codes(near.undercutters)).toEqual(['H5']);
    expect(codes(near.supports)).toEqual(['D1a']);
    expect(codes(near.against)).toEqual(['H5', 'H1']);
    expect(near.siblings.map((claim) => claim.code)).toEqual(['D1', 'D2']);
  });

  it('puts an undercutter under the claim whose line it meets', () => {
    expect(around('H6').parent?.code).toBe('D1a');
    expect(around('H6').relation?.kind).toBe('undercuts');
  });

  it('says other relations of a claim apart from the line that leads up', () => {
    expect(around('H1').relation?.id).toBe('H1>M');
    expect(around('H1').also.map((relation) => relation.id)).toEqual(['H1>D1']);
  });

  it('faces the reasons of both sides below the motion', () => {
    expect(codes(around(null).supports)).toEqual(['D1', 'D2']);
    expect(codes(around(null).against)).toEqual(['H1']);
  });
});
