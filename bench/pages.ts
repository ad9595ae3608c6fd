// Pages against the empty Next page: the server's work for each, what the browser must load first, and the time until the
// map can be used.

import { gzipSync } from 'node:zlib';
import { type Browser, chromium } from '@playwright/test';
import { findBrowser } from '../scripts/test-run/browser';
import { inRounds, type Load, load, median, type Row, row } from './measure';
import type { Running } from './servers';

const SECONDS = 5;
const ROUNDS = 3;
const VIEWS = { map: 2.5, outline: 1.4, text: 1.4 } as const;
const page = (view: string) => `/debates/ukraine-mine-ban/${view}`;

/** Server CPU and rate of the debate's pages. */
export async function benchPages(web: Running, empty: Running): Promise<Row[]> {
  const runs = await inRounds<Load>(
    {
      empty: () => load({ url: empty.url, connections: 5 }, empty.pid, SECONDS),
      ...Object.fromEntries(
        Object.keys(VIEWS).map((view) => [
          view,
          () => load({ url: web.url + page(view), connections: 5 }, web.pid, SECONDS),
        ]),
      ),
    },
    ROUNDS,
  );
  const cpu = (name: string) => median((runs[name] ?? []).map((run) => run.cpuMsPerRequest ?? Number.NaN));
  return Object.keys(VIEWS).map((view) =>
    row(
      `${view} page: server CPU, to an empty Next page`,
      cpu(view),
      cpu('empty'),
      'ms',
      view === 'map' ? {} : {},
    ),
  );
}

/** Kilobytes of JavaScript, gzipped, that a page's HTML asks for before anything is pressed. */
async function firstLoadKb(url: string): Promise<number> {
  const html = await (await fetch(url)).text();
  const sources = new Set(
    [...html.matchAll(/<script\b[^>]*\bsrc="([^"]+)"[^>]*>/g)]
      .filter(([tag]) => !/\bnomodule\b/i.test(tag))
      .map(([, source]) => new URL((source ?? '').replaceAll('&amp;', '&'), url).href),
  );
  let bytes = 0;
  for (const source of sources)
    bytes += gzipSync(Buffer.from(await (await fetch(source)).arrayBuffer())).byteLength;
  return bytes / 1000;
}

/** The same by what a browser has really fetched once the page is quiet, lazy parts included. */
async function loadedKb(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const tab = await context.newPage();
  const sizes: Promise<number>[] = [];
  tab.on('response', (response) => {
    if (response.request().resourceType() === 'script') {
      sizes.push(
        response.body().then(
          (body) => gzipSync(body).byteLength,
          () => 0,
        ),
      );
    }
  });
  await tab.goto(url, { waitUntil: 'networkidle' });
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  await context.close();
  return bytes / 1000;
}

/** Milliseconds from navigation until the page counts as usable, on a fresh profile. */
async function usableMs(browser: Browser, url: string, isUsable: () => boolean): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const tab = await context.newPage();
  await tab.goto(url, { waitUntil: 'commit' });
  await tab.waitForFunction(isUsable, undefined, { polling: 'raf', timeout: 60_000 });
  const ms = await tab.evaluate(() => performance.now());
  await context.close();
  return ms;
}

/** First-load JavaScript of each view, and the time until a card of the map answers. */
export async function benchBrowser(web: Running, empty: Running): Promise<Row[]> {
  const executablePath = findBrowser();
  const browser = await chromium.launch({
    ...(executablePath === null ? {} : { executablePath }),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const rows: Row[] = [];
    const baseline = await firstLoadKb(empty.url);
    for (const [view, most] of Object.entries(VIEWS)) {
      rows.push(
        row(`${view}: first-load JavaScript`, await firstLoadKb(web.url + page(view)), baseline, 'kB', {
          most,
        }),
      );
    }
    const idle = await loadedKb(browser, empty.url);
    for (const view of Object.keys(VIEWS)) {
      rows.push(
        row(`${view}: JavaScript until quiet`, await loadedKb(browser, web.url + page(view)), idle, 'kB'),
      );
    }
    const runs = await inRounds<number>(
      {
        empty: () => usableMs(browser, empty.url, () => document.readyState === 'complete'),
        // Usable: a press on a card is answered by its selection.
        map: () =>
          usableMs(browser, web.url + page('map'), () => {
            if (new URLSearchParams(location.search).has('claim')) return true;
            const card = document.querySelector<HTMLElement>('[role="treeitem"][aria-level="2"]');
            card?.click();
            return false;
          }),
      },
      5,
    );
    rows.push(row('map: time until a card answers', median(runs.map ?? []), median(runs.empty ?? []), 'ms'));
    return rows;
  } finally {
    await browser.close();
  }
}
