import { spawn } from 'node:child_process';

export type Outcome = { code: number | null; output: string; seconds: number };

/**
 * Runs a Node program with the terminal, or quietly.
 *
 * @param limitMinutes after which it is ended; a run that hangs is a run that failed.
 */
export const runProgram = (
  args: readonly string[],
  options: { root: string; env?: Record<string, string>; quiet: boolean; limitMinutes: number },
): Promise<Outcome> =>
  new Promise((resolve, reject) => {
    const began = Date.now();
    const child = spawn(process.execPath, args, {
      cwd: options.root,
      env: { ...process.env, ...options.env },
      stdio: options.quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    });
    let output = '';
    const keep = (chunk: Buffer): void => {
      output += chunk.toString();
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    const limit = setTimeout(() => {
      output += `\nEnded after ${options.limitMinutes} minutes.`;
      child.kill('SIGTERM');
      setTimeout(() => child.kill('SIGKILL'), 10_000).unref();
    }, options.limitMinutes * 60_000);
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(limit);
      resolve({ code, output, seconds: (Date.now() - began) / 1000 });
    });
  });
