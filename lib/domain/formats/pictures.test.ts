import { describe, expect, test } from 'vitest';
import { exportMap } from './export-map';
import type { FormatName } from './format-names';
import type { MapDocument } from './map-document';
import { randomMapDocument } from './random-map.fixture';
import { claim, mapOf } from './reading.fixture';

const write = (map: MapDocument, format: FormatName): string => {
  const result = exportMap(map, format, { writtenAt: '2026-11-23T08:00:00' });
  if (!result.ok) throw new Error(result.error.message);
  return result.value.files[0].text;
};

const small = mapOf(
  [
    claim('m', { isMotion: true, text: 'Bells <ring> & "chime".', code: 'M' }),
    claim('a', {
      text: 'a\\b\n*c* [d](e) 1. #f',
      side: 'x',
      speaker: 'Ann',
      citations: [{ source: 's', exact: 'Noon <1>.' }],
    }),
    claim('b', { side: 'y' }),
    claim('u'),
  ],
  [
    { id: 'r1', from: 'a', to: 'm', kind: 'supports', weight: 0.5 },
    { id: 'r2', from: 'b', to: 'm', kind: 'attacks', group: 'g' },
    { id: 'r3', from: 'a', to: 'b', kind: 'attacks' },
    { id: 'r4', from: 'u', to: 'r1', kind: 'undercuts' },
    { id: 'r5', from: 'a', to: 'm', kind: 'attacks', group: 'g' },
  ],
  {
    sides: [
      { key: 'x', name: 'X', speaks: 'for' },
      { key: 'y', name: 'Y', speaks: 'against' },
    ],
    sources: [{ key: 's', title: 'S & co', url: 'https://x.test/a', text: '' }],
  },
);

/** The elements of an XML text, opened and closed in order; throws when it is not well-formed. */
function elementsOf(xml: string): { name: string; attributes: Record<string, string>; text: string }[] {
  const all: ReturnType<typeof elementsOf> = [];
  const open: typeof all = [];
  const body = xml.replace(/^<\?xml[^>]*\?>\s*/, '');
  const piece = /<(\/?)([\w:]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy;
  let end = 0;
  for (const [whole, slash, name = '', rest = '', isAlone, text] of body.matchAll(piece)) {
    end += whole.length;
    if (text !== undefined) {
      if (/&(?!(amp|lt|gt|quot|#\d+);)/.test(text)) throw new Error(`bare & in ${text}`);
      const inner = open.at(-1);
      if (inner) inner.text += text;
    } else if (slash) {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes nothing`);
    } else {
      const attributes = Object.fromEntries(
        [...rest.matchAll(/([\w:.-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value]),
      );
      const element = { name, attributes, text: '' };
      all.push(element);
      if (!isAlone) open.push(element);
    }
  }
  if (end !== body.length || open.length > 0)
    throw new Error(`not well-formed at ${body.slice(end, end + 60)}`);
  return all;
}

const named = (elements: ReturnType<typeof elementsOf>, name: string) =>
  elements.filter((element) => element.name === name);

describe('GraphML', () => {
  const elements = elementsOf(write(small, 'graphml'));

  test('makes a node of what is undercut or linked, since no edge can meet an edge', () => {
    expect(named(elements, 'node').map(({ attributes }) => attributes.id)).toEqual([
      'm',
      'a',
      'b',
      'u',
      'r1',
      'r2',
    ]);
    expect(
      named(elements, 'edge').map(({ attributes }) => `${attributes.source}>${attributes.target}`),
    ).toEqual(['a>r1', 'r1>m', 'b>r2', 'a>r2', 'r2>m', 'a>b', 'u>r1']);
  });

  test('declares every attribute that it uses', () => {
    const keys = new Set(named(elements, 'key').map(({ attributes }) => attributes.id));
    const used = named(elements, 'data').map(({ attributes }) => attributes.key);
    expect(used.filter((key) => !keys.has(key ?? ''))).toEqual([]);
    expect(used).toContain('edge.weight');
    const ids = named(elements, 'edge').map(({ attributes }) => attributes.id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('DOT', () => {
  test('draws claims below what they lead to, and quotes what people wrote', () => {
    const text = write(small, 'dot');
    expect(text).toContain('digraph "A map" {\n  rankdir=BT;');
    expect(text).toContain('"c:m" [label="M Bells <ring> & \\"chime\\".", type="motion", penwidth=2];');
    expect(text).toContain('"c:a" [label="a\\\\b *c* [d](e) 1. #f", type="claim", side="x"];');
    expect(text).toContain('"r:r1" [shape=point, width=0.08, type="reason"];');
    expect(text).toContain('"c:u" -> "r:r1" [type="undercut"');
    expect(text).toContain('"c:b" -> "r:r2"');
    expect(text).not.toContain('undefined');
  });

  test('leaves no quote open, whatever people write', () => {
    for (let seed = 1; seed < 40; seed++) {
      const lines = write(randomMapDocument(seed), 'dot').split('\n');
      for (const line of lines) expect(line.replace(/"(?:[^"\\]|\\.)*"/g, '')).not.toContain('"');
    }
  });
});

describe('SVG', () => {
  test('is the two-sided map when there is one motion', () => {
    const text = write(small, 'svg');
    const elements = elementsOf(text);
    expect(named(elements, 'title')[0]?.text).toBe('A map');
    const words = named(elements, 'tspan').map(({ text: line }) => line);
    expect(words.join(' ')).toContain('Bells &lt;ring&gt; &amp;');
    expect(named(elements, 'g').map(({ attributes }) => attributes['data-claim-tone'])).toEqual(
      expect.arrayContaining(['a', 'b', 'none']),
    );
    expect(named(elements, 'circle')).toHaveLength(1);
  });

  test('is an outline when there are several', () => {
    const text = write(
      mapOf(
        [claim('a', { isMotion: true }), claim('b', { isMotion: true }), claim('c')],
        [{ id: 'r', from: 'c', to: 'b', kind: 'attacks' }],
      ),
      'svg',
    );
    expect(named(elementsOf(text), 'tspan').map(({ text: line }) => line)).toEqual([
      '1',
      'Claim a.',
      '2',
      'Claim b.',
      '2.1',
      'Claim c.',
    ]);
  });

  test('is well-formed and runs nothing, whatever people write', () => {
    for (let seed = 1; seed < 60; seed++) {
      const map = randomMapDocument(seed, seed % 16 || 1);
      const one = { ...map, claims: map.claims.map((each, index) => ({ ...each, isMotion: index === 0 })) };
      for (const each of [map, one]) {
        const elements = elementsOf(write(each, 'svg'));
        const names = new Set(elements.map(({ name }) => name));
        expect(
          [...names].filter(
            (name) => !['svg', 'title', 'rect', 'g', 'path', 'circle', 'text', 'tspan'].includes(name),
          ),
        ).toEqual([]);
        expect(
          elements
            .flatMap(({ attributes }) => Object.keys(attributes))
            .filter((name) => /^on|href/i.test(name)),
        ).toEqual([]);
        expect(
          elements.some(({ attributes }) =>
            Object.values(attributes).some((value) => /NaN|undefined|Infinity/.test(value)),
          ),
        ).toBe(false);
      }
    }
  }, 60_000);
});

describe('Markdown', () => {
  test('is an outline in which nothing that people wrote is markup', () => {
    expect(write({ ...small, question: 'Why?\n\nWhy *not*?' }, 'markdown')).toBe(
      [
        '# A map',
        '',
        'Why?',
        '',
        'Why \\*not\\*?',
        '',
        '- 1 **M** Bells \\<ring\\> \\& "chime".',
        '  - 1.1 *supports* · a\\\\b \\*c\\* \\[d\\](e) 1. \\#f (Ann)',
        '    > “Noon \\<1\\>.” [1]',
        '',
        '    - 1.1.1 *undercuts* · Claim u.',
        '  - 1.2 *attacks* · Claim b.',
        '    - 1.2.1 *attacks* · → 1.1',
        '  - 1.3 *attacks* · → 1.1',
        '',
        '---',
        '',
        '1. S \\& co <https://x.test/a>',
        '',
      ].join('\n'),
    );
  });

  test('names a claim that leads back to itself, and ends', () => {
    const circle = mapOf(
      [claim('a', { isMotion: true }), claim('b')],
      [
        { id: 'r1', from: 'a', to: 'b', kind: 'supports' },
        { id: 'r2', from: 'b', to: 'a', kind: 'supports' },
      ],
    );
    expect(write(circle, 'markdown')).toContain(
      '- 1 Claim a.\n  - 1.1 *supports* · Claim b.\n    - 1.1.1 *supports* · → 1\n',
    );
  });
});

describe('large maps', () => {
  test.each([
    'json',
    'argdown',
    'aif',
    'xaif',
    'sadface',
    'csv',
    'graphml',
    'dot',
    'svg',
    'markdown',
  ] as const)(
    'of 3,000 claims are written as %s',
    (format) => {
      expect(write(randomMapDocument(7, 3_000), format).length).toBeGreaterThan(100_000);
    },
    30_000,
  );

  test('deeper than Kialo text can be are refused', () => {
    const claims = Array.from({ length: 80 }, (_, index) => claim(`c${index}`, { isMotion: index === 0 }));
    const relations = claims
      .slice(1)
      .map(({ id }, index) => ({ id: `r${index}`, from: id, to: `c${index}`, kind: 'supports' as const }));
    const result = exportMap(mapOf(claims, relations), 'kialo', { writtenAt: '' });
    expect(result).toMatchObject({ ok: false, error: { code: 'too-deep' } });
  });
});
