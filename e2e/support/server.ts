// An app of one's own for journeys: the real supervisor on a production build, with a database, a data
// folder and a port that nothing else uses. The shared one is started before all journeys (BASE_URL);
// journeys that kill or restart things start another.

import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { freePort } from '@/lib/server/database/free-port';
import { makeTemporaryFolder } from '@/lib/server/database/temporary-folder';

const state = z.object({
  supervisor: z.number(),
  web: z.number().nullable(),
  database: z.number().nullable(),
});

const databaseRecord = z.object({ port: z.number(), appPassword: z.string(), ownerPassword: z.string() });

/** The build may be made by the first start. */
const startLimitMs = 300_000;

/** Set to nothing, so that a developer's own settings and .env never reach the tests. */
const unset = [
  'DATABASE_URL',
  'MIGRATION_DATABASE_URL',
  'PUBLIC_URL',
  'AUTH_SECRET',
  'TRUST_PROXY',
  ...['GOOGLE', 'GITHUB', 'ENTRA', 'OIDC'].flatMap((name) => [`${name}_CLIENT_ID`, `${name}_CLIENT_SECRET`]),
  ...['ENTRA_TENANT_ID', 'OIDC_ISSUER', 'OIDC_NAME'],
];

export class AppServer {
  private child: ChildProcess | null = null;
  private output = '';
  /** The one-time link of the latest start; `null` once there is an administrator. */
  setupLink: string | null = null;

  private constructor(
    private readonly folder: string,
    private readonly port: number,
    private readonly env: Readonly<Record<string, string>>,
  ) {}

  /** Starts an app and waits until it answers. The caller stops it. */
  static async start(env: Readonly<Record<string, string>> = {}): Promise<AppServer> {
    const server = new AppServer(makeTemporaryFolder('e2e'), await freePort(), env);
    await server.begin();
    return server;
  }

  get baseUrl(): string {
    return `http://localhost:${this.port}`;
  }

  get dataFolder(): string {
    return join(this.folder, 'data');
  }

  /** Where the app's own role reads and writes rows, for counting what the app did. */
  get databaseUrl(): string {
    const { port, appPassword } = this.record();
    return `postgresql://standpoint_app:${appPassword}@127.0.0.1:${port}/standpoint`;
  }

  /** Where tables may be made, for baselines that need one. */
  get ownerUrl(): string {
    const { port, ownerPassword } = this.record();
    return `postgresql://standpoint_owner:${ownerPassword}@127.0.0.1:${port}/standpoint`;
  }

  /** The web process, for measuring its CPU. */
  get webPid(): number {
    const { web } = this.processes();
    if (web === null) throw new Error('The web process is not running');
    return web;
  }

  private record(): z.infer<typeof databaseRecord> {
    return databaseRecord.parse(JSON.parse(readFileSync(join(this.dataFolder, 'database.json'), 'utf8')));
  }

  /** Everything that it printed, for the message of a failed start. */
  get log(): string {
    return this.output;
  }

  private async begin(): Promise<void> {
    const child = spawn(process.execPath, ['scripts/start.mjs'], {
      env: {
        ...process.env,
        ...Object.fromEntries(unset.map((name) => [name, ''])),
        NODE_ENV: 'production',
        HOST: '127.0.0.1',
        PORT: String(this.port),
        STANDPOINT_DATA_DIR: this.dataFolder,
        STANDPOINT_DIST_DIR: process.env.STANDPOINT_DIST_DIR ?? '.next-test',
        LOG_LEVEL: 'warn',
        ...this.env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    this.setupLink = null;
    child.stderr.on('data', (chunk: Buffer) => {
      this.output += chunk.toString();
    });
    const ready = new Promise<void>((resolve, reject) => {
      const limit = setTimeout(
        () => reject(new Error(`The app did not start in time.\n${this.output}`)),
        startLimitMs,
      );
      createInterface({ input: child.stdout }).on('line', (line) => {
        this.output += `${line}\n`;
        this.setupLink ??= /https?:\S+\/setup\?token=\S+/.exec(line)?.[0] ?? null;
        // Printed last, after the link.
        if (line.startsWith('Stop with Ctrl-C')) {
          clearTimeout(limit);
          resolve();
        }
      });
      child.once('exit', (code) => {
        clearTimeout(limit);
        reject(new Error(`The app ended with ${code} while starting.\n${this.output}`));
      });
    });
    await ready;
  }

  private processes(): z.infer<typeof state> {
    return state.parse(JSON.parse(readFileSync(join(this.dataFolder, 'running.json'), 'utf8')));
  }

  /** Waits until the app answers and reaches its database. */
  async untilHealthy(limitMs = 20_000): Promise<void> {
    const deadline = Date.now() + limitMs;
    for (;;) {
      const healthy = await fetch(`${this.baseUrl}/api/v1/health`, { signal: AbortSignal.timeout(2_000) })
        .then((response) => response.ok)
        .catch(() => false);
      if (healthy) return;
      if (Date.now() > deadline)
        throw new Error(`The app is not healthy after ${limitMs} ms.\n${this.output}`);
      await delay(100);
    }
  }

  /** Kills the web server outright; the supervisor starts it again. */
  killWeb(): void {
    const { web } = this.processes();
    if (web !== null) process.kill(web, 'SIGKILL');
  }

  /** Kills the database outright; the supervisor starts it again while the web server lives on. */
  killDatabase(): void {
    const { database } = this.processes();
    if (database !== null) process.kill(database, 'SIGKILL');
  }

  /** Kills the supervisor outright: the web server ends, the database is left for the next start. */
  async killSupervisor(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** Stops it as an operator would, and starts it on the same data and port. Resolves with how long the stop took, in ms. */
  async restart(): Promise<number> {
    const began = Date.now();
    await this.end('SIGTERM');
    const stopMs = Date.now() - began;
    await this.begin();
    return stopMs;
  }

  /** Starts it again after it was killed. */
  async startAgain(): Promise<void> {
    await this.begin();
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const { child } = this;
    this.child = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await ended;
  }

  /** Stops it and removes its data. */
  async stop(): Promise<void> {
    await this.end('SIGTERM');
    rmSync(this.folder, { recursive: true, force: true });
  }
}
