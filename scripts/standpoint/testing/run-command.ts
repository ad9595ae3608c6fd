import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../../..');

/** How a command ended, and what it wrote. */
export interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

/**
 * Runs a command of `standpoint` in a process of its own, as people do.
 * @param name its file in scripts/standpoint
 * @param from the folder that it is called from
 * @param input for standard input; empty unless given
 */
export const runCommand = (
  name: string,
  args: readonly string[],
  { from, input = '' }: { from: string; input?: string | undefined },
): Promise<Outcome> =>
  new Promise((done, failed) => {
    const call = `import { run } from '@/scripts/standpoint/${name}'; process.exitCode = await run(process.argv.slice(1));`;
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '--eval', call, '--', ...args],
      { cwd: root, env: { ...process.env, INIT_CWD: from } },
    );
    const outcome: Outcome = { code: null, stdout: '', stderr: '' };
    child.stdout.on('data', (data: Buffer) => {
      outcome.stdout += data.toString();
    });
    child.stderr.on('data', (data: Buffer) => {
      outcome.stderr += data.toString();
    });
    child.on('error', failed);
    child.on('close', (code) => done({ ...outcome, code }));
    // A command that refuses its arguments does not read.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
