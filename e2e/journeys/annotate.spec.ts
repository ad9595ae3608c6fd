import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/journey';
import {
  debatePath,
  noteOf,
  openClaim,
  reload,
  said,
  saveNote,
  shownClaim,
  text,
  visit,
  writeNote,
} from '../support/pages';
import { openSession, unique } from '../support/people';
import { sentenceText } from '../support/worked-debate';

/** Draws with the mouse over words of a sentence. */
async function dragOver(page: Page, sentence: string, words: string): Promise<void> {
  const button = text.sentence(page, sentence);
  await button.scrollIntoViewIfNeeded();
  const { from, to } = await button.evaluate((element, wanted) => {
    const characters: { left: number; right: number; middle: number }[] = [];
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (let at = 0; at < (node.textContent?.length ?? 0); at += 1) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const { left, right, top, height } = range.getBoundingClientRect();
        characters.push({ left, right, middle: top + height / 2 });
      }
    }
    const start = element.textContent?.indexOf(wanted) ?? -1;
    const [from, to] = [characters[start], characters[start + wanted.length - 1]];
    if (!from || !to) throw new Error(`The sentence has no "${wanted}"`);
    return { from, to };
  }, words);
  await page.mouse.move(from.left + 1, from.middle);
  await page.mouse.down();
  await page.mouse.move((from.left + to.right) / 2, (from.middle + to.middle) / 2, { steps: 3 });
  await page.mouse.move(to.right - 1, to.middle, { steps: 3 });
  await page.mouse.up();
}

test('a sentence is annotated by its own button', async ({ page, person, isMobile }) => {
  expect(person.name).toBeTruthy();
  const words = unique('Who says that it was a Sunday?');
  await visit(page, debatePath('text'));
  const sentence = text.sentence(page, sentenceText('p6.s1'));
  if (isMobile) await sentence.tap();
  else await sentence.click();
  await expect(text.toolbar(page)).toBeVisible();
  await expectAccessible(page, 'the text with a sentence in hand');
  await text.toolbar(page).getByRole('button', { name: 'Question' }).click();

  const form = page.getByRole('form', { name: 'New note' });
  await expect(form.getByLabel('Your note')).toBeFocused();
  await expect(form.getByRole('radio', { name: 'Question' })).toBeChecked();
  await expectAccessible(page, 'the text with a note being written');
  await writeNote(form, words);
  await expect(said(page, 'Note saved')).toBeAttached();

  const note = noteOf(text.beside(page, '6'), words);
  await expect(note).toContainText('question');
  await expect(
    text
      .beside(page, '6')
      .getByText(`on “${sentenceText('p6.s1')}”`)
      .last(),
  ).toBeVisible();
  await reload(page);
  await expect(note).toBeVisible();
});

test('words selected with the mouse are annotated', { tag: '@desktop' }, async ({ page, person }) => {
  expect(person.name).toBeTruthy();
  const words = unique('At what price?');
  await visit(page, debatePath('text'));
  await dragOver(page, sentenceText('p7.s2'), 'a grim calculation');
  await expect(text.toolbar(page)).toBeVisible();
  await text.toolbar(page).getByRole('button', { name: 'Comment' }).click();
  const form = page.getByRole('form', { name: 'New note' });
  await writeNote(form, words);

  const beside = text.beside(page, '7');
  await expect(noteOf(beside, words)).toBeVisible();
  await expect(beside.getByText('on “a grim calculation”').last()).toBeVisible();
  await reload(page);
  await expect(noteOf(beside, words)).toBeVisible();
  await expect(beside.getByText('on “a grim calculation”').last()).toBeVisible();
});

test('a private note is for its writer alone, a note for the room for everybody', {
  tag: '@desktop',
}, async ({ page, person, participant, visitor, isMobile }) => {
  expect(person.name).toBeTruthy();
  const [mine, ours] = [unique('For me alone'), unique('For all of us')];
  const claim = await openClaim(page, 'map', 'D6', { isPhone: isMobile });
  await claim.getByRole('button', { name: 'Note', exact: true }).click();
  await writeNote(page.getByRole('form', { name: 'New note' }), mine, {
    kind: 'Concern',
    visibility: 'Only me',
  });
  await expect(noteOf(claim, mine)).toContainText('only you');
  await claim.getByRole('button', { name: 'Note', exact: true }).click();
  // The form remembers the last choice in this room, and says so on its button.
  await writeNote(page.getByRole('form', { name: 'New note' }), ours, {
    kind: 'Evidence',
    visibility: 'Everyone',
  });
  await expect(noteOf(claim, ours)).toContainText('evidence');
  await expectAccessible(page, 'a claim with notes');

  await reload(page);
  const again = await openClaim(page, 'map', 'D6', { isPhone: isMobile });
  await expect(noteOf(again, mine)).toContainText('concern');
  await expect(noteOf(again, ours)).toBeVisible();

  for (const { page: theirs } of [await participant(), await visitor()]) {
    const seen = await openClaim(theirs, 'outline', 'D6', { isPhone: isMobile });
    await expect(noteOf(seen, ours)).toBeVisible();
    await expect(seen.getByText(mine)).toHaveCount(0);
    // An alias, never the name of the account.
    await expect(seen.getByText(person.name)).toHaveCount(0);
  }
});

test('a note is answered, edited and removed, and its replies stay', async ({
  page,
  person,
  participant,
  isMobile,
}) => {
  expect(person.name).toBeTruthy();
  const [first, second, reply] = [unique('Is this **so**?'), unique('Is this still so?'), unique('It is.')];
  const claim = await openClaim(page, 'map', 'H3a', { isPhone: isMobile });
  await claim.getByRole('button', { name: 'Note', exact: true }).click();
  await writeNote(page.getByRole('form', { name: 'New note' }), first, { kind: 'Question' });
  const note = noteOf(claim, first.replaceAll('**', ''));
  await expect(note.locator('strong')).toHaveText('so');

  const other = await participant();
  const theirs = await openClaim(other.page, 'map', 'H3a', { isPhone: isMobile });
  const seen = noteOf(theirs, first.replaceAll('**', ''));
  await seen.getByRole('button', { name: /^Reply to / }).click();
  await expect(seen.getByRole('button', { name: 'Edit your note' })).toHaveCount(0);
  const form = other.page.getByRole('form', { name: 'Reply' });
  await form.getByLabel('Your reply').fill(reply);
  await saveNote(form).click();
  await expect(noteOf(seen, reply)).toBeVisible();

  await note.getByRole('button', { name: 'Edit your note' }).click();
  const edit = page.getByRole('form', { name: 'Edit note' });
  await expect(edit.getByLabel('Your note')).toHaveValue(first);
  await edit.getByLabel('Your note').fill(second);
  await edit.getByRole('radio', { name: 'Concern' }).check();
  await saveNote(edit).click();
  const changed = noteOf(claim, second);
  await expect(changed).toContainText('edited');
  await expect(changed).toContainText('concern');

  const after = await openClaim(other.page, 'outline', 'H3a', { isPhone: isMobile });
  await expect(noteOf(after, second)).toContainText('edited');
  await expect(noteOf(noteOf(after, second), reply)).toBeVisible();

  await changed
    .getByRole('button', { name: /^More about the note by / })
    .first()
    .click();
  await changed.getByRole('menuitem', { name: 'Remove' }).first().click();
  await expect(claim.getByText('Remove this note? Its words are gone for good; replies stay.')).toBeVisible();
  await claim.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(said(page, 'Note removed')).toBeAttached();
  await expect(claim.getByText(second)).toHaveCount(0);

  const left = await openClaim(other.page, 'map', 'H3a', { isPhone: isMobile });
  await expect(noteOf(left, reply).last()).toBeVisible();
  await expect(left.getByText(second)).toHaveCount(0);
  await expect(left.getByText(/^Removed by its author\. 1 reply stays\.$/).last()).toBeVisible();
});

test('an edit of a note that changed elsewhere shows both texts, also when it waited or was left half-written', {
  tag: '@desktop',
}, async ({ page, context, person, complaints, visitor, home, isMobile }) => {
  complaints.expect(/status of 409|ERR_INTERNET_DISCONNECTED/);
  const [first, here, elsewhere] = [unique('First words'), unique('Words here'), unique('Words elsewhere')];
  const claim = await openClaim(page, 'outline', 'D2', { isPhone: isMobile });
  await claim.getByRole('button', { name: 'Note', exact: true }).click();
  await writeNote(page.getByRole('form', { name: 'New note' }), first);
  await noteOf(claim, first).getByRole('button', { name: 'Edit your note' }).click();
  await page.getByRole('form', { name: 'Edit note' }).getByLabel('Your note').fill(here);

  const device = await visitor();
  await openSession(device.context.request, home, person);
  const there = await openClaim(device.page, 'outline', 'D2', { isPhone: isMobile });
  await noteOf(there, first).getByRole('button', { name: 'Edit your note' }).click();
  const form = device.page.getByRole('form', { name: 'Edit note' });
  await form.getByLabel('Your note').fill(elsewhere);
  await saveNote(form).click();
  await expect(noteOf(there, elsewhere)).toBeVisible();

  await saveNote(page.getByRole('form', { name: 'Edit note' })).click();
  await expect(claim.getByText('This note was changed elsewhere while you were editing.')).toBeVisible();
  await expect(claim.getByText(here)).toBeVisible();
  await expect(claim.getByText(elsewhere)).toBeVisible();
  await expectAccessible(page, 'two versions of a note');
  await claim.getByRole('button', { name: 'Save mine over it' }).click();
  await expect(claim.getByText('This note was changed elsewhere while you were editing.')).toHaveCount(0);
  await expect(noteOf(claim, here)).toBeVisible();

  const editing = page.getByRole('form', { name: 'Edit note' });
  const writeThere = async (from: string, to: string) => {
    await reload(device.page);
    const row = await shownClaim(device.page, 'outline', 'D2', { isPhone: isMobile });
    await noteOf(row, from).getByRole('button', { name: 'Edit your note' }).click();
    await form.getByLabel('Your note').fill(to);
    await saveNote(form).click();
    await expect(form).toBeHidden();
    await expect(noteOf(row, to)).toBeVisible();
  };
  const [waited, meanwhile] = [unique('Written in a tunnel'), unique('Written in daylight')];
  await noteOf(claim, here).getByRole('button', { name: 'Edit your note' }).click();
  await context.setOffline(true);
  await editing.getByLabel('Your note').fill(waited);
  await saveNote(editing).click();
  await expect(claim.getByText('Your change is not sent yet, kept here.')).toBeVisible();
  await writeThere(here, meanwhile);
  await context.setOffline(false);
  await expect(
    claim.getByText('This note was changed elsewhere while you were editing.').first(),
  ).toBeVisible();
  await expect(claim.getByText(waited).first()).toBeVisible();
  await expect(claim.getByText(meanwhile).first()).toBeVisible();
  await claim.getByRole('button', { name: 'Save mine over it' }).click();
  await expect(noteOf(claim, waited)).toBeVisible();
  await expect(claim.getByText(meanwhile)).toHaveCount(0);

  const [half, newer] = [unique('Half a change'), unique('A newer wording')];
  await noteOf(claim, waited).getByRole('button', { name: 'Edit your note' }).click();
  await editing.getByLabel('Your note').fill(half);
  await expect(editing.getByText('Saved on this device.')).toBeVisible();
  await writeThere(waited, newer);
  await reload(page);
  await noteOf(claim, newer).getByRole('button', { name: 'Edit your note' }).click();
  await expect(editing.getByLabel('Your note')).toHaveValue(newer);
  await expect(editing.getByText(/^You wrote this on .* when the text had another wording\./)).toBeVisible();
  await expect(editing.getByText(half)).toBeVisible();
  await expectAccessible(page, 'a draft against an older wording');
  await editing.getByRole('button', { name: 'Put it into the form' }).click();
  await expect(editing.getByLabel('Your note')).toHaveValue(half);
  await saveNote(editing).click();
  await expect(noteOf(claim, half)).toBeVisible();
});

test('an empty note is not sent and an over-long one keeps its words', { tag: '@desktop' }, async ({
  page,
  person,
  isMobile,
}) => {
  expect(person.name).toBeTruthy();
  const claim = await openClaim(page, 'outline', 'D5', { isPhone: isMobile });
  await claim.getByRole('button', { name: 'Note', exact: true }).click();
  const form = page.getByRole('form', { name: 'New note' });
  await saveNote(form).click();
  await expect(form.getByText('Write something first.')).toBeVisible();
  await form.getByLabel('Your note').fill('x'.repeat(5003));
  await saveNote(form).click();
  await expect(form.getByText('3 characters too long.')).toBeVisible();
  await expect(form.getByLabel('Your note')).toHaveValue('x'.repeat(5003));
  await form.getByRole('button', { name: 'Discard' }).click();
  await expect(form).toBeHidden();
});

test('a line between two claims has notes of its own', async ({ page, person, isMobile }) => {
  expect(person.name).toBeTruthy();
  const words = unique('Does the one bear on the other?');
  const claim = await openClaim(page, 'outline', 'H4b', { isPhone: isMobile });
  const notes = claim.getByRole('button', { name: /^H4b attacks D4: .* on this line$/ });
  const isFirst = / no notes /.test((await notes.getAttribute('aria-label')) ?? '');
  await notes.click();
  if (!isFirst) await claim.getByRole('button', { name: 'Add a note on this line' }).click();
  await writeNote(page.getByRole('form', { name: 'New note' }), words, { kind: 'Concern' });
  await expect(noteOf(claim, words)).toContainText('concern');
  await expectAccessible(page, 'the notes on a line');
  await reload(page);
  await expect(notes).toHaveAccessibleName(/[1-9]\d* notes? on this line$/);
  await notes.click();
  await expect(noteOf(claim, words)).toBeVisible();
});
