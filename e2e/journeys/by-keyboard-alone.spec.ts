// No pointer is used here: only Tab, arrows and letters, as the keys dialogs name them.

import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/journey';
import { press, tabTo } from '../support/keyboard';
import {
  debatePath,
  expectVote,
  impactGroup,
  map,
  noteOf,
  outline,
  said,
  text,
  visit,
} from '../support/pages';
import { newPerson, unique } from '../support/people';
import { claimText, MOTION, sentenceText } from '../support/worked-debate';

/** Finds a claim of the map with the keyboard and leaves the focus on its card. */
async function findOnMap(page: Page, code: string): Promise<Locator> {
  await press(page, '/');
  await expect(page.getByRole('combobox', { name: 'Find a claim' })).toBeFocused();
  await page.keyboard.type(code);
  await press(page, 'Enter');
  await expect(map.card(page, code)).toBeFocused();
  return map.card(page, code);
}

/** Opens the map and goes to its one stop of the Tab key. */
async function enterMap(page: Page): Promise<void> {
  await visit(page, debatePath('map'));
  await expect(map.motion(page)).toBeVisible();
  await tabTo(page, map.motion(page));
}

test.describe('by keyboard alone', { tag: '@desktop' }, () => {
  test('a newcomer makes an account and states a stance', async ({ page }) => {
    const person = newPerson();
    await visit(page, '/');
    await press(page, 'Tab');
    await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
    await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeInViewport();
    await press(page, 'Enter');
    await tabTo(page, page.getByRole('main').getByRole('link', { name: 'Make an account' }));
    await press(page, 'Enter');

    await expect(page.getByRole('heading', { level: 1, name: 'Make an account' })).toBeVisible();
    await tabTo(page, page.getByLabel('Name', { exact: true }));
    await page.keyboard.type(person.name);
    await tabTo(page, page.getByLabel('Password', { exact: true }));
    await page.keyboard.type(person.password);
    await press(page, 'Enter');
    await expect(page).toHaveURL(debatePath('map', { claim: 'M' }));

    const form = page.getByRole('form', { name: 'Your stance on the motion' });
    await expect(form).toBeVisible();
    await tabTo(page, form.getByRole('slider'));
    await press(page, 'ArrowLeft', 'ArrowLeft', 'ArrowLeft');
    await expect(form.getByText('30 for', { exact: true })).toBeVisible();
    await tabTo(page, form.getByRole('radio').first());
    await press(page, 'Space', 'ArrowRight', 'ArrowRight');
    await expect(form.getByRole('radio', { name: 'Fairly' })).toBeChecked();
    await tabTo(page, form.getByLabel('In one sentence, why?'));
    await page.keyboard.type('Letters are letters here: a, d, p, s, o, u, n.');
    await tabTo(page, form.getByRole('button', { name: 'Save my stance' }));
    await press(page, 'Enter');
    await expect(said(page, 'Stance saved')).toBeAttached();
    await expect(form.getByLabel('In one sentence, why?')).toHaveValue(
      'Letters are letters here: a, d, p, s, o, u, n.',
    );
  });

  test('the skip links lead past the top bar and to the outline', async ({ page }) => {
    await visit(page, debatePath('map'));
    await expect(map.motion(page)).toBeVisible();
    await press(page, 'Tab');
    await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
    await press(page, 'Enter', 'Tab');
    await expect(map.motion(page)).toBeFocused();

    await visit(page, debatePath('map'));
    await press(page, 'Tab', 'Tab');
    await expect(page.getByRole('link', { name: 'Go to the outline' })).toBeFocused();
    await press(page, 'Enter');
    await expect(page).toHaveURL(debatePath('outline'));
  });

  test('arrows walk the map, one stop of Tab, and every step is said', async ({ page }) => {
    await enterMap(page);
    await press(page, 'ArrowLeft');
    await expect(
      map
        .tree(page)
        .getByRole('treeitem', { name: /^D\d, Defence\./ })
        .and(page.locator(':focus')),
    ).toHaveCount(1);
    await expect(said(page, /^D\d, Defence\. Supports the motion\. \d of \d+\.$/)).toBeAttached();
    await press(page, 'Home');
    await expect(map.motion(page)).toBeFocused();
    await expect(said(page, 'The motion')).toBeAttached();
    await press(page, 'ArrowRight');
    await expect(said(page, /^H\d, Humanitarian\. Attacks the motion\. \d of \d+\.$/)).toBeAttached();

    await findOnMap(page, 'D1');
    await expect(said(page, /^D1, Defence\. Supports the motion\./)).toBeAttached();
    await press(page, 'ArrowLeft');
    await expect(said(page, /^D1\w, Defence\. Supports D1\. \d of \d\.$/)).toBeAttached();
    await press(page, 'ArrowRight');
    await expect(map.card(page, 'D1')).toBeFocused();
    await press(page, 'ArrowDown', 'ArrowUp');
    await expect(map.card(page, 'D1')).toBeFocused();

    // One stop: the next one is outside the canvas.
    await press(page, 'Tab');
    await expect(page.getByRole('switch', { name: 'Cross-links' })).toBeFocused();
    await press(page, 'Shift+Tab');
    await expect(map.card(page, 'D1')).toBeFocused();
  });

  test('a claim is folded, focused on, opened and left with keys', async ({ page }) => {
    await enterMap(page);
    const card = await findOnMap(page, 'D1');
    await expect(card).toHaveAttribute('aria-expanded', 'true');
    await press(page, 'Space');
    await expect(card).toHaveAttribute('aria-expanded', 'false');
    await expect(said(page, /^D1 folded, \d+ claims hidden$/)).toBeAttached();
    await expect(map.card(page, 'D1d')).toHaveCount(0);
    await press(page, 'Space');
    await expect(card).toHaveAttribute('aria-expanded', 'true');
    await expect(map.card(page, 'D1d')).toBeVisible();

    await press(page, 'f');
    await expect(said(page, 'Only D1 and its neighbours')).toBeAttached();
    await expectAccessible(page, 'the map in focus mode');
    await press(page, 'Escape');
    await expect(said(page, 'The whole map again')).toBeAttached();

    await press(page, 'Enter');
    const panel = map.panel(page, 'D1');
    await expect(panel).toBeVisible();
    await press(page, 'Enter');
    await expect(panel).toBeFocused();
    await press(page, 'Escape');
    await expect(panel).toBeHidden();
    await expect(card).toBeFocused();

    const zoom = page.getByRole('group', { name: 'Legend, layers and zoom' }).getByRole('status');
    const percent = async () => Number.parseInt((await zoom.textContent()) ?? '', 10);
    const before = await percent();
    await press(page, '+', '+');
    await expect.poll(percent).toBeGreaterThan(before * 1.2);
    // The canvas is wider than it was before the panel closed, so the whole map may fit a little larger now.
    await press(page, '1');
    await expect.poll(percent).toBeLessThan(before * 1.15);

    await press(page, '?');
    const keys = page.getByRole('dialog', { name: 'Keys of the map' });
    await expect(keys).toBeVisible();
    await expectAccessible(page, 'the keys of the map');
    await press(page, 'Escape');
    await expect(keys).toBeHidden();
    await expect(card).toBeFocused();
  });

  test('letters vote, digits weigh the line in focus, and each is said', async ({ page, person }) => {
    expect(person.name).toBeTruthy();
    await enterMap(page);
    const card = await findOnMap(page, 'D1d');
    await press(page, 'a');
    await expect(card).toHaveAccessibleName(/You agree\./);
    await expect(said(page, /agree/)).toBeAttached();
    await press(page, 'd');
    await expect(card).toHaveAccessibleName(/You disagree\./);
    await press(page, 'p');
    await expect(card).toHaveAccessibleName(/You pass\./);
    await press(page, 'p');
    await expect(card).not.toHaveAccessibleName(/You (agree|disagree|pass)\./);
    await expect(said(page, 'D1d: vote taken back')).toBeAttached();

    await press(page, 'l');
    await expect(said(page, /^Line 1 of 2: D1d\. Supports D1\.$/)).toBeAttached();
    await press(page, '3');
    await expect(said(page, /^Impact 3/)).toBeAttached();
    const group = impactGroup(map.panel(page, 'D1d'), 'D1d supports D1');
    await expect(group.getByRole('radio', { name: '3, a lot' })).toBeChecked();
    await press(page, 'l');
    await expect(said(page, /^Line 2 of 2: H6\. /)).toBeAttached();
    await press(page, 'Enter');
    await expect(map.card(page, 'H6')).toBeFocused();
  });

  test('the forms are opened with letters, and closing them leads back', async ({ page, person }) => {
    expect(person.name).toBeTruthy();
    const words = unique('Written without a pointer');
    await enterMap(page);
    const card = await findOnMap(page, 'H4');
    for (const [key, title] of [
      ['s', 'Support H4'],
      ['o', 'Object to H4'],
      ['u', 'Undercut a line of H4'],
    ] as const) {
      await press(page, key);
      const dialog = page.getByRole('dialog', { name: title });
      await expect(dialog.getByLabel('Claim', { exact: true })).toBeFocused();
      await press(page, 'Escape');
      await expect(dialog).toBeHidden();
      await expect(card).toBeFocused();
    }
    await press(page, 'n');
    const form = page.getByRole('form', { name: 'New note' });
    await expect(form.getByLabel('Your note')).toBeFocused();
    await page.keyboard.type(words);
    await press(page, 'Control+Enter');
    await expect(said(page, 'Note saved')).toBeAttached();
    await expect(noteOf(map.panel(page, 'H4'), words)).toBeVisible();
  });

  test('G and T lead from a card of the map to its row and its sentence', async ({ page }) => {
    await enterMap(page);
    await findOnMap(page, 'D4a');
    await press(page, 'g');
    await expect(page).toHaveURL(debatePath('outline', { claim: 'D4a' }));
    await expect(outline.row(page, claimText('D4a')).first()).toBeInViewport();
    await tabTo(page, outline.row(page, claimText('D4a')).first());
    await press(page, 'm');
    await expect(page).toHaveURL(debatePath('map', { claim: 'D4a' }));
    await expect(map.card(page, 'D4a')).toBeVisible();
    await tabTo(page, map.card(page, 'D4a'));
    await press(page, 't');
    await expect(page).toHaveURL(debatePath('text', { claim: 'D4a' }));
    await expect(text.card(page, 'D4a')).toBeVisible();
  });

  test('the outline is walked, opened, voted on and noted with keys', async ({ page, person }) => {
    expect(person.name).toBeTruthy();
    const words = unique('From the outline, by keys');
    await visit(page, debatePath('outline'));
    const row = (code: string) => outline.row(page, claimText(code)).first();
    await tabTo(page, row('D1'));
    await press(page, 'ArrowDown');
    await expect(row('D1a')).toBeFocused();
    await press(page, 'End');
    await expect(page.locator(':focus')).toHaveRole('row');
    await expect(row('D1')).not.toBeFocused();
    await press(page, 'Home');
    await expect(row('D1')).toBeFocused();

    await press(page, 'ArrowLeft');
    await expect(row('D1')).toHaveAttribute('aria-expanded', 'false');
    await press(page, 'ArrowDown');
    await expect(row('D2')).toBeFocused();
    await press(page, 'Home', 'ArrowRight');
    await expect(row('D1')).toHaveAttribute('aria-expanded', 'true');
    await press(page, 'ArrowRight');
    await expect(row('D1a')).toBeFocused();
    await press(page, 'ArrowLeft', 'ArrowLeft');
    await expect(row('D1')).toBeFocused();

    await press(page, 'a');
    await expectVote(row('D1'), 'D1', 'Agree');
    await expect(said(page, 'D1: agree saved')).toBeAttached();
    await press(page, 'a');
    await expectVote(row('D1'), 'D1', null);

    await press(page, 'Enter');
    await expect(page).toHaveURL(debatePath('outline', { claim: 'D1' }));
    await expect(row('D1').getByRole('heading', { name: /^Relations/ })).toBeVisible();
    const history = row('D1').getByRole('button', { name: 'History' });
    await tabTo(page, history);
    await press(page, 'Escape');
    await expect(row('D1')).toBeFocused();

    await press(page, 'n');
    await expect(page.getByRole('form', { name: 'New note' }).getByLabel('Your note')).toBeFocused();
    await page.keyboard.type(words);
    await press(page, 'Control+Enter');
    await expect(noteOf(row('D1'), words)).toBeVisible();

    await tabTo(page, row('D1'));
    await press(page, '?');
    const keys = page.getByRole('dialog', { name: 'Keys of the outline' });
    await expect(keys).toBeVisible();
    await expectAccessible(page, 'the keys of the outline');
    await press(page, 'Escape');
    await expect(keys).toBeHidden();
    await press(page, 't');
    await expect(page).toHaveURL(/\/text\?claim=D1/);
  });

  test('a passage is walked to, selected by words, and becomes a note, a claim or a citation', async ({
    page,
    person,
  }) => {
    expect(person.name).toBeTruthy();
    const words = unique('Who has counted them?');
    await visit(page, debatePath('text'));
    // One stop of the Tab key; arrows walk on from there.
    await tabTo(page, text.sentence(page, sentenceText('p1.s1')));
    for (let paragraph = 1; paragraph < 8; paragraph += 1) await press(page, 'ArrowDown');
    await press(page, 'ArrowRight');
    const sentence = text.sentence(page, sentenceText('p8.s2'));
    await expect(sentence).toBeFocused();
    await press(page, 'Enter');
    const toolbar = text.toolbar(page);
    await expect(toolbar.getByRole('button', { name: 'Comment' })).toBeFocused();
    await press(page, 'ArrowRight');
    await expect(toolbar.getByRole('button', { name: 'Question' })).toBeFocused();
    await press(page, 'Escape');
    await expect(toolbar).toBeHidden();
    await expect(sentence).toBeFocused();

    // A word less at the end, then a sentence more.
    await press(page, 'Control+Shift+ArrowLeft');
    await expect(
      said(page, /^Selected: Russia is not a party .* \(\d+ words\), \d+ claims? and .* here$/),
    ).toBeAttached();
    await press(page, 'Shift+ArrowDown', 'q');
    const form = page.getByRole('form', { name: 'New note' });
    await expect(form.getByRole('radio', { name: 'Question' })).toBeChecked();
    await expect(form.getByLabel('Your note')).toBeFocused();
    await press(page, 'Escape');
    await expect(form).toBeHidden();
    await expect(sentence).toBeFocused();

    await press(page, 'q');
    await page.keyboard.type(words);
    await press(page, 'Control+Enter');
    await expect(noteOf(text.beside(page, '8'), words)).toBeVisible();
    await expect(
      text
        .beside(page, '8')
        .getByText(/^on “Russia is not a party to the treaty.*”$/)
        .last(),
    ).toBeVisible();
    await expect(sentence).toBeFocused();

    await press(page, 'm');
    await expect(page.getByRole('dialog', { name: 'Make a claim' })).toBeVisible();
    await press(page, 'Escape');
    await expect(page.getByRole('dialog', { name: 'Make a claim' })).toBeHidden();
    await expect(sentence).toBeFocused();

    // Whoever may not change the claim proposes the passage in a note on it.
    await press(page, 'e');
    const cite = page.getByRole('dialog', { name: 'Cite for a claim' });
    await expect(cite.getByRole('combobox', { name: 'Claim that rests on it' })).toBeFocused();
    await page.keyboard.type('H4b');
    await press(page, 'Enter');
    await tabTo(page, cite.getByRole('button', { name: 'Propose it in a note' }));
    await press(page, 'Enter');
    await expect(cite).toBeHidden();
    await expect(said(page, 'Passage proposed in a note on H4b')).toBeAttached();
    await visit(page, debatePath('outline', { claim: 'H4b' }));
    await expect(
      noteOf(outline.row(page, claimText('H4b')).first(), sentenceText('p8.s2')).first(),
    ).toBeVisible();
  });

  test('what of the text is used is shown on request, and what speaks of a sentence is listed', async ({
    page,
  }) => {
    await visit(page, debatePath('text'));
    const coverage = page.getByRole('switch', { name: 'Coverage' });
    await tabTo(page, coverage);
    await press(page, 'Space');
    const summary = page.getByRole('region', { name: 'Coverage of the text' });
    await expect(summary.getByText(/^\d+ of \d+ sentences are cited by a claim\.$/)).toBeVisible();
    await tabTo(page, summary.getByText('By side', { exact: true }));
    await press(page, 'Enter');
    await expect(summary.getByText(/^Defence: \d+ sentences, \d+ claims/)).toBeVisible();
    await expect(summary.getByText(/^Humanitarian: \d+ sentences, \d+ claims/)).toBeVisible();
    await expectAccessible(page, 'the text with its coverage');

    await tabTo(page, text.sentence(page, sentenceText('p1.s1')));
    await press(page, 'ArrowDown', 'Enter');
    await press(page, 'ArrowLeft', 'Enter', 'ArrowRight');
    const list = page.getByRole('list', { name: 'Claims and notes here' });
    await expect(list.getByRole('button', { name: /^X2/ })).toBeVisible();
    await list.getByRole('button', { name: /^X2/ }).press('Enter');
    await expect(text.card(page, 'X2')).toBeVisible();
  });

  test('the account menu opens, closes and signs out with keys', async ({ page, person }) => {
    await visit(page, debatePath('outline'));
    const menu = page.getByRole('button', { name: `${person.name}: account and settings` });
    await tabTo(page, menu);
    await press(page, 'Enter');
    const signOut = page.getByRole('button', { name: 'Sign out' });
    await expect(signOut).toBeVisible();
    await press(page, 'Escape');
    await expect(signOut).toBeHidden();
    await expect(menu).toBeFocused();
    await press(page, 'Enter');
    await tabTo(page, signOut);
    await press(page, 'Enter');
    await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible();
    await expect(page.getByRole('heading', { level: 1, name: MOTION })).toBeVisible();
  });
});
