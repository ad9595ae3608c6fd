import { defineConfig } from '@playwright/test';
import { findBrowser } from './scripts/test-run/browser';

const browser = findBrowser();

/**
 * Parts of Chromium that a journey has no use for. The first two are the address bar's own pages, of which each window starts
 * one that nobody sees. The others are what Playwright turns off on every system: this switch stands in place of its own.
 */
const PARTS_OFF = [
  ...['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'],
  ...['AimEnabled', 'AvoidCorsURLLoaderRestartOnRedirect', 'AvoidUnnecessaryBeforeUnloadCheckSync'],
  ...['DestroyProfileOnBrowserClose', 'HttpsFirstBalancedModeAutoEnable', 'HttpsUpgrades', 'LensOverlay'],
  ...['MediaRouter', 'NetworkTimeServiceQuerying', 'OptimizationHints', 'PaintHolding', 'PreconnectToSearch'],
  'ThirdPartyStoragePartitioning',
];

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
      args: [
        '--disable-gpu',
        `--disable-features=${PARTS_OFF.join(',')}`,
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
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
