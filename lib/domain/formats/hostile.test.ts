import { describe, expect, test } from 'vitest';
import { detectFormat } from './detect-format';
import type { FormatName } from './format-names';
import { READABLE_FORMATS } from './format-names';
import { importMap } from './import-map';
import { bytesOf, read, refused } from './reading.fixture';
import { refusalLine } from './refusal';

const repeated = (text: string, length: number): string =>
  text.repeat(Math.ceil(length / text.length)).slice(0, length);

const sample: Record<(typeof READABLE_FORMATS)[number], string> = {
  json: '{"format":"standpoint/map@1","title":"T","language":"en","sides":[],"sources":[],"claims":[],"relations":[]}',
  argdown: '[A]: One.\n  + [B]: Two.\n',
  aif: '{"nodes":[{"nodeID":"1","text":"A","type":"I"}],"edges":[],"locutions":[]}',
  xaif: '{"AIF":{"nodes":[{"nodeID":"1","text":"A","type":"I"}],"edges":[]},"text":""}',
  sadface:
    '{"metadata":{"core":{"version":"0.2"}},"resources":[],"nodes":[{"id":"a","type":"atom","text":"A"}],"edges":[]}',
  kialo: 'Discussion Title: T\n\n1. A.\n',
  csv: 'id,text\na,Bells\n',
};

describe('a file without a name for its format', () => {
  test.each(Object.entries(sample))('is told to be %s', async (format, text) => {
    const { from, report } = await read(text);
    expect(from).toBe(format);
    expect(report.guessed.map(({ reason }) => reason)).toContain('format-detected');
  });

  test.each([
    ['<?xml version="1.0"?>\n<graphml xmlns="x"></graphml>', 'graphml'],
    ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'svg'],
    ['digraph G {\n a -> b\n}', 'dot'],
    ['strict graph {a}', 'dot'],
    ['Only words, nothing else.', null],
    ['{"hello": 1}', null],
    ['{"nodes": [{"nodeID": 1', 'aif'],
    ['{"metadata": {}, "resources": [', 'sadface'],
    ['{"format": "standpoint/map@1", "cl', 'json'],
    ['(1) One\n----\n(2) Two', 'argdown'],
    ['"from","to","kind"\n', 'csv'],
  ])('%j is %s', (text, format) => {
    expect(detectFormat({ text, parse: JSON.parse }).format).toBe(format);
  });

  test.each([
    ['Only words.', 'words.argdown', 'argdown'],
    ['Only words.', 'words.ad', 'argdown'],
    ['Only words.', 'words.txt', null],
    ['{}', 'map.sadface.json', 'sadface'],
    ['{}', 'map.argdown', null],
    ['id,text\n', 'map.argdown', 'csv'],
  ])('%j called %s is %s', (text, fileName, format) => {
    expect(detectFormat({ text, fileName, parse: JSON.parse }).format).toBe(format);
  });

  test('is refused when nothing tells it', async () => {
    expect(await refused('Only words.')).toBe('line 1: The format cannot be told from the content; name it.');
    expect(await refused('digraph {a}')).toBe('line 1: DOT is written, but not read.');
  });
});

describe('another dialect', () => {
  const pairs = READABLE_FORMATS.flatMap((from) =>
    READABLE_FORMATS.filter((other) => other !== from && other !== 'argdown').map(
      (other) => [from, other] as const,
    ),
  );
  test.each(pairs)('than %s is refused: %s', async (from, other) => {
    expect(await refused(sample[other], { from })).toMatch(/^line 1: This is not .*; it looks like .*\.$/);
  });
});

describe('a file that is no text', () => {
  test.each([
    ['empty', new Uint8Array(), 'line 1: The file is empty.'],
    ['blank', bytesOf(' \n\t\r\n\ufeff'), 'line 1: The file is empty.'],
    ['UTF-16', Uint8Array.from([0xff, 0xfe, 0x7b, 0]), 'line 1: The file is UTF-16 text; save it as UTF-8.'],
    [
      'not UTF-8',
      Uint8Array.from([...bytesOf('[A]: x\n\nй'), 0xe9, 0x20]),
      'line 3: The file is not UTF-8 text.',
    ],
    ['cut in a character', bytesOf('[A]: й').subarray(0, 6), 'line 1: The file is not UTF-8 text.'],
    [
      'a picture',
      Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]),
      'line 1: The file is not UTF-8 text.',
    ],
    [
      'with control characters',
      bytesOf('[A]: x\n\n[B]: \u0000y'),
      'line 3: A control character (U+0000) does not belong in text.',
    ],
    [
      'with a bell',
      bytesOf('[A]: x\r\n\r\n[B]: \u0007y'),
      'line 3: A control character (U+0007) does not belong in text.',
    ],
  ])('is refused: %s', async (_, bytes, line) => {
    expect(await refused(bytes)).toBe(line);
  });

  test('may begin with a byte order mark', async () => {
    expect((await read(`\ufeff${sample.kialo}`)).from).toBe('kialo');
  });
});

describe('a hostile file', () => {
  const deep = (open: string, close: string, levels: number) => open.repeat(levels) + close.repeat(levels);
  const big = 5_000_000;
  const inBlocks = (piece: string, pieces: number, blocks: number) =>
    Array.from({ length: blocks }, (_, index) => `[A${index}]: ${piece.repeat(pieces)}`).join('\n\n');
  // Null: there is a map in it after all.
  const cases: [string, string, FormatName | undefined, RegExp | null][] = [
    ['5 MB of brackets', repeated('[', big), 'json', /^line 1: The nesting is deeper than 64 levels\.$/],
    [
      'deep objects',
      `{"nodes":${deep('{"a":', '}', 100_000)}}`,
      'aif',
      /The nesting is deeper than 64 levels\.$/,
    ],
    ['deep lists that close', deep('[', ']', 1_000_000), undefined, /^line 1: The format cannot be told/],
    [
      'one byte too many',
      repeated('a', big + 1),
      'argdown',
      /^line 1: The file is larger than 5000000 bytes\.$/,
    ],
    [
      'a million empty claims',
      `{"format":"standpoint/map@1","title":"T","language":"en","sides":[],"sources":[],"claims":[${repeated('0,', 4_000_000)}0],"relations":[]}`,
      'json',
      /^line 1: A list has 2000001 entries; at most 200000 are taken\.$/,
    ],
    [
      'a million wrong citations',
      `{"format":"standpoint/map@1","title":"T","language":"en","sides":[],"sources":[],"claims":[{"id":"a","text":"x","isMotion":true,"side":null,"citations":[${repeated('0,', 380_000)}0]}],"relations":[]}`,
      'json',
      /^line 1: \/claims\/0: A list has 190001 entries; at most 20000 are taken\.$/,
    ],
    [
      'a million nodes',
      `{"nodes":[${repeated('{},', 3_000_000)}{}],"edges":[]}`,
      'aif',
      /^line 1: From here on/,
    ],
    [
      'edges without end',
      `{"nodes":[{"nodeID":"1","type":"I","text":"a"}],"edges":[${'{"fromID":1,"toID":1},'.repeat(140_000)}{}]}`,
      'aif',
      /^line 1: \/edges\/100000: The map has more than 100000 relations\.$/,
    ],
    [
      '5 MB of open tags',
      `{"AIF":{"nodes":[{"nodeID":"1","type":"I","text":"a"}],"edges":[]},"text":"${repeated('<span id=node1 ', 4_900_000)}"}`,
      'xaif',
      null,
    ],
    ['5 MB of quotes', repeated('"', big), 'csv', /^line 1: The claims table has no column "id"\.$/],
    ['5 MB of rows', `id,text\n${repeated('a,b\n', 4_900_000)}`, 'csv', /^line \d+: The map has more than/],
    ['5 MB of empty rows', `id,text\n${repeated('\n', 4_900_000)}`, 'csv', /no claim/],
    [
      '5 MB of numbers',
      `Discussion Title: T\n\n${repeated('1.', 4_900_000)} A`,
      'kialo',
      /^line 3: The nesting is deeper than 64 levels\.$/,
    ],
    ['5 MB of links', `Discussion Title: T\n\n1. ${repeated('[a](', 4_900_000)}`, 'kialo', /A text has/],
    [
      '5 MB of footnotes',
      `Discussion Name:\nT\n\n1. Thesis:\n${repeated(' [1]', 4_900_000)}\n\nSources:\n[1] a\n`,
      'kialo',
      /A text has/,
    ],
    ['5 MB of comment starts', repeated('/* ', big), 'argdown', /^line 1: From here on/],
    [
      'emphasis without end',
      `\n[A]: ${repeated('_a_ ', 800_000)}`,
      'argdown',
      /^line 2: A text has 200001 characters; at most 20000 are taken\.$/,
    ],
    ['5 MB of emphasis', `[A]: ${repeated('_a_ ', 4_700_000)}`, 'argdown', /^line 1: A text has 1175001/],
    ['emphasis in many texts', inBlocks('_a_ ', 5_000, 40), 'argdown', /^line 1: From here on/],
    ['tags in many texts', inBlocks('#a ', 2_000, 100), 'argdown', /^line 1: From here on/],
    ['commas in many texts', inBlocks('ab, ', 1_300, 400), 'argdown', /^line 1: From here on/],
    ['5 MB of blank lines', `[A]: x${repeated('\n', 4_900_000)}y`, 'argdown', /^line \d+: /],
    ['5 MB of blank lines, unnamed', `x${repeated('\n', 4_900_000)}y`, undefined, /format cannot be told/],
    ['5 MB of spaces', `x${repeated(' ', 4_900_000)}y`, undefined, /format cannot be told/],
  ];

  test.each(cases)(
    'is dealt with in time: %s',
    async (_, text, from, expected) => {
      const before = performance.now();
      const result = await importMap(bytesOf(text), { from });
      const seconds = (performance.now() - before) / 1_000;
      const line = result.ok ? null : refusalLine(result.error);
      if (expected === null) expect(line).toBeNull();
      else expect(line).toMatch(expected);
      expect(line ?? '').not.toMatch(/[\r\n]/);
      // 2 s is the promise on an idle machine; tests share theirs.
      expect(seconds).toBeLessThan(8);
    },
    30_000,
  );

  test('does not reach the prototype of objects', async () => {
    const evil = '"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}';
    for (const format of READABLE_FORMATS) {
      await importMap(bytesOf(sample[format].replace(/\{/g, `{${evil},`)), { from: format });
      await importMap(bytesOf(sample[format].replaceAll('"A"', '"__proto__"')), { from: format });
    }
    await importMap(bytesOf(`[__proto__]: x {${evil}}\n  + <__proto__>: y {${evil}}\n`), { from: 'argdown' });
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  test('cut anywhere is taken or refused, never thrown', async () => {
    for (const format of READABLE_FORMATS) {
      const bytes = bytesOf(sample[format]);
      for (let length = 0; length < bytes.length; length++) {
        const result = await importMap(bytes.subarray(0, length), { from: format });
        if (!result.ok) expect(result.error.message).not.toBe('');
      }
    }
  }, 30_000);
});
