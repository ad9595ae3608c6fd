import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/journey';
import { press, tabTo } from '../support/keyboard';
import { type Made, OwnDebate } from '../support/own-debate';
import { expectVote, map, outline, reload, said, visit, voteButton } from '../support/pages';

/** Opens the menu of a claim and chooses what to change about it. */
async function choose(within: Locator, code: string, what: string): Promise<void> {
  await within.getByRole('button', { name: `More for ${code}`, exact: true }).click();
  await within.page().getByRole('menuitem', { name: what, exact: true }).click();
}

/** Searches in the picker of a dialog and takes the first that is found. */
async function pick(dialog: Locator, label: string, words: string): Promise<void> {
  const field = dialog.getByRole('combobox', { name: label });
  await field.fill(words);
  await dialog.getByRole('option').first().click();
  await expect(dialog.getByRole('button', { name: 'Choose another one' })).toBeFocused();
}

const relationsOf = (within: Locator): Locator =>
  within.getByRole('listitem').filter({ has: within.page().getByRole('link') });

const undoLine = (page: Page): Locator => page.getByRole('region', { name: 'Your last change' });

interface World {
  debate: OwnDebate;
  air: Made;
  trade: Made;
  quiet: Made;
  clean: Made;
}

/** Two reasons for, one of them said twice, and one against. */
async function world(page: Page, home: string): Promise<World> {
  const debate = await OwnDebate.make(page, home);
  const air = await debate.add('Air in the centre would be cleaner', 'a', 'supports');
  const trade = await debate.add('Shops in the centre would lose customers', 'b', 'attacks');
  const quiet = await debate.add('Streets in the centre would be quiet', 'a', 'supports');
  const clean = await debate.add('People in the centre would breathe better air', 'a', 'supports');
  return { debate, air, trade, quiet, clean };
}

/** Opens the menu whose button has the focus, and waits until its first item has it: arrows before that go elsewhere. */
async function openMenu(page: Page, name: string): Promise<void> {
  await press(page, 'Enter');
  await expect(page.getByRole('menu', { name, exact: true }).getByRole('menuitem').first()).toBeFocused();
}

test.describe('reshaping the map', { tag: '@desktop' }, () => {
  test('a claim gets a second place, is moved, linked with another reason, and each can be undone', async ({
    page,
    person,
    home,
  }) => {
    expect(person.name).toBeTruthy();
    const { debate, air, trade, quiet, clean } = await world(page, home);
    const [a, t, q, c] = [air, trade, quiet, clean].map(({ claim }) => claim.code);
    await visit(page, debate.path('map', q));
    const panel = map.panel(page, q ?? '');

    await choose(panel, q ?? '', 'Give it as a reason elsewhere…');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Add the line' }).click();
    await expect(dialog.getByText('Choose one first.')).toBeVisible();
    await expect(dialog.getByRole('combobox')).toBeFocused();
    await dialog.getByRole('radio', { name: 'attacks' }).check();
    await pick(dialog, 'Which claim or motion?', 'lose customers');
    await expectAccessible(page, 'the dialog for another place');
    await dialog.getByRole('button', { name: 'Add the line' }).click();
    await expect(dialog).toBeHidden();
    await expect(said(page, `${q} attacks ${t}: added`)).toBeAttached();
    await expect(panel.getByRole('button', { name: `More for ${q}`, exact: true })).toBeFocused();
    await expect(relationsOf(panel).filter({ hasText: /^attacks/ })).toContainText('lose customers');
    await expect(undoLine(page)).toContainText(`${q} given as a reason.`);
    await expectAccessible(page, 'the line about the last change');

    await choose(panel, q ?? '', 'Move…');
    await dialog.getByRole('radio', { name: `${q} attacks ${t}` }).check();
    await dialog.getByRole('radio', { name: 'supports', exact: true }).check();
    await pick(dialog, 'Which claim or motion?', a ?? '');
    await dialog.getByRole('button', { name: 'Move it' }).click();
    await expect(said(page, `Moved: ${q} supports ${a}`)).toBeAttached();
    await expect(relationsOf(panel).filter({ hasText: /^attacks/ })).toHaveCount(0);
    await expect(undoLine(page)).toContainText(`a line of ${q} moved.`);

    await undoLine(page).getByRole('button', { name: 'Undo' }).click();
    await expect(undoLine(page)).toContainText(`Undone: a line of ${q} moved.`);
    await expect(relationsOf(panel).filter({ hasText: /^attacks/ })).toContainText('lose customers');

    await choose(panel, q ?? '', 'Link with another reason…');
    await dialog.getByRole('checkbox', { name: new RegExp(`^${c} supports the motion`) }).check();
    await expectAccessible(page, 'the dialog for linked reasons');
    await dialog.getByRole('button', { name: 'Link them' }).click();
    await expect(panel.getByText(`linked with ${c}`)).toBeVisible();
    await panel.getByRole('button', { name: `More for this line: ${q} supports the motion` }).click();
    await page.getByRole('menuitem', { name: 'Unlink' }).click();
    await expect(panel.getByText(`linked with ${c}`)).toBeHidden();
    await undoLine(page).getByRole('button', { name: 'Undo' }).click();
    await expect(panel.getByText(`linked with ${c}`)).toBeVisible();
    await reload(page);
    await expect(panel.getByText(`linked with ${c}`)).toBeVisible();
  });

  test('a duplicate is merged and the vote on it is asked again; a claim is split; both can be undone', async ({
    page,
    person,
    home,
  }) => {
    expect(person.name).toBeTruthy();
    const { debate, air, clean, trade } = await world(page, home);
    const [a, c, t] = [air.claim.code, clean.claim.code, trade.claim.code];
    await debate.vote(clean, 'agree');
    await visit(page, debate.path('map', c));
    await choose(map.panel(page, c), c, 'Merge into another claim…');
    const dialog = page.getByRole('dialog');
    await pick(dialog, 'Into which claim?', 'cleaner');
    await expect(dialog.getByText(`whoever voted only on ${c} is asked again there`)).toBeVisible();
    await expectAccessible(page, 'the dialog of a merge');
    await dialog.getByRole('button', { name: 'Merge', exact: true }).click();
    const panel = map.panel(page, a);
    await expect(panel).toBeVisible();
    await expect(said(page, `${c} is merged into ${a}`)).toBeAttached();
    await expect(panel.getByText(`this claim was made from ${c}`)).toBeVisible();
    await voteButton(panel, a, 'Agree').click();
    await expectVote(panel, a, 'Agree');
    await expect(panel.getByText(`this claim was made from ${c}`)).toBeHidden();

    await visit(page, debate.path('outline', t));
    const row = outline.row(page, trade.claim.text);
    await choose(row, t, 'Split…');
    await dialog.getByRole('button', { name: 'Split it' }).click();
    await expect(dialog.getByRole('textbox', { name: 'Part 2' })).toBeFocused();
    await dialog.getByRole('textbox', { name: 'Part 1' }).fill('Shops would lose customers who drive');
    await dialog.getByRole('textbox', { name: 'Part 2' }).fill('Rents in the centre would fall');
    const second = dialog.getByRole('group', { name: 'Part 2' });
    await second.getByRole('checkbox', { name: `${t} attacks the motion` }).uncheck();
    await expect(dialog.getByText('No part keeps')).toBeHidden();
    await second.getByRole('checkbox', { name: `${t} attacks the motion` }).check();
    await expectAccessible(page, 'the dialog of a split');
    await dialog.getByRole('button', { name: 'Split it' }).click();
    await expect(outline.row(page, 'Shops would lose customers who drive').first()).toBeVisible();
    await expect(outline.row(page, 'Rents in the centre would fall').first()).toBeVisible();

    await expect(undoLine(page)).toContainText(`${t} split.`);
    await undoLine(page).getByRole('button', { name: 'Undo' }).click();
    await expect(undoLine(page)).toContainText(`Undone: ${t} split.`);
    const after = await debate.view();
    expect(after.claims.find(({ code }) => code === t)?.status).toBe('published');

    // The vote that was given anew on the merged claim is a person’s own: the merge before it can still be taken back.
    await undoLine(page).getByRole('button', { name: 'Undo' }).click();
    await expect(undoLine(page)).toContainText(`Undone: ${c} merged.`);
    expect((await debate.view()).claims.find(({ code }) => code === c)?.status).toBe('published');
  });

  test('a line is drawn from port to card', async ({ page, person, home }) => {
    expect(person.name).toBeTruthy();
    const { debate, air, quiet } = await world(page, home);
    await visit(page, debate.path('map'));
    const [from, to] = [map.card(page, quiet.claim.code), map.card(page, air.claim.code)];
    await expect(from).toBeVisible();
    const port = from.locator('.map-port');
    const [start, end] = [await port.boundingBox(), await to.boundingBox()];
    if (!start || !end) throw new Error('Both cards are on the map');
    await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
    await page.mouse.down();
    await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 6 });
    await page.mouse.up();
    const dialog = page.getByRole('dialog', { name: `Give ${quiet.claim.code} as a reason elsewhere` });
    await expect(dialog.getByRole('group', { name: 'Which claim or motion?' })).toContainText(air.claim.text);
    await dialog.getByRole('button', { name: 'Add the line' }).click();
    await expect(said(page, `${quiet.claim.code} supports ${air.claim.code}: added`)).toBeAttached();
  });

  test('a line is archived, put back, and a line that somebody suggested is published', async ({
    page,
    person,
    home,
    participant,
    complaints,
  }) => {
    expect(person.name).toBeTruthy();
    complaints.expect(/status of 404/);
    const { debate, air, quiet } = await world(page, home);
    await visit(page, debate.path('map', quiet.claim.code));
    const panel = map.panel(page, quiet.claim.code);
    const line = `${quiet.claim.code} supports the motion`;
    await panel.getByRole('button', { name: `More for this line: ${line}` }).click();
    await page.getByRole('menuitem', { name: 'Archive this line' }).click();
    await expect(said(page, `${line}: archived`)).toBeAttached();
    await page.getByRole('switch', { name: /^Show what is archived/ }).check();
    await panel
      .getByRole('group', { name: `Decide on this line: ${line}` })
      .getByRole('button')
      .click();
    await expect(said(page, `${line}: back on the map`)).toBeAttached();

    // Open to everyone, so that somebody else can suggest a line.
    await visit(page, `/debates/${debate.slug}/about`);
    await page.getByRole('button', { name: 'Open it to everyone' }).click();
    await expect(page.getByText('Everyone can read this debate.')).toBeVisible();
    const guest = await participant();
    await visit(guest.page, debate.path('map', quiet.claim.code));
    const theirs = map.panel(guest.page, quiet.claim.code);
    await choose(theirs, quiet.claim.code, 'Give it as a reason elsewhere…');
    const dialog = guest.page.getByRole('dialog');
    await pick(dialog, 'Which claim or motion?', air.claim.code);
    await dialog.getByRole('button', { name: 'Suggest the line' }).click();
    const suggested = `${quiet.claim.code} supports ${air.claim.code}`;
    await expect(said(guest.page, `${suggested}: sent.`)).toBeAttached();

    await visit(page, debate.path('map', quiet.claim.code));
    const decide = panel.getByRole('group', { name: `Decide on this line: ${suggested}` });
    await expectAccessible(page, 'a suggested line');
    await decide.getByRole('button', { name: 'Publish' }).click();
    await expect(said(page, `${suggested}: on the map`)).toBeAttached();
    await expect(decide).toBeHidden();
  });

  test('by keyboard alone: a second place, a move, a merge, and Ctrl+Z', async ({ page, person, home }) => {
    expect(person.name).toBeTruthy();
    const { debate, air, trade, quiet, clean } = await world(page, home);
    const [a, t, q, c] = [air.claim.code, trade.claim.code, quiet.claim.code, clean.claim.code];
    await visit(page, debate.path('outline'));
    const row = outline.row(page, quiet.claim.text).first();
    await tabTo(page, outline.row(page, air.claim.text).first());
    await press(page, 'ArrowDown');
    await expect(row).toBeFocused();
    await press(page, 'r');
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('combobox')).toBeFocused();
    await page.keyboard.type(t);
    await press(page, 'Enter');
    await expect(dialog.getByRole('button', { name: 'Choose another one' })).toBeFocused();
    await press(page, 'Control+Enter');
    await expect(dialog).toBeHidden();
    await expect(said(page, `${q} supports ${t}: added`)).toBeAttached();
    await expect(row).toBeFocused();
    await expect(undoLine(page)).toContainText(`${q} given as a reason.`);
    await press(page, 'Control+z');
    await expect(said(page, `Undone: ${q} given as a reason.`)).toBeAttached();
    await expect(row).toBeFocused();

    const more = row.getByRole('button', { name: `More for ${q}`, exact: true });
    await tabTo(page, more);
    await openMenu(page, `More for ${q}`);
    await press(page, 'ArrowDown', 'Enter');
    await expect(page.getByRole('dialog', { name: `Move ${q}` })).toBeVisible();
    await expect(dialog.getByRole('combobox')).toBeFocused();
    await page.keyboard.type(a);
    await press(page, 'Enter');
    await expect(dialog.getByRole('button', { name: 'Choose another one' })).toBeFocused();
    await press(page, 'Control+Enter');
    await expect(said(page, `Moved: ${q} supports ${a}`)).toBeAttached();

    // The map has the same key.
    await visit(page, debate.path('map'));
    await tabTo(page, map.motion(page));
    await press(page, '/');
    await expect(page.getByRole('combobox', { name: 'Find a claim' })).toBeFocused();
    await page.keyboard.type(c);
    await press(page, 'Enter');
    await expect(map.card(page, c)).toBeFocused();
    await press(page, 'r');
    await expect(dialog.getByRole('combobox')).toBeFocused();
    await press(page, 'Escape');
    await expect(map.card(page, c)).toBeFocused();
    // After a reload the last change is shown before it is taken back.
    await press(page, 'Control+z');
    await expect(said(page, `Your last change: a line of ${q} moved.`)).toBeAttached();
    await press(page, 'Control+z');
    await expect(said(page, `Undone: a line of ${q} moved.`)).toBeAttached();

    const panel = map.panel(page, c);
    await tabTo(page, panel.getByRole('button', { name: `More for ${c}`, exact: true }), { most: 90 });
    await openMenu(page, `More for ${c}`);
    await press(page, 'End', 'ArrowUp', 'Enter');
    await expect(page.getByRole('dialog', { name: `Merge ${c} into another claim` })).toBeVisible();
    await expect(dialog.getByRole('combobox')).toBeFocused();
    await page.keyboard.type('cleaner');
    await press(page, 'Enter');
    await expect(dialog.getByRole('button', { name: 'Choose another one' })).toBeFocused();
    await press(page, 'Control+Enter');
    await expect(said(page, `${c} is merged into ${a}`)).toBeAttached();
    await expect(map.panel(page, a)).toBeVisible();
    await expect(page.locator(':focus')).not.toHaveCount(0);
    await press(page, 'Control+z');
    await expect(said(page, `Undone: ${c} merged.`)).toBeAttached();
  });
});
