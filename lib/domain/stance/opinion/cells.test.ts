import { describe, expect, test } from 'vitest';
import { seededRandom, shuffled } from '../opinion-map/random';
import { cellsOf, dealt } from './cells';

const random = seededRandom(4);
const PEOPLE = 213;
const places = {
  x: Float64Array.from({ length: PEOPLE }, () => random() * 8),
  y: Float64Array.from({ length: PEOPLE }, () => random() * 3),
};
/** Three groups, one of four, and some in none. */
const group = Int16Array.from({ length: PEOPLE }, (_, p) => (p < 4 ? 7 : p % 9 === 0 ? -1 : p % 2));
const cells = cellsOf(places, group);
const order = [...group.keys()];

const membersOf = ({ of, count }: typeof cells): number[][] =>
  Array.from({ length: count }, (_, cell) => order.filter((p) => of[p] === cell));

describe('cells of neighbours', () => {
  test('have five to nine people of one group, and hold everybody but those of small groups and of none', () => {
    const members = membersOf(cells);
    expect(members.length).toBeGreaterThan(20);
    for (const rows of members) {
      expect(rows.length).toBeGreaterThanOrEqual(5);
      expect(rows.length).toBeLessThan(10);
      expect(new Set(rows.map((p) => group[p])).size).toBe(1);
    }
    for (const p of order) expect(cells.of[p] === -1).toBe(group[p] === -1 || group[p] === 7);
  });

  test('are of people who lie near each other', () => {
    const spread = membersOf(cells).map((rows) => {
      const xs = rows.map((p) => places.x[p] as number);
      return Math.max(...xs) - Math.min(...xs);
    });
    expect(spread.reduce((sum, value) => sum + value, 0) / spread.length).toBeLessThan(8 / 3);
  });

  test('are the same in any order of people', () => {
    const turned = shuffled(PEOPLE, seededRandom(9));
    const again = cellsOf(
      {
        x: Float64Array.from(turned, (p) => places.x[p] as number),
        y: Float64Array.from(turned, (p) => places.y[p] as number),
      },
      Int16Array.from(turned, (p) => group[p] as number),
    );
    expect([...turned].map((p) => cells.of[p])).toEqual([...again.of]);
  });

  test('are one of nine people, two of ten, and none of four', () => {
    const among = (count: number) =>
      cellsOf(
        { x: Float64Array.from({ length: count }, (_, p) => p), y: new Float64Array(count) },
        new Int16Array(count),
      );
    expect([4, 5, 9, 10].map((count) => among(count).count)).toEqual([0, 1, 1, 2]);
    expect([...among(10).of]).toEqual([0, 0, 0, 0, 0, 1, 1, 1, 1, 1]);
  });
});

describe('answers dealt out in a cell', () => {
  const answers = Int8Array.from({ length: PEOPLE }, () => Math.floor(random() * 3) - 1);
  const shown = dealt(cells, order, 'one claim', answers);
  const heldBy = (rows: readonly number[], of: readonly (number | null)[]) =>
    rows.map((p) => of[p] ?? Number.NaN).sort((a, b) => a - b);

  test('are those of its people, and nothing is told outside of cells', () => {
    for (const rows of membersOf(cells)) expect(heldBy(rows, shown)).toEqual(heldBy(rows, [...answers]));
    for (const p of order) expect(shown[p] === null).toBe(cells.of[p] === -1);
  });

  test('say nothing of who gave which: other people with the same answers are shown the same', () => {
    const swapped = answers.slice();
    for (const rows of membersOf(cells)) {
      const [first, last] = [rows[0] ?? -1, rows.at(-1) ?? -1];
      [swapped[first], swapped[last]] = [answers[last] ?? 0, answers[first] ?? 0];
    }
    expect(swapped).not.toEqual(answers);
    expect(dealt(cells, order, 'one claim', swapped)).toEqual(shown);
  });

  test('are dealt anew for each question and always alike for the same one, and land on their owner no more often than by chance', () => {
    expect(dealt(cells, order, 'one claim', answers)).toEqual(shown);
    expect(dealt(cells, order, 'another', answers)).not.toEqual(shown);
    // Everybody answers something that nobody else of their cell does.
    const own = Float64Array.from(order, (p) => p);
    let kept = 0;
    for (let question = 0; question < 50; question += 1) {
      kept += dealt(cells, order, `question ${question}`, own).filter((p, dot) => p === dot).length;
    }
    const told = order.filter((p) => cells.of[p] !== -1).length;
    expect(kept / (50 * told)).toBeCloseTo(cells.count / told, 1);
  });
});
