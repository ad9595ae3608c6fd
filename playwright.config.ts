import { defineConfig } from '@playwright/test';
import { findBrowser } from './scripts/test-run/browser';

const browser = findBrowser();

export default defineConfig({
  testDir: 'e2e/journeys',
  globalSetup: './e2e/support/global-setup.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: true,
  // A journey that passes on the second try found something.
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    // Set by the global setup, and read again when a worker loads this file.
    baseURL: process.env.BASE_URL ?? 'http://localhost:3000',
    // A press on what is not there says so, instead of waiting for the journey's end.
    actionTimeout: 15_000,
    locale: 'en-GB',
    timezoneId: 'Europe/Kyiv',
    // What the page held at each step costs a fifth of the time; a failure keeps its picture and the page's contents
    // anyway. `--trace retain-on-failure` on the command line gives it where it is wanted.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(browser === null ? {} : { executablePath: browser }),
      // Without a graphics card, painting in software costs less than the software that plays one. Chromium's sandbox
      // refuses root; everybody else keeps it.
      args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    },
  },
  projects: [
    { name: 'desktop', use: { viewport: { width: 1280, height: 800 } } },
    {
      name: 'phone',
      // What takes a keyboard or a printer, what shows both widths itself, and what hangs on the session, the address or
      // the queue and not on the width of the screen.
      grepInvert: /@desktop/,
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    },
  ],
});
