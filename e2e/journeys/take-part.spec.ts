import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/journey';
import {
  debatePath,
  expectVote,
  goToView,
  impactGroup,
  map,
  openClaim,
  outline,
  phoneMap,
  reload,
  said,
  shownClaim,
  visit,
  voteButton,
  voteGroup,
} from '../support/pages';
import { newPerson, openSession } from '../support/people';
import { claimText } from '../support/worked-debate';

test('a name and a password are enough to take part', async ({ page }) => {
  const person = newPerson();
  await visit(page, '/');
  await page.getByRole('main').getByRole('link', { name: 'Make an account' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Make an account' })).toBeVisible();
  await expectAccessible(page, 'the sign-up page');

  const submit = page.getByRole('button', { name: 'Make the account' });
  await page.getByLabel('Name', { exact: true }).fill('x');
  await page.getByLabel('Password', { exact: true }).fill('short');
  await submit.click();
  await expect(page.getByText('A name needs at least two characters.')).toBeVisible();
  await expect(page.getByText('The password needs at least 12 characters. Add a word.')).toBeVisible();
  await expect(page.getByLabel('Name', { exact: true })).toBeFocused();
  await expectAccessible(page, 'the sign-up page with faults');

  await page.getByLabel('Name', { exact: true }).fill(person.name);
  await page.getByLabel('Password', { exact: true }).fill(person.password);
  await submit.click();
  await expect(page).toHaveURL(debatePath('map', { claim: 'M' }));
  await expect(page.getByRole('button', { name: `${person.name}: account and settings` })).toBeVisible();
});

test('a taken name and a password from the attackers’ lists are refused in words', {
  tag: '@desktop',
}, async ({ page, person, complaints }) => {
  complaints.expect(/status of 4(00|09)/);
  await page.context().clearCookies();
  await visit(page, '/sign-up');
  await page.getByLabel('Name', { exact: true }).fill(person.name);
  await page.getByLabel('Password', { exact: true }).fill('password123456');
  await page.getByRole('button', { name: 'Make the account' }).click();
  await expect(page.getByText('This password is on the lists that attackers try first.')).toBeVisible();
  await page.getByLabel('Password', { exact: true }).fill(newPerson().password);
  await page.getByRole('button', { name: 'Make the account' }).click();
  await expect(page.getByText('Someone here already uses this name. Choose another one.')).toBeVisible();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue(person.name);
});

test('a vote on the map is the same vote in the outline and in the text, and can be changed in each', async ({
  page,
  person,
  isMobile,
}) => {
  expect(person.name).toBeTruthy();
  await visit(page, debatePath('map', { claim: 'D4' }));
  const onMap = isMobile ? phoneMap.foot(page, 'D4') : map.panel(page, 'D4');
  await expectVote(onMap, 'D4', null);
  await voteButton(onMap, 'D4', 'Agree').click();
  await expectVote(onMap, 'D4', 'Agree');
  await expect(said(page, 'D4: agree saved')).toBeAttached();
  if (!isMobile) await expect(map.card(page, 'D4')).toHaveAccessibleName(/You agree\./);

  await goToView(page, 'Outline');
  const row = await shownClaim(page, 'outline', 'D4', { isPhone: isMobile });
  await expectVote(row, 'D4', 'Agree');
  await voteButton(row, 'D4', 'Disagree').click();
  await expectVote(row, 'D4', 'Disagree');
  await expect(said(page, 'D4: disagree saved')).toBeAttached();

  await goToView(page, 'Text');
  const card = await shownClaim(page, 'text', 'D4', { isPhone: isMobile });
  await expectVote(card, 'D4', 'Disagree');
  await voteButton(card, 'D4', 'Pass').click();
  await expectVote(card, 'D4', 'Pass');
  await expect(said(page, 'D4: pass saved')).toBeAttached();

  await reload(page);
  await expectVote(card, 'D4', 'Pass');
  await voteButton(card, 'D4', 'Pass').click();
  await expectVote(card, 'D4', null);
  await expect(said(page, 'D4: vote taken back')).toBeAttached();

  await goToView(page, 'Map');
  await expectVote(onMap, 'D4', null);
  await reload(page);
  await expectVote(onMap, 'D4', null);
});

test('others’ counts are hidden until one has voted, and exact after that', { tag: '@desktop' }, async ({
  page,
  person,
  participant,
  isMobile,
}) => {
  expect(person.name).toBeTruthy();
  const other = await participant();
  const otherRow = await openClaim(other.page, 'outline', 'X1', { isPhone: isMobile });
  await voteButton(otherRow, 'X1', 'Disagree').click();
  await expect(said(other.page, 'X1: disagree saved')).toBeAttached();

  const claim = await openClaim(page, 'map', 'X1', { isPhone: isMobile });
  await expect(claim.getByText('Vote to see how others voted.')).toBeVisible();
  await expect(voteGroup(claim, 'X1').getByText(/\d/)).toHaveCount(0);
  await expectAccessible(page, 'a claim whose counts are hidden');

  await voteButton(claim, 'X1', 'Agree').click();
  await expect(claim.getByText('Vote to see how others voted.')).toBeHidden();
  await expect(voteButton(claim, 'X1', 'Agree')).toHaveAccessibleDescription(/^[1-9]\d* votes?$/);
  await expect(voteButton(claim, 'X1', 'Disagree')).toHaveAccessibleDescription(/^[1-9]\d* votes?$/);

  await voteButton(claim, 'X1', 'Agree').click();
  await expect(claim.getByText('Vote to see how others voted.')).toBeVisible();
});

test('how much a line matters is asked apart from whether its claim is true', async ({
  page,
  person,
  isMobile,
}) => {
  expect(person.name).toBeTruthy();
  const claim = await openClaim(page, 'map', 'H1a', { isPhone: isMobile });
  const group = impactGroup(claim, 'H1a supports H1');
  await group.getByRole('radio', { name: '3, a lot' }).click();
  await expect(group.getByRole('radio', { name: '3, a lot' })).toBeChecked();
  await expect(said(page, 'Impact 3 saved')).toBeAttached();
  await expectVote(claim, 'H1a', null);

  // The same line, met from its other end and in another view.
  const row = await openClaim(page, 'outline', 'H1', { isPhone: isMobile });
  const fromOtherEnd = impactGroup(row, 'H1 supported by H1a');
  await expect(fromOtherEnd.getByRole('radio', { name: '3, a lot' })).toBeChecked();
  await fromOtherEnd.getByRole('radio', { name: '3, a lot' }).click();
  await expect(said(page, 'Impact taken back')).toBeAttached();
  await expect(fromOtherEnd.getByRole('radio', { checked: true })).toHaveCount(0);
});

test('a stance has a place, a confidence and a reason, can be changed, and is there after a reload', async ({
  page,
  person,
  isMobile,
}) => {
  expect(person.name).toBeTruthy();
  await visit(page, debatePath('map', { claim: 'M' }));
  const motion = isMobile ? phoneMap.motionSheet(page) : map.motionPanel(page);
  const open = async () => {
    if (isMobile) await page.getByRole('button', { name: 'Your stance, notes' }).click();
  };
  await open();
  const form = motion.getByRole('form', { name: 'Your stance on the motion' });
  await expect(form.getByText('Not placed yet')).toBeVisible();
  await expect(motion.getByText('State yours to see where others stand.')).toBeVisible();
  await expectAccessible(page, 'the motion with the form for a stance');

  await form.getByRole('button', { name: 'Save my stance' }).click();
  await expect(form.getByText('Place yourself on the line first, or choose “Not sure”.')).toBeVisible();

  for (let press = 0; press < 4; press += 1)
    await form.getByRole('button', { name: '10 points towards for' }).click();
  await expect(form.getByText('40 for', { exact: true })).toBeVisible();
  await form.getByRole('radio', { name: 'Fairly' }).check();
  await form.getByLabel('In one sentence, why?').fill('The limits bind one side only.');
  await form.getByRole('button', { name: 'Save my stance' }).click();
  await expect(form.getByText('Saved. Only you see it; others see counts.')).toBeVisible();
  await expect(said(page, 'Stance saved')).toBeAttached();
  await expect(motion.getByText('State yours to see where others stand.')).toBeHidden();

  await reload(page);
  await open();
  await expect(form.getByText('40 for', { exact: true })).toBeVisible();
  await expect(form.getByRole('radio', { name: 'Fairly' })).toBeChecked();
  await expect(form.getByLabel('In one sentence, why?')).toHaveValue('The limits bind one side only.');

  await form.getByRole('slider', { name: /^Where do you stand/ }).press('End');
  await expect(form.getByText('100 against', { exact: true })).toBeVisible();
  await form.getByRole('radio', { name: 'Guess' }).check();
  await form.getByRole('button', { name: 'Save the change' }).click();
  await expect(form.getByText('Saved. Only you see it; others see counts.')).toBeVisible();

  await visit(page, debatePath('outline', { claim: 'M' }));
  const inOutline = page.getByRole('form', { name: 'Your stance on the motion' });
  await expect(inOutline.getByText('100 against', { exact: true })).toBeVisible();
  await expect(inOutline.getByRole('radio', { name: 'Guess' })).toBeChecked();
  await expectAccessible(page, 'the stance in the outline');
  await inOutline.getByRole('button', { name: 'Take back my stance' }).click();
  await expect(inOutline.getByText('Not placed yet')).toBeVisible();
  await reload(page);
  await expect(inOutline.getByText('Not placed yet')).toBeVisible();
});

test('not sure is a stance', { tag: '@desktop' }, async ({ page, person }) => {
  expect(person.name).toBeTruthy();
  await visit(page, debatePath('outline', { claim: 'M' }));
  const form = page.getByRole('form', { name: 'Your stance on the motion' });
  await form.getByRole('button', { name: 'Not sure' }).click();
  await form.getByRole('button', { name: 'Save my stance' }).click();
  await expect(form.getByText('Saved. Only you see it; others see counts.')).toBeVisible();
  await reload(page);
  await expect(form.getByRole('button', { name: 'Not sure' })).toHaveAttribute('aria-pressed', 'true');
});

test('the outline shows what is left to vote on', async ({ page, person, isMobile }) => {
  expect(person.name).toBeTruthy();
  await visit(page, debatePath('outline'));
  const row = outline.row(page, claimText('D2'));
  if (isMobile) await row.getByText(claimText('D2'), { exact: true }).click();
  await voteButton(row, 'D2', 'Agree').click();
  await expect(said(page, 'D2: agree saved')).toBeAttached();
  await expect(page.getByText('You have voted on 1.')).toBeVisible();
  await page.getByRole('switch', { name: /^Only what I have not voted on/ }).check();
  await expect(outline.row(page, claimText('D3')).first()).toBeVisible();
  await expect(row).toBeHidden();
  await expectAccessible(page, 'the outline of what is left to vote on');
});

test('the account page shows the sessions and ends another one', { tag: '@desktop' }, async ({
  page,
  person,
  home,
  visitor,
}) => {
  const elsewhere = await visitor();
  await openSession(elsewhere.context.request, home, person);
  await visit(elsewhere.page, '/account');
  await expect(elsewhere.page.getByRole('heading', { level: 1, name: 'Your account' })).toBeVisible();

  await visit(page, '/account');
  await expectAccessible(page, 'the account page');
  await page.getByRole('button', { name: /^End the session since/ }).click();
  await expect(page.getByRole('status').filter({ hasText: 'That session has ended.' })).toBeVisible();
  await reload(elsewhere.page);
  await expect(elsewhere.page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
});
