import { describe, expect, it } from 'vitest';
import { withoutClosed } from '@/lib/domain/debate/closed';
import { claimOf, debateOf, relationOf } from '@/lib/domain/debate/testing/plain-debate';
import { mapClaims, subjectByCode } from './map-claims';

const debate = debateOf(
  [claimOf('D1'), claimOf('H1'), claimOf('B1', { layer: 'beyond' }), claimOf('D9', { status: 'declined' })],
  [
    relationOf('D1', 'supports', 'M'),
    relationOf('H1', 'undercuts', { line: 'B1>D1' }),
    relationOf('B1', 'attacks', 'D1', { layer: 'beyond' }),
    relationOf('D9', 'supports', 'D1'),
  ],
);

const shown = withoutClosed(debate, { showsClosed: false, selectedCode: null });

describe('what the map draws', () => {
  it('leaves out the layer that is off, and undercuts of lines that go with it', () => {
    const { claims, relations } = mapClaims(shown, false);
    expect(claims.map((claim) => claim.code)).toEqual(['D1', 'H1']);
    expect(relations.map((relation) => relation.id)).toEqual(['D1>M']);
  });

  it('draws both layers when the switch is on, and what was declined only where it is asked for', () => {
    const { claims, relations } = mapClaims(shown, true);
    expect(claims.map((claim) => claim.code)).toEqual(['D1', 'H1', 'B1']);
    expect(relations).toHaveLength(3);
    expect(mapClaims(debate, true).claims.map((claim) => claim.code)).toContain('D9');
  });

  it('finds a subject by code, the motion among them', () => {
    expect(subjectByCode(debate, 'M')).toEqual({ id: 'M', claim: null });
    expect(subjectByCode(debate, 'B1')?.claim?.layer).toBe('beyond');
    expect(subjectByCode(debate, 'Z9')).toBeNull();
    expect(subjectByCode(debate, null)).toBeNull();
  });
});
