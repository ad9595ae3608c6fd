// Everything that `npm start` and `npm run dev` do once the packages are there: prepare, run, watch, stop.
//
// The supervisor (this process) holds two children: the web server, and the embedded PostgreSQL. Either may
// be killed and comes back; when the supervisor itself is killed, the web server notices and ends, and the
// database is adopted by the next start.

import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EmbeddedServer } from '../database/embedded-server';
import { isPortFree } from '../database/free-port';
import { MigrationRefused } from '../database/migrate';
import { type Environment, EnvironmentError, readEnvironment } from '../environment';
import { readSecrets } from '../secrets';
import { announcement } from './announce';
import { type AppDatabase, migrateAppDatabase, openAppDatabase } from './app-database';
import { buildApp, generateClient, isBuilt, seedContent } from './prepare';
import { endPrograms } from './program';
import { makeSetupLink } from './setup-link';
import { onShellGone } from './shell-above';
import { webEnvironment } from './web-environment';
import { superviseWeb, type WebProcess } from './web-process';

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const complain = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

/** What this start holds, filled in as it goes, so that a stop at any moment ends all of it. */
class Run {
  private database: Promise<AppDatabase> | null = null;
  private web: WebProcess | null = null;
  private stopped: Promise<never> | null = null;

  constructor(
    private readonly root: string,
    private readonly dev: boolean,
    private readonly environment: Environment,
  ) {}

  get isStopping(): boolean {
    return this.stopped !== null;
  }

  /** Stops web, then database, then this process. The second call waits for the first. */
  stop(code: number): Promise<never> {
    this.stopped ??= (async () => {
      endPrograms();
      await this.web?.stop();
      const database = await this.database?.catch(() => null);
      await database?.server?.stop();
      rmSync(this.statePath, { force: true });
      return process.exit(code);
    })();
    return this.stopped;
  }

  private get statePath(): string {
    return join(this.environment.dataFolder, 'running.json');
  }

  /** Leaves the numbers of the processes in the data folder, for operators and for crash tests. */
  private writeState(server: EmbeddedServer | null): void {
    const state = {
      url: this.environment.publicUrl,
      supervisor: process.pid,
      web: this.web?.pid() ?? null,
      database: server?.pid() ?? null,
    };
    if (existsSync(this.environment.dataFolder)) {
      writeFileSync(this.statePath, `${JSON.stringify(state)}\n`, { mode: 0o600 });
    }
  }

  private async timed<T>(doing: string, work: Promise<T>, worthTelling: (result: T) => boolean): Promise<T> {
    const began = Date.now();
    const result = await work;
    if (worthTelling(result)) say(`${doing} (${((Date.now() - began) / 1000).toFixed(1)} s).`);
    return result;
  }

  async begin(): Promise<void> {
    const { environment, root, dev } = this;
    const secrets = readSecrets(environment);
    if (!(await isPortFree(environment.port, environment.host))) {
      throw new EnvironmentError(
        `Port ${environment.port} of ${environment.host} is taken: Standpoint may already run. ` +
          'Stop what uses it, or set PORT to another one.',
      );
    }
    await this.timed('Generated the database client', generateClient(root), Boolean);
    this.database = openAppDatabase(environment, say);
    const database = await this.database;
    await this.timed(
      'Migrated the database',
      migrateAppDatabase(database, root),
      (applied) => applied.length > 0,
    );
    await this.timed(
      'Wrote the worked debate',
      seedContent(root, database.ownerUrl(), database.appUrl()),
      Boolean,
    );
    if (!dev) {
      if (!isBuilt(root)) say('Building the app; this takes about a minute.');
      await this.timed('Built the app', buildApp(root), Boolean);
    }
    const setupLink = await makeSetupLink(database.appUrl(), environment.publicUrl);
    if (this.isStopping) return;

    const web = superviseWeb({
      root,
      env: webEnvironment(environment, secrets, database.appUrl(), dev),
      tell: complain,
      onReady: () => this.writeState(database.server),
      onGivenUp: (reason) => {
        complain(reason);
        void this.stop(1);
      },
    });
    this.web = web;
    database.server?.onLost(() => {
      void this.bringBack(database, web, () => webEnvironment(environment, secrets, database.appUrl(), dev));
    });
    await web.ready;
    for (const line of announcement(environment, setupLink)) say(line);
  }

  /** After the database was killed: starts it again while the web server answers 503 and lives on. */
  private async bringBack(
    database: AppDatabase,
    web: WebProcess,
    env: () => NodeJS.ProcessEnv,
  ): Promise<void> {
    const { server } = database;
    if (server === null || this.isStopping) return;
    complain('The database ended; starting it again.');
    const port = server.port;
    try {
      await server.recover();
    } catch (error) {
      complain(error instanceof Error ? error.message : String(error));
      await this.stop(1);
    }
    if (this.isStopping) return;
    complain('The database is back.');
    if (server.port === port) this.writeState(server);
    else await web.restart(env());
  }
}

/** What the person at the terminal reads; where it came from only matters to whoever asks with LOG_LEVEL=debug. */
const explain = (error: unknown): string => {
  if (error instanceof EnvironmentError || error instanceof MigrationRefused) return error.message;
  if (error instanceof Error)
    return process.env.LOG_LEVEL === 'debug' ? (error.stack ?? error.message) : error.message;
  return String(error);
};

/**
 * Prepares and serves the app until a signal stops it. Resolves once it is ready; the process ends by
 * itself, with 0 after a signal and 1 after a failure.
 */
export const serve = async ({ root, dev }: { root: string; dev: boolean }): Promise<void> => {
  if (existsSync('.env')) process.loadEnvFile('.env');
  let run: Run | null = null;
  const stop = () => {
    if (run === null) process.exit(0);
    if (!run.isStopping) say('Stopping.');
    void run.stop(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  onShellGone(stop);
  try {
    run = new Run(root, dev, readEnvironment(process.env));
    await run.begin();
  } catch (error) {
    if (run?.isStopping) return;
    complain(`\nStandpoint cannot start.\n${explain(error)}`);
    if (run === null) process.exit(1);
    await run.stop(1);
  }
};
