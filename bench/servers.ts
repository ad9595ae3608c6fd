// What is compared: the app on a production build with a database of its own, an empty Next app, a plain node:http server.

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { freePort } from '@/lib/server/database/free-port';

const root = fileURLToPath(new URL('..', import.meta.url));
const next = `${root}node_modules/next/dist/bin/next`;

export interface Running {
  url: string;
  pid: number;
  stop: () => Promise<void>;
}

const stopper = (child: ChildProcess) => async (): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
};

const pidOf = (child: ChildProcess): number => {
  if (child.pid === undefined) throw new Error('A server of the bench did not start');
  return child.pid;
};

/** Builds and starts the empty Next app. */
export async function startBaselineApp(): Promise<Running> {
  const cwd = `${root}bench/baseline-app`;
  const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' } as const;
  const built = spawnSync(process.execPath, [next, 'build'], { cwd, env, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(`The baseline did not build.\n${built.stdout}\n${built.stderr}`);
  const port = await freePort();
  const child = spawn(process.execPath, [next, 'start', '-p', String(port), '-H', '127.0.0.1'], { cwd, env });
  for await (const line of createInterface({ input: child.stdout })) if (line.includes('Ready')) break;
  return { url: `http://127.0.0.1:${port}`, pid: pidOf(child), stop: stopper(child) };
}

/** Starts the plain server on a table of its own in the given database. */
export async function startPlainServer(ownerUrl: string): Promise<Running> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query(
    'CREATE TABLE IF NOT EXISTS bench_vote (voter int, claim int, choice text, seq int, PRIMARY KEY (voter, claim))',
  );
  await client.end();
  const child = spawn(process.execPath, [`${root}bench/plain-server.mjs`], {
    env: { ...process.env, DATABASE_URL: ownerUrl },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    return { url: `http://127.0.0.1:${line.trim()}`, pid: pidOf(child), stop: stopper(child) };
  }
  throw new Error('The plain server did not start');
}
