import { describe, expect, it } from 'vitest';
import { claimOf } from '@/lib/domain/debate/testing/plain-debate';
import { findClaims } from './find-claims';

const claim = (code: string, text: string) => claimOf(code, { text });

const claims = [
  claim('D1', 'Ukraine’s forces fight at a disadvantage.'),
  claim('D1a', 'Russia uses mines on a massive scale.'),
  claim('H1', 'Mines do devastating harm to civilians; D1 says nothing of it.'),
];
const codes = (query: string) => findClaims(claims, query).map((found) => found.code);

describe('finding claims', () => {
  it('finds nothing for nothing', () => {
    expect(codes('  ')).toEqual([]);
  });

  it('wants every word, in any order and case', () => {
    expect(codes('SCALE mines')).toEqual(['D1a']);
    expect(codes('mines elephants')).toEqual([]);
  });

  it('puts the claim of that code first, then codes that begin so', () => {
    expect(findClaims([...claims].reverse(), 'd1').map((found) => found.code)).toEqual(['D1', 'D1a', 'H1']);
  });

  it('does not mind the kind of apostrophe', () => {
    expect(codes("ukraine's")).toEqual(['D1']);
  });
});
