import { describe, expect, test } from 'vitest';
import type { AifNodeSketch } from './aif.fixture';
import { aif } from './aif.fixture';
import { read, reasonsIn } from './reading.fixture';

describe('xAIF', () => {
  const xaif = (text: string, marked: AifNodeSketch[] = [], edges: [string, string][] = []) =>
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
