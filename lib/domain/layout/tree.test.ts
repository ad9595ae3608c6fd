import { describe, expect, it } from 'vitest';
import { screenGeometry } from './geometry';
import { buildTree, nodeOf } from './tree';
import type { LayoutInput, LayoutRelation, Wing } from './types';

type Arrow = readonly [id: string, from: string, kind: LayoutRelation['kind'], to: string | { line: string }];

function debate(sides: Readonly<Record<string, Wing>>, arrows: readonly Arrow[]): LayoutInput {
  return {
    rootId: 'M',
    rootHeightPx: 200,
    claims: Object.entries(sides).map(([id, wing], order) => ({
      id,
      wing,
      order,
      heightPx: { inner: 80, outer: 80 },
    })),
    relations: arrows.map(([id, fromClaimId, kind, to], order) => ({
      id,
      fromClaimId,
      kind,
      to: typeof to === 'string' ? { claimId: to } : { relationId: to.line },
      order,
    })),
    folded: new Set(),
    unfolded: new Set(),
    autoFold: false,
    geometry: screenGeometry(1096, 848),
  };
}

const placeOf = (input: LayoutInput, id: string) => {
  const { wing, ring, parentId, parentRelationId } = nodeOf(buildTree(input), id);
  return { wing, ring, parentId, parentRelationId };
};

describe('buildTree', () => {
  it('hangs a claim below the first target that lies on its own wing', () => {
    const input = debate({ a: 'start', b: 'end', c: 'start' }, [
      ['r1', 'a', 'supports', 'M'],
      ['r2', 'b', 'attacks', 'M'],
      ['r3', 'c', 'attacks', 'b'],
      ['r4', 'c', 'supports', 'a'],
    ]);
    expect(placeOf(input, 'c')).toEqual({ wing: 'start', ring: 2, parentId: 'a', parentRelationId: 'r4' });
  });

  it('makes a claim whose relations all go to the other wing a guest of the first ring', () => {
    const input = debate({ a: 'start', b: 'end' }, [
      ['r1', 'b', 'attacks', 'M'],
      ['r2', 'a', 'attacks', 'b'],
    ]);
    expect(placeOf(input, 'a')).toEqual({ wing: 'start', ring: 1, parentId: 'M', parentRelationId: null });
  });

  it('hangs an undercut below the claim whose line it meets when both are on one wing', () => {
    const input = debate({ a: 'start', u: 'start', v: 'end' }, [
      ['r1', 'a', 'supports', 'M'],
      ['r2', 'u', 'undercuts', { line: 'r1' }],
      ['r3', 'v', 'undercuts', { line: 'r1' }],
    ]);
    expect(placeOf(input, 'u')).toMatchObject({ ring: 2, parentId: 'a', parentRelationId: 'r2' });
    expect(placeOf(input, 'v')).toMatchObject({ wing: 'end', ring: 1, parentRelationId: null });
  });

  it('gives a claim without a side the wing of what it speaks to, through other such claims', () => {
    const input = debate({ x: 'none', y: 'none', b: 'end', z: 'none', w: 'none' }, [
      ['r1', 'b', 'attacks', 'M'],
      ['r2', 'y', 'supports', 'b'],
      ['r3', 'x', 'supports', 'y'],
      ['r4', 'z', 'supports', 'M'],
      ['r5', 'w', 'attacks', 'M'],
    ]);
    const tree = buildTree(input);
    expect(['x', 'y', 'z', 'w'].map((id) => nodeOf(tree, id).wing)).toEqual(['end', 'end', 'start', 'end']);
  });

  it('places every claim of a circle once, with a way to the motion', () => {
    const input = debate({ a: 'start', b: 'start', c: 'start', lost: 'start' }, [
      ['r1', 'a', 'supports', 'b'],
      ['r2', 'b', 'supports', 'c'],
      ['r3', 'c', 'supports', 'a'],
    ]);
    const tree = buildTree(input);
    expect([...tree.nodes.keys()].sort()).toEqual(['M', 'a', 'b', 'c', 'lost']);
    expect(['a', 'b', 'c', 'lost'].map((id) => nodeOf(tree, id).ring)).toEqual([3, 2, 1, 1]);
  });

  it('leaves out relations without both ends and their undercuts', () => {
    const input = debate({ a: 'start' }, [
      ['r1', 'a', 'supports', 'nobody'],
      ['r2', 'a', 'undercuts', { line: 'r1' }],
      ['r3', 'a', 'supports', 'a'],
      ['r4', 'a', 'supports', 'M'],
    ]);
    expect(buildTree(input).relations.map((relation) => relation.id)).toEqual(['r4']);
  });
});
