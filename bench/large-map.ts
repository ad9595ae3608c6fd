// A map of 3,000 claims against the worked debate's 27: the time until a card answers, and frame times while panning.

import { randomUUID } from 'node:crypto';
import { type APIRequestContext, type Browser, chromium, type Page } from '@playwright/test';
import { largeMap } from '@/lib/domain/debate/testing/large-map.fixture';
import { findBrowser } from '../scripts/test-run/browser';
import { inRounds, median, type Row, row } from './measure';
import type { Running } from './servers';

const ROUNDS = 3;
const SMALL = '/debates/ukraine-mine-ban/map';
/** The opening of the large map is at most this many times as slow. */
const MOST_TO_OPEN = 3;
const PAN_STEPS = 60;

/** Makes the debate as a new person and opens it to everyone. @returns the path of its map */
async function makeLarge(request: APIRequestContext, url: string): Promise<string> {
  const headers = { origin: new URL(url).origin };
  const [name, password] = [`Bench ${randomUUID().slice(0, 8)}`, 'lantern orchard violin tide'];
  const check = async (what: string, answer: { ok: () => boolean; status: () => number }) => {
    if (!answer.ok()) throw new Error(`${what}: ${answer.status()}`);
  };
  await check('account', await request.post(`${url}/api/v1/accounts`, { data: { name, password }, headers }));
  const { csrfToken } = (await (await request.get(`${url}/api/auth/csrf`)).json()) as { csrfToken: string };
  const form = { name, password, csrfToken, json: 'true' };
  await check('sign-in', await request.post(`${url}/api/auth/callback/password`, { form, headers }));
  const made = await request.post(`${url}/api/v1/debates/import`, { data: { map: largeMap(3000) }, headers });
  await check('import', made);
  const { slug } = (await made.json()) as { slug: string };
  const data = { access: 'public' };
  await check('access', await request.put(`${url}/api/v1/debates/${slug}/access`, { data, headers }));
  return `/debates/${slug}/map`;
}

/** Milliseconds until a press on a card is answered by its selection, on a fresh profile. */
async function usableMs(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const tab = await context.newPage();
  await tab.goto(url, { waitUntil: 'commit' });
  await tab.waitForFunction(
    () => {
      if (new URLSearchParams(location.search).has('claim')) return true;
      document.querySelector<HTMLElement>('[role="treeitem"][aria-level="2"]')?.click();
      return false;
    },
    undefined,
    { polling: 'raf', timeout: 60_000 },
  );
  const ms = await tab.evaluate(() => performance.now());
  await context.close();
  return ms;
}

/** Opens folded branches until the map has many boxes. */
async function openBranches(tab: Page, most: number): Promise<number> {
  const cards = tab.locator('[role="treeitem"]');
  for (let round = 0; round < 12 && (await cards.count()) < most; round += 1) {
    const folded = tab.locator('[role="treeitem"][aria-expanded="false"]').nth(round % 3);
    if ((await folded.count()) === 0) break;
    await folded.focus();
    await tab.keyboard.press('Space');
    await tab.waitForLoadState('networkidle');
  }
  return cards.count();
}

/** Times between frames, ms, while the canvas is panned by the wheel. */
async function frameTimes(browser: Browser, url: string, boxes: number): Promise<number[]> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const tab = await context.newPage();
  await tab.goto(url, { waitUntil: 'networkidle' });
  await tab.waitForSelector('[role="treeitem"]');
  if (boxes > 0) await openBranches(tab, boxes);
  await tab.mouse.move(560, 500);
  // As text: what compiles this file gives functions names in a way that the page does not know.
  await tab.evaluate(`(() => {
    const seen = [];
    window.seenFrames = seen;
    let before = performance.now();
    requestAnimationFrame(function frame(now) {
      seen.push(now - before);
      before = now;
      requestAnimationFrame(frame);
    });
  })()`);
  for (let step = 0; step < PAN_STEPS; step += 1)
    await tab.mouse.wheel(step % 7, step < PAN_STEPS / 2 ? 24 : -24);
  const frames = await tab.evaluate(() => (window as unknown as { seenFrames: number[] }).seenFrames);
  await context.close();
  return frames.slice(1);
}

const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN;

export async function benchLargeMap(web: Running): Promise<Row[]> {
  const executablePath = findBrowser();
  const browser = await chromium.launch({
    ...(executablePath === null ? {} : { executablePath }),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const maker = await browser.newContext();
    const large = await makeLarge(maker.request, web.url);
    await maker.close();
    const opened = await inRounds<number>(
      {
        small: () => usableMs(browser, web.url + SMALL),
        large: () => usableMs(browser, web.url + large),
      },
      ROUNDS,
    );
    const panned = await inRounds<number[]>(
      {
        small: () => frameTimes(browser, web.url + SMALL, 0),
        large: () => frameTimes(browser, web.url + large, 100),
      },
      3,
    );
    const frames = (name: string) => (panned[name] ?? []).flat();
    return [
      row(
        'map of 3,000 claims: time until a card answers, to the map of 27',
        median(opened.large ?? []),
        median(opened.small ?? []),
        'ms',
        { most: MOST_TO_OPEN },
      ),
      row(
        'panning 3,000 claims: frame, median',
        percentile(frames('large'), 0.5),
        percentile(frames('small'), 0.5),
        'ms',
      ),
      row(
        'panning 3,000 claims: frame, p95',
        percentile(frames('large'), 0.95),
        percentile(frames('small'), 0.95),
        'ms',
      ),
    ];
  } finally {
    await browser.close();
  }
}
