import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { contentHash, readStamp, writeStamp } from './content-hash';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'standpoint-hash-'));
  mkdirSync(join(root, 'app', 'deep'), { recursive: true });
  writeFileSync(join(root, 'app', 'page.tsx'), 'one');
  writeFileSync(join(root, 'app', 'deep', 'part.test.ts'), 'test');
});
afterEach(() => rmSync(root, { recursive: true }));

const hash = (extra = ''): string =>
  contentHash(root, ['app', 'missing', 'next.config.js'], extra, (path) => !path.endsWith('.test.ts'));

test('the same files have the same name', () => {
  expect(hash()).toBe(hash());
  expect(hash()).toMatch(/^[0-9a-f]{64}$/);
});

test.each([
  ['a changed file', () => writeFileSync(join(root, 'app', 'page.tsx'), 'two')],
  ['a new file', () => writeFileSync(join(root, 'app', 'new.ts'), '')],
  ['a moved file', () => renameSync(join(root, 'app', 'page.tsx'), join(root, 'app', 'deep', 'page.tsx'))],
  ['a file that was missing', () => writeFileSync(join(root, 'next.config.js'), '')],
])('%s changes it', (_name, change) => {
  const before = hash();
  change();
  expect(hash()).not.toBe(before);
});

test('what does not matter does not change it, and what it depends on does', () => {
  const before = hash();
  writeFileSync(join(root, 'app', 'deep', 'part.test.ts'), 'other test');
  expect(hash()).toBe(before);
  expect(hash('v22')).not.toBe(before);
});

test('text cannot wander from one file to the next unseen', () => {
  writeFileSync(join(root, 'app', 'a.ts'), 'xy');
  writeFileSync(join(root, 'app', 'b.ts'), 'z');
  const before = hash();
  writeFileSync(join(root, 'app', 'a.ts'), 'x');
  writeFileSync(join(root, 'app', 'b.ts'), 'yz');
  expect(hash()).not.toBe(before);
});

test('a stamp is read back, and is nothing before', () => {
  const path = join(root, 'made', 'stamp');
  expect(readStamp(path)).toBeNull();
  writeStamp(path, 'abc');
  expect(readStamp(path)).toBe('abc');
});
