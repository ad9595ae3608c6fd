// A text of 200 KB with 500 notes, many over one another, against the same text without: the time until a sentence answers,
// and frame times while scrolling, while pointing at highlights and while selecting.

import { randomUUID } from 'node:crypto';
import { type APIRequestContext, type Browser, chromium, type Page } from '@playwright/test';
import { findBrowser } from '../scripts/test-run/browser';
import { inRounds, median, type Row, row } from './measure';
import type { Running } from './servers';

const ROUNDS = 3;
const NOTES = 500;
const PARAGRAPHS = 380;
/** Notes go to these first paragraphs, more than one to each sentence. */
const NOTED_PARAGRAPHS = 160;
/** Opening the text with its notes takes at most this many times as long, and so does a frame. */
const MOST_TO_OPEN = 2;
const MOST_A_FRAME = 2;
const STEPS = 60;

interface Texts {
  plain: string;
  noted: string;
}

const SENTENCE =
  'The night train left the border at dawn, and nobody on it knew which side of it they were on.';
const paragraph = (number: number): string =>
  Array.from({ length: 5 }, (_, index) => `${SENTENCE.slice(0, -1)} (${number}.${index}).`).join(' ');

/** Makes the same long text twice as a new person, open to everyone, and writes the notes on one of them. */
async function makeTexts(request: APIRequestContext, url: string): Promise<Texts> {
  const headers = { origin: new URL(url).origin };
  const [name, password] = [`Bench ${randomUUID().slice(0, 8)}`, 'lantern orchard violin tide'];
  const check = async (what: string, answer: { ok: () => boolean; status: () => number }) => {
    if (!answer.ok()) throw new Error(`${what}: ${answer.status()}`);
  };
  await check('account', await request.post(`${url}/api/v1/accounts`, { data: { name, password }, headers }));
  const { csrfToken } = (await (await request.get(`${url}/api/auth/csrf`)).json()) as { csrfToken: string };
  const form = { name, password, csrfToken, json: 'true' };
  await check('sign-in', await request.post(`${url}/api/auth/callback/password`, { form, headers }));
  const slugs: string[] = [];
  for (const title of ['A long text', 'A long text with notes']) {
    const text = Array.from({ length: PARAGRAPHS }, (_, index) => paragraph(index)).join('\n\n');
    const made = await request.post(`${url}/api/v1/debates`, { data: debateOn(title, text), headers });
    await check('debate', made);
    const { slug } = (await made.json()) as { slug: string };
    const access = await request.put(`${url}/api/v1/debates/${slug}/access`, {
      data: { access: 'public' },
      headers,
    });
    await check('access', access);
    slugs.push(slug);
  }
  const [plain = '', noted = ''] = slugs;
  await writeNotes(request, url, noted, headers);
  return { plain: `/debates/${plain}/text`, noted: `/debates/${noted}/text` };
}

/** A debate on a text alone: no claims yet. */
const debateOn = (title: string, text: string) => ({
  title,
  question: 'Should the night train run?',
  language: 'en',
  template: 'blank',
  motions: [{ text: 'The night train should run.' }],
  sides: { a: { name: 'For' }, b: { name: 'Against' } },
  article: { title, text },
});

interface SourceFacts {
  version: { id: string; text: string };
  passages: { start: number; end: number }[];
}

/** Notes of every kind, each over the end of the one before. */
async function writeNotes(
  request: APIRequestContext,
  url: string,
  slug: string,
  headers: Record<string, string>,
): Promise<void> {
  const debate = (await (await request.get(`${url}/api/v1/debates/${slug}`)).json()) as {
    room: { id: string };
  };
  const [source] = (await (
    await request.get(`${url}/api/v1/debates/${slug}/sources`)
  ).json()) as SourceFacts[];
  if (!source) throw new Error('The debate has no text');
  const { version, passages } = source;
  for (let at = 0; at < NOTES; at += 1) {
    const passage = passages[at % NOTED_PARAGRAPHS];
    if (!passage) throw new Error('The text is too short');
    const start = passage.start + 40 * Math.floor(at / NOTED_PARAGRAPHS);
    const end = Math.min(passage.end, start + 150);
    const answer = await request.post(`${url}/api/v1/rooms/${debate.room.id}/annotations`, {
      data: {
        target: {
          type: 'passage',
          sourceVersionId: version.id,
          start,
          end,
          exact: version.text.slice(start, end),
        },
        kind: ['comment', 'question', 'evidence', 'concern'][at % 4],
        visibility: 'room',
        body: `Note ${at}: who says so, and how would one know?`,
      },
      headers: { ...headers, 'idempotency-key': randomUUID() },
    });
    if (!answer.ok()) throw new Error(`note: ${answer.status()} ${await answer.text()}`);
  }
}

/** Milliseconds until a press on a sentence is answered by its toolbar or, to a visitor, by its choice. */
async function usableMs(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const tab = await context.newPage();
  await tab.goto(url, { waitUntil: 'commit' });
  await tab.waitForFunction(
    () => {
      if (document.querySelector('[role="toolbar"]')) return true;
      document.querySelector<HTMLElement>('[data-sentence]')?.click();
      return false;
    },
    undefined,
    { polling: 'raf', timeout: 60_000 },
  );
  const ms = await tab.evaluate(() => performance.now());
  await context.close();
  return ms;
}

/** Times between frames, ms, while `act` goes on. */
async function framesWhile(tab: Page, act: () => Promise<void>): Promise<number[]> {
  // As text: what compiles this file gives functions names in a way that the page does not know.
  await tab.evaluate(`(() => {
    const seen = [];
    window.seenFrames = seen;
    const turn = (window.frameTurn ?? 0) + 1;
    window.frameTurn = turn;
    let before = performance.now();
    requestAnimationFrame(function frame(now) {
      seen.push(now - before);
      before = now;
      if (window.frameTurn === turn) requestAnimationFrame(frame);
    });
  })()`);
  await act();
  const frames = await tab.evaluate(() => (window as unknown as { seenFrames: number[] }).seenFrames);
  return frames.slice(1);
}

interface Frames {
  scroll: number[];
  hover: number[];
  select: number[];
}

async function frameTimes(browser: Browser, url: string): Promise<Frames> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const tab = await context.newPage();
  await tab.goto(url, { waitUntil: 'networkidle' });
  await tab.mouse.move(400, 500);
  const scroll = await framesWhile(tab, async () => {
    for (let step = 0; step < STEPS; step += 1) await tab.mouse.wheel(0, 240);
  });
  const hover = await framesWhile(tab, async () => {
    for (let step = 0; step < STEPS; step += 1)
      await tab.mouse.move(200 + (step % 10) * 50, 100 + (step % 24) * 31);
  });
  await tab.locator('[data-sentence]').first().focus();
  const select = await framesWhile(tab, async () => {
    for (let step = 0; step < STEPS / 2; step += 1) await tab.keyboard.press('Shift+ArrowDown');
    for (let step = 0; step < STEPS / 2; step += 1) await tab.keyboard.press('Shift+ArrowUp');
  });
  await context.close();
  return { scroll, hover, select };
}

const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN;

export async function benchReader(web: Running): Promise<Row[]> {
  const executablePath = findBrowser();
  const browser = await chromium.launch({
    ...(executablePath === null ? {} : { executablePath }),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const maker = await browser.newContext();
    const { plain, noted } = await makeTexts(maker.request, web.url);
    await maker.close();
    const opened = await inRounds<number>(
      { plain: () => usableMs(browser, web.url + plain), noted: () => usableMs(browser, web.url + noted) },
      ROUNDS,
    );
    const frames = await inRounds<Frames>(
      {
        plain: () => frameTimes(browser, web.url + plain),
        noted: () => frameTimes(browser, web.url + noted),
      },
      ROUNDS,
    );
    const p95 = (name: string, of: keyof Frames) =>
      percentile(
        (frames[name] ?? []).flatMap((run) => run[of]),
        0.95,
      );
    const frameRow = (what: string, of: keyof Frames) =>
      row(`200 KB with 500 notes, ${what}: frame, p95`, p95('noted', of), p95('plain', of), 'ms', {
        most: MOST_A_FRAME,
      });
    return [
      row(
        '200 KB with 500 notes: time until a sentence answers, to the text without',
        median(opened.noted ?? []),
        median(opened.plain ?? []),
        'ms',
        { most: MOST_TO_OPEN },
      ),
      frameRow('scrolling', 'scroll'),
      frameRow('pointing', 'hover'),
      frameRow('selecting', 'select'),
    ];
  } finally {
    await browser.close();
  }
}
