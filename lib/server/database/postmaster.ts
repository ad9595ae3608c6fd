// The running server of a cluster, seen from outside: what postmaster.pid says, whether that process
// lives, and how to stop it. The file outlives a killed server and its number may be reused, so nobody is
// ever signalled before their program is known to be a PostgreSQL of this very folder.

import { spawnSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

export type Postmaster = { pid: number; port: number; status: string };

/** Reads postmaster.pid; `null` when there is none or it is still being written. */
export const readPostmaster = (clusterFolder: string): Postmaster | null => {
  let lines: string[];
  try {
    lines = readFileSync(join(clusterFolder, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return null;
  }
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!Number.isInteger(pid) || pid <= 0 || !Number.isInteger(port) || port <= 0) return null;
  return { pid, port, status: (lines[7] ?? '').trim() };
};

/** Whether a process of that number exists (also when it belongs to another account). */
export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};

const commandOf = (pid: number): string => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    if (process.platform === 'win32') return '';
    return spawnSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
  }
};

const worksIn = (pid: number, clusterFolder: string): boolean => {
  try {
    // A postmaster's working directory is its cluster.
    return readlinkSync(`/proc/${pid}/cwd`) === clusterFolder;
  } catch {
    return commandOf(pid).includes(clusterFolder);
  }
};

/** Whether that process is the PostgreSQL of this cluster, rather than a stranger with a reused number. */
export const isPostmasterOf = (pid: number, clusterFolder: string): boolean =>
  isAlive(pid) && commandOf(pid).includes('postgres') && worksIn(pid, clusterFolder);

/** Resolves true once the process is gone, false when it still runs after `patienceMs`. */
export const waitForEnd = async (pid: number, patienceMs: number): Promise<boolean> => {
  const deadline = Date.now() + patienceMs;
  while (isAlive(pid)) {
    if (Date.now() > deadline) return false;
    await delay(25);
  }
  return true;
};

/**
 * Stops the server of a cluster: first politely (sessions end, a checkpoint is written), then at once
 * (the next start recovers from the log; nothing acknowledged is lost). No-op when none runs.
 *
 * @param patienceMs how long the polite way may take.
 */
export const stopPostmaster = async (
  clusterFolder: string,
  pgCtl: string,
  patienceMs = 2_500,
): Promise<void> => {
  const running = readPostmaster(clusterFolder);
  if (!running || !isAlive(running.pid)) return;
  if (process.platform === 'win32') {
    spawnSync(pgCtl, ['stop', '-D', clusterFolder, '-m', 'fast', '-w'], { stdio: 'ignore' });
    return;
  }
  if (!isPostmasterOf(running.pid, clusterFolder)) return;
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    try {
      process.kill(running.pid, signal);
    } catch {
      return;
    }
    if (await waitForEnd(running.pid, patienceMs)) return;
  }
};
