// npm run docs:screenshot: takes the pictures in docs/images, the README's among them, from a real app with a
// database of its own.

import { mkdirSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { AppServer } from '../e2e/support/server';
import { findBrowser } from './test-run/browser';

const FOLDER = 'docs/images';
const PICTURES = [
  { name: 'map', path: '/debates/ukraine-mine-ban/map?claim=D1', width: 1440, height: 900 },
  { name: 'outline', path: '/debates/ukraine-mine-ban/outline', width: 1280, height: 900 },
  { name: 'text', path: '/debates/ukraine-mine-ban/text', width: 1280, height: 900 },
] as const;

const server = await AppServer.start();
const executablePath = findBrowser();
const browser = await chromium.launch({
  ...(executablePath === null ? {} : { executablePath }),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  mkdirSync(FOLDER, { recursive: true });
  for (const { name, path, width, height } of PICTURES) {
    const page = await browser.newPage({
      viewport: { width, height },
      locale: 'en-GB',
      reducedMotion: 'reduce',
    });
    await page.goto(server.baseUrl + path, { waitUntil: 'networkidle' });
    await page.screenshot({ path: `${FOLDER}/${name}.png` });
    await page.close();
  }
} finally {
  await browser.close();
  await server.stop();
}
