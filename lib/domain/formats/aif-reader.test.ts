import { describe, expect, test } from 'vitest';
import { aif, aifFile as file } from './aif.fixture';
import { linksIn, read, reasonsIn, refused } from './reading.fixture';

describe('AIF', () => {
  test('is claims with inferences and conflicts between them', async () => {
    const { map, from, report } = await read(
      file(
        [
          ['1', 'I'],
          ['2', 'I'],
          ['3', 'I'],
          ['4', 'RA', 'Default Inference'],
          ['5', 'CA', 'Default Conflict'],
        ],
        [
          ['2', '4'],
          ['4', '1'],
          ['3', '5'],
          ['5', '1'],
        ],
      ),
    );
    expect(from).toBe('aif');
    expect(map.claims.map(({ id, text, isMotion }) => [id, text, isMotion])).toEqual([
      ['1', 'I 1', true],
      ['2', 'I 2', false],
      ['3', 'I 3', false],
    ]);
    expect(map.relations).toEqual([
      { id: '4', from: '2', to: '1', kind: 'supports' },
      { id: '5', from: '3', to: '1', kind: 'attacks' },
    ]);
    expect(report.found).toEqual({ 'nodes.I': 3, 'nodes.RA': 1, 'nodes.CA': 1, edges: 4 });
    expect(report.dropped).toEqual([]);
  });

  test('takes numbers for ids, and needs neither edge ids nor locutions', async () => {
    const { map } = await read(
      JSON.stringify({
        nodes: [
          { nodeID: 1, type: 'I', text: 'A' },
          { nodeID: 2, type: 'I', text: 'B' },
          { nodeID: 3, type: 'RA', text: 'RA' },
        ],
        edges: [
          { fromID: 2, toID: 3 },
          { fromID: 3, toID: 1 },
        ],
      }),
    );
    expect(linksIn(map)).toEqual(['2 supports 1']);
  });

  test('links premises that share a node', async () => {
    const { map } = await read(
      file(
        [
          ['a', 'I'],
          ['b', 'I'],
          ['c', 'I'],
          ['s', 'RA', 'RA'],
        ],
        [
          ['b', 's'],
          ['c', 's'],
          ['b', 's'],
          ['s', 'a'],
        ],
      ),
    );
    expect(map.relations).toEqual([
      { id: 's.1', from: 'b', to: 'a', kind: 'supports', group: 's' },
      { id: 's.2', from: 'c', to: 'a', kind: 'supports', group: 's' },
    ]);
  });

  test('undercuts where a conflict leads to an inference or a conflict', async () => {
    const { map } = await read(
      file(
        [
          ['a', 'I'],
          ['b', 'I'],
          ['u', 'I'],
          ['v', 'I'],
          ['ra', 'RA'],
          ['ca', 'CA'],
          ['cb', 'CA'],
        ],
        [
          ['b', 'ra'],
          ['ra', 'a'],
          ['u', 'ca'],
          ['ca', 'ra'],
          ['v', 'cb'],
          ['cb', 'ca'],
        ],
      ),
    );
    expect(linksIn(map)).toEqual([
      'b supports a',
      'u undercuts (b supports a)',
      'v undercuts (u undercuts (b supports a))',
    ]);
  });

  test('names the scheme when it has a name of its own', async () => {
    const { map } = await read(
      file(
        [
          ['a', 'I'],
          ['b', 'I'],
          ['s', 'RA', 'Expert Opinion', { scheme: 'Expert Opinion', schemeID: '1' }],
        ],
        [
          ['b', 's'],
          ['s', 'a'],
        ],
      ),
    );
    expect(map.relations[0]?.scheme).toBe('Expert Opinion');
  });

  test('takes the speaker of a claim from its locution, and leaves the dialogue out', async () => {
    const { map, report } = await read(
      file(
        [
          ['1', 'I', 'It rains'],
          ['2', 'L', 'Ann : It rains'],
          ['3', 'YA', 'Asserting'],
          ['4', 'L', 'Bob : Why?'],
          ['5', 'TA'],
          ['6', 'YA', 'Questioning'],
        ],
        [
          ['2', '3'],
          ['3', '1'],
          ['4', '5'],
          ['5', '2'],
          ['4', '6'],
          ['6', '1'],
        ],
      ),
    );
    expect(map.claims[0]?.speaker).toBe('Ann');
    expect(reasonsIn(report.guessed)).toContain('/nodes/1 speaker-from-words');
    expect(reasonsIn(report.dropped)).toEqual([
      '/nodes/3 node-not-argument',
      '/nodes/4 node-not-argument',
      '/nodes/5 node-not-argument',
    ]);
  });

  test('tells what cannot be: no premise, no conclusion, both ends of a relation, loose ends', async () => {
    const { map, report } = await read(
      file(
        [
          ['a', 'I'],
          ['b', 'I'],
          ['s', 'RA'],
          ['t', 'RA'],
          ['u', 'RA'],
          ['m', 'MA'],
          ['p', 'PA'],
          ['z', 'XX'],
          ['l', 'L'],
        ],
        [
          ['s', 'a'],
          ['b', 't'],
          ['b', 'u'],
          ['u', 't'],
          ['a', 'm'],
          ['m', 'b'],
          ['u', 'l'],
          ['b', 'nowhere'],
          ['b', 'a'],
        ],
      ),
    );
    expect(linksIn(map)).toEqual(['b supports a']);
    expect(reasonsIn(report.dropped)).toEqual([
      '/edges/7 edge-end-missing',
      '/nodes/2 scheme-without-premise',
      '/nodes/3 scheme-without-conclusion',
      '/edges/3 support-of-relation',
      '/edges/6 edge-without-meaning',
      '/nodes/5 rephrase',
      '/nodes/6 preference',
      '/nodes/7 node-unknown',
      '/nodes/8 node-not-argument',
    ]);
    expect(reasonsIn(report.guessed)).toContain('/edges/8 edge-as-support');
  });

  test('takes an inference to several conclusions for several, and an undercut of it for one of each', async () => {
    const { map, report } = await read(
      file(
        [
          ['a', 'I'],
          ['b', 'I'],
          ['c', 'I'],
          ['u', 'I'],
          ['s', 'RA'],
          ['t', 'CA'],
        ],
        [
          ['c', 's'],
          ['s', 'a'],
          ['s', 'b'],
          ['u', 't'],
          ['t', 's'],
        ],
      ),
    );
    expect(linksIn(map)).toEqual([
      'c supports a',
      'c supports b',
      'u undercuts (c supports a)',
      'u undercuts (c supports b)',
    ]);
    expect(reasonsIn(report.guessed)).toContain('/nodes/4 several-conclusions');
  });

  test('survives undercuts in a circle, repeated nodes, claims without words, prototypes for ids', async () => {
    const { map, report } = await read(
      file(
        [
          ['a', 'I'],
          ['a', 'I', 'again'],
          ['', 'I'],
          ['e', 'I', ' '],
          ['__proto__', 'I'],
          ['constructor', 'I'],
          ['s', 'CA'],
          ['t', 'CA'],
          ['w', 'RA'],
        ],
        [
          ['a', 's'],
          ['s', 't'],
          ['__proto__', 't'],
          ['t', 's'],
          ['e', 'w'],
          ['w', 'a'],
          ['constructor', '__proto__'],
        ],
      ),
    );
    expect(map.claims.map(({ id }) => id)).toEqual(['a', '__proto__', 'constructor']);
    expect(linksIn(map)).toEqual(['constructor supports __proto__']);
    expect(reasonsIn(report.dropped)).toEqual([
      '/nodes/1 node-repeated',
      '/nodes/2 node-without-id',
      '/nodes/3 claim-without-text',
      '/nodes/6 undercuts-in-a-circle',
      '/nodes/7 undercuts-in-a-circle',
      '/nodes/8 relation-end-missing',
    ]);
  });

  test.each([
    ['that is empty', { nodes: [], edges: [], locutions: [] }, 'line 1: There is no claim in the file.'],
    [
      'of another shape',
      { nodes: 5, edges: [] },
      'line 1: "nodes" is not what AIF has there: a list is expected.',
    ],
    [
      'that is xAIF',
      { AIF: aif([['a', 'I']], []), text: '' },
      'line 1: This is not AIF; it looks like xAIF.',
    ],
  ])('refuses a file %s', async (_, content, line) => {
    expect(await refused(JSON.stringify(content), { from: 'aif' })).toBe(line);
  });
});
