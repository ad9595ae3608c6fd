import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/journey';
import { debatePath, map, openClaim, outline, phoneMap, reload, said, text, visit } from '../support/pages';
import { unique } from '../support/people';
import { claimText, sentenceText } from '../support/worked-debate';

/** The code that a claim got, said aloud when it was sent. */
async function codeOfNewClaim(page: Page): Promise<string> {
  const spoken = page.getByRole('status').filter({ hasText: /sent\. It waits for review\.|is on the map/ });
  await expect(spoken).toBeAttached();
  const code = /^\s*(\S+) /.exec((await spoken.textContent()) ?? '')?.[1];
  if (!code) throw new Error('The code of the new claim was not said');
  return code;
}

/** Opens the form for an answer to the claim that is shown in full. */
async function answer(claim: Locator, code: string, action: string): Promise<Locator> {
  await claim
    .getByRole('group', { name: `Answer ${code}` })
    .getByRole('button', { name: action })
    .click();
  const dialog = claim.page().getByRole('dialog', { name: /^(Support|Object to|Undercut a line of) / });
  await expect(dialog).toBeVisible();
  return dialog;
}

/** Removes what a journey published, so that others meet the map as it was. */
async function archive(page: Page, code: string, words: string, isPhone: boolean): Promise<void> {
  const claim = await openClaim(page, 'outline', code, { isPhone, words });
  await claim
    .getByRole('group', { name: `Answer ${code}` })
    .getByRole('button', { name: 'Archive' })
    .click();
  const dialog = page.getByRole('dialog', { name: `Archive ${code}` });
  await dialog.getByRole('button', { name: 'Archive' }).click();
  await expect(said(page, `${code} archived`)).toBeAttached();
}

test('a supporting claim waits for a maintainer, who publishes it for everybody', async ({
  page,
  person,
  visitor,
  maintainer,
  isMobile,
}) => {
  expect(person.name).toBeTruthy();
  const words = unique('Deterrence needs every lawful means');
  const claim = await openClaim(page, 'map', 'D3', { isPhone: isMobile });
  const dialog = await answer(claim, 'D3', 'Support');
  await expect(dialog.getByText(claimText('D3'))).toBeVisible();
  await expectAccessible(page, 'the form for a claim');

  await dialog.getByRole('button', { name: 'Suggest the claim' }).click();
  await expect(dialog.getByText('Write the claim first.')).toBeVisible();
  await dialog.getByLabel('Claim', { exact: true }).fill('y'.repeat(283));
  await dialog.getByRole('button', { name: 'Suggest the claim' }).click();
  await expect(dialog.getByText('3 characters too long. Shorten it, or make it two claims.')).toBeVisible();
  await expect(dialog.getByLabel('Claim', { exact: true })).toHaveValue('y'.repeat(283));

  await dialog.getByLabel('Claim', { exact: true }).fill(words);
  await expect(dialog.getByRole('radio', { name: 'Defence' })).toBeChecked();
  await dialog.getByRole('radio', { name: /^Beyond/ }).check();
  await dialog.getByRole('button', { name: 'Suggest the claim' }).click();
  const code = await codeOfNewClaim(page);
  await expect(dialog).toBeHidden();

  const own = await openClaim(page, 'outline', code, { isPhone: isMobile, words });
  await expect(own.getByText(/^Waiting for review\. Suggested by /)).toBeVisible();
  await expect(own.getByText('Votes open when the claim is on the map.')).toBeVisible();

  const reader = await visitor();
  await visit(reader.page, debatePath('outline', { claim: code, layer: 'beyond' }));
  await expect(outline.row(reader.page, claimText('D3')).first()).toBeVisible();
  await expect(reader.page.getByText(words)).toHaveCount(0);

  const keeper = await maintainer();
  const suggested = await openClaim(keeper.page, 'map', code, { isPhone: isMobile, words });
  await expectAccessible(keeper.page, 'a suggestion before its maintainer');
  await suggested
    .getByRole('group', { name: `Decide on ${code}` })
    .getByRole('button', { name: 'Publish' })
    .click();
  await expect(said(keeper.page, `${code} is on the map`)).toBeAttached();

  await reload(reader.page);
  await expect(outline.row(reader.page, words).first()).toBeVisible();
  const seen = await openClaim(reader.page, 'map', code, { isPhone: isMobile, words });
  await expect(seen.getByText('supports', { exact: true })).toBeVisible();

  await archive(keeper.page, code, words, isMobile);
  await visit(reader.page, debatePath('map'));
  if (isMobile) await expect(phoneMap.card(reader.page, code)).toHaveCount(0);
  else await expect(map.card(reader.page, code)).toHaveCount(0);
});

test('an objection that a maintainer declines tells its author why', { tag: '@desktop' }, async ({
  page,
  person,
  maintainer,
  visitor,
  isMobile,
}) => {
  expect(person.name).toBeTruthy();
  const words = unique('The treaty was never meant for wars like this');
  const reason = unique('Name the article that says so');
  const claim = await openClaim(page, 'outline', 'H4', { isPhone: isMobile });
  const dialog = await answer(claim, 'H4', 'Object');
  await dialog.getByLabel('Claim', { exact: true }).fill(words);
  await dialog.getByRole('button', { name: 'Suggest the claim' }).click();
  const code = await codeOfNewClaim(page);

  const keeper = await maintainer();
  const suggested = await openClaim(keeper.page, 'outline', code, { isPhone: isMobile, words });
  await suggested.getByRole('button', { name: 'Decline' }).click();
  const decline = keeper.page.getByRole('dialog', { name: `Decline ${code}` });
  await expect(decline.getByLabel('Reason')).toBeFocused();
  await expectAccessible(keeper.page, 'the dialog that declines a claim');
  await decline.getByRole('button', { name: 'Decline' }).click();
  await expect(decline.getByText('Say in a few words why, so that the author can do better.')).toBeVisible();
  await decline.getByLabel('Reason').fill(reason);
  await decline.getByRole('button', { name: 'Decline' }).click();
  await expect(said(keeper.page, `${code} declined`)).toBeAttached();

  const declined = await openClaim(page, 'outline', code, { isPhone: isMobile, words });
  await expect(declined.getByText(/^Not taken onto the map\./)).toBeVisible();
  await expect(declined.getByText(reason)).toBeVisible();

  const reader = await visitor();
  await visit(reader.page, debatePath('outline'));
  await expect(outline.row(reader.page, claimText('H4')).first()).toBeVisible();
  await expect(reader.page.getByText(words)).toHaveCount(0);
});

test('an undercut meets a line and leaves the claim standing', async ({ page, person, isMobile }) => {
  expect(person.name).toBeTruthy();
  const words = unique('A trend shows what states do, not what is right');
  const claim = await openClaim(page, 'map', 'D4', { isPhone: isMobile });
  const dialog = await answer(claim, 'D4', 'Undercut its line');
  await expect(dialog.getByText('An undercut leaves the claim standing.')).toBeVisible();
  await expectAccessible(page, 'the form for an undercut');
  await dialog.getByLabel('Claim', { exact: true }).fill(words);
  await expect(dialog.getByRole('radio', { name: 'Humanitarian' })).toBeChecked();
  await dialog.getByRole('button', { name: 'Suggest the claim' }).click();
  const code = await codeOfNewClaim(page);

  const own = await openClaim(page, 'outline', code, { isPhone: isMobile, words });
  await expect(own.getByText('undercuts the line from D4 to the motion')).toBeVisible();
  await expect(own.getByText('undercuts the line D4 to the motion')).toBeVisible();
});

test('a claim is made from a sentence of the text and cites it', async ({ page, person, isMobile }) => {
  expect(person.name).toBeTruthy();
  const words = unique('The decree has a date that all sides accept');
  await visit(page, debatePath('text'));
  const sentence = text.sentence(page, sentenceText('p6.s1'));
  if (isMobile) await sentence.tap();
  else await sentence.click();
  await text.toolbar(page).getByRole('button', { name: 'Make a claim from this' }).click();
  const dialog = page.getByRole('dialog', { name: 'Make a claim' });
  await expect(dialog.getByRole('blockquote')).toHaveText(sentenceText('p6.s1'));
  await expectAccessible(page, 'the form for a claim from the text');
  await dialog.getByLabel('What does it answer?').selectOption({ label: `D6 ${claimText('D6')}` });
  await dialog.getByRole('radio', { name: 'supports' }).check();
  await dialog.getByLabel('Claim', { exact: true }).fill(words);
  await dialog.getByRole('radio', { name: /^Asserted/ }).check();
  await dialog.getByRole('button', { name: 'Suggest the claim' }).click();
  const code = await codeOfNewClaim(page);

  const own = await openClaim(page, 'outline', code, { isPhone: isMobile, words });
  await expect(own.getByRole('blockquote')).toHaveText(sentenceText('p6.s1'));
  await expect(own.getByRole('link', { name: 'Paragraph 6 in the text' })).toBeVisible();
});

test('an edit that somebody else overtook shows both texts', { tag: '@desktop' }, async ({
  page,
  person,
  complaints,
  maintainer,
  isMobile,
}) => {
  expect(person.name).toBeTruthy();
  complaints.expect(/status of 409/);
  const first = unique('Stocks of mines are a cost in themselves');
  const [mine, theirs] = [unique('My better wording'), unique('The wording of a maintainer')];
  const parent = await openClaim(page, 'outline', 'H4a', { isPhone: isMobile });
  const dialog = await answer(parent, 'H4a', 'Support');
  await dialog.getByLabel('Claim', { exact: true }).fill(first);
  await dialog.getByRole('button', { name: 'Suggest the claim' }).click();
  const code = await codeOfNewClaim(page);

  const own = await openClaim(page, 'outline', code, { isPhone: isMobile, words: first });
  await own.getByRole('button', { name: 'Edit', exact: true }).click();
  const edit = page.getByRole('dialog', { name: `Edit ${code}` });
  await edit.getByLabel('Claim', { exact: true }).fill(mine);
  // Nothing is chosen beforehand: an edit could turn a claim round and keep everybody's votes.
  await edit.getByRole('button', { name: 'Save' }).click();
  await expect(edit.getByText('Say whether the wording or the meaning changes.')).toBeVisible();
  await edit.getByRole('radio', { name: 'The wording only' }).check();

  const keeper = await maintainer();
  const there = await openClaim(keeper.page, 'outline', code, { isPhone: isMobile, words: first });
  await there.getByRole('button', { name: 'Edit', exact: true }).click();
  const other = keeper.page.getByRole('dialog', { name: `Edit ${code}` });
  await other.getByLabel('Claim', { exact: true }).fill(theirs);
  await other.getByRole('radio', { name: 'The meaning' }).check();
  await other.getByRole('button', { name: 'Save' }).click();
  await expect(said(keeper.page, `${code} saved`)).toBeAttached();

  await edit.getByRole('button', { name: 'Save' }).click();
  await expect(edit.getByText(`${code} was changed elsewhere while you were editing.`)).toBeVisible();
  await expect(edit.getByText(mine)).toBeVisible();
  await expect(edit.getByText(theirs)).toBeVisible();
  await expectAccessible(page, 'two versions of a claim');
  await edit.getByRole('button', { name: 'Save mine over it' }).click();
  await expect(said(page, `${code} saved`)).toBeAttached();

  const after = await openClaim(page, 'outline', code, { isPhone: isMobile, words: mine });
  await after.getByRole('button', { name: 'History' }).click();
  const history = page.getByRole('dialog', { name: `History of ${code}` });
  for (const words of [first, theirs, mine]) await expect(history.getByText(words)).toBeVisible();
  await expect(history.getByText('Wording only, votes kept')).toBeVisible();
  await expect(history.getByText('Meaning changed, votes asked again')).toBeVisible();
  await expectAccessible(page, 'the history of a claim');
});
