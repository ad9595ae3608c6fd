import { expect, test } from 'vitest';
import { checkGraph } from './check-graph';
import type { ArgumentRelation } from './graph';
import { randomGraph } from './random-graph.fixture';

const claims = [
  { id: 'a', base: 0.5 },
  { id: 'b', base: 0 },
];
const line = (more: Partial<ArgumentRelation> = {}): ArgumentRelation => ({
  id: 'r',
  from: 'a',
  to: 'b',
  kind: 'supports',
  weight: 1,
  group: null,
  ...more,
});

test('sound graphs pass, whatever undercuts and groups they have', () => {
  for (let seed = 0; seed < 100; seed += 1) {
    const graph = randomGraph(seed, { claims: 8, relations: 20, undercuts: 0.4, linked: 0.3 });
    expect(checkGraph(graph)).toEqual({ ok: true, value: graph });
  }
});

test.each([
  ['a claim twice', { claims: [...claims, { id: 'a', base: 1 }] }, 'claim-repeated', 'a'],
  ['a base score over 1', { claims: [{ id: 'a', base: 1.01 }] }, 'score-outside', 'a'],
  ['a base score that is no number', { claims: [{ id: 'a', base: Number.NaN }] }, 'score-outside', 'a'],
  ['a relation twice', { relations: [line(), line()] }, 'relation-repeated', 'r'],
  ['a weight below 0', { relations: [line({ weight: -0.1 })] }, 'score-outside', 'r'],
  ['an unknown premise', { relations: [line({ from: 'x' })] }, 'claim-unknown', 'r'],
  ['an unknown target', { relations: [line({ to: 'x' })] }, 'claim-unknown', 'r'],
  ['an undercut of a claim', { relations: [line({ kind: 'undercuts' })] }, 'relation-unknown', 'r'],
  [
    'a group with two targets',
    { relations: [line({ group: 'g' }), line({ id: 's', to: 'a', group: 'g' })] },
    'group-split',
    's',
  ],
  [
    'a group of two kinds',
    { relations: [line({ group: 'g' }), line({ id: 's', kind: 'attacks', group: 'g' })] },
    'group-split',
    's',
  ],
  [
    'undercuts in a circle',
    {
      relations: [
        line({ kind: 'undercuts', to: 's' }),
        line({ id: 's', kind: 'undercuts', to: 't' }),
        line({ id: 't', kind: 'undercuts', to: 's' }),
      ],
    },
    'undercuts-in-a-circle',
    's',
  ],
  [
    'an undercut of itself',
    { relations: [line({ kind: 'undercuts', to: 'r' })] },
    'undercuts-in-a-circle',
    'r',
  ],
])('%s is named', (_, wrong, code, id) => {
  expect(checkGraph({ claims, relations: [], ...wrong })).toEqual({ ok: false, error: { code, id } });
});
