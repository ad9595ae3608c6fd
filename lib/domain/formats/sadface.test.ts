import { describe, expect, test } from 'vitest';
import { exportMap } from './export-map';
import { claim, groupsIn, linksIn, mapOf, read, reasonsIn, refused } from './reading.fixture';

const atom = (id: string, more: object = {}) => ({
  id,
  type: 'atom',
  text: `Atom ${id}.`,
  sources: [],
  metadata: {},
  ...more,
});
const node = (id: string, type: string, name: string) => ({ id, type, name, metadata: {} });
const edge = (source_id: string, target_id: string) => ({
  id: `${source_id}-${target_id}`,
  source_id,
  target_id,
});

const file = (version: string | null, nodes: object[], edges: object[], more: object = {}): string =>
  JSON.stringify(
    version === null
      ? {
          analyst_name: 'Eve',
          created: '2018-01-01T00:00:00',
          id: 'x',
          metadata: {},
          nodes,
          edges,
          resources: [],
          ...more,
        }
      : {
          metadata: { core: { title: 'Bells', description: 'On bells.', version } },
          nodes,
          edges,
          resources: [],
          ...more,
        },
  );

const attack = (edges: object[], version = '0.5.4.0') =>
  file(version, [atom('target'), atom('attacker'), node('c', 'conflict', 'attack')], edges);

describe('SADFace', () => {
  test('0.2 has scheme nodes between atoms', async () => {
    const { map, from, report } = await read(
      file(
        '0.2',
        [atom('a'), atom('b'), atom('c'), node('s', 'scheme', 'support'), node('t', 'scheme', 'conflict')],
        [edge('t', 'a'), edge('c', 't'), edge('b', 's'), edge('s', 'a')],
      ),
    );
    expect(from).toBe('sadface');
    expect([map.title, map.summary]).toEqual(['Bells', 'On bells.']);
    expect(linksIn(map)).toEqual(['b supports a', 'c attacks a']);
    expect(reasonsIn(report.guessed).filter((reason) => reason.includes('attack'))).toEqual([]);
  });

  test('0.1 has its metadata at the top, which names a person', async () => {
    const { map, report } = await read(
      file(
        null,
        [atom('a1'), atom('a2'), atom('a3'), node('s1', 'scheme', 'Default\nSupport')],
        [edge('a1', 's1'), edge('a2', 's1'), edge('s1', 'a3')],
      ),
    );
    expect(groupsIn(map)).toEqual(['a1 + a2']);
    expect(map.relations.map(({ scheme }) => scheme)).toEqual([undefined, undefined]);
    expect(reasonsIn(report.dropped)).toEqual(['/analyst_name person-details']);
  });

  test('0.5 has inferences and conflicts', async () => {
    const { map } = await read(
      file(
        '0.5.4.0',
        [atom('a'), atom('b'), node('s', 'inference', 'RA'), node('m', 'inference', 'rephrase')],
        [edge('b', 's'), edge('s', 'a'), edge('a', 'm'), edge('m', 'b')],
      ),
    );
    expect(linksIn(map)).toEqual(['b supports a']);
  });

  test('guesses the kind of a scheme by its name, and says so', async () => {
    const { map, report } = await read(
      file(
        '0.2',
        [
          atom('a'),
          atom('b'),
          node('s', 'scheme', 'Argument from Example'),
          node('t', 'scheme', 'Rebutting'),
        ],
        [edge('b', 's'), edge('s', 'a'), edge('a', 't'), edge('t', 'b')],
      ),
    );
    expect(map.relations).toMatchObject([
      { kind: 'supports', scheme: 'Argument from Example' },
      { kind: 'attacks', scheme: 'Rebutting' },
    ]);
    expect(reasonsIn(report.guessed)).toEqual(
      expect.arrayContaining(['/nodes/2 scheme-kind', '/nodes/3 scheme-kind']),
    );
  });

  test('undercuts where a conflict leads to a scheme', async () => {
    const { map } = await read(
      file(
        '0.2',
        [atom('a'), atom('b'), atom('u'), node('s', 'scheme', 'support'), node('t', 'scheme', 'conflict')],
        [edge('b', 's'), edge('s', 'a'), edge('u', 't'), edge('t', 's')],
      ),
    );
    expect(linksIn(map)).toEqual(['b supports a', 'u undercuts (b supports a)']);
  });

  test('cites passages, by units or by code points, or by words that stand there once', async () => {
    const content = 'Bells 🔔 ring. Bells ring at noon.';
    const source = (text: string, offset: number, length: number) => ({
      resource_id: 'r',
      text,
      offset,
      length,
    });
    const { map, report } = await read(
      file(
        '0.2',
        [
          atom('units', { sources: [source('ring', 9, 4)] }),
          atom('points', { sources: [source('ring', 8, 4)] }),
          atom('moved', { sources: [source('at noon', 0, 7)] }),
          atom('twice', { sources: [source('Bells', 3, 5)] }),
          atom('lost', { sources: [{ resource_id: 'q', text: 'x', offset: 0, length: 1 }] }),
        ],
        [],
        { resources: [{ id: 'r', content, type: 'text', metadata: {} }] },
      ),
    );
    const ring = { source: 's1', start: 9, end: 13, exact: 'ring' };
    expect(map.claims.map(({ citations }) => citations)).toEqual([
      [ring],
      [ring],
      [{ source: 's1', start: 26, end: 33, exact: 'at noon' }],
      [{ source: 's1', exact: 'Bells' }],
      [],
    ]);
    expect(reasonsIn(report.dropped)).toEqual([
      '/nodes/3/sources/0 passage-not-found',
      '/nodes/4/sources/0 source-missing',
    ]);
  });
});

describe('which end of a SADFace attack is which', () => {
  const forward = [edge('attacker', 'c'), edge('c', 'target')];
  // As build_attack of 0.5 writes it: the edge to the attacker first.
  const reversed = [edge('c', 'attacker'), edge('target', 'c')];

  test.each([
    ['forward', forward],
    ['reversed', reversed],
  ])('is told by the order of the edges from 0.5 on, as a guess (%s)', async (direction, edges) => {
    const { map, report } = await read(attack(edges));
    expect(linksIn(map)).toEqual(['attacker attacks target']);
    const guess = report.guessed.find(({ reason }) => reason === 'attack-direction');
    expect(guess).toMatchObject({
      place: '/nodes/2',
      values: { version: '0.5.4.0', direction, evidence: 'order' },
    });
  });

  test('is no question before 0.5, whatever the order', async () => {
    const { map, report } = await read(attack([edge('c', 'attacker'), edge('target', 'c')], '0.2'));
    expect(linksIn(map)).toEqual(['target attacks attacker']);
    expect(reasonsIn(report.guessed).join()).not.toContain('attack-direction');
  });

  test('is told by what stands at the ends where that says more', async () => {
    const several = file(
      '0.5',
      [atom('t'), atom('x'), atom('y'), node('c', 'conflict', 'attack')],
      [edge('t', 'c'), edge('c', 'x'), edge('c', 'y')],
    );
    expect(groupsIn((await read(several)).map)).toEqual(['x + y']);
    const undercut = file(
      '0.5',
      [atom('a'), atom('b'), atom('u'), node('s', 'inference', 'support'), node('c', 'conflict', 'attack')],
      [edge('b', 's'), edge('s', 'a'), edge('s', 'c'), edge('c', 'u')],
    );
    expect(linksIn((await read(undercut)).map)).toContain('u undercuts (b supports a)');
  });

  test.each([
    ['forward', 'target attacks attacker'],
    ['reversed', 'attacker attacks target'],
  ] as const)('can be said by who reads (%s)', async (sadfaceAttacks, link) => {
    const { map, report } = await read(attack(reversed), { sadfaceAttacks });
    expect(linksIn(map)).toEqual([link]);
    expect(reasonsIn(report.guessed).join()).not.toContain('attack-direction');
  });
});

describe('a SADFace file', () => {
  test('without atoms is refused', async () => {
    expect(await refused(file('0.2', [], []))).toBe('line 1: There is no claim in the file.');
  });

  test('without edges is refused', async () => {
    expect(
      await refused(JSON.stringify({ metadata: {}, nodes: [], resources: [] }), { from: 'sadface' }),
    ).toBe('line 1: "nodes" or "edges" is not what SADFace has there: a list is expected.');
  });

  test('is written as 0.2, with UUIDs, no analyst, and own ids in a namespace', () => {
    const result = exportMap(
      mapOf([claim('m', { isMotion: true }), claim('a')], [{ id: 'r', from: 'a', to: 'm', kind: 'attacks' }]),
      'sadface',
      { writtenAt: '2026-11-23T08:00:00' },
    );
    if (!result.ok) throw new Error(result.error.message);
    const uuid = expect.stringMatching(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(JSON.parse(result.value.files[0].text)).toMatchObject({
      metadata: {
        core: { version: '0.2', title: 'A map', analyst_name: '', created: '2026-11-23T08:00:00' },
      },
      nodes: [
        { id: uuid, type: 'atom', text: 'Claim m.', metadata: { standpoint: { id: 'm', isMotion: true } } },
        { id: uuid, type: 'atom', metadata: { standpoint: { id: 'a' } } },
        { id: uuid, type: 'scheme', name: 'conflict' },
      ],
      edges: [{ id: uuid }, { id: uuid }],
    });
    expect(result.value.report.dropped).toEqual([]);
  });

  test('with own fields that make no sense is read without them', async () => {
    const wild = { standpoint: { id: '', code: 5, isMotion: 'yes', side: 'nowhere', citations: 'all' } };
    const { map } = await read(
      file(
        '0.2',
        [
          atom('a', { metadata: wild }),
          { ...node('s', 'scheme', 'support'), metadata: { standpoint: { relations: 7 } } },
        ],
        [],
      ),
    );
    expect(map.claims).toEqual([{ id: 'a', text: 'Atom a.', isMotion: true, side: null, citations: [] }]);
  });
});
