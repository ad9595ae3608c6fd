import { spawn } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { randomMapDocument } from '@/lib/domain/formats/random-map.fixture';
import { run } from './convert';

const root = resolve(import.meta.dirname, '../..');

interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs the command line in a process of its own, as people do, with `input` on standard input. */
const standpoint = (args: string[], input = ''): Promise<Outcome> =>
  new Promise((done, failed) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/standpoint.ts', ...args], {
      cwd: root,
      env: { ...process.env, INIT_CWD: folder },
    });
    const outcome: Outcome = { code: null, stdout: '', stderr: '' };
    child.stdout.on('data', (data: Buffer) => {
      outcome.stdout += data.toString();
    });
    child.stderr.on('data', (data: Buffer) => {
      outcome.stderr += data.toString();
    });
    child.on('error', failed);
    child.on('close', (code) => done({ ...outcome, code }));
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'standpoint-convert-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const put = (name: string, content: string): string => {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), content);
  return name;
};
const get = (name: string): string => readFileSync(join(folder, name), 'utf8');

const patience = 60_000;

describe('the convert command', () => {
  test(
    'writes the result, and a report when it is asked for',
    async () => {
      const input = put(
        'bells.txt',
        'Discussion Title: Bells\n\n1. Bells should ring.\n1.1. Con: -> See 9.\n',
      );
      const { code, stdout, stderr } = await standpoint([
        'convert',
        input,
        '--to',
        'json',
        '-o',
        'bells.json',
        '--report',
        'report.json',
      ]);
      expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '', stderr: '' });
      expect(JSON.parse(get('bells.json'))).toMatchObject({
        title: 'Bells',
        claims: [{ id: '1' }],
        relations: [],
      });
      const report: unknown = JSON.parse(get('report.json'));
      expect(report).toMatchObject({
        from: 'kialo',
        to: 'json',
        dropped: [
          { place: 'line 4', reason: 'reference-not-backwards', message: expect.stringContaining('See 9') },
        ],
        guessed: [{ reason: 'format-detected' }, { reason: 'language-unknown' }],
        merged: [],
      });
    },
    patience,
  );

  test(
    'reads Argdown, and standard input; without -o the result is all that it prints',
    async () => {
      const { code, stdout, stderr } = await standpoint(
        ['convert', '-', '--from', 'argdown', '--to', 'json'],
        '[A]: One.\n  - [B]: Two.\n',
      );
      expect(JSON.parse(stdout)).toMatchObject({
        claims: [{ id: 'A' }, { id: 'B' }],
        relations: [{ from: 'B', to: 'A', kind: 'attacks' }],
      });
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    },
    patience,
  );

  test(
    'writes the CSV pair into a folder, side by side, or as one text, and reads each again',
    async () => {
      const map = put('map.json', JSON.stringify(randomMapDocument(3)));
      for (const [out, files] of [
        ['pair', ['pair/claims.csv', 'pair/relations.csv']],
        ['my-claims.csv', ['my-claims.csv', 'my-relations.csv']],
        ['both.csv', ['both.csv']],
      ] as const) {
        expect(await standpoint(['convert', map, '--to', 'csv', '-o', out])).toMatchObject({
          code: 0,
          stderr: '',
        });
        for (const file of files) expect(existsSync(join(folder, file)), file).toBe(true);
        const { stdout, code } = await standpoint(['convert', out, '--to', 'json']);
        expect(code).toBe(0);
        // The tables have no column for critical questions.
        const relations = randomMapDocument(3).relations.map(({ question: _, ...rest }) => rest);
        expect(JSON.parse(stdout)).toMatchObject({ relations });
      }
    },
    3 * patience,
  );

  test(
    'refuses with one line, exit code 2, and nothing written',
    async () => {
      const input = put('cut.json', '{"format": "standpoint/map@1",\n"claims": [');
      const before = readdirSync(folder);
      const outcome = await standpoint([
        'convert',
        input,
        '--to',
        'argdown',
        '-o',
        'cut.argdown',
        '--report',
        'cut-report.json',
      ]);
      expect(outcome).toEqual({
        code: 2,
        stdout: '',
        stderr: 'cut.json: line 2: The JSON ends in the middle.\n',
      });
      expect(readdirSync(folder)).toEqual(before);
    },
    patience,
  );

  test(
    'writes all or nothing: the map, its pair and the report',
    async () => {
      const input = put('whole.json', JSON.stringify(randomMapDocument(3)));
      put('taken/relations.csv/inside', '');
      const before = readdirSync(folder, { recursive: true }).sort();
      for (const [to, out, report] of [
        ['argdown', 'whole.argdown', 'nowhere/report.json'],
        ['csv', 'new-folder', 'nowhere/report.json'],
        ['csv', 'taken', 'report-of-taken.json'],
      ] as const) {
        const call = ['convert', input, '--to', to, '-o', out, '--report', report];
        const { code, stdout, stderr } = await standpoint(call);
        expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
        expect(stderr).toMatch(/^[^\n]+\n$/);
        expect(readdirSync(folder, { recursive: true }).sort()).toEqual(before);
      }
    },
    3 * patience,
  );

  test(
    'writes through a link without replacing it',
    async () => {
      const input = put('linked.csv', 'id,text\na,One\n');
      put('target.json', '');
      symlinkSync(join(folder, 'target.json'), join(folder, 'link.json'));
      const call = ['convert', input, '--to', 'json', '-o', 'link.json'];
      expect(await standpoint(call)).toEqual({ code: 0, stdout: '', stderr: '' });
      expect(JSON.parse(get('target.json'))).toMatchObject({ claims: [{ id: 'a' }] });
      expect(lstatSync(join(folder, 'link.json')).isSymbolicLink()).toBe(true);
    },
    patience,
  );

  test(
    'takes limits',
    async () => {
      const input = put('two.csv', 'id,text\na,One\nb,Two\n');
      expect(await standpoint(['convert', input, '--to', 'json', '--max-claims', '1'])).toEqual({
        code: 2,
        stdout: '',
        stderr: 'two.csv: line 3: The map has more than 1 claims.\n',
      });
      expect((await standpoint(['convert', input, '--to', 'json', '--max-bytes', '10'])).stderr).toBe(
        'two.csv: line 1: The file is larger than 10 bytes.\n',
      );
    },
    patience,
  );

  test(
    'prints how it is called when it is not',
    async () => {
      for (const args of [[], ['compute'], ['convert']]) {
        const { code, stdout, stderr } = await standpoint(args);
        expect(stderr).toMatch(/^Usage: npm run -s standpoint -- /);
        expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      }
    },
    patience,
  );

  test.each([
    [['nothing.json', '--to', 'json'], /^nothing\.json: There is no such file\.\n$/],
    [['x', '--to', 'word'], /^--to word is not a format; it is one of json argdown .*\n$/],
    [['x'], /^Name the format to convert to: --to F\.\n$/],
    [['--to', 'json'], /^Name one file to convert\.\n$/],
    [['x', '--to', 'json', '--max-depth', 'many'], /^--max-depth takes a number above 0\.\n$/],
    [
      ['x', '--to', 'json', '--sadface-attacks', 'up'],
      /^--sadface-attacks is auto, forward or reversed\.\n$/,
    ],
    [['x', '--to', 'json', '--colour'], /^Unknown option '--colour'.*\n$/],
  ])('says in one line what is wrong with a call: %j', async (args, line) => {
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    try {
      expect(await run(args)).toBe(2);
      expect(said.mock.calls).toEqual([[expect.stringMatching(line)]]);
    } finally {
      said.mockRestore();
    }
  });
});
