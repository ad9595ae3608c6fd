import { describe, expect, test } from 'vitest';
import { closedCounts, leftLooseWithout, withoutClosed } from './closed';
import { outlineOf } from './outline';
import { sketchDebate } from './testing/debate-sketch';

const debate = sketchDebate(
  [
    { code: 'D1' },
    { code: 'D2' },
    { code: 'D3', status: 'archived' },
    { code: 'D4', status: 'declined' },
    { code: 'H1' },
  ],
  [
    { from: 'D1', kind: 'supports', to: 'M' },
    { from: 'D2', kind: 'supports', to: 'M' },
    { from: 'D2', kind: 'supports', to: 'D1', status: 'archived' },
    { from: 'H1', kind: 'undercuts', to: 'D2>D1' },
    { from: 'D3', kind: 'supports', to: 'D1', status: 'archived' },
    { from: 'D4', kind: 'supports', to: 'D1', status: 'declined' },
  ],
);
const shown = (selectedCode: string | null, showsClosed = false) => {
  const { claims, relations } = withoutClosed(debate, { showsClosed, selectedCode });
  return [claims.map(({ code }) => code), relations.map(({ id }) => id)];
};

describe('what is archived or declined', () => {
  test('is left out, its lines and what met them too', () => {
    expect(shown(null)).toEqual([
      ['D1', 'D2', 'H1'],
      ['D1>M', 'D2>M'],
    ]);
  });

  test('is no row and no cross-link of the outline', () => {
    const outline = outlineOf(withoutClosed(debate, { showsClosed: false, selectedCode: 'D2' }), {
      isBeyondOn: true,
    });
    expect(outline.nodes.map(({ claim }) => claim.code)).toEqual(['D1', 'D2', 'H1']);
    expect(outline.nodes.flatMap(({ crossLinks }) => crossLinks)).toEqual([]);
  });

  test('stays while it is selected, where it stood', () => {
    expect(shown('D3')).toEqual([
      ['D1', 'D2', 'D3', 'H1'],
      ['D1>M', 'D2>M', 'D3>D1'],
    ]);
  });

  test('is all there when it is asked for', () => {
    expect(withoutClosed(debate, { showsClosed: true, selectedCode: null })).toBe(debate);
  });

  test('is counted: claims, and lines that were closed alone', () => {
    expect(closedCounts(debate)).toEqual({ claims: 2, lines: 1 });
  });
});

test('a claim leaves loose what answers nothing else', () => {
  const map = sketchDebate(
    ['D1', 'D2', 'D3', 'D4', 'D5', 'H1'].map((code) => ({ code })),
    [
      { from: 'D1', kind: 'supports', to: 'M' },
      { from: 'D2', kind: 'supports', to: 'D1' },
      { from: 'D3', kind: 'supports', to: 'D1' },
      { from: 'D3', kind: 'supports', to: 'M' },
      { from: 'D4', kind: 'supports', to: 'D2' },
      { from: 'D5', kind: 'supports', to: 'D1' },
      { from: 'D5', kind: 'supports', to: 'M', status: 'archived' },
      { from: 'H1', kind: 'undercuts', to: 'D1>M' },
    ],
  );
  expect(leftLooseWithout(map, 'D1').map(({ code }) => code)).toEqual(['D2', 'D5', 'H1']);
  expect(leftLooseWithout(map, 'D4')).toEqual([]);
});
