import { expect, test } from 'vitest';
import { claimOf, debateOf, relationOf } from '../debate/testing/plain-debate';
import { checkGraph } from './check-graph';
import { graphOfDebate } from './graph-of-debate';

const tally = { agree: 3, disagree: 1, pass: 9 };

test('votes are base scores, impacts are weights, and the motion starts from the middle', () => {
  const debate = debateOf(
    [claimOf('D1', { tally }), claimOf('H1', { tally: null })],
    [
      relationOf('D1', 'supports', 'M', { tally: { mean: 2, count: 4 } }),
      relationOf('H1', 'undercuts', { line: 'D1>M' }),
    ],
  );
  expect(graphOfDebate(debate)).toEqual({
    claims: [
      { id: 'M', base: 0.5 },
      { id: 'D1', base: 0.625 },
      { id: 'H1', base: 0.5 },
    ],
    relations: [
      { id: 'D1>M', from: 'D1', to: 'M', kind: 'supports', weight: 0.75, group: null },
      { id: 'H1>(D1>M)', from: 'H1', to: 'D1>M', kind: 'undercuts', weight: 1, group: null },
    ],
  });
});

test('only what is published counts, and nothing hangs in the air', () => {
  const debate = debateOf(
    [claimOf('D1'), claimOf('D2', { status: 'suggested' }), claimOf('D3', { status: 'archived' })],
    [
      relationOf('D1', 'supports', 'M', { status: 'archived' }),
      relationOf('D2', 'supports', 'M'),
      relationOf('D1', 'attacks', 'D3'),
      // Undercuts of an archived relation, and of that undercut.
      relationOf('D1', 'undercuts', { line: 'D1>M' }, { id: 'u1' }),
      relationOf('D1', 'undercuts', { line: 'u1' }, { id: 'u2' }),
    ],
  );
  const graph = graphOfDebate(debate);
  expect(graph.claims.map(({ id }) => id)).toEqual(['M', 'D1']);
  expect(graph.relations).toEqual([]);
});

test('undercuts stand in whatever order they come', () => {
  const debate = debateOf(
    [claimOf('D1'), claimOf('H1')],
    [
      relationOf('D1', 'undercuts', { line: 'u1' }, { id: 'u2' }),
      relationOf('H1', 'undercuts', { line: 'D1>M' }, { id: 'u1' }),
      relationOf('D1', 'supports', 'M'),
      relationOf('H1', 'undercuts', { line: 'c2' }, { id: 'c1' }),
      relationOf('H1', 'undercuts', { line: 'c1' }, { id: 'c2' }),
    ],
  );
  const graph = graphOfDebate(debate);
  expect(graph.relations.map(({ id }) => id).sort()).toEqual(['D1>M', 'u1', 'u2']);
  expect(checkGraph(graph).ok).toBe(true);
});

test('linked premises are one reason only where they have one kind and one target', () => {
  const group = 'g';
  const debate = debateOf(
    [claimOf('D1'), claimOf('D2'), claimOf('H1')],
    [
      relationOf('D1', 'supports', 'M', { group }),
      relationOf('D2', 'supports', 'M', { group }),
      relationOf('H1', 'attacks', 'M', { group }),
    ],
  );
  const graph = graphOfDebate(debate);
  const [first, second, other] = graph.relations.map((relation) => relation.group);
  expect(first).toBe(second);
  expect(other).not.toBe(first);
  expect(checkGraph(graph).ok).toBe(true);
});

test('a debate of several motions has each of them once', () => {
  const graph = graphOfDebate({
    ...debateOf([claimOf('D1'), claimOf('N')], [relationOf('D1', 'supports', 'N')]),
    motions: [{ id: 'M' }, { id: 'N' }],
  });
  expect(graph.claims).toEqual([
    { id: 'M', base: 0.5 },
    { id: 'N', base: 0.5 },
    { id: 'D1', base: 0.5 },
  ]);
});
