import { describe, expect, test } from 'vitest';
import { exportMap } from './export-map';
import { fieldOf, listOf, recordOf } from './json-text';
import type { MapDocument } from './map-document';
import { claim, groupsIn, mapOf, read, reasonsIn } from './reading.fixture';

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
