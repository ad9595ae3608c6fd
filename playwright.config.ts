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
    // What the page held at each step; a film of every journey would cost as much as the journey.
    trace: { mode: 'retain-on-failure', screenshots: false },
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
      // What takes a keyboard or a printer, and what shows both widths itself.
      grepInvert: /@desktop/,
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    },
  ],
});
