import { type ChildProcess, spawn } from 'node:child_process';

/** What a program may print before the oldest part is dropped, in characters. */
const keptOutput = 20_000;

const running = new Set<ChildProcess>();

/** Ends the programs that still run; for a start that is interrupted. */
export const endPrograms = (): void => {
  for (const child of running) child.kill('SIGTERM');
};

/**
 * Runs a Node program to its end, quietly: what it printed is shown only when it fails.
 *
 * @param doing words for the message, as in "Building the app".
 * @throws when the program ends with anything but 0.
 */
export const runNode = (
  doing: string,
  args: readonly string[],
  options: { cwd: string; env?: Readonly<Record<string, string>> },
): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.add(child);
    let said = '';
    const keep = (chunk: Buffer): void => {
      said = (said + chunk.toString()).slice(-keptOutput);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', reject);
    child.once('close', (code, signal) => {
      running.delete(child);
      if (code === 0) resolve();
      else reject(new Error(`${doing} failed (${signal ?? `code ${code}`}):\n${said.trim()}`));
    });
  });
