import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCommand } from './testing/run-command';

/** Runs the command in a process of its own, as people do. */
const annotations = (args: string[]) => runCommand('annotations', args, { from: folder });

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'standpoint-annotations-'));
  const sound = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: 'https://notes.example/1',
    type: 'Annotation',
    motivation: 'bragging',
    bodyValue: 'True.',
    target: 'https://texts.example/mines',
  };
  writeFileSync(join(folder, 'sound.json'), JSON.stringify(sound));
  writeFileSync(join(folder, 'unsound.json'), JSON.stringify({ ...sound, target: 9 }, null, 1));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the annotations command', () => {
  test('says of each file whether it is sound, and why not', async () => {
    const { code, stdout, stderr } = await annotations(['sound.json', 'unsound.json']);
    expect(JSON.parse(stdout)).toEqual({
      results: [
        {
          file: 'sound.json',
          valid: true,
          reason: null,
          warnings: ['/motivation: "motivation" is no word of the model'],
          annotations: 1,
        },
        {
          file: 'unsound.json',
          valid: false,
          reason: expect.stringMatching(/^line 7: \/target: .*\.$/),
          warnings: [],
          annotations: 0,
        },
      ],
    });
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  }, 30_000);

  test('ends well when all are', async () => {
    expect(await annotations(['sound.json'])).toMatchObject({ code: 0, stderr: '' });
  }, 30_000);

  test.each([
    ['no file', []],
    ['a file that is not there', ['nowhere.json']],
    ['an option that it does not have', ['--strict', 'sound.json']],
  ])(
    'refuses %s with one line and code 2',
    async (_, args) => {
      const { code, stdout, stderr } = await annotations(args);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toMatch(/^standpoint annotations: [^\n]+\n$/);
    },
    30_000,
  );
});
