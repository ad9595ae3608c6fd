import { describe, expect, it } from 'vitest';
import {
  aimAt,
  bringIn,
  countOutside,
  fitInto,
  framedPart,
  movedBy,
  placedBy,
  seenAt,
  spreadOut,
  WHOLE,
  zoomedBy,
} from './picture-layout';

const SIZE = { width: 800, height: 600 };

describe('what part of an opinion map is framed', () => {
  it('all of a class', () => {
    const dots = [
      { x: -1, y: 0 },
      { x: 9, y: 2 },
      { x: 0, y: -3 },
    ];
    expect(framedPart(dots, [])).toEqual({ left: -1, right: 9, top: 2, bottom: -3 });
  });
  it('nearly all of a crowd, and every outline', () => {
    const crowd = Array.from({ length: 1000 }, (_, i) => ({ x: i / 1000, y: 0 }));
    const part = framedPart([...crowd, { x: 500, y: 0 }], [[{ x: 2, y: 0 }]]);
    expect(part.right).toBe(2);
    expect(part.left).toBeLessThan(0.01);
  });
  it('in one scale on both axes, upwards up, inside of the margins', () => {
    const fit = fitInto({ left: -1, right: 1, bottom: -1, top: 1 }, SIZE, { x: 100, y: 50 });
    expect(placedBy(fit, { x: 0, y: 1 })).toEqual({ x: 400, y: 50 });
    expect(placedBy(fit, { x: 1, y: 0 })).toEqual({ x: 650, y: 300 });
  });
  it('people on one place stand in the middle', () => {
    const fit = fitInto(framedPart([{ x: 3, y: 4 }], []), SIZE, { x: 100, y: 50 });
    const { x, y } = placedBy(fit, { x: 3, y: 4 });
    expect([Math.round(x), Math.round(y)]).toEqual([400, 300]);
  });
});

describe('dots that would cover each other', () => {
  it('on one place make a disc around it, the same way every time', () => {
    const piled = Array.from({ length: 19 }, () => ({ x: 5, y: 5 }));
    const spread = spreadOut(piled, 10);
    for (const [i, a] of spread.entries())
      for (const b of spread.slice(0, i)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(9.98);
    const far = spread.map(({ x, y }) => Math.hypot(x - 5, y - 5)).sort((a, b) => a - b);
    expect(far[6]).toBeLessThan(10.01);
    expect(far[18]).toBeLessThan(22.6);
    expect(spreadOut(piled, 10)).toEqual(spread);
  });
  it('on places that hardly differ make no chain', () => {
    const row = Array.from({ length: 7 }, (_, i) => ({ x: i * 0.2, y: 0 }));
    const spread = spreadOut(row, 10);
    expect(Math.max(...spread.map(({ x, y }) => Math.hypot(x, y)))).toBeLessThan(22);
    expect(Math.max(...spread.map(({ y }) => Math.abs(y)))).toBeGreaterThan(8);
  });
  it('leave the place to its reader', () => {
    const piled = Array.from({ length: 7 }, () => ({ x: 5, y: 5 }));
    const spread = spreadOut(piled, 10, 4);
    expect(spread[4]).toEqual({ x: 5, y: 5 });
    const others = spread.filter((_, i) => i !== 4).map(({ x, y }) => Math.hypot(x - 5, y - 5));
    expect(Math.min(...others)).toBeGreaterThan(14.9);
    expect(Math.max(...others)).toBeLessThan(20);
  });
  it('stay where they are where there is room', () => {
    const apart = [
      { x: 0, y: 0 },
      { x: 11, y: 0 },
    ];
    expect(spreadOut(apart, 10)).toEqual(apart);
  });
});

describe('looking closer', () => {
  it('keeps what is under the pointer, and no ground beside the picture', () => {
    const at = { x: 600, y: 150 };
    const closer = zoomedBy(WHOLE, 4, at, SIZE);
    expect(seenAt(closer, at)).toEqual(at);
    expect(movedBy(closer, 1e6, 1e6, SIZE)).toEqual({ zoom: 4, x: 0, y: 0 });
    expect(movedBy(closer, -1e6, -1e6, SIZE)).toEqual({ zoom: 4, x: -2400, y: -1800 });
    expect(zoomedBy(closer, 0.01, at, SIZE)).toEqual(WHOLE);
  });
  it('counts who is out of sight, and brings somebody into it', () => {
    const [here, there] = [
      { x: 10, y: 10 },
      { x: 790, y: 590 },
    ];
    const closer = zoomedBy(WHOLE, 4, here, SIZE);
    expect(countOutside([here, there, null], closer, SIZE)).toBe(1);
    expect(countOutside([there], bringIn(closer, there, SIZE), SIZE)).toBe(0);
    expect(bringIn(WHOLE, { x: 400, y: 300 }, SIZE)).toBe(WHOLE);
  });
  it('looks at somebody: the one who was chosen while in sight, else who is nearest to the middle', () => {
    const seen = [{ x: 10, y: 10 }, null, { x: 500, y: 300 }, { x: 900, y: 300 }];
    expect(aimAt(seen, [null, 0], SIZE)).toEqual({ x: 10, y: 10 });
    expect(aimAt(seen, [3], SIZE)).toEqual({ x: 500, y: 300 });
    expect(aimAt([], [null], SIZE)).toEqual({ x: 400, y: 300 });
  });
});
