import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exportMap } from './export-map';
import { jsonFault } from './json-fault';
import { jsonPlace } from './json-text';
import type { MapDocument } from './map-document';
import { mapJsonSchema } from './map-json-schema';
import { claim, mapOf, read, refused } from './reading.fixture';

const sound = mapOf(
  [
    claim('m', { isMotion: true, side: 'a' }),
    claim('a', { citations: [{ source: 's', start: 0, end: 5, exact: 'Bells' }] }),
    claim('u'),
  ],
  [
    { id: 'r1', from: 'a', to: 'm', kind: 'supports' },
    { id: 'r2', from: 'u', to: 'r1', kind: 'undercuts' },
    { id: 'r3', from: 'a', to: 'r2', kind: 'undercuts' },
  ],
  {
    sides: [{ key: 'a', name: 'A', speaks: 'for' }],
    sources: [{ key: 's', title: 'S', text: 'Bells ring.', passages: [{ key: 'p', start: 0, end: 11 }] }],
  },
);

/** The sound map with one thing wrong. */
function broken(change: (map: MapDocument) => void): string {
  const map = structuredClone(sound);
  change(map);
  return JSON.stringify(map, null, 1);
}

const at = <Item>(items: Item[], index: number): Item => {
  const item = items[index];
  if (item === undefined) throw new Error('no such item');
  return item;
};

describe('own JSON', () => {
  test('is read as it is, and nothing is told of it', async () => {
    const { map, from, report } = await read(JSON.stringify(sound));
    expect({ map, from }).toEqual({ map: sound, from: 'json' });
    expect(report.found).toEqual({ claims: 3, relations: 3 });
    expect([report.dropped, report.merged]).toEqual([[], []]);
  });

  test('may be an empty map', async () => {
    expect((await read(JSON.stringify(mapOf([])))).map.claims).toEqual([]);
  });

  test('has the JSON Schema that is committed', () => {
    // Made by `npm run -s standpoint -- schema`, then formatted.
    const path = resolve(import.meta.dirname, '../../../docs/formats/standpoint-map-1.schema.json');
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(JSON.parse(mapJsonSchema()));
  });
});

describe('JSON of any format is refused', () => {
  const head =
    '"format":"standpoint/map@1","title":"T","language":"en","sides":[],"sources":[],"relations":[]';
  const one = (text: string) => `{"id":"a",${text},"isMotion":true,"side":null,"citations":[]}`;

  test.each([
    [
      'of a claim',
      `{${head},\n"claims":[\n${one('"text":"SHOWN",\n"text":"HIDDEN"')}]}`,
      'line 4: The key "text" is there twice.',
    ],
    [
      'written in another way',
      `{${head},\n"claims":[${one('"text":"SHOWN","\\u0074ext":"HIDDEN"')}]}`,
      'line 2: The key "text" is there twice.',
    ],
    [
      'of the map',
      `{${head},\n"claims":[${one('"text":"A"')}],\n"claims":[]}`,
      'line 3: The key "claims" is there twice.',
    ],
    [
      'in a file of another tool',
      '{"nodes":[{"nodeID":"1",\n"text":"A","type":"I","text":"B"}],"edges":[]}',
      'line 2: The key "text" is there twice.',
    ],
  ])('when a key is there twice: one %s', async (_, text, line) => {
    expect(await refused(text)).toBe(line);
    expect(await refused(text, { from: text.includes('nodes') ? 'aif' : 'json' })).toBe(line);
  });

  test('only for a key that is there twice in one object', async () => {
    const claims = `[${one('"text":"text"')}]`;
    expect((await read(`{${head},"claims":${claims}}`)).map.claims).toMatchObject([{ text: 'text' }]);
  });

  test('when a list is too long, with its length and the line on which it begins', async () => {
    const text = `{${head},\n"claims":\n[${'0,'.repeat(200_000)}0]}`;
    expect(await refused(text)).toBe('line 3: A list has 200001 entries; at most 200000 are taken.');
    expect(await refused(text.slice(0, -2))).toMatch(/^line 3: A list has 200001 entries/);
    expect(await refused(text.replace('[0,', '['))).toMatch(/more than 20000 claims/);
  });
});

describe('own JSON is refused, with line and place,', () => {
  test.each([
    [
      'of another version',
      (map: MapDocument) => Object.assign(map, { format: 'standpoint/map@2' }),
      'line 2: /format: The version is "standpoint/map@2"; "standpoint/map@1" is read.',
    ],
    [
      'with a key it does not know',
      (map: MapDocument) => Object.assign(at(map.claims, 1), { colour: 1 }),
      'line 47: /claims/1/colour: "colour" is not what standpoint/map@1 has there: the key is not known.',
    ],
    [
      'with a text for a number',
      (map: MapDocument) => Object.assign(at(map.relations, 0), { weight: 'x' }),
      'line 62: /relations/0/weight: "weight" is not what standpoint/map@1 has there: Invalid input: expected number, received string.',
    ],
    [
      'with a claim without words',
      (map: MapDocument) => Object.assign(at(map.claims, 0), { text: '  ' }),
      /^line 29: .* it is empty\.$/,
    ],
    [
      'with a control character',
      (map: MapDocument) => Object.assign(at(map.claims, 0), { text: 'a\u0000b' }),
      /^line 29: .* it holds control characters\.$/,
    ],
    [
      'with half a character',
      (map: MapDocument) => Object.assign(at(map.claims, 0), { text: 'a\ud800' }),
      /^line 29: .* it holds half a character\.$/,
    ],
    [
      'with an id twice',
      (map: MapDocument) => Object.assign(at(map.claims, 1), { id: 'm' }),
      /line 35: \/claims\/1\/id: The id "m" is there twice\.$/,
    ],
    [
      'with the id of a claim on a relation',
      (map: MapDocument) => Object.assign(at(map.relations, 0), { id: 'u' }),
      /The id "u" is there twice\.$/,
    ],
    [
      'with a code twice',
      (map: MapDocument) =>
        Object.assign(map, { claims: map.claims.map((each) => ({ ...each, code: 'D' })) }),
      /The code "D" is there twice\.$/,
    ],
    [
      'with a side it does not name',
      (map: MapDocument) => Object.assign(at(map.claims, 0), { side: 'z' }),
      /\/claims\/0\/side: No side has the key "z"\.$/,
    ],
    [
      'with a source it does not name',
      (map: MapDocument) => Object.assign(at(map.claims, 1), { citations: [{ source: 'z' }] }),
      /No source has the key "z"\.$/,
    ],
    [
      'with a quotation that is not there',
      (map: MapDocument) => Object.assign(at(at(map.claims, 1).citations, 0), { exact: 'bells' }),
      /The text of "s" says something else from 0 to 5\.$/,
    ],
    [
      'with a range past the text',
      (map: MapDocument) => Object.assign(at(at(map.claims, 1).citations, 0), { end: 12 }),
      /0 to 12 is not a range within 0 to 11\.$/,
    ],
    [
      'with an empty range',
      (map: MapDocument) => Object.assign(at(at(map.claims, 1).citations, 0), { start: 5 }),
      /5 to 5 is not a range within 0 to 11\.$/,
    ],
    [
      'with half a range',
      (map: MapDocument) => {
        delete at(at(map.claims, 1).citations, 0).end;
      },
      /A citation has a start and an end, or neither\.$/,
    ],
    [
      'with a paragraph past the text',
      (map: MapDocument) => Object.assign(at(at(map.sources, 0).passages ?? [], 0), { end: 20 }),
      /0 to 20 is not a range within 0 to 11\.$/,
    ],
    [
      'with a relation from nothing',
      (map: MapDocument) => Object.assign(at(map.relations, 0), { from: 'z' }),
      /\/relations\/0\/from: No claim has the id "z"\.$/,
    ],
    [
      'with a relation to nothing',
      (map: MapDocument) => Object.assign(at(map.relations, 0), { to: 'z' }),
      /Nothing in the map has the id "z"\.$/,
    ],
    [
      'with an undercut of a claim',
      (map: MapDocument) => Object.assign(at(map.relations, 1), { to: 'm' }),
      /An undercut meets a relation; "m" is a claim\.$/,
    ],
    [
      'with support of a relation',
      (map: MapDocument) => Object.assign(at(map.relations, 1), { kind: 'supports' }),
      /Only an undercut meets a relation; "r1" is one\.$/,
    ],
    [
      'with undercuts in a circle',
      (map: MapDocument) => Object.assign(at(map.relations, 1), { to: 'r3' }),
      /The undercut "r2" leads back to itself\.$/,
    ],
    [
      'with a claim related to itself',
      (map: MapDocument) => Object.assign(at(map.relations, 0), { to: 'a' }),
      /The claim "a" is related to itself\.$/,
    ],
    [
      'with a relation twice',
      (map: MapDocument) => {
        map.relations.push({ ...at(map.relations, 0), id: 'r9' });
      },
      /Another relation says that "a" supports "m"\.$/,
    ],
    [
      'with linked premises of two targets',
      (map: MapDocument) =>
        Object.assign(map, { relations: map.relations.map((each) => ({ ...each, group: 'g' })) }),
      /The linked premises "g" have more than one target or kind\.$/,
    ],
  ])('%s', async (_, change, line) => {
    expect(await refused(broken(change))).toMatch(line);
  });

  test.each([
    ['too many claims', { maxClaims: 2 }, /\/claims\/2: The map has more than 2 claims\.$/],
    ['too many relations', { maxRelations: 2 }, /\/relations\/2: The map has more than 2 relations\.$/],
    [
      'too long a text',
      { maxTextLength: 5 },
      /\/claims\/0\/text: A text has 8 characters; at most 5 are taken\.$/,
    ],
    ['too deep a nesting', { maxDepth: 3 }, /The nesting is deeper than 3 levels\.$/],
    ['too many bytes', { maxBytes: 10 }, /^line 1: The file is larger than 10 bytes\.$/],
  ])('for %s', async (_, limits, line) => {
    expect(await refused(JSON.stringify(sound), { limits })).toMatch(line);
  });

  test('names the line of what is missing', async () => {
    const { claims: _, ...rest } = sound;
    expect(await refused(JSON.stringify(rest), { from: 'json' })).toMatch(
      /^line 1: \/claims: "claims" is not/,
    );
    expect(await refused('{\n "claims": [],\n "relations": []\n}', { from: 'json' })).toMatch(
      /^line 1: \/format: /,
    );
  });

  test('as written is sound, keys in one order', () => {
    const [last, ...others] = [...sound.relations].reverse();
    const result = exportMap({ ...sound, relations: last ? [last, ...others].reverse() : [] }, 'json', {
      writtenAt: '',
    });
    expect(result.ok && JSON.parse(result.value.files[0].text)).toEqual(sound);
  });
});

describe('broken JSON', () => {
  test.each([
    ['{"a":1,}', 7, 'a name in double quotes is expected'],
    ['{"a" 1}', 5, 'a colon is expected'],
    ['[1 2]', 3, 'a comma or a closing bracket is expected'],
    ['[1,]', 3, 'a value is expected'],
    ['{a:1}', 1, 'a name in double quotes or } is expected'],
    ['{"a":nope}', 5, 'a value is expected'],
    ['{"a":01}', 5, 'a value is expected'],
    ['{"a":"x\ny"}', 5, 'a text is not closed or not escaped'],
    ['{} x', 3, 'something follows after the end'],
    ['[1}', 2, 'a comma or a closing bracket is expected'],
  ])('%s fails at %i', (text, offset, problem) => {
    expect(() => JSON.parse(text)).toThrow();
    expect(jsonFault(text)).toEqual({ offset, isTruncated: false, problem });
  });

  test.each(['', '{', '{"a"', '{"a":', '[1', '[1,', '{"a":"b', '[[[', '{"a":{"b":[1,{"c"'])(
    '%s is cut off',
    (text) => {
      expect(jsonFault(text).isTruncated).toBe(true);
    },
  );

  test('is refused with its line', async () => {
    expect(await refused('{\n"format": "standpoint/map@1",\n"title": nope\n}')).toBe(
      'line 3: The JSON is broken here: a value is expected.',
    );
    expect(await refused('{\n"format": "standpoint/map@1",\n"title": "A')).toBe(
      'line 3: The JSON ends in the middle.',
    );
  });
});

describe('the place of a value', () => {
  const text = '{\n "a": [\n  1,\n  {"b": "x, ] } \\" y", "c": {}}\n ],\n "d~/": null\n}';
  test.each([
    [[], { line: 1 }],
    [['a'], { line: 2, pointer: '/a' }],
    [['a', 1], { line: 4, pointer: '/a/1' }],
    [['a', 1, 'c'], { line: 4, pointer: '/a/1/c' }],
    [['d~/'], { line: 6, pointer: '/d~0~1' }],
    [['a', 7], { line: 2, pointer: '/a/7' }],
    [['nothing', 'here'], { line: 1, pointer: '/nothing/here' }],
  ])('%j is its line and pointer', (path, place) => {
    expect(jsonPlace(text, path)).toEqual(place);
  });
});
