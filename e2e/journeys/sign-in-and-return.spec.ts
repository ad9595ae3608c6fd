import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/journey';
import {
  debatePath,
  expectVote,
  map,
  noteOf,
  openClaim,
  outline,
  phoneMap,
  reload,
  saveNote,
  shownClaim,
  visit,
  voteButton,
} from '../support/pages';
import { fillSignIn, joinAs, makeAccount, newPerson, openSession, unique } from '../support/people';
import { claimText } from '../support/worked-debate';

test('a vote pressed before sign-in counts after it, once', async ({ page, context, home, isMobile }) => {
  const person = newPerson();
  await makeAccount(context.request, home, person);
  await visit(page, debatePath('map', { claim: 'D5a' }));
  const claim = isMobile ? phoneMap.foot(page, 'D5a') : map.panel(page, 'D5a');
  await voteButton(claim, 'D5a', 'Agree').click();
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await expect(page.getByText(/^What you pressed or wrote is kept on this device\./)).toBeVisible();
  await expectAccessible(page, 'the sign-in page');

  const answers: number[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('/vote')) answers.push(response.status());
  });
  await fillSignIn(page, person);
  await expect(page).toHaveURL(debatePath('map', { claim: 'D5a' }));
  await expectVote(claim, 'D5a', 'Agree');
  await expect(claim.getByText('Kept here. It counts once you have signed in.')).toBeHidden();
  await expect(async () => expect(answers).toEqual([200])).toPass();
  await reload(page);
  await expectVote(claim, 'D5a', 'Agree');
});

test('a note written before sign-in is sent once after it', async ({ page, context, home, isMobile }) => {
  const person = newPerson();
  const words = unique('Written before I had signed in');
  await makeAccount(context.request, home, person);
  const claim = await openClaim(page, 'outline', 'H1', { isPhone: isMobile });
  await claim.getByRole('button', { name: 'Note', exact: true }).click();
  const form = page.getByRole('form', { name: 'New note' });
  await expect(form.getByText(/^You will be asked to sign in\./)).toBeVisible();
  await form.getByLabel('Your note').fill(words);
  await form.getByRole('radio', { name: 'Evidence' }).check();
  await saveNote(form).click();
  await expect(page).toHaveURL(/\/sign-in\?next=/);

  await fillSignIn(page, person);
  await expect(page).toHaveURL(debatePath('outline', { claim: 'H1' }));
  const row = await shownClaim(page, 'outline', 'H1', { isPhone: isMobile });
  await expect(noteOf(row, words)).toContainText('evidence');
  await expect(page.getByText('Not sent yet, kept here.')).toHaveCount(0);
  await reload(page);
  await expect(row.getByText(words)).toHaveCount(1);
});

test('a claim written before sign-in is there after signing up', { tag: '@desktop' }, async ({
  page,
  isMobile,
}) => {
  const person = newPerson();
  const words = unique('Written by a visitor who then joined');
  const claim = await openClaim(page, 'outline', 'H2a', { isPhone: isMobile });
  await claim.getByRole('group', { name: 'Answer H2a' }).getByRole('button', { name: 'Support' }).click();
  const dialog = page.getByRole('dialog', { name: 'Support H2a' });
  await dialog.getByLabel('Claim', { exact: true }).fill(words);
  await dialog.getByRole('button', { name: 'Suggest the claim' }).click();
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await page.getByRole('main').getByRole('link', { name: 'Make an account' }).click();
  await page.getByLabel('Name', { exact: true }).fill(person.name);
  await page.getByLabel('Password', { exact: true }).fill(person.password);
  await page.getByRole('button', { name: 'Make the account' }).click();

  await expect(page).toHaveURL(debatePath('outline', { claim: 'H2a' }));
  await expect(outline.row(page, words).first()).toBeVisible();
  await reload(page);
  await expect(outline.row(page, words).first()).toBeVisible();
});

test('a stance typed before sign-in is sent after it', { tag: '@desktop' }, async ({
  page,
  context,
  home,
  isMobile,
}) => {
  const person = newPerson();
  await makeAccount(context.request, home, person);
  await visit(page, debatePath('outline', { claim: 'M' }));
  const form = page.getByRole('form', { name: 'Your stance on the motion' });
  await form.getByRole('button', { name: '10 points towards against' }).click();
  await form.getByLabel('In one sentence, why?').fill('Rules outlive wars.');
  await form.getByRole('button', { name: 'Save my stance' }).click();
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await fillSignIn(page, person);
  await expect(page).toHaveURL(debatePath('outline', { claim: 'M' }));
  await expect(form.getByText('10 against', { exact: true })).toBeVisible();
  await expect(form.getByLabel('In one sentence, why?')).toHaveValue('Rules outlive wars.');
  await expect(form.getByText('Saved. Only you see it; others see counts.')).toBeVisible();
  expect(isMobile).toBeDefined();
});

test('a wrong password is told without saying which of the two is wrong', { tag: '@desktop' }, async ({
  page,
  context,
  home,
  complaints,
}) => {
  complaints.expect(/status of 401/);
  const person = newPerson();
  await makeAccount(context.request, home, person);
  await visit(page, '/sign-in');
  await fillSignIn(page, { ...person, password: 'not my own password' });
  const fault = page.getByText('The name or the password is not right. Check both and try again.');
  await expect(fault).toBeVisible();
  await expect(page.getByLabel('Name or e-mail')).toHaveValue(person.name);
  await expectAccessible(page, 'the sign-in page with a fault');

  await fillSignIn(page, { ...newPerson(), password: person.password });
  await expect(fault).toBeVisible();
  await fillSignIn(page, person);
  await expect(page).toHaveURL('/');
  await expect(page.getByRole('button', { name: `${person.name}: account and settings` })).toBeVisible();
});

test('an empty sign-in form says what is missing', { tag: '@desktop' }, async ({ page }) => {
  await visit(page, '/sign-in');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByText('Type the name or the e-mail address of your account.')).toBeVisible();
  await expect(page.getByText('Type your password.')).toBeVisible();
});

test('signing out ends the session everywhere that its cookie was copied to, and forgets drafts', {
  tag: '@desktop',
}, async ({ page, context, person, visitor, isMobile }) => {
  const thief = await visitor();
  await thief.context.addCookies(await context.cookies());
  await visit(thief.page, '/account');
  await expect(thief.page.getByRole('heading', { level: 1, name: 'Your account' })).toBeVisible();

  const words = unique('Half a thought');
  const claim = await openClaim(page, 'outline', 'D4a', { isPhone: isMobile });
  await claim.getByRole('button', { name: 'Note', exact: true }).click();
  const form = page.getByRole('form', { name: 'New note' });
  await form.getByLabel('Your note').fill(words);
  await form.getByRole('button', { name: 'Keep for later' }).click();

  await page.getByRole('button', { name: `${person.name}: account and settings` }).click();
  await expectAccessible(page, 'the account menu');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible();

  await reload(thief.page);
  await expect(thief.page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  const account = await thief.context.request.get('/api/v1/account');
  expect(account.status()).toBe(401);

  const again = await openClaim(page, 'outline', 'D4a', { isPhone: isMobile });
  await again.getByRole('button', { name: 'Note', exact: true }).click();
  await expect(form.getByLabel('Your note')).toHaveValue('');
});

test('signing in leads to no other site, whatever the address asks for', { tag: '@desktop' }, async ({
  page,
  context,
  home,
}) => {
  const person = newPerson();
  await makeAccount(context.request, home, person);
  for (const next of [
    'https://elsewhere.example/',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '/.//elsewhere.example',
    '/\t/elsewhere.example',
    'javascript:alert(1)',
    '/sign-in',
  ]) {
    await test.step(next, async () => {
      await context.clearCookies();
      await visit(page, `/sign-in?next=${encodeURIComponent(next)}`);
      await fillSignIn(page, person);
      await expect(page.getByRole('button', { name: `${person.name}: account and settings` })).toBeVisible();
      expect(page.url()).toBe(`${home}/`);
    });
  }
});

test('a double click makes one account', { tag: '@desktop' }, async ({ page }) => {
  const person = newPerson();
  await visit(page, '/sign-up');
  await page.getByLabel('Name', { exact: true }).fill(person.name);
  await page.getByLabel('Password', { exact: true }).fill(person.password);
  const made: number[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('/api/v1/accounts')) made.push(response.status());
  });
  await page.getByRole('button', { name: 'Make the account' }).dblclick();
  await expect(page).toHaveURL('/');
  await expect(page.getByRole('button', { name: `${person.name}: account and settings` })).toBeVisible();
  expect(made).toEqual([201]);
});

test('a double click sends one note', { tag: '@desktop' }, async ({ page, person, isMobile }) => {
  expect(person.name).toBeTruthy();
  const words = unique('Pressed twice');
  const claim = await openClaim(page, 'outline', 'D1b', { isPhone: isMobile });
  await claim.getByRole('button', { name: 'Note', exact: true }).click();
  const form = page.getByRole('form', { name: 'New note' });
  await form.getByLabel('Your note').fill(words);
  await saveNote(form).dblclick();
  await expect(noteOf(claim, words)).toBeVisible();
  await reload(page);
  await expect(noteOf(claim, words)).toBeVisible();
  await expect(claim.getByText(words)).toHaveCount(1);
});

test('a signed-in person has nothing to do on the sign-in page', { tag: '@desktop' }, async ({
  page,
  person,
}) => {
  expect(person.name).toBeTruthy();
  await visit(page, `/sign-in?next=${encodeURIComponent(debatePath('text'))}`);
  await expect(page).toHaveURL(debatePath('text'));
});

test('the claim that one came for is still selected after signing in from the top bar', {
  tag: '@desktop',
}, async ({ page, context, home, isMobile }) => {
  const person = newPerson();
  await makeAccount(context.request, home, person);
  await openClaim(page, 'outline', 'D7', { isPhone: isMobile });
  await page.getByRole('banner').getByRole('link', { name: 'Sign in' }).click();
  await fillSignIn(page, person);
  await expect(page).toHaveURL(debatePath('outline', { claim: 'D7' }));
  await expect(outline.row(page, claimText('D7')).first()).toBeVisible();
});

/** Keys of the presses that this browser keeps on its disk. */
const unsentOf = (page: Page): Promise<string[]> =>
  page.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open('standpoint');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const [store = ''] = opening.result.objectStoreNames;
          const reading = opening.result.transaction(store).objectStore(store).getAllKeys();
          reading.onerror = () => reject(reading.error);
          reading.onsuccess = () => {
            opening.result.close();
            resolve(reading.result.map(String).filter((key) => key.startsWith('outbox:')));
          };
        };
      }),
  );

test('what is pressed on a page that was left open is never sent as whoever signed in since, nor left for them', {
  tag: '@desktop',
}, async ({ page, context, home, person, complaints, isMobile }) => {
  complaints.expect(/status of 401/);
  const old = await openClaim(page, 'outline', 'D2', { isPhone: isMobile });
  await expect(page.getByRole('button', { name: `${person.name}: account and settings` })).toBeVisible();

  // The session ends, and somebody else opens one in another tab of the same browser.
  await context.clearCookies();
  const next = await joinAs(context, home);
  await voteButton(old, 'D2', 'Disagree').click();

  await expect(page.getByRole('button', { name: `${next.name}: account and settings` })).toBeVisible();
  await expectVote(await shownClaim(page, 'outline', 'D2', { isPhone: isMobile }), 'D2', null);

  // Whoever came next at a shared machine keeps nothing of the one before, sent or unsent.
  await expect.poll(() => unsentOf(page)).toEqual([]);
  await context.clearCookies();
  await openSession(context.request, home, person);
  const own = await openClaim(page, 'outline', 'D2', { isPhone: isMobile });
  await expectVote(own, 'D2', null);
  await expect(page.getByText(/^Kept on this device/)).toHaveCount(0);
});

test('signing out in one tab leaves nothing of the person in another', { tag: '@desktop' }, async ({
  page,
  context,
  person,
  isMobile,
}) => {
  const other = await context.newPage();
  const row = await openClaim(page, 'outline', 'D3', { isPhone: isMobile });
  await row.getByRole('button', { name: 'Note', exact: true }).click();
  await page.getByRole('form', { name: 'New note' }).getByLabel('Your note').fill('Half a thought');

  await visit(other, debatePath('map'));
  await other.getByRole('button', { name: `${person.name}: account and settings` }).click();
  await other.getByRole('button', { name: 'Sign out', exact: true }).click();

  await expect(page.getByRole('link', { name: 'Sign in', exact: true })).toBeVisible();
  const again = await openClaim(page, 'outline', 'D3', { isPhone: isMobile });
  await again.getByRole('button', { name: 'Note', exact: true }).click();
  await expect(page.getByRole('form', { name: 'New note' }).getByLabel('Your note')).toHaveValue('');
});
