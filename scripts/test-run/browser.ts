// The browser of the journeys: the system's Chromium when there is one, else Debian's package when this
// process may install it, else Playwright's own.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const systemBrowsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser'];

const system = (): string | null => systemBrowsers.find((path) => existsSync(path)) ?? null;

const own = (): string | null => {
  const path = chromium.executablePath();
  return existsSync(path) ? path : null;
};

/** Path of a browser that is there, or `null`. STANDPOINT_BROWSER names another. */
export const findBrowser = (): string | null => process.env.STANDPOINT_BROWSER ?? system() ?? own();

const run = (program: string, args: string[]): boolean =>
  spawnSync(program, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status === 0;

/** Finds a browser, installing one when there is none. `null` when that failed too. */
export const ensureBrowser = (): string | null => {
  const found = findBrowser();
  if (found !== null) return found;
  console.log('Installing a browser for the journeys.');
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    run('apt-get', ['update', '-qq']);
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
    if (system() !== null) return system();
  }
  run(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium']);
  return own();
};
