import { describe, expect, it } from 'vitest';
import { type RelationSketch, sketchDebate } from '@/lib/domain/debate/testing/debate-sketch';
import { figureClaims } from './figure-claims';
import { FIGURE, figureHeight, figureLines } from './figure-lines';

const reasons = (letter: 'D' | 'H', count: number) =>
  Array.from({ length: count }, (_, index) => ({ code: `${letter}${index + 1}` }));
const toMotion = (code: string): RelationSketch => ({
  from: code,
  kind: code.startsWith('D') ? 'supports' : 'attacks',
  to: 'M',
});
const debateWith = (starts: number, ends: number, extra: RelationSketch[] = []) => {
  const claims = [...reasons('D', starts), ...reasons('H', ends)];
  return sketchDebate(claims, [...claims.map(({ code }) => toMotion(code)), ...extra]);
};
const codes = (side: { claim: { code: string } }[]) => side.map(({ claim }) => claim.code);

describe('the claims of the picture', () => {
  it('are as many on one side as on the other, in the author’s order', () => {
    const figure = figureClaims(debateWith(7, 3), 4);
    expect(codes(figure.start)).toEqual(['D1', 'D2', 'D3']);
    expect(codes(figure.end)).toEqual(['H1', 'H2', 'H3']);
  });

  it('put an undercut across from the line that it meets', () => {
    const figure = figureClaims(debateWith(4, 4, [{ from: 'H4', kind: 'undercuts', to: 'D3>M' }]), 4);
    expect(codes(figure.start)).toEqual(['D3', 'D1', 'D2', 'D4']);
    expect(codes(figure.end)).toEqual(['H4', 'H1', 'H2', 'H3']);
    expect(figure.end[0]?.line).toBe('undercuts');
  });

  it('treat an undercut from either side alike', () => {
    const figure = figureClaims(debateWith(4, 4, [{ from: 'D2', kind: 'undercuts', to: 'H2>M' }]), 4);
    expect(codes(figure.start)).toEqual(['D2', 'D1', 'D3', 'D4']);
    expect(codes(figure.end)).toEqual(['H2', 'H1', 'H3', 'H4']);
    expect(figure.undercutFrom).toBe('start');
  });

  it('leave out what is only suggested, and are none while one side has no reasons', () => {
    const claims = [{ code: 'D1' }, { code: 'H1', status: 'suggested' as const }];
    const figure = figureClaims(sketchDebate(claims, [toMotion('D1'), toMotion('H1')]), 4);
    expect([...figure.start, ...figure.end]).toEqual([]);
    expect(figureLines(figure)).toEqual([]);
  });
});

describe('the lines of the picture', () => {
  const figure = figureClaims(debateWith(4, 4, [{ from: 'H4', kind: 'undercuts', to: 'D3>M' }]), 4);
  const lines = figureLines(figure);

  it('are one for each claim, the undercut on top', () => {
    expect(lines.map(({ key }) => key)).toEqual(['D3', 'D1', 'D2', 'D4', 'H1', 'H2', 'H3', 'H4']);
  });

  it('end between the cards and the motion, inside the picture', () => {
    const cardEnd = FIGURE.edge + FIGURE.card;
    for (const { tip, side, kind } of lines) {
      const fromStart = (side === 'a') !== (kind === 'undercuts');
      const x = fromStart ? tip.x : FIGURE.width - tip.x;
      expect(x).toBeGreaterThan(cardEnd);
      expect(x).toBeLessThanOrEqual((FIGURE.width - FIGURE.motion) / 2);
      expect(tip.y).toBeGreaterThan(0);
      expect(tip.y).toBeLessThan(figureHeight(4));
    }
  });
});
