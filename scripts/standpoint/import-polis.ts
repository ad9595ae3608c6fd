// npm run -s standpoint -- import-polis DIR --title … --motion … [--owner NAME] [--question …] [--language en] [--side-for For]
// [--side-against Against]: a Polis export as a debate of that account's, or of the only administrator's, with a class at its
// reveal that holds the votes. Prints what was written as one JSON object. Refused input: one line, exit code 2.

import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** Server code is loaded under the condition that only bundles for a server have, so the work is done in a process that has it. */
const CONDITIONS = ['--conditions', 'react-server', '--import', 'tsx'];

/** @returns the exit code: 0, or 2 when the command or a file is refused */
export const run = (args: string[]): Promise<number> =>
  new Promise((done, failed) => {
    const program = resolve(import.meta.dirname, 'import-polis-program.ts');
    const child = spawn(process.execPath, [...CONDITIONS, program, ...args], {
      cwd: root,
      stdio: 'inherit',
      env: { INIT_CWD: process.cwd(), ...process.env },
    });
    child.on('error', failed);
    child.on('close', (code) => done(code ?? 1));
  });
