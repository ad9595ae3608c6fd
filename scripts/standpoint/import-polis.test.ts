import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commentsFile, votesFile } from '@/lib/domain/stance/polis-export/conversation.fixture';
import { runCommand } from './testing/run-command';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'standpoint-import-polis-'));
  const at = (name: string, files: Record<string, string>) => {
    mkdirSync(join(folder, name));
    for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, name, file), text);
  };
  at('sound', { 'participants-votes.csv': votesFile(), 'comments.csv': commentsFile() });
  at('wordless', { 'participants-votes.csv': votesFile() });
  at('letters', { 'participants-votes.csv': 'participant,2,3\n1,1,0\n2,1,maybe\n' });
  at('ragged', {
    'participants-votes.csv': votesFile(),
    'comments.csv': 'comment-id,comment-body\n2,A comment\n3\n',
  });
  cpSync(join(folder, 'sound', 'comments.csv'), join(folder, 'letters', 'comments.csv'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the command in a process of its own, as people do. */
const importPolis = (args: string[]) => runCommand('import-polis', args, { from: folder });
const WORDS = ['--title', 'Night trains', '--motion', 'Night trains should return.'];

describe('the import-polis command refuses, in one line and before it looks for a database,', () => {
  test.each<[string, string[], RegExp]>([
    ['a call without arguments', [], /usage: standpoint import-polis DIR --title TITLE --motion MOTION/],
    ['a debate without a motion', ['sound', '--title', 'Night trains'], /usage: /],
    ['two folders', ['sound', 'letters', ...WORDS], /usage: /],
    ['an option that it does not have', ['sound', ...WORDS, '--sides', 'two'], /--sides/],
    ['a title without letters', ['sound', '--title', ' ', '--motion', 'One.'], /title is not taken/],
    ['a language that is none', ['sound', ...WORDS, '--language', '?'], /language is not taken/],
    ['a folder that is not there', ['nowhere', ...WORDS], /nowhere: There is no such file\.$/],
    ['votes on comments without words', ['wordless', ...WORDS], /wordless: There is no comments\.csv/],
    [
      'a vote that is none, with its row and its column',
      ['letters', ...WORDS],
      /letters\/participants-votes\.csv: .*3.*"maybe" is not a vote on claim 3/,
    ],
    [
      'a comment that is cut off, with its row',
      ['ragged', ...WORDS],
      /ragged\/comments\.csv: .*3.*1 cells where the header has 2/,
    ],
  ])(
    '%s',
    async (_, args, line) => {
      const { code, stdout, stderr } = await importPolis(args);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr.trimEnd()).toMatch(line);
      expect(stderr.trimEnd()).not.toContain('\n');
      expect(stderr).toMatch(/^standpoint import-polis: /);
    },
    30_000,
  );
});
