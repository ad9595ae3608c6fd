import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCommand } from './testing/run-command';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'standpoint-anchor-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the command in a process of its own, as people do, with `input` on standard input. */
const run = (args: string[], input = '') => runCommand('anchor', args, { from: folder, input });

const original = 'Nobody asked the ferrymen. The bridge was opened in May. It has been full ever since.';
const selector = {
  exact: 'The bridge was opened in May.',
  prefix: 'Nobody asked the ferrymen. ',
  suffix: ' It has been full ever since.',
  start: 27,
  end: 56,
};
const cases = [
  { id: 'a', original, edited: `News. ${original}`, selector },
  { id: 'b', original, edited: 'Nobody asked the ferrymen. It has been full ever since.', selector },
  { id: 'c', edited: original, selector: { exact: selector.exact } },
];

describe('the anchor command', () => {
  test('prints one JSON object and nothing else, null for an orphan', async () => {
    writeFileSync(join(folder, 'cases.json'), JSON.stringify({ cases }));
    const { code, stdout, stderr } = await run(['cases.json']);
    expect(JSON.parse(stdout)).toEqual({
      results: [
        { id: 'a', start: 33, end: 62, status: 'shifted', confidence: 1 },
        { id: 'b', start: null, end: null, status: 'orphan', confidence: 0 },
        { id: 'c', start: 27, end: 56, status: 'moved', confidence: 0.8 },
      ],
    });
    expect({ code, stderr, lines: stdout.split('\n').length }).toEqual({ code: 0, stderr: '', lines: 2 });
  }, 30_000);

  test.each([
    ['no file', [], '', 'usage: standpoint anchor'],
    ['an unknown option', ['-', '--fast'], '', '--fast'],
    ['a file that is not there', ['nowhere.json'], '', 'nowhere.json'],
    ['broken JSON', ['-'], '{"cases":[}', 'not JSON'],
    ['something else', ['-'], '{"claims":[]}', '/cases:'],
    ['a case without a text', ['-'], '{"cases":[{"id":"a","selector":{"exact":"b"}}]}', '/cases/0/edited:'],
  ])(
    'refuses %s with one line and code 2',
    async (_, args, input, part) => {
      const { code, stdout, stderr } = await run(args, input);
      expect(stderr).toContain(part);
      expect(stderr).toMatch(/^standpoint anchor: [^\n]+\n$/);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    },
    30_000,
  );
});
