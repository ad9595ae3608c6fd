// The embedded database: a real PostgreSQL as a child that outlives accidents. Started, adopted, watched
// and stopped here.
//
// - One cluster per data folder. The server's own lock file decides who runs it; everybody else adopts.
// - Each supervisor keeps one session open with a shared advisory lock. That session is how it notices a
//   lost server, and how the one that stops last knows that it is the last: no pid files, so a killed
//   supervisor counts for nothing the moment it dies.
// - The server is in a process group of its own: Ctrl-C reaches the supervisor, which stops the
//   application first and the database after it.

import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { databaseEnvironment, ensureCluster, superuser } from './cluster';
import { type ClusterPlace, placeCluster } from './cluster-place';
import { type DatabaseRecord, openRecord, updateRecord } from './database-record';
import { appRole, ensureDatabase, ensureRoles, grantPrivileges, ownerRole } from './database-roles';
import { freePort } from './free-port';
import { findBinaries, type PostgresBinaries } from './postgres-binaries';
import { isAlive, isPostmasterOf, type Postmaster, readPostmaster, stopPostmaster } from './postmaster';

export const databaseName = 'standpoint';

export type DatabaseRole = 'superuser' | 'owner' | 'app';

export type EmbeddedServer = {
  readonly port: number;
  /** True when a running server was taken over rather than started. */
  readonly adopted: boolean;
  readonly clusterFolder: string;
  /** Number of the server's main process. */
  pid(): number | null;
  /** Connection string of a role, to the application's database unless another is named. */
  url(role: DatabaseRole, database?: string): string;
  /** Calls back once when the server is gone, unless `stop` was asked for. */
  onLost(listener: () => void): void;
  /** Brings a lost server back: 10 tries, a second apart. The port may have changed afterwards. */
  recover(): Promise<void>;
  /** Stops the server unless another supervisor uses it. Within 5 seconds; safe to call twice. */
  stop(): Promise<'stopped' | 'left running'>;
};

export type EmbeddedServerOptions = {
  dataFolder: string;
  /** False only in tests: no waiting for the disk, so a power cut could lose data. */
  durable?: boolean;
  /** Receives one line per thing worth telling. */
  tell?: (line: string) => void;
};

/** Held, shared, by every supervisor of the server. */
const supervisorLock = 7_341_002;
const attempts = 10;
const pauseMs = 1_000;
const startPatienceMs = 60_000;
const logLimitBytes = 5_000_000;

const serverSettings = (port: number, durable: boolean): string[] => {
  const onOff = durable ? 'on' : 'off';
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    password_encryption: 'scram-sha-256',
    fsync: onOff,
    full_page_writes: onOff,
    // Also in tests: with it, a killed server has lost nothing that was acknowledged.
    synchronous_commit: 'on',
    max_connections: '100',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Private by default: no statements and no values of rows in the log.
    log_statement: 'none',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
};

class Server implements EmbeddedServer {
  port = 0;
  adopted = false;
  private session: pg.Client | null = null;
  private stopping = false;
  private lostListeners: (() => void)[] = [];

  constructor(
    private readonly dataFolder: string,
    private readonly place: ClusterPlace,
    private readonly binaries: PostgresBinaries,
    private readonly record: DatabaseRecord,
    private readonly durable: boolean,
    private readonly tell: (line: string) => void,
  ) {}

  get clusterFolder(): string {
    return this.place.clusterFolder;
  }

  pid(): number | null {
    return readPostmaster(this.clusterFolder)?.pid ?? null;
  }

  url(role: DatabaseRole, database = role === 'superuser' ? 'postgres' : databaseName): string {
    const [name, password] = {
      superuser: [superuser, this.record.superuserPassword],
      owner: [ownerRole, this.record.ownerPassword],
      app: [appRole, this.record.appPassword],
    }[role] as [string, string];
    return `postgresql://${name}:${password}@127.0.0.1:${this.port}/${database}`;
  }

  onLost(listener: () => void): void {
    this.lostListeners.push(listener);
  }

  /** Gets a session on a running server, starting one when there is none. */
  async recover(): Promise<void> {
    let failure: unknown;
    for (let attempt = 1; attempt <= attempts && !this.stopping; attempt += 1) {
      try {
        if (attempt > 1) await delay(pauseMs);
        const running = readPostmaster(this.clusterFolder);
        if (running && this.isOurs(running.pid)) {
          // A server that never answers, though it has had half of the time, is stopped and replaced.
          if (attempt > attempts / 2) await stopPostmaster(this.clusterFolder, this.binaries.pgCtl);
          else await this.adopt(running);
        } else if (running && isAlive(running.pid)) {
          // Left by a killed server, and its number now belongs to another program (usual in containers).
          rmSync(join(this.clusterFolder, 'postmaster.pid'), { force: true });
        }
        if (!this.session) await this.start();
        return;
      } catch (error) {
        failure = error;
      }
    }
    if (this.stopping) return;
    throw new Error(`The embedded database did not start. ${this.lastWords()}`, { cause: failure });
  }

  private isOurs(pid: number): boolean {
    return process.platform === 'win32' ? isAlive(pid) : isPostmasterOf(pid, this.clusterFolder);
  }

  /** Waits while a server starts; after a crash it first reads its log, which may take a while. */
  private async untilReady(ended: () => string | null): Promise<void> {
    const deadline = Date.now() + startPatienceMs;
    for (;;) {
      const end = ended();
      if (end !== null) throw new Error(end);
      if (readPostmaster(this.clusterFolder)?.status === 'ready') return;
      if (Date.now() > deadline) throw new Error('The server was not ready within a minute.');
      await delay(20);
    }
  }

  private async adopt({ pid, port }: Postmaster): Promise<void> {
    await this.untilReady(() => (this.isOurs(pid) ? null : 'The server that ran here ended.'));
    this.port = port;
    await this.openSession();
    this.adopted = true;
  }

  private async start(): Promise<void> {
    this.port = await freePort(openRecord(this.dataFolder).port);
    const log = this.openLog();
    let child: ChildProcess;
    try {
      child = spawn(
        this.binaries.postgres,
        ['-D', this.clusterFolder, ...serverSettings(this.port, this.durable)],
        {
          ...this.place.account,
          cwd: this.clusterFolder,
          detached: true,
          windowsHide: true,
          env: databaseEnvironment(),
          stdio: ['ignore', log, log],
        },
      );
    } finally {
      closeSync(log);
    }
    let ended: string | null = null;
    child.once('error', (error) => {
      ended = error.message;
    });
    child.once('exit', (code, signal) => {
      ended = `The server ended with ${signal ?? `code ${code}`}.`;
    });
    child.unref();
    await this.untilReady(() => ended);
    await this.openSession();
    this.adopted = false;
    updateRecord(this.dataFolder, { port: this.port });
  }

  private async openSession(): Promise<void> {
    const session = new pg.Client({
      connectionString: this.url('superuser'),
      application_name: 'standpoint supervisor',
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    });
    const handleLoss = (): void => {
      if (this.session !== session) return;
      this.session = null;
      if (!this.stopping) for (const listener of this.lostListeners) listener();
    };
    session.on('error', handleLoss);
    session.on('end', handleLoss);
    await session.connect();
    try {
      const place = await session.query<{ data_directory: string }>('SHOW data_directory');
      if (place.rows[0]?.data_directory !== this.clusterFolder) {
        throw new Error(`Port ${this.port} is served by the database of another folder.`);
      }
      await session.query('SELECT pg_advisory_lock_shared($1)', [supervisorLock]);
    } catch (error) {
      await session.end();
      throw error;
    }
    this.session = session;
  }

  async stop(): Promise<'stopped' | 'left running'> {
    this.stopping = true;
    const session = this.session;
    this.session = null;
    if (session) {
      const alone = await this.isLast(session);
      await session.end().catch(() => undefined);
      if (!alone) return 'left running';
    }
    await stopPostmaster(this.clusterFolder, this.binaries.pgCtl);
    return 'stopped';
  }

  private async isLast(session: pg.Client): Promise<boolean> {
    try {
      await session.query('SELECT pg_advisory_unlock_shared($1)', [supervisorLock]);
      const tried = await session.query<{ alone: boolean }>('SELECT pg_try_advisory_lock($1) AS alone', [
        supervisorLock,
      ]);
      return tried.rows[0]?.alone ?? true;
    } catch {
      // The server is already going down.
      return true;
    }
  }

  private openLog(): number {
    const path = join(this.dataFolder, 'postgres.log');
    const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    if (size > logLimitBytes) renameSync(path, `${path}.1`);
    return openSync(path, 'a', 0o600);
  }

  private lastWords(): string {
    try {
      const lines = readFileSync(join(this.dataFolder, 'postgres.log'), 'utf8').trim().split('\n').slice(-8);
      return `The last lines of ${join(this.dataFolder, 'postgres.log')}:\n${lines.join('\n')}`;
    } catch {
      return '';
    }
  }

  /** Brings roles, database and privileges to their state; quick when they are there. */
  async prepare(): Promise<void> {
    await ensureRoles(this.url('superuser'), this.record);
    await ensureDatabase(this.url('superuser'), databaseName);
    await grantPrivileges(this.url('superuser', databaseName), databaseName);
    this.tell(`Database ${this.adopted ? 'found running' : 'started'} on 127.0.0.1:${this.port}.`);
  }
}

/**
 * Starts the embedded database of a data folder, or adopts the one that runs there, and prepares its
 * roles and its database.
 *
 * @throws with a sentence that says what to do: no binaries for the platform, folder out of reach, cluster
 *   of another major version, server that does not come up within ten tries.
 */
export const startEmbeddedServer = async (options: EmbeddedServerOptions): Promise<EmbeddedServer> => {
  const { dataFolder, durable = true, tell = () => undefined } = options;
  const record = openRecord(dataFolder);
  const place = placeCluster(dataFolder);
  const binaries = findBinaries(place.account, dataFolder);
  if (await ensureCluster(place, binaries, record.superuserPassword)) {
    tell(`Made a database in ${place.clusterFolder}.`);
  }
  const server = new Server(dataFolder, place, binaries, record, durable, tell);
  await server.recover();
  await server.prepare();
  return server;
};
