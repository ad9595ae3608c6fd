import { type ChildProcess, spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:net';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sharedFolder } from './cluster-place';
import { isRecordPrivate } from './database-record';
import { type EmbeddedServer, startEmbeddedServer } from './embedded-server';
import { isAlive, waitForEnd } from './postmaster';
import { makeTemporaryFolder } from './temporary-folder';

// Real servers, each in a folder of its own; only the first test waits for the disk.

const isRoot = process.getuid?.() === 0;
let folder: string;
let servers: EmbeddedServer[];
let children: ChildProcess[];

const start = async (dataFolder = join(folder, 'data'), durable = false): Promise<EmbeddedServer> => {
  const server = await startEmbeddedServer({ dataFolder, durable });
  servers.push(server);
  return server;
};

const ask = async <Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> => {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
};

/** A supervisor in a process of its own; resolves once its database answers. */
const startInChild = async (dataFolder: string): Promise<ChildProcess> => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/database.ts'], {
    env: { ...process.env, STANDPOINT_DATA_DIR: dataFolder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  for await (const line of createInterface({ input: child.stdout as NodeJS.ReadableStream })) {
    if (line.startsWith('MIGRATION_DATABASE_URL=')) return child;
  }
  throw new Error('The supervisor ended before its database was ready.');
};

beforeEach(() => {
  folder = makeTemporaryFolder('server');
  servers = [];
  children = [];
});

afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  for (const server of servers) {
    await server.stop();
    const place = dirname(server.clusterFolder);
    if (place.startsWith(`${sharedFolder}/`)) rmSync(place, { recursive: true, force: true });
  }
  rmSync(folder, { recursive: true, force: true });
});

describe('a first start', () => {
  test('makes a durable database that only this machine and its passwords reach', async () => {
    const server = await start(join(folder, 'data'), true);
    const settings = await ask<{ name: string; setting: string }>(
      server.url('superuser'),
      `SELECT name, setting FROM pg_settings WHERE name IN
        ('fsync', 'full_page_writes', 'synchronous_commit', 'listen_addresses', 'unix_socket_directories',
         'password_encryption', 'data_checksums', 'server_encoding')`,
    );
    expect(Object.fromEntries(settings.map(({ name, setting }) => [name, setting]))).toEqual({
      fsync: 'on',
      full_page_writes: 'on',
      synchronous_commit: 'on',
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      password_encryption: 'scram-sha-256',
      data_checksums: 'on',
      server_encoding: 'UTF8',
    });
    expect(isRecordPrivate(join(folder, 'data'))).toBe(true);
    expect(statSync(server.clusterFolder).mode & 0o077).toBe(0);
    const wrong = server.url('app').replace(/:[^:@]+@/, ':wrong@');
    await expect(ask(wrong, 'SELECT 1')).rejects.toThrow(/password authentication failed/);
  });

  test('gives the application rows and not tables', async () => {
    const server = await start();
    await ask(server.url('owner'), 'CREATE TABLE note (id serial PRIMARY KEY, body text)');
    await ask(server.url('app'), `INSERT INTO note (body) VALUES ('kept')`);
    expect(await ask(server.url('app'), 'SELECT body FROM note')).toEqual([{ body: 'kept' }]);
    for (const sql of [
      'CREATE TABLE other (id int)',
      'DROP TABLE note',
      'TRUNCATE note',
      'CREATE SCHEMA mine',
    ]) {
      await expect(ask(server.url('app'), sql)).rejects.toThrow(/permission denied|must be owner/);
    }
    await expect(ask(server.url('app', 'postgres'), `COPY (SELECT 1) TO PROGRAM 'true'`)).rejects.toThrow();
  });

  test('by two processes at once makes one server', async () => {
    const [one, two] = await Promise.all([start(), start()]);
    expect(one?.pid()).toBe(two?.pid());
    expect(one?.url('app')).toBe(two?.url('app'));
  });
});

describe('a later start', () => {
  test('keeps the data and the port', async () => {
    const first = await start();
    await ask(first.url('owner'), 'CREATE TABLE kept (id int)');
    expect(await first.stop()).toBe('stopped');
    const second = await start();
    expect(second.adopted).toBe(false);
    expect(second.port).toBe(first.port);
    expect(await ask(second.url('app'), 'SELECT count(*)::int AS n FROM kept')).toEqual([{ n: 0 }]);
  });

  test('takes another port when a stranger has the remembered one', async () => {
    const first = await start();
    const taken = first.port;
    await first.stop();
    const stranger = await new Promise<Server>((resolve) => {
      const server = createServer().listen(taken, '127.0.0.1', () => resolve(server));
    });
    try {
      const second = await start();
      expect(second.port).not.toBe(taken);
      const record = JSON.parse(readFileSync(join(folder, 'data', 'database.json'), 'utf8'));
      expect(record.port).toBe(second.port);
    } finally {
      stranger.close();
    }
  });

  test('starts although the number in postmaster.pid now belongs to another program', async () => {
    const first = await start();
    const lockFile = join(first.clusterFolder, 'postmaster.pid');
    const lines = readFileSync(lockFile, 'utf8').split('\n');
    await first.stop();
    const account = statSync(first.clusterFolder);
    writeFileSync(lockFile, [process.pid, ...lines.slice(1)].join('\n'));
    if (isRoot) {
      const { chownSync } = await import('node:fs');
      chownSync(lockFile, account.uid, account.gid);
    }
    const second = await start();
    expect(second.pid()).not.toBe(process.pid);
    expect(await ask(second.url('app'), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });
});

describe('after a crash', () => {
  test('of the supervisor, the orphan is adopted with what was committed', async () => {
    const dataFolder = join(folder, 'data');
    const child = await startInChild(dataFolder);
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
    const server = await start(dataFolder);
    expect(server.adopted).toBe(true);
    const pid = server.pid();
    expect(pid !== null && isAlive(pid)).toBe(true);
    expect(await server.stop()).toBe('stopped');
    expect(pid !== null && isAlive(pid)).toBe(false);
  });

  test('of the server, it is noticed and brought back with what was committed', async () => {
    const server = await start();
    await ask(server.url('owner'), 'CREATE TABLE kept AS SELECT 7 AS seven');
    const lost = new Promise<void>((resolve) => server.onLost(resolve));
    const pid = server.pid() as number;
    process.kill(pid, 'SIGKILL');
    await lost;
    await waitForEnd(pid, 5_000);
    await server.recover();
    expect(server.pid()).not.toBe(pid);
    expect(await ask(server.url('app'), 'SELECT seven FROM kept')).toEqual([{ seven: 7 }]);
  });
});

test('two supervisors share one server, and the last one stops it', async () => {
  const one = await start();
  const two = await start();
  expect(two.adopted).toBe(true);
  expect(await one.stop()).toBe('left running');
  expect(await ask(two.url('app'), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  const pid = two.pid();
  expect(await two.stop()).toBe('stopped');
  expect(pid !== null && isAlive(pid)).toBe(false);
});

test('two data folders never share a server', async () => {
  const one = await start(join(folder, 'one'));
  const two = await start(join(folder, 'two'));
  expect(one.pid()).not.toBe(two.pid());
  expect(one.port).not.toBe(two.port);
});

test('a damaged record stops the start with advice', async () => {
  mkdirSync(join(folder, 'data'));
  writeFileSync(join(folder, 'data', 'database.json'), '{"port":');
  await expect(start()).rejects.toThrow(/database\.json is damaged.*backup/);
});

// Root and other accounts have different things to hold; neither run leaves any out.
if (isRoot) {
  describe('started by root in a folder that only root may enter', () => {
    const closed = (name: string): string => {
      mkdirSync(join(folder, name), { mode: 0o700 });
      return join(folder, name, 'data');
    };

    test('the database runs under another account in a place that it can reach', async () => {
      const server = await start(closed('home'));
      expect(server.clusterFolder.startsWith(`${sharedFolder}/home-`)).toBe(true);
      expect(statSync(server.clusterFolder).uid).not.toBe(0);
      await ask(server.url('owner'), 'CREATE TABLE kept (id int)');
      await server.stop();
      const again = await start(join(folder, 'home', 'data'));
      expect(again.clusterFolder).toBe(server.clusterFolder);
      expect(await ask(again.url('app'), 'SELECT count(*)::int AS n FROM kept')).toEqual([{ n: 0 }]);
    });

    test('a moved checkout keeps its data and a copied one gets its own', async () => {
      const first = await start(closed('home'));
      await first.stop();
      renameSync(join(folder, 'home'), join(folder, 'moved'));
      const moved = await start(join(folder, 'moved', 'data'));
      expect(moved.clusterFolder).toBe(first.clusterFolder);
      cpSync(join(folder, 'moved'), join(folder, 'copy'), { recursive: true });
      chmodSync(join(folder, 'copy'), 0o700);
      const copy = await start(join(folder, 'copy', 'data'));
      expect(copy.clusterFolder).not.toBe(first.clusterFolder);
      expect(copy.port).not.toBe(moved.port);
    });
  });
} else {
  test('a normal user keeps the database inside the data folder', async () => {
    const server = await start();
    expect(server.clusterFolder).toBe(join(folder, 'data', 'postgres'));
    expect(statSync(server.clusterFolder).uid).toBe(process.getuid?.());
    expect(existsSync(join(folder, 'data', 'postgres', 'PG_VERSION'))).toBe(true);
  });
}
