import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, expect, test } from 'vitest';

const shellAbove = join(import.meta.dirname, 'shell-above.ts');
const program = `
  import { onShellGone } from ${JSON.stringify(shellAbove)};
  onShellGone(() => { console.log('stopped'); process.exit(0); });
  setInterval(() => undefined, 1_000);
  console.log(process.pid);
`;

let shell: ChildProcess | null = null;
let served: number | null = null;
afterEach(() => {
  shell?.kill('SIGKILL');
  // Already gone in most cases.
  if (served !== null && isAlive(served)) process.kill(served, 'SIGKILL');
});

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** Runs the program in a shell that does not become it, as npm does. */
async function run(
  env: Record<string, string | undefined>,
): Promise<{ lines: string[]; ended: Promise<unknown> }> {
  const child = spawn(
    'sh',
    ['-c', `"${process.execPath}" --import tsx --input-type=module -e "$PROGRAM"; true`],
    { env: { ...process.env, PROGRAM: program, ...env }, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  shell = child;
  const lines: string[] = [];
  const reader = createInterface({ input: child.stdout });
  await new Promise<void>((resolve) => {
    reader.on('line', (line) => {
      lines.push(line);
      resolve();
    });
  });
  served = Number(lines[0]);
  // The pipe closes when the last process that writes into it has ended.
  return { lines, ended: new Promise((resolve) => reader.once('close', resolve)) };
}

test('a service that npm started stops when npm and its shell are told to end', async () => {
  const { lines, ended } = await run({ npm_lifecycle_event: 'start' });
  shell?.kill('SIGTERM');
  await ended;
  expect(lines[1]).toBe('stopped');
}, 30_000);

test('one that was started otherwise outlives the shell', async () => {
  await run({ npm_lifecycle_event: undefined });
  const gone = new Promise((resolve) => shell?.once('exit', resolve));
  shell?.kill('SIGTERM');
  await gone;
  expect(isAlive(served ?? 0)).toBe(true);
}, 30_000);
