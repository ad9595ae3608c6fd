import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCommand } from './testing/run-command';

/** Runs the command in a process of its own, as people do, with `input` on standard input. */
const strength = (args: string[], input = '') => runCommand('strength', args, { from: folder, input });

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'standpoint-strength-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const fileOf = (name: string, content: string): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

const map = JSON.stringify({
  claims: [
    { id: 'a', base: 0.5 },
    { id: 'b', base: 1 },
    { id: '__proto__', base: 0.5 },
  ],
  relations: [
    { id: 'r', from: 'b', to: 'a', kind: 'attacks' },
    { id: 'u', from: '__proto__', to: 'r', kind: 'undercuts', weight: 0.5 },
  ],
});

describe('the strength command', () => {
  test('prints one JSON object and nothing else', async () => {
    const { code, stdout, stderr } = await strength([fileOf('map.json', map)]);
    // Energy -0.75.
    expect(stdout).toBe(
      '{"strengths":{"__proto__":0.5,"a":0.32,"b":1},"labels":{},"converged":true,"iterations":1,"damped":[]}\n',
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  }, 30_000);

  test('reads a file where the caller stands, not where npm runs', async () => {
    fileOf('beside.json', map);
    expect(await strength(['beside.json'])).toMatchObject({ code: 0, stderr: '' });
  }, 30_000);

  test('reads standard input, by another lens, with labels', async () => {
    const { code, stdout } = await strength(['-', '--semantics', 'df-quad', '--labels'], map);
    expect(JSON.parse(stdout)).toMatchObject({
      strengths: { a: 0.125, b: 1 },
      labels: { a: 'in', b: 'in' },
    });
    expect(code).toBe(0);
  }, 30_000);

  test.each([
    ['no file', [], '', 'usage: standpoint strength'],
    ['two files', ['a', 'b'], '', 'usage: standpoint strength'],
    ['an unknown option', ['-', '--lables'], '', '--lables'],
    ['an unknown semantics', ['-', '--semantics', 'grounded'], '', 'unknown semantics "grounded"'],
    ['a file that is not there', ['nowhere.json'], '', 'nowhere.json'],
    ['a folder', ['.'], '', 'EISDIR'],
    ['broken JSON', ['-'], '{\n"claims": [}', 'line 2: The JSON is broken here'],
    ['a hostile name', ['-'], '{"claims":[{"id":"a\\nb","base":2}],"relations":[]}', '/claims/0/base'],
  ])(
    'refuses %s with one line and code 2',
    async (_, args, input, part) => {
      const { code, stdout, stderr } = await strength(args, input);
      expect(stderr).toContain(part);
      expect(stderr).toMatch(/^standpoint strength: [^\n]+\n$/);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    },
    30_000,
  );
});
