import { expect, it } from 'vitest';
import { ownLabel, placeLabels } from './label-places';
import type { Box } from './picture-layout';

const SIZE = { width: 800, height: 600 };
const square = (x: number, y: number) => [
  { x, y },
  { x: x + 100, y: y + 100 },
];
const overlaps = (a: Box, b: Box) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

it('names of groups that share a place cover neither each other nor the words at the ends', () => {
  const wanted = [square(300, 60), square(310, 60), square(320, 70)].map((around) => ({
    around,
    width: 90,
    height: 26,
  }));
  const taken = [{ left: 200, right: 600, top: 0, bottom: 50 }];
  const boxes = placeLabels(wanted, { taken, people: [], size: SIZE });
  for (const [i, box] of boxes.entries()) {
    for (const other of [...boxes.slice(0, i), ...taken]) expect(overlaps(box, other)).toBe(false);
  }
});

it('a name stays inside of the picture', () => {
  const [box] = placeLabels([{ around: square(-500, -500), width: 90, height: 26 }], {
    taken: [],
    people: [],
    size: SIZE,
  });
  expect(box?.left).toBeGreaterThanOrEqual(0);
  expect(box?.top).toBeGreaterThanOrEqual(0);
});

it('a name goes where it covers nobody', () => {
  const people = Array.from({ length: 9 }, (_, i) => ({ x: 300 + i * 12, y: 275 }));
  const [box] = placeLabels([{ around: square(300, 300), width: 90, height: 26 }], {
    taken: [],
    people,
    size: SIZE,
  });
  expect(
    people.some(({ x, y }) => box && x > box.left && x < box.right && y > box.top && y < box.bottom),
  ).toBe(false);
});

it('the word for oneself stands beside the ring, and where others are around it as near as it covers none', () => {
  const [at, looks] = [
    { x: 400, y: 300 },
    { ring: 11, wide: 21, radius: 7 },
  ];
  expect(ownLabel(at, looks, [at], SIZE)).toEqual({ x: 373.5, y: 304.5 });
  const around = Array.from({ length: 6 }, (_, i) => ({
    x: 400 + 20 * Math.cos((i * Math.PI) / 3),
    y: 300 + 20 * Math.sin((i * Math.PI) / 3),
  }));
  const label = ownLabel(at, looks, [at, ...around], SIZE);
  for (const { x, y } of around)
    expect(Math.abs(x - label.x) < 10.5 + 7 && y > label.y - 20 && y < label.y + 10).toBe(false);
  expect(Math.hypot(label.x - 400, label.y - 300)).toBeLessThan(60);
  expect(ownLabel({ x: 5, y: 300 }, looks, [], SIZE).x).toBeGreaterThan(10);
});
