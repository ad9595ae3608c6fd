import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { SideRole } from '../debate/view';
import { type ClaimToAsk, openingOrder, voteQueue } from './queue-order';

const NEW = { choice: null, isStale: false } as const;
const AGREED = { choice: 'agree', isStale: false } as const;
const STALE = { choice: 'pass', isStale: true } as const;
const TAKEN_BACK = { choice: null, isStale: true } as const;

const claim = (id: string, side: SideRole, ownVote: ClaimToAsk['ownVote'] = NEW): ClaimToAsk => ({
  id,
  side,
  ownVote,
});
const sided = (a: number, b: number, n = 0): ClaimToAsk[] =>
  (['a', 'b', 'n'] as const).flatMap((side) =>
    Array.from({ length: { a, b, n }[side] }, (_, index) => claim(`${side}${index}`, side)),
  );
const sizes = fc.nat(12);
const seeds = fc.string({ minLength: 1, maxLength: 20 });
const idsOf = (claims: readonly { id: string }[]) => claims.map(({ id }) => id);
const answering = (claims: readonly ClaimToAsk[], ids: readonly string[]) =>
  claims.map((one) => (ids.includes(one.id) ? { ...one, ownVote: AGREED } : one));

describe('a page that is opened again', () => {
  it('goes on where the person stopped, with what was said to be next', () => {
    fc.assert(
      fc.property(sizes, sizes, sizes, seeds, fc.nat(36), (a, b, n, seed, count) => {
        const claims = sided(a, b, n);
        const order = openingOrder(claims, { seed });
        const done = order.slice(0, count);
        const again = openingOrder(answering(claims, done), { seed });
        expect(again.slice(0, Math.max(0, order.length - count))).toEqual(order.slice(count));
      }),
    );
  });

  it('spreads claims of no side over what is left, for whoever answered the others elsewhere', () => {
    const claims = answering(sided(8, 8, 4), ['a0', 'a1', 'a2', 'a3', 'b0', 'b1', 'b2', 'b3']);
    const order = openingOrder(claims, { seed: 'me' }).slice(0, 12);
    expect(order.flatMap((id, place) => (id.startsWith('n') ? place : []))).toEqual([1, 4, 7, 10]);
  });

  it('turns to the side that was answered less', () => {
    const claims = answering(sided(3, 3), ['a0', 'a1']);
    for (const seed of ['x', 'y', 'z']) expect(openingOrder(claims, { seed })[0]).toMatch(/^b/);
  });
});

describe('the queue', () => {
  it('leaves out what was answered and counts it', () => {
    const claims = [claim('a1', 'a', AGREED), claim('b1', 'b'), claim('b2', 'b', TAKEN_BACK)];
    const { toAsk, answered, total } = voteQueue(claims, openingOrder(claims, { seed: 'me' }));
    expect(idsOf(toAsk).sort()).toEqual(['b1', 'b2']);
    expect([answered, total]).toEqual([1, 3]);
  });

  it('asks what was put off after the rest, in that order, and then what has changed', () => {
    const claims = [claim('s', 'a', STALE), ...sided(3, 3)];
    const order = openingOrder(claims, { seed: 'me' });
    const ids = idsOf(voteQueue(claims, order, ['b1', 'a2', 'b1', 'gone']).toAsk);
    expect(ids.slice(-3)).toEqual(['b1', 'a2', 's']);
    expect(ids).toHaveLength(7);
  });

  test('asks in the order that the page opened with, and a vote that is taken back is asked where it stood', () => {
    fc.assert(
      fc.property(sizes, sizes, seeds, fc.nat(23), (a, b, seed, pick) => {
        const claims = sided(a, b);
        const order = openingOrder(claims, { seed });
        expect(idsOf(voteQueue(claims, order).toAsk)).toEqual(order);
        const id = order[pick % Math.max(1, order.length)] ?? '';
        const without = idsOf(voteQueue(answering(claims, [id]), order).toAsk);
        expect(without).toEqual(order.filter((one) => one !== id));
      }),
    );
  });

  test('a claim that came since stands where it is drawn and moves no other', () => {
    const claims = sided(6, 6);
    const order = openingOrder(claims, { seed: 'me' });
    const places = Array.from({ length: 400 }, (_, index) => {
      const added = claim(`late ${index}`, 'a');
      const ids = idsOf(voteQueue([...claims, added], order).toAsk);
      expect(ids.filter((id) => id !== added.id)).toEqual(order);
      return ids.indexOf(added.id);
    });
    expect(Math.min(...places)).toBe(0);
    expect(Math.max(...places)).toBe(12);
    const mean = places.reduce((sum, place) => sum + place, 0) / places.length;
    expect(Math.abs(mean - 6)).toBeLessThan(1);
  });
});
