// Where things are on the pages, by role and name alone. The phone has its own map; the rest is shared.

import { expect, type Locator, type Page, type Response } from '@playwright/test';
import { claimText, SLUG } from './worked-debate';

export type View = 'map' | 'outline' | 'text';
export type Choice = 'Agree' | 'Disagree' | 'Pass';

export const debatePath = (view: View, query: Record<string, string> = {}): string => {
  const search = new URLSearchParams(query).toString();
  return `/debates/${SLUG}/${view}${search === '' ? '' : `?${search}`}`;
};

/**
 * Waits until what can be pressed does something: the server's HTML stands there before its scripts have taken it over,
 * and a press before that is lost. React leaves a mark on the elements that it has taken over.
 */
async function untilAlive(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [...document.querySelectorAll('button, input, select, textarea, [role="button"]')].every((element) =>
      Object.keys(element).some((key) => key.startsWith('__react')),
    ),
  );
}

/** Opens a page and waits until it can be used. */
export async function visit(page: Page, path: string): Promise<Response | null> {
  const response = await page.goto(path);
  await untilAlive(page);
  return response;
}

/** Loads the page anew, as a person does to see whether something was kept. */
export async function reload(page: Page): Promise<void> {
  await page.reload();
  await untilAlive(page);
}

/** The name begins with this code, as in "D1, Defence. …". */
const codeFirst = (code: string): RegExp => new RegExp(`^${code}, `);

export const map = {
  tree: (page: Page): Locator => page.getByRole('tree', { name: /^Argument map/ }),
  card: (page: Page, code: string): Locator =>
    map.tree(page).getByRole('treeitem', { name: codeFirst(code) }),
  motion: (page: Page): Locator => map.tree(page).getByRole('treeitem', { name: /^Motion\./ }),
  panel: (page: Page, code: string): Locator =>
    page.getByRole('complementary', { name: `Claim ${code}`, exact: true }),
  motionPanel: (page: Page): Locator => page.getByRole('complementary', { name: 'The motion', exact: true }),
};

export const phoneMap = {
  /** A card above or below the claim in the middle. */
  card: (page: Page, code: string): Locator => page.getByRole('button', { name: codeFirst(code) }),
  /** The claim in the middle. */
  middle: (page: Page, text: string): Locator => page.getByRole('heading', { level: 2, name: text }),
  /** The foot of the screen, with the vote. */
  foot: (page: Page, code: string): Locator =>
    page.getByRole('region', { name: `Is ${code} true?`, exact: true }),
  /** Everything about the claim, one press further. */
  sheet: (page: Page, code: string): Locator =>
    page.getByRole('dialog', { name: `Is ${code} true?`, exact: true }),
  motionSheet: (page: Page): Locator => page.getByRole('dialog', { name: 'The motion', exact: true }),
};

export const outline = {
  grid: (page: Page): Locator => page.getByRole('treegrid', { name: /^Outline of the debate/ }),
  /** The row of a claim, by its words. */
  row: (page: Page, text: string): Locator => outline.grid(page).getByRole('row', { name: text }),
};

export const text = {
  /** A sentence: a button whose toolbar says what can be made of it. */
  sentence: (page: Page, words: string): Locator => page.getByRole('button', { name: words, exact: true }),
  toolbar: (page: Page): Locator => page.getByRole('toolbar', { name: 'Selected passage' }),
  beside: (page: Page, label: string): Locator =>
    page.getByRole('group', { name: `Beside paragraph ${label}`, exact: true }),
  card: (page: Page, code: string): Locator =>
    page.getByRole('region', { name: `Claim ${code}`, exact: true }),
};

export const views = (page: Page): Locator => page.getByRole('navigation', { name: 'Views of this debate' });

/** Presses a tab of the debate's top bar and waits for the view. */
export async function goToView(page: Page, view: 'Map' | 'Outline' | 'Text'): Promise<void> {
  await views(page).getByRole('link', { name: view, exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/debates/${SLUG}/${view.toLowerCase()}(\\?|$)`));
  await untilAlive(page);
}

/** What is said aloud. */
export const said = (page: Page, words: string | RegExp): Locator =>
  page.getByRole('status').filter({ hasText: words });

/**
 * Opens a view with a claim selected, and gives the part of it that shows the claim in full.
 * @param code of a seeded claim, or any code together with its words
 */
export async function openClaim(
  page: Page,
  view: View,
  code: string,
  { isPhone, words = claimText(code) }: { isPhone: boolean; words?: string },
): Promise<Locator> {
  await visit(page, debatePath(view, { claim: code }));
  return shownClaim(page, view, code, { isPhone, words });
}

/** The part of an open view that shows the selected claim in full; on the phone's map it is opened first. */
export async function shownClaim(
  page: Page,
  view: View,
  code: string,
  { isPhone, words = claimText(code) }: { isPhone: boolean; words?: string },
): Promise<Locator> {
  if (view === 'outline') {
    const row = outline.row(page, words);
    await expect(row.getByRole('heading', { name: 'Relations' })).toBeVisible();
    return row;
  }
  if (view === 'text') return text.card(page, code);
  if (!isPhone) return map.panel(page, code);
  const sheet = phoneMap.sheet(page, code);
  if (await sheet.isHidden())
    await phoneMap.foot(page, code).getByRole('button', { name: 'Passage, impact, notes' }).click();
  await expect(sheet).toBeVisible();
  return sheet;
}

/** The three answers to "is it true?" of a claim. */
export const voteGroup = (within: Page | Locator, code: string): Locator =>
  within.getByRole('group', { name: `Your vote on ${code}`, exact: true });

export const voteButton = (within: Page | Locator, code: string, choice: Choice): Locator =>
  voteGroup(within, code).getByRole('button', { name: new RegExp(`^${choice}`) });

/** Expects one answer pressed, or none. */
export async function expectVote(within: Page | Locator, code: string, choice: Choice | null): Promise<void> {
  for (const one of ['Agree', 'Disagree', 'Pass'] as const)
    await expect(voteButton(within, code, one)).toHaveAttribute('aria-pressed', String(one === choice));
}

/** The weight given to a line, by the line's name, e.g. "D1d supports D1". */
export const impactGroup = (within: Page | Locator, line: string): Locator =>
  within.getByRole('radiogroup', { name: `${line}: if true, would it matter?`, exact: true });

/** A note, with its replies, by its words. */
export const noteOf = (within: Page | Locator, words: string): Locator =>
  within.getByRole('article').filter({ hasText: words }).last();

/** The button that sends the form of a note; it says who will read it. */
export const saveNote = (form: Locator): Locator => form.getByRole('button', { name: /^Save for / });

/**
 * Writes into the open form of a note and sends it.
 * @param visibility as the menu of the save button names it, e.g. "Only me"
 */
export async function writeNote(
  form: Locator,
  words: string,
  { kind, visibility }: { kind?: string; visibility?: string } = {},
): Promise<void> {
  await form.getByLabel('Your note').fill(words);
  if (kind) await form.getByRole('radio', { name: kind }).check();
  if (visibility) {
    await form.getByRole('button', { name: 'Change who can read it' }).click();
    await form.getByRole('menuitemradio', { name: visibility, exact: true }).click();
  }
  await saveNote(form).click();
}
