import { expect, it } from 'vitest';
import { answerParts } from './answer-parts';
import { placedWords } from './axis-places';

const SIZE = { width: 776, height: 560 };
const words = answerParts('disagree: The mine ban holds back whom it should not');
const ends = { left: words, right: words, up: words, down: null };
const isOver =
  (box: { left: number; right: number; top: number; bottom: number }) =>
  ({ x, y }: { x: number; y: number }) =>
    x > box.left && x < box.right && y > box.top && y < box.bottom;

it('words stand in the middle of each edge', () => {
  const placed = placedWords(ends, SIZE, [], 10);
  expect(placed.map(({ end }) => end)).toEqual(['left', 'right', 'up']);
  expect(
    placed
      .map(({ box }) => (box.top + box.bottom) / 2)
      .slice(0, 2)
      .every((y) => Math.abs(y - 280) < 20),
  ).toBe(true);
  expect(placed[2]?.x).toBe(388);
});

it('they go aside where people stand, and stay inside of the picture and apart', () => {
  const people = [
    ...Array.from({ length: 7 }, (_, i) => ({ x: 120 + 4 * i, y: 280 + 6 * i })),
    ...Array.from({ length: 7 }, (_, i) => ({ x: 640 + 4 * i, y: 270 + 6 * i })),
    { x: 388, y: 30 },
  ];
  const placed = placedWords(ends, SIZE, people, 10);
  for (const { box } of placed) {
    expect(people.some(isOver(box))).toBe(false);
    expect(box.top >= 0 && box.bottom <= SIZE.height && box.left >= 0 && box.right <= SIZE.width).toBe(true);
  }
  expect(
    placed.some(({ box }, i) =>
      placed.slice(0, i).some((other) => isOver(box)({ x: other.box.left + 1, y: other.box.top + 1 })),
    ),
  ).toBe(false);
});
