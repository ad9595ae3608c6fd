// The web server as a child of the supervisor: started, started again after a crash, stopped in time.

import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

/** Pause before the next start, by the number of crashes within the last minute. */
const pausesMs = [0, 250, 1_000, 3_000];
const windowMs = 60_000;
/** In-flight requests get two seconds from the web server itself; this is for one that hangs. */
const stopPatienceMs = 3_000;

/** What the web server says to the supervisor. */
export type WebMessage = { type: 'ready'; port: number } | { type: 'failed'; reason: string };

export type WebProcess = {
  pid(): number | null;
  /** Resolves when the server listens for the first time; rejects when it cannot. */
  readonly ready: Promise<void>;
  /** Starts it again with another environment, as when the database moved to another port. */
  restart(env: NodeJS.ProcessEnv): Promise<void>;
  /** Stops it for good, within three seconds. */
  stop(): Promise<void>;
};

export type WebProcessOptions = {
  root: string;
  env: NodeJS.ProcessEnv;
  tell: (line: string) => void;
  /** Called after each start that succeeded. */
  onReady: () => void;
  /** Called when it crashes again and again, or says that it cannot start. */
  onGivenUp: (reason: string) => void;
};

const isWebMessage = (message: unknown): message is WebMessage =>
  typeof message === 'object' && message !== null && 'type' in message;

const end = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    const hard = setTimeout(() => child.kill('SIGKILL'), stopPatienceMs);
    child.once('exit', () => {
      clearTimeout(hard);
      resolve();
    });
    // A message as well as a signal: Windows has no signals to handle.
    if (child.connected) child.send({ type: 'stop' }, () => undefined);
    child.kill('SIGTERM');
  });

/** Starts the web server and keeps it running until it is stopped. */
export const superviseWeb = (options: WebProcessOptions): WebProcess => {
  let env = options.env;
  let child: ChildProcess | null = null;
  let stopping = false;
  let restarting = false;
  let pause: NodeJS.Timeout | null = null;
  let crashes: number[] = [];
  let markReady: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => {
    markReady = resolve;
  });

  const giveUp = (reason: string): void => {
    if (stopping) return;
    stopping = true;
    options.onGivenUp(reason);
  };

  const handleExit = (code: number | null, signal: NodeJS.Signals | null): void => {
    child = null;
    if (stopping || restarting) return;
    const now = Date.now();
    crashes = [...crashes.filter((at) => now - at < windowMs), now];
    if (crashes.length > pausesMs.length) {
      giveUp(`The web server ended ${crashes.length} times within a minute. Its messages above say why.`);
      return;
    }
    options.tell(`The web server ended (${signal ?? `code ${code}`}); starting it again.`);
    pause = setTimeout(start, pausesMs[crashes.length - 1]);
  };

  const start = (): void => {
    pause = null;
    if (stopping) return;
    const started = spawn(process.execPath, [join(options.root, 'scripts', 'web.mjs')], {
      cwd: options.root,
      env,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    child = started;
    started.on('message', (message) => {
      if (!isWebMessage(message)) return;
      if (message.type === 'failed') return giveUp(message.reason);
      markReady();
      options.onReady();
    });
    started.once('error', (error) => giveUp(`The web server could not be started: ${error.message}`));
    started.once('exit', (code, signal) => {
      if (child === started) handleExit(code, signal);
    });
  };

  start();
  return {
    ready,
    pid: () => child?.pid ?? null,
    restart: async (nextEnv) => {
      env = nextEnv;
      restarting = true;
      if (child) await end(child);
      restarting = false;
      start();
    },
    stop: async () => {
      stopping = true;
      if (pause) clearTimeout(pause);
      if (child) await end(child);
    },
  };
};
