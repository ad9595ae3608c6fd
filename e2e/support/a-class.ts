// A class: its teacher at a desk, its students on phones, each at the pages that they would use.

import { randomUUID } from 'node:crypto';
import type { BrowserContextOptions, Locator, Page } from '@playwright/test';
import type { DebateView, VoteChoice } from '@/lib/domain/debate/view';
import { expect } from './journey';
import { said, visit } from './pages';

export const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
};

export interface Class {
  slug: string;
  roomId: string;
  /** What stands on the board and lets one in. */
  code: string;
}

export const roomPath = (
  { slug }: { slug: string },
  page: 'room' | 'vote' | 'presenter' | 'report' | 'outline' | 'text' | 'notes' = 'room',
): string => `/debates/${slug}/${page}`;

const slugOf = (page: Page): string => {
  const slug = /\/debates\/([^/?]+~[^/?]+)\//.exec(page.url())?.[1];
  if (!slug) throw new Error(`${page.url()} is no page of a class`);
  return slug;
};

const readDebate = async (page: Page, slug: string): Promise<DebateView> => {
  const read = await page.request.get(`/api/v1/debates/${slug}`);
  expect(read.status(), await read.text()).toBe(200);
  return (await read.json()) as DebateView;
};

/** Opens a class on the worked debate, by the page for it, with the plan that is chosen there; ends on its board. */
export async function openClass(page: Page, name: string): Promise<Class> {
  await visit(page, '/rooms/new');
  await page.getByLabel('Name of the class').fill(name);
  await page.getByRole('button', { name: `Create ${name}` }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  const code = await page
    .getByRole('region', { name: 'Join code' })
    .getByText(/^[0-9A-Z]{4} [0-9A-Z]{4}$/)
    .textContent();
  const slug = slugOf(page);
  const { room } = await readDebate(page, slug);
  return { slug, roomId: room.id, code: code ?? '' };
}

export interface Seat {
  /** What the room calls the student. */
  alias: string;
  /** What gives the seat back on another device. */
  seatCode: string;
}

/** Takes a seat with the code from the board and a name, and goes on to the page of the room. */
export async function joinClass(page: Page, code: string, name: string): Promise<Seat> {
  await visit(page, '/join');
  await page.getByLabel('Code from the board').fill(code);
  await page.getByLabel('Your name').fill(name);
  await page.getByRole('button', { name: /^Join / }).click();
  const title = page.getByRole('heading', { level: 2, name: /^You are in, as / });
  await expect(title).toBeVisible();
  const alias = ((await title.textContent()) ?? '').replace('You are in, as ', '');
  const seatCode = (await page.getByText(/^[0-9A-Z]{5} [0-9A-Z]{5}$/).textContent()) ?? '';
  await page.getByRole('link', { name: 'Go to the room' }).click();
  await expect(page.getByText(`you are ${alias}`)).toBeVisible();
  return { alias, seatCode };
}

/** Takes the same seat again, on another device, with the code that came with it. */
export async function comeBack(page: Page, { alias, seatCode }: Seat): Promise<void> {
  await visit(page, '/join');
  await page.getByRole('button', { name: 'Use your return code' }).click();
  await page.getByLabel('Your return code').fill(seatCode);
  await page.getByRole('button', { name: `Go on as ${alias}` }).click();
  await expect(page.getByText(`you are ${alias}`)).toBeVisible();
}

/** What a room is at, on the page of a student. */
export const expectStage = (page: Page, stage: string): Promise<void> =>
  expect(page.getByRole('heading', { level: 1, name: stage, exact: true })).toBeVisible();

/** Moves the class on from its board, with the button for it. */
export async function goOn(board: Page, stage: string): Promise<void> {
  await board.getByRole('button', { name: `Next: ${stage}` }).click();
  if (stage === 'Reveal') {
    const dialog = board.getByRole('dialog', { name: 'Reveal?' });
    await dialog.getByRole('button', { name: 'Reveal', exact: true }).click();
  }
  await expectStep(board, stage);
}

/** Leaves steps out, from the board's list of them. */
export async function skipTo(board: Page, stage: string): Promise<void> {
  await board.getByRole('button', { name: new RegExp(`^Go to step \\d: ${stage}$`) }).click();
  await board
    .getByRole('dialog', { name: `${stage}?` })
    .getByRole('button', { name: 'Skip to it' })
    .click();
  await expectStep(board, stage);
}

const expectStep = (board: Page, stage: string): Promise<void> =>
  expect(
    board.getByRole('list', { name: 'Steps of this class' }).locator('[aria-current="step"]'),
  ).toContainText(stage);

/** Places a stance with the form on the page of the room; leaves it open. */
export async function placeStance(page: Page, side: 'for' | 'against', points: number): Promise<Locator> {
  const form = page.getByRole('form', { name: 'Your stance on the motion' });
  const press = form.getByRole('button', { name: `10 points towards ${side}` });
  for (let pressed = 0; pressed < points; pressed += 10) await press.click();
  await expect(form.getByText(`${points} ${side}`, { exact: true })).toBeVisible();
  return form;
}

export async function saveStance(page: Page, form: Locator, round: 'first' | 'second'): Promise<void> {
  await form.getByRole('button', { name: `Save my ${round} stance` }).click();
  await expect(said(page, 'Stance saved')).toBeAttached();
  // The form goes with its button: the focus goes to what stands in its place.
  await expect(page.getByText(`Your ${round} stance`, { exact: true })).toBeFocused();
}

/** The claim that the vote page asks about. */
export const askedClaim = (page: Page): Locator =>
  page.getByRole('region', { name: 'Claims to vote on, one at a time' }).getByRole('heading', { level: 2 });

/** Answers on the vote page. @returns the words of the claim that was asked about */
export async function answerNext(page: Page, answer: 'Agree' | 'Disagree' | 'Pass'): Promise<string> {
  const words = (await askedClaim(page).textContent()) ?? '';
  await page
    .getByRole('group', { name: 'Your vote' })
    .getByRole('button', { name: new RegExp(`^${answer}`) })
    .click();
  await expect(askedClaim(page)).not.toHaveText(words);
  await expect(page.getByText('Saved: ')).toContainText(words);
  return words;
}

/** A student who answers without the pages, as they would send it: for those in whom a journey is not interested. */
export class QuietStudent {
  constructor(
    private readonly page: Page,
    private readonly home: string,
    private readonly room: Class,
  ) {}

  /** @param movedBy words of the claims that moved them, for a second stance */
  async state(value: number, movedBy?: readonly string[]): Promise<void> {
    const { motion, claims } = await readDebate(this.page, this.room.slug);
    const named = claims.filter(({ text }) => movedBy?.includes(text)).map(({ id }) => id);
    await this.put(`motions/${motion.id}/stance`, {
      answer: 'placed',
      value,
      confidence: 2,
      reason: null,
      ...(movedBy && { movedBy: named }),
    });
  }

  /** @param words of the claims, each answered alike */
  async vote(words: readonly string[], choice: VoteChoice): Promise<void> {
    const { claims } = await readDebate(this.page, this.room.slug);
    const asked = claims.filter(({ text }) => words.includes(text));
    expect(asked).toHaveLength(words.length);
    for (const { id, revision } of asked) await this.put(`claims/${id}/vote`, { choice, revision });
  }

  private async put(path: string, body: object): Promise<void> {
    const answer = await this.page.request.put(`/api/v1/rooms/${this.room.roomId}/${path}`, {
      data: { ...body, seq: Date.now(), eventId: randomUUID() },
      headers: { origin: new URL(this.home).origin },
    });
    expect(answer.ok(), await answer.text()).toBe(true);
  }
}
