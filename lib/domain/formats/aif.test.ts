import { describe, expect, test } from 'vitest';
import { exportMap } from './export-map';
import { fieldOf, listOf, recordOf } from './json-text';
import type { MapDocument } from './map-document';
import { claim, groupsIn, linksIn, mapOf, read, reasonsIn, refused } from './reading.fixture';

type Node = [id: string | number, type: string, text?: string, more?: Record<string, unknown>];

const aif = (nodes: Node[], edges: [from: string | number, to: string | number][], more: object = {}) => ({
  nodes: nodes.map(([nodeID, type, text = `${type} ${nodeID}`, rest = {}]) => ({
    nodeID,
    type,
    text,
    ...rest,
  })),
  edges: edges.map(([fromID, toID], index) => ({ edgeID: index, fromID, toID, formEdgeID: null })),
  ...more,
});
const file = (...parts: Parameters<typeof aif>): string => JSON.stringify(aif(...parts));

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

describe('xAIF', () => {
  const xaif = (text: string, marked: Node[] = [], edges: [string, string][] = []) =>
    JSON.stringify({
      AIF: aif([['1', 'I', 'Bells ring'], ['2', 'I', 'at noon'], ...marked], edges, {
        participants: [{ participantID: 7, firstname: 'Ann', surname: 'Lee' }],
        locutions: [{ nodeID: 'l', personID: '7', start: null, end: null }],
        schemefulfillments: null,
      }),
      text,
      OVA: { firstname: 'Eve', surname: '', nodes: [], edges: null },
    });

  test('marks the words of a claim, or of the locution that asserts it', async () => {
    const { map, from, report } = await read(
      xaif(
        'Hear: <span id="node1" class="highlighted">bells &amp; <span id="nodel">chimes</span></span>,<br>all.',
        [
          ['l', 'L', 'Ann: chimes'],
          ['y', 'YA', 'Asserting'],
        ],
        [
          ['l', 'y'],
          ['y', '2'],
        ],
      ),
    );
    expect(from).toBe('xaif');
    expect(map.sources.map(({ key, text }) => [key, text])).toEqual([
      ['text', 'Hear: bells & chimes,\nall.'],
    ]);
    expect(map.claims).toMatchObject([
      { id: '1', citations: [{ source: 'text', start: 6, end: 20, exact: 'bells & chimes' }] },
      { id: '2', speaker: 'Ann Lee', citations: [{ source: 'text', start: 14, end: 20, exact: 'chimes' }] },
    ]);
    expect(reasonsIn(report.dropped)).toEqual(['/OVA person-details']);
  });

  test('keeps no markup: scripts, handlers, comments and open tags leave words at most', async () => {
    const { map, report } = await read(
      xaif(
        'A<script>alert(1)</script><style>b{}</style><!-- <b> --><img src=x onerror="alert(1)">B &lt;i&gt; 1 < 2' +
          '<span id="node9">C</span><SPAN ID=node2>D</SPAN>&#x41;&#0;&#xD800;&unknown; <span id="node1" <p',
      ),
    );
    expect(map.sources[0]?.text).toBe('AB <i> 1 < 2CDA&unknown; <span id="node1" <p');
    expect(map.claims.map(({ citations }) => citations.map(({ exact }) => exact))).toEqual([[], ['D']]);
    expect(reasonsIn(report.dropped)).toContain('node 9 passage-without-claim');
  });

  test('has no source when its text is empty', async () => {
    expect((await read(xaif('<br>'))).map.sources).toEqual([]);
  });
});

describe('writing AIF', () => {
  const map: MapDocument = mapOf(
    [
      claim('m', { isMotion: true }),
      claim('a', { speaker: 'Ann : Lee' }),
      claim('b', { votes: { agree: 1, disagree: 2, pass: 3 } }),
      claim('u'),
    ],
    [
      { id: 'r1', from: 'a', to: 'm', kind: 'supports', group: 'g', scheme: 'Example', weight: 0.5 },
      { id: 'r2', from: 'b', to: 'm', kind: 'supports', group: 'g' },
      { id: 'r3', from: 'u', to: 'r2', kind: 'undercuts' },
    ],
  );
  const write = (format: 'aif' | 'xaif', of = map) => {
    const result = exportMap(of, format, { writtenAt: '2026-11-23T08:00:00' });
    if (!result.ok) throw new Error(result.error.message);
    return { json: recordOf(JSON.parse(result.value.files[0].text)), report: result.value.report };
  };

  test('gives nodes with types and dates, edges, speakers and participants', () => {
    const { json, report } = write('aif');
    const nodes = listOf(json.nodes).map(recordOf);
    expect(nodes.map((node) => [node.nodeID, node.type, node.text])).toEqual([
      ['m', 'I', 'Claim m.'],
      ['a', 'I', 'Claim a.'],
      ['b', 'I', 'Claim b.'],
      ['u', 'I', 'Claim u.'],
      ['r1', 'RA', 'Example'],
      ['r3', 'CA', 'Default Conflict'],
      ['a.said', 'L', 'Ann : Lee : Claim a.'],
      ['a.asserted', 'YA', 'Asserting'],
    ]);
    expect(nodes[0]?.timestamp).toBe('2026-11-23 08:00:00');
    expect(listOf(json.edges).map((edge) => [recordOf(edge).fromID, recordOf(edge).toID].join('>'))).toEqual([
      'a>r1',
      'b>r1',
      'r1>m',
      'u>r3',
      'r3>r1',
      'a.said>a.asserted',
      'a.asserted>a',
    ]);
    expect(listOf(json.participants)).toEqual([{ participantID: '1', firstname: 'Ann : Lee', surname: '' }]);
    expect(report.dropped.map(({ values }) => [values.field, values.count])).toEqual([
      ['title', 1],
      ['language', 1],
      ['motion', 1],
      ['votes', 1],
      ['weight', 1],
    ]);
    expect(reasonsIn(report.merged)).toEqual(['relation r1 linked-premises', 'relation r3 undercuts-linked']);
  });

  test('marks passages in one text, and leaves out those that cross', async () => {
    const sources = [
      { key: 'one', title: 'One', text: 'Bells <ring>.' },
      { key: 'two', title: 'Two', text: 'At noon.' },
    ];
    const cited = mapOf(
      [
        claim('a', { citations: [{ source: 'one', start: 0, end: 12 }, { source: 'two' }] }),
        claim('b', {
          citations: [
            { source: 'one', start: 6, end: 13 },
            { source: 'two', start: 3, end: 7, exact: 'noon' },
          ],
        }),
      ],
      [],
      { sources },
    );
    const { json, report } = write('xaif', cited);
    expect(json.text).toBe(
      '<span id="nodea.said" class="highlighted">Bells &lt;ring&gt;</span>.<br><br>At <span id="nodeb.said" class="highlighted">noon</span>.',
    );
    expect(reasonsIn(report.dropped)).toContain('claim b passage-crosses');
    expect(reasonsIn(report.merged)).toEqual(['/sources sources-joined']);
    expect(report.dropped.find(({ place }) => place === '/citations')?.values.count).toBe(1);
    expect(fieldOf(json, 'OVA')).toBeDefined();
    const back = await read(JSON.stringify(json));
    expect(groupsIn(back.map)).toEqual([]);
    expect(back.map.claims.map(({ citations }) => citations.map(({ exact }) => exact))).toEqual([
      ['Bells <ring>'],
      ['noon'],
    ]);
    expect(back.report.dropped).toEqual([]);
  });
});
