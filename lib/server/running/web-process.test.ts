import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { superviseWeb, type WebProcess } from './web-process';

// Real processes, with small programs in the place of the web server.

let root: string;
let web: WebProcess | null;
let told: string[];
let starts: number;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'standpoint-web-'));
  mkdirSync(join(root, 'scripts'));
  web = null;
  told = [];
  starts = 0;
});
afterEach(async () => {
  await web?.stop();
  rmSync(root, { recursive: true });
});

const serving = `process.send({ type: 'ready', port: 1 }); process.on('message', () => process.exit(0));`;

/** Supervises a program; resolves with the reason when the supervisor gives up. */
const supervise = (program: string): Promise<string> => {
  writeFileSync(join(root, 'scripts', 'web.mjs'), program);
  return new Promise((resolve) => {
    web = superviseWeb({
      root,
      env: { ...process.env },
      tell: (line) => told.push(line),
      onReady: () => {
        starts += 1;
      },
      onGivenUp: resolve,
    });
  });
};

test('a killed web server is started again', async () => {
  void supervise(serving);
  await web?.ready;
  const first = web?.pid() as number;
  process.kill(first, 'SIGKILL');
  await expect.poll(() => starts, { timeout: 20_000 }).toBe(2);
  expect(web?.pid()).not.toBe(first);
  expect(told).toEqual(['The web server ended (SIGKILL); starting it again.']);
}, 30_000);

test('one that always ends is given up with a reason', async () => {
  expect(await supervise('process.exit(3)')).toBe(
    'The web server ended 5 times within a minute. Its messages above say why.',
  );
}, 60_000);

test('one that says why it cannot start is not tried again', async () => {
  const reason = await supervise(
    `process.send({ type: 'failed', reason: 'Port 3000 is taken.' }, () => process.exit(1));`,
  );
  expect(reason).toBe('Port 3000 is taken.');
  expect(told).toEqual([]);
}, 30_000);

test('one that does not listen to signals is ended within the patience', async () => {
  void supervise(`${serving.replace('process.exit(0)', '{}')} process.on('SIGTERM', () => {});`);
  await web?.ready;
  const pid = web?.pid() as number;
  const began = Date.now();
  await web?.stop();
  expect(Date.now() - began).toBeLessThan(5_000);
  expect(() => process.kill(pid, 0)).toThrow();
}, 30_000);
