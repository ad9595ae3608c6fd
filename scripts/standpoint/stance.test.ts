import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import {
  SMALL_EXPECTED,
  SMALL_OUT,
  smallVotes,
} from '@/lib/domain/stance/opinion-map/small-conversation.fixture';
import { claimTallies } from '@/lib/domain/stance/opinion-map/statistics';
import { commentLines, votesLines } from '@/lib/domain/stance/polis-export/writer';
import { run } from './stance';
import { runCommand } from './testing/run-command';

let folder: string;
const written = {
  matrix: smallVotes(),
  participants: SMALL_EXPECTED.group.map((_, p) => `${100 + p}`),
  claimIds: [10, 11, 12, 13, 14, 15, 16, 17, 18, 19],
};
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'standpoint-stance-'));
  mkdirSync(join(folder, 'small'));
  const comments = written.claimIds.map((id, c) => {
    return { id, text: `Claim ${id}`, moderation: 1 as const, isMeta: SMALL_OUT[c] === 1 };
  });
  const tallies = claimTallies(written.matrix);
  const file = (name: string, lines: Iterable<string>) =>
    writeFileSync(join(folder, name), [...lines].join(''));
  file('small/participants-votes.csv', votesLines(written));
  file('small/comments.csv', commentLines(comments, written.claimIds, tallies));
  file('given.csv', ['participant,group-id\n100,4\n101,4\n110,7\n111,7\n999,7\n']);
  file('letters.csv', ['participant,1\n1,x\n']);
  file('header.csv', ['participant,1\r1,1\r']);
  file('wide.json', [`{"in-conv":[${'1,'.repeat(100_000)}1]}`]);
  file('empty.csv', []);
  file('huge.csv', []);
  truncateSync(join(folder, 'huge.csv'), 200_000_000);
});
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

/** Runs the command in a process of its own, as people do. */
const stance = (args: string[]) => runCommand('stance', args, { from: folder });

const numbers = z.record(z.string(), z.number());
const claims = z.array(z.number());
const answer = z.strictObject({
  groups: numbers,
  positions: z.record(z.string(), z.tuple([z.number(), z.number()])),
  representative: z.record(
    z.string(),
    z.array(
      z.strictObject({
        claim: z.number(),
        for: z.enum(['agree', 'disagree']),
        pTest: z.number(),
        repness: z.number(),
        repnessTest: z.number(),
        pSuccess: z.number(),
      }),
    ),
  ),
  consensus: z.strictObject({ agree: claims, disagree: claims }),
  groupAwareConsensus: numbers,
  priorities: numbers,
  unsettled: numbers,
  explained: z.tuple([z.number(), z.number()]),
  notices: z.array(z.object({ kind: z.string() })),
  uniform: z.array(z.string()),
  milliseconds: numbers,
});

describe('the stance command', () => {
  test('writes the map of an export by the ids of the export', async () => {
    const { code, stdout, stderr } = await stance(['small', '--mode', 'polis', '-o', 'out.json']);
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '', stderr: '' });
    const found = answer.parse(JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8')));
    const inGroups = SMALL_EXPECTED.group.flatMap((id, p) => (id < 0 ? [] : [[`${100 + p}`, id] as const]));
    expect(found.groups).toEqual(Object.fromEntries(inGroups));
    expect(found.representative['0']?.map(({ claim }) => claim)).toEqual([11, 10, 16, 13, 14]);
    expect(found.consensus).toEqual({ agree: [18], disagree: [19] });
    expect(found.priorities['17']).toBe(49);
    expect(found.positions['103']?.[0]).toBeCloseTo(SMALL_EXPECTED.x[3], 10);
    expect(found.uniform).toEqual(['119']);
    expect(Object.keys(found.unsettled)).toEqual(Object.keys(found.groups));
  }, 30_000);

  test('computes statistics for groups that are given, and says who is not there', async () => {
    const { code, stdout, stderr } = await stance(['small/participants-votes.csv', '--groups', 'given.csv']);
    const found = answer.parse(JSON.parse(stdout));
    expect(found.groups).toEqual({ '100': 4, '101': 4, '110': 7, '111': 7 });
    expect(Object.keys(found.representative)).toEqual(['4', '7']);
    // 2 of 2 agree in one group, 0 of 2 in the other.
    expect(found.groupAwareConsensus['10']).toBeCloseTo((3 / 4) * (1 / 4), 12);
    expect(code).toBe(0);
    expect(stderr).toMatch(/^standpoint stance: 1 participants of given.csv are not in the export/);
  }, 30_000);

  test.each([
    ['no file', [], 'usage: standpoint stance'],
    ['a file that is not there', ['nowhere'], 'nowhere: There is no such file.'],
    ['a folder without votes', ['.'], 'There is no participants-votes.csv in this folder.'],
    ['an unknown mode', ['small', '--mode', 'best'], 'unknown mode "best"'],
    ['a native map from published clusters', ['small', '--mode', 'native', '--warm', 'x'], '--mode polis'],
    ['letters in votes', ['letters.csv'], 'letters.csv: line 2: "x" is not a vote on claim 1.'],
    ['a table without rows', ['header.csv'], 'header.csv: '],
    ['0 bytes', ['empty.csv'], 'empty.csv: The file is empty.'],
    ['200 MB', ['huge.csv'], 'huge.csv: The file is larger than 100000000 bytes.'],
    ['a published file that is none', ['small', '--warm', 'given.csv'], 'given.csv: The JSON is broken'],
    ['a published file of more people than a conversation has', ['small', '--warm', 'wide.json'], '/in-conv'],
    ['an answer onto a folder', ['small', '-o', 'small'], 'small: It cannot be written (EISDIR).'],
  ])('refuses %s with one line and code 2', async (_, args, part) => {
    vi.stubEnv('INIT_CWD', folder);
    const said: string[] = [];
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
    vi.spyOn(process.stdout, 'write').mockImplementation(() => expect.unreachable('nothing is answered'));
    expect(await run(args)).toBe(2);
    expect(said).toEqual([expect.stringMatching(/^standpoint stance: [^\n]+\n$/)]);
    expect(said[0]).toContain(part);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});
