import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commentsFile, votesFile } from '@/lib/domain/stance/polis-export/conversation.fixture';

const root = resolve(import.meta.dirname, '../..');
const MB = 1_000_000;
/** The commands alone take 130 MB; a file of 95 MB that is held as a text, and as rows, takes several times this. */
const MOST_MEMORY_MB = 400;
/** For a machine that does much else: they are refused within seconds. */
const HANGS_MS = 120_000;

let folder: string;

/** Rows that are sound, as many as give so many bytes, then a last one. */
function* rows(bytes: number, last: string): Generator<string> {
  const claims = Array.from({ length: 1_000 }, (_, claim) => String(claim));
  yield `participant,${claims.join(',')}\n`;
  const votes = claims.map((_, claim) => (claim % 50 === 0 ? '1' : '')).join(',');
  let written = 0;
  for (let person = 0; written < bytes; person += 1) {
    const row = `${person},${votes}\n`;
    written += row.length;
    yield row;
  }
  yield last;
}

const VOTES = {
  letters: ['participant,2,3\n1,1,0\n2,1,maybe\n'],
  ragged: ['participant,2,3\n1,1,0\n2,1\n'],
  repeated: ['participant,2,3\n1,1,0\n1,1,1\n'],
  empty: [],
  huge: () => rows(200 * MB, ''),
  // As much as is taken, and wrong at its very end.
  late: () => rows(95 * MB, 'last,1\n'),
} satisfies Record<string, string[] | (() => Generator<string>)>;

type Kind = keyof typeof VOTES;
const KINDS = Object.keys(VOTES) as Kind[];

const EXPECTED: Record<Kind, RegExp> = {
  letters: /participants-votes\.csv: line 3: "maybe" is not a vote on claim 3\.$/,
  ragged: /participants-votes\.csv: line 3: The row has 2 cells where the header has 3\.$/,
  repeated: /participants-votes\.csv: line 3: The id "1" is there twice\.$/,
  empty: /participants-votes\.csv: The file is empty\.$/,
  huge: /participants-votes\.csv: The file is larger than 100000000 bytes\.$/,
  late: /participants-votes\.csv: line \d+: The row has 2 cells where the header has 1001\.$/,
};

interface Ended {
  code: number | null;
  said: string;
  megabytes: number;
}

/** Runs a script in a process of its own, which says at its end how much memory it has had. */
const measured = (conditions: string[], script: string, args: readonly string[]): Promise<Ended> =>
  new Promise((done, failed) => {
    const call = `${script}\nprocess.stdout.write(String(process.resourceUsage().maxRSS));`;
    const child = spawn(
      process.execPath,
      [...conditions, '--import', 'tsx', '--input-type=module', '--eval', call, '--', ...args],
      { cwd: root, env: { ...process.env, INIT_CWD: folder } },
    );
    const heard = { out: '', said: '' };
    child.stdout.on('data', (data: Buffer) => {
      heard.out += data.toString();
    });
    child.stderr.on('data', (data: Buffer) => {
      heard.said += data.toString();
    });
    child.on('error', failed);
    child.on('close', (code) => done({ code, said: heard.said, megabytes: (Number(heard.out) * 1024) / MB }));
  });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'standpoint-bad-files-'));
  for (const [kind, lines] of Object.entries(VOTES)) {
    mkdirSync(join(folder, kind));
    writeFileSync(join(folder, kind, 'comments.csv'), commentsFile());
    const chunks = typeof lines === 'function' ? lines() : lines;
    await pipeline(Readable.from(chunks), createWriteStream(join(folder, kind, 'participants-votes.csv')));
  }
  mkdirSync(join(folder, 'words'));
  writeFileSync(join(folder, 'words', 'participants-votes.csv'), votesFile());
  writeFileSync(join(folder, 'words', 'comments.csv'), '');
  truncateSync(join(folder, 'words', 'comments.csv'), 200 * MB);
}, HANGS_MS);
afterAll(() => rmSync(folder, { recursive: true }));

test(
  'the stance command refuses each bad file in one line, in bounded memory',
  async () => {
    const script = `import { run } from '@/scripts/standpoint/stance';
    for (const path of process.argv.slice(1)) if ((await run([path])) !== 2) process.exitCode = 1;`;
    const { code, said, megabytes } = await measured([], script, [...KINDS, 'words']);
    const lines = said.trimEnd().split('\n');
    expect(lines).toEqual([
      ...KINDS.map((kind) => expect.stringMatching(EXPECTED[kind])),
      expect.stringMatching(/words\/comments\.csv: The file is larger than 100000000 bytes\.$/),
    ]);
    expect(code).toBe(0);
    expect(megabytes).toBeLessThan(MOST_MEMORY_MB);
  },
  HANGS_MS,
);

test(
  'the import-polis command refuses each in the same words, in bounded memory',
  async () => {
    const script = "await import('@/scripts/standpoint/import-polis-program');";
    for (const kind of ['ragged', 'repeated', 'empty', 'huge'] as const) {
      const args = [
        'import-polis-program',
        kind,
        '--title',
        'Night trains',
        '--motion',
        'They should return.',
      ];
      const { code, said, megabytes } = await measured(['--conditions', 'react-server'], script, args);
      expect(said).toMatch(/^standpoint import-polis: [^\n]+\n$/);
      expect(said.trimEnd()).toMatch(EXPECTED[kind]);
      expect(code).toBe(2);
      expect(megabytes, kind).toBeLessThan(MOST_MEMORY_MB);
    }
  },
  HANGS_MS,
);
