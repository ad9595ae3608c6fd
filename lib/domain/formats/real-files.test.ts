import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { FormatName } from './format-names';
import { importMap } from './import-map';
import { fieldOf, listOf, recordOf } from './json-text';
import { groupsIn, linksIn } from './reading.fixture';
import { refusalLine } from './refusal';
import type { ReportEntry } from './report';
import { soundMap } from './sound-map';

// Files that other tools wrote. Their licences keep them out of the project; where they lie beside the checkout, each is
// read here. Elsewhere the fixtures of the same shape in the other tests must do.

const folder = resolve(import.meta.dirname, '../../../../shared/data');
const isHere = existsSync(folder);

const contentOf = (format: string, name: string): Uint8Array => readFileSync(join(folder, format, name));
const filesOf = (format: string, pattern: RegExp): string[] =>
  readdirSync(join(folder, format)).filter((name) => pattern.test(name) && name !== 'EXPECTED.json');

/** `rephrase 8`, one for each reason. */
function tally(entries: readonly ReportEntry[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { reason } of entries) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
}

async function readReal(format: FormatName, name: string) {
  const result = await importMap(contentOf(format === 'xaif' ? 'aif' : format, name), { fileName: name });
  if (!result.ok) return refusalLine(result.error);
  const { map, from, report } = result.value;
  expect(from).toBe(format);
  expect(soundMap.safeParse(map).success).toBe(true);
  for (const { place, message } of [...report.dropped, ...report.guessed, ...report.merged]) {
    expect(place).not.toBe('');
    expect(message).toMatch(/^\S.*\.$/);
  }
  return {
    map,
    report,
    dropped: tally(report.dropped),
    guessed: tally(report.guessed),
    merged: tally(report.merged),
  };
}

const read = async (format: FormatName, name: string) => {
  const answer = await readReal(format, name);
  if (typeof answer === 'string') throw new Error(answer);
  return answer;
};

const expectedArgdown = z.object({
  files: z.record(
    z.string(),
    z.object({
      statements: z.number(),
      arguments: z.number(),
      pcsArguments: z.number(),
      relations: z.record(z.string(), z.number()),
      tags: z.number(),
      sections: z.number(),
      parserErrors: z.number(),
      exceptions: z.number(),
    }),
  ),
});

function argdownFiles(): void {
  const { files } = expectedArgdown.parse(
    JSON.parse(readFileSync(join(folder, 'argdown/EXPECTED.json'), 'utf8')),
  );

  test('are all expected', () => {
    expect(filesOf('argdown', /\.argdown$/).sort()).toEqual(Object.keys(files).sort());
  });

  test.each(Object.entries(files))('%s: the parser finds what it should', async (name, expected) => {
    const { relations, parserErrors, exceptions, ...counts } = expected;
    const answer = await readReal('argdown', name);
    if (parserErrors + exceptions > 0) {
      expect(answer).toMatch(/^line \d+: \S/);
      return;
    }
    if (typeof answer === 'string') throw new Error(answer);
    const found = answer.report.found;
    expect(found).toEqual({
      ...counts,
      ...Object.fromEntries(Object.entries(relations).map(([type, count]) => [`relations.${type}`, count])),
    });
    const { statements, arguments: all, pcsArguments } = counts;
    expect(answer.map.claims).toHaveLength(statements + all - pcsArguments);
  });

  test.each([
    ['dung-reinstatement-4chain.argdown', 3, 0, {}],
    ['legalisation-softdrugs.argdown', 19, 2, { 'undercut-of-argument': 2 }],
    ['mcp-valid.argdown', 5, 0, {}],
    ['veggie_debate.argdown', 58, 0, {}],
    ['semmelweis_betz.argdown', 43, 0, { 'symmetric-conflict': 6 }],
    ['vargmark-pattern_3_undercut.argdown', 5, 0, { 'symmetric-conflict': 1, entailment: 1 }],
  ])('%s becomes %i relations, %i of them undercuts', async (name, relations, undercuts, guesses) => {
    const { map, guessed } = await read('argdown', name);
    expect(map.relations).toHaveLength(relations);
    expect(map.relations.filter(({ kind }) => kind === 'undercuts')).toHaveLength(undercuts);
    expect(guessed).toMatchObject(guesses);
  });

  test('every written-out argument links its premises', async () => {
    const { map, dropped } = await read('argdown', 'semmelweis_betz.argdown');
    expect(groupsIn(map)).toHaveLength(10);
    expect(dropped).toMatchObject({ 'argument-description': 10, tag: 6, heading: 6 });
  });
}

function aifFiles(): void {
  const rows = {
    // relations, groups, undercuts, what is dropped, what is guessed beside motion, title and language
    'araucaria-198.json': [23, 9, 0, {}, {}],
    'araucaria-31.json': [4, 2, 0, {}, {}],
    'arguebuf-6064-original.json': [5, 0, 0, { 'node-not-argument': 29 }, { 'speaker-from-words': 9 }],
    'carneades-117.json': [14, 6, 0, {}, {}],
    'iac-7050.json': [18, 0, 0, {}, {}],
    'qt30-23565.json': [
      10,
      3,
      0,
      { 'node-not-argument': 102, rephrase: 8, 'scheme-without-premise': 1 },
      { 'speaker-from-words': 23 },
    ],
    'qt30-24809.json': [54, 0, 0, { 'node-not-argument': 449, rephrase: 48 }, {}],
    'us2016-10250.json': [
      26,
      3,
      0,
      { 'node-not-argument': 110, rephrase: 1, 'edge-without-meaning': 1 },
      { 'speaker-from-words': 32 },
    ],
    'us2016-10436.json': [
      52,
      1,
      0,
      { 'node-not-argument': 452, rephrase: 4, 'scheme-without-conclusion': 1, 'edge-without-meaning': 2 },
      { 'speaker-from-words': 110 },
    ],
  } as const;

  test('are all expected', () => {
    expect(filesOf('aif', /\.json$/).sort()).toEqual(
      [...Object.keys(rows), 'iac-7107-empty.json', 'xaif-1.json'].sort(),
    );
  });

  test.each(Object.entries(rows))('%s', async (name, [relations, groups, undercuts, drops, guesses]) => {
    const { map, dropped, guessed, merged } = await read('aif', name);
    const nodes = listOf(
      fieldOf(recordOf(JSON.parse(Buffer.from(contentOf('aif', name)).toString())), 'nodes'),
    ).map(recordOf);
    expect(map.claims).toHaveLength(nodes.filter((node) => node.type === 'I').length);
    expect(map.relations).toHaveLength(relations);
    expect(groupsIn(map)).toHaveLength(groups);
    expect(map.relations.filter(({ kind }) => kind === 'undercuts')).toHaveLength(undercuts);
    const { 'motion-guessed': motions, ...others } = guessed;
    expect(motions).toBe(map.claims.filter(({ isMotion }) => isMotion).length);
    expect({ dropped, others, merged }).toEqual({
      dropped: drops,
      others: { 'format-detected': 1, 'title-missing': 1, 'language-unknown': 1, ...guesses },
      merged: {},
    });
  });

  test('an empty one is refused', async () => {
    expect(await readReal('aif', 'iac-7107-empty.json')).toBe('line 1: There is no claim in the file.');
  });

  test('one with a text keeps the passages', async () => {
    const { map, dropped } = await read('xaif', 'xaif-1.json');
    expect(
      map.claims.map(({ text, speaker, citations }) => [text, speaker, citations.map(({ exact }) => exact)]),
    ).toEqual([
      ['A', 'Participant Rachel', ['A']],
      ['B', 'Participant Rachel', ['B']],
    ]);
    expect(map.relations).toHaveLength(1);
    expect(dropped).toMatchObject({ 'person-details': 1 });
  });
}

function sadfaceFiles(): void {
  const rows = {
    // claims, relations, groups, attacks, citations with a range, attacks whose direction is a guess
    'GENERATED-araucaria-104.json': [3, 2, 1, 0, 1, 0],
    'GENERATED-araucaria-132.json': [7, 6, 1, 1, 3, 1],
    'GENERATED-build_attack-v0.5-reversed-edges.json': [4, 3, 1, 1, 0, 1],
    'GENERATED-iac-7002.json': [15, 11, 0, 10, 0, 10],
    'GENERATED-qt30-17919.json': [16, 5, 0, 0, 0, 0],
    'hangback-v0.2.json': [4, 3, 1, 1, 0, 0],
    'monkeypuzzle-cyto3.json': [5, 4, 2, 0, 0, 0],
  } as const;
  const empty = ['minimal.json', 'monkeypuzzle-empty_v0.1.json'];

  test('are all expected', () => {
    expect(filesOf('sadface', /\.json$/).sort()).toEqual([...Object.keys(rows), ...empty].sort());
  });

  test.each(Object.entries(rows))(
    '%s',
    async (name, [claims, relations, groups, attacks, ranges, directions]) => {
      const { map, guessed } = await read('sadface', name);
      expect(map.claims).toHaveLength(claims);
      expect(map.relations).toHaveLength(relations);
      expect(groupsIn(map)).toHaveLength(groups);
      expect(map.relations.filter(({ kind }) => kind === 'attacks')).toHaveLength(attacks);
      const citations = map.claims.flatMap((claim) => claim.citations);
      expect(citations.filter(({ start }) => start !== undefined)).toHaveLength(ranges);
      expect(guessed['attack-direction'] ?? 0).toBe(directions);
    },
  );

  test.each(empty)('%s has nothing in it and is refused', async (name) => {
    expect(await readReal('sadface', name)).toBe('line 1: There is no claim in the file.');
  });

  test.each([
    [
      'GENERATED-build_attack-v0.5-reversed-edges.json',
      'Mines kill civilians for decades',
      'Mines protect the border',
    ],
    ['hangback-v0.2.json', 'Road users have a responsibility', "The 'Hang Back' campaign was the wrong"],
    ['GENERATED-araucaria-132.json', 'There is no apparent reason', 'An anonymous hold has been placed'],
  ])('%s: what attacks what', async (name, from, to) => {
    const { map } = await read('sadface', name);
    const words = new Map(map.claims.map(({ id, text }) => [id, text]));
    const attack = map.relations.find(({ kind }) => kind === 'attacks');
    expect([words.get(attack?.from ?? ''), words.get(attack?.to ?? '')]).toEqual([
      expect.stringContaining(from),
      expect.stringContaining(to),
    ]);
    expect(linksIn(map).length).toBeGreaterThan(0);
  });
}

if (isHere) {
  describe('real Argdown files', () => argdownFiles());
  describe('real AIF files', () => aifFiles());
  describe('real SADFace files', () => sadfaceFiles());
} else {
  test('real files of other tools are not here, so none is read', () => {
    expect(isHere).toBe(false);
  });
}
