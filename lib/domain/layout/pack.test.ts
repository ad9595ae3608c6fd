import { describe, expect, it } from 'vitest';
import { columnHeight, isotonic, packColumn, spreadColumn } from './pack';

describe('isotonic', () => {
  it('keeps what is in order already', () => {
    expect(isotonic([1, 2, 2, 5])).toEqual([1, 2, 2, 5]);
  });

  it('replaces a run that falls by its mean', () => {
    expect(isotonic([3, 1, 2])).toEqual([2, 2, 2]);
    expect(isotonic([0, 6, 2, 10])).toEqual([0, 4, 4, 10]);
  });

  it('is empty for nothing', () => {
    expect(isotonic([])).toEqual([]);
  });
});

describe('packColumn', () => {
  it('gives every card its wanted height where there is room', () => {
    expect(packColumn([20, 20], [50, 100], 10, 0, 200)).toEqual([50, 100]);
  });

  it('shares the displacement equally when two cards want one height', () => {
    expect(packColumn([20, 20], [100, 100], 10, 0, 200)).toEqual([85, 115]);
  });

  it('moves a stack inside the bounds and keeps the gap', () => {
    expect(packColumn([20, 40], [0, 0], 10, 0, 200)).toEqual([10, 50]);
    expect(packColumn([20, 40], [300, 300], 10, 0, 200)).toEqual([140, 180]);
  });

  it('starts at the top and passes the bottom when the column is too high', () => {
    expect(packColumn([100, 100], [0, 0], 10, 50, 150)).toEqual([100, 210]);
  });
});

describe('spreadColumn', () => {
  it('puts the first card at the top and the last at the bottom', () => {
    expect(spreadColumn([20, 20, 20], 0, 100)).toEqual([10, 50, 90]);
  });

  it('centres a card that is alone', () => {
    expect(spreadColumn([20], 0, 100)).toEqual([50]);
  });

  it('keeps a few cards around the middle of a tall canvas', () => {
    expect(spreadColumn([20, 20], 0, 1000)).toEqual([430, 570]);
    expect(spreadColumn([20, 20], 0, 160)).toEqual([10, 150]);
  });
});

it('counts the gaps between cards into the height of a column', () => {
  expect(columnHeight([20, 30], 10)).toBe(60);
  expect(columnHeight([], 10)).toBe(0);
});

describe('a card that counts more', () => {
  it('stands where it wants to, and the others make room in order', () => {
    const heights = [100, 100, 100];
    const centres = packColumn(heights, [300, 310, 320], 10, 0, Number.POSITIVE_INFINITY, [1, 1, 1e6]);
    expect(centres[2]).toBeCloseTo(320, 1);
    expect(centres[1]).toBeCloseTo(210, 1);
    expect(centres[0]).toBeCloseTo(100, 1);
  });
});
