import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/journey';
import {
  debatePath,
  expectVote,
  map,
  noteOf,
  openClaim,
  phoneMap,
  reload,
  said,
  saveNote,
  shownClaim,
  visit,
  voteButton,
} from '../support/pages';
import { unique } from '../support/people';

/** Ends the page's process, as when the browser runs out of memory. */
async function crash(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const gone = page.waitForEvent('crash');
  // The page dies before it can answer.
  session.send('Page.crash').catch(() => undefined);
  await gone;
  await page.close();
}

test('a vote and a note wait while there is no connection, and are sent once on return', async ({
  page,
  context,
  person,
  complaints,
  isMobile,
}) => {
  expect(person.name).toBeTruthy();
  complaints.expect(/ERR_INTERNET_DISCONNECTED/);
  const words = unique('Written in a tunnel');
  const claim = await openClaim(page, 'map', 'H3', { isPhone: isMobile });
  // What the form needs is fetched when it first opens.
  await claim.getByRole('button', { name: 'Note', exact: true }).click();
  const form = page.getByRole('form', { name: 'New note' });
  await expect(form).toBeVisible();

  const sent: string[] = [];
  page.on('response', (response) => {
    const request = response.request();
    if (request.method() !== 'GET') sent.push(`${request.method()} ${response.status()}`);
  });
  await context.setOffline(true);
  await form.getByLabel('Your note').fill(words);
  await saveNote(form).click();
  await expect(claim.getByText('Not sent yet, kept here.')).toBeVisible();
  await expect(claim.getByRole('paragraph').filter({ hasText: words })).toBeVisible();
  await expect(form).toBeHidden();
  await voteButton(claim, 'H3', 'Disagree').click();
  await expectVote(claim, 'H3', 'Disagree');
  await expect(claim.getByText('Kept on this device, will be sent.').first()).toBeVisible();
  await expect(page.getByText(/^Offline\. 2 things you did wait here and will be sent\.$/)).toBeAttached();
  await expectAccessible(page, 'the map without a connection');
  expect(sent).toEqual([]);

  await context.setOffline(false);
  await expect(noteOf(claim, words)).toBeVisible();
  await expect(claim.getByText('Not sent yet, kept here.')).toBeHidden();
  await expect(page.getByText(/^Offline\./)).toBeHidden();
  await expect(said(page, /H3: disagree saved|Your note was sent/)).toBeAttached();
  await expect.poll(() => [...sent].sort()).toEqual(['POST 201', 'PUT 200']);

  const again = await openClaim(page, 'outline', 'H3', { isPhone: isMobile });
  await expectVote(again, 'H3', 'Disagree');
  await expect(again.getByText(words)).toHaveCount(1);
});

test('what waits outlives the page', { tag: '@desktop' }, async ({
  page,
  context,
  person,
  complaints,
  isMobile,
}) => {
  expect(person.name).toBeTruthy();
  complaints.expect(/ERR_INTERNET_DISCONNECTED|ERR_FAILED|status of 50/);
  await visit(page, debatePath('map', { claim: 'D1c' }));
  const claim = isMobile ? phoneMap.foot(page, 'D1c') : map.panel(page, 'D1c');
  await expectVote(claim, 'D1c', null);
  // The server is out of reach, the page still loads: as when a proxy answers for a server that restarts.
  await context.route('**/api/v1/rooms/**', (route) => route.abort('failed'));
  await voteButton(claim, 'D1c', 'Agree').click();
  await expect(claim.getByText('Kept on this device, will be sent.')).toBeVisible();

  await reload(page);
  await expectVote(claim, 'D1c', 'Agree');
  await expect(claim.getByText('Kept on this device, will be sent.')).toBeVisible();

  await context.unroute('**/api/v1/rooms/**');
  await reload(page);
  await expectVote(claim, 'D1c', 'Agree');
  await expect(claim.getByText('Kept on this device, will be sent.')).toBeHidden();
  const stored = await context.request.get('/api/v1/debates/ukraine-mine-ban');
  const { claims } = (await stored.json()) as {
    claims: { code: string; ownVote: { choice: string | null } }[];
  };
  expect(claims.find(({ code }) => code === 'D1c')?.ownVote.choice).toBe('agree');
});

test('five minutes offline, a reload and two crashed tabs lose no character and send one note', {
  tag: '@desktop',
}, async ({ page, context, person, complaints, isMobile }) => {
  complaints.expect(/ERR_INTERNET_DISCONNECTED|ERR_FAILED/);
  await page.clock.install();
  const [begun, goneOn, end] = [
    unique('Begun in a tunnel,'),
    ' gone on with five minutes later,',
    ' and ended — ß, 字.',
  ];
  const openForm = async (on: Page) => {
    const claim = await openClaim(on, 'outline', 'H4', { isPhone: isMobile });
    await claim.getByRole('button', { name: 'Note', exact: true }).click();
    const form = on.getByRole('form', { name: 'New note' });
    // What the form needs is fetched when it first opens.
    await expect(form).toBeVisible();
    return { claim, form };
  };
  const first = await openForm(page);
  await context.setOffline(true);
  await first.form.getByLabel('Your note').pressSequentially(begun);
  await page.clock.runFor('05:00');
  await first.form.getByLabel('Your note').pressSequentially(goneOn);
  await page.clock.runFor(1_000);
  await expect(first.form.getByText('Saved on this device.')).toBeVisible();
  await crash(page);

  // The server is there again, its API is not: as when a proxy answers for a server that restarts.
  await context.setOffline(false);
  await context.route('**/api/v1/rooms/**/annotations', (route) =>
    route.request().method() === 'GET' ? route.continue() : route.abort('failed'),
  );
  const second = await context.newPage();
  const { form } = await openForm(second);
  await expect(form.getByLabel('Your note')).toHaveValue(begun + goneOn);
  await form.getByLabel('Your note').press('End');
  await form.getByLabel('Your note').pressSequentially(end);
  // At once: what the disk has not got yet is kept as the page goes.
  await reload(second);
  const menu = second.getByRole('button', { name: `${person.name}: account and settings` });
  await menu.click();
  await second.getByRole('link', { name: 'Unsent on this device (1)' }).click();
  await expect(second.getByRole('heading', { name: '1 begun text' })).toBeVisible();
  await expect(second.getByText(begun + goneOn + end)).toBeVisible();
  await expectAccessible(second, 'what is unsent');
  await second.getByRole('link', { name: 'Go to where you wrote it' }).click();
  const row = await shownClaim(second, 'outline', 'H4', { isPhone: isMobile });
  await row.getByRole('button', { name: 'Note', exact: true }).click();
  await expect(form.getByLabel('Your note')).toHaveValue(begun + goneOn + end);
  await saveNote(form).click();
  await expect(row.getByText('Not sent yet, kept here.')).toBeVisible();
  await crash(second);

  await context.unroute('**/api/v1/rooms/**/annotations');
  const third = await context.newPage();
  const last = await openForm(third);
  await expect(noteOf(last.claim, begun + goneOn + end)).toBeVisible();
  await expect(last.form.getByLabel('Your note')).toHaveValue('');
  await reload(third);
  await expect(last.claim.getByText(begun + goneOn + end)).toHaveCount(1);
});

test('a page that was left without a connection sends what waits when it is opened again', {
  tag: '@desktop',
}, async ({ page, context, person, complaints, isMobile }) => {
  expect(person.name).toBeTruthy();
  complaints.expect(/ERR_INTERNET_DISCONNECTED/);
  await visit(page, debatePath('map', { claim: 'H2' }));
  const claim = isMobile ? phoneMap.foot(page, 'H2') : map.panel(page, 'H2');
  await expectVote(claim, 'H2', null);
  await context.setOffline(true);
  await voteButton(claim, 'H2', 'Pass').click();
  await expect(claim.getByText('Kept on this device, will be sent.')).toBeVisible();
  await page.close();
  await context.setOffline(false);

  const later = await context.newPage();
  const row = await openClaim(later, 'outline', 'H2', { isPhone: isMobile });
  await expectVote(row, 'H2', 'Pass');
  await expect(row.getByText('Kept on this device, will be sent.')).toBeHidden();
  await reload(later);
  await expectVote(row, 'H2', 'Pass');
});

test('a busy server is tried again by itself', { tag: '@desktop' }, async ({
  page,
  context,
  person,
  complaints,
  isMobile,
}) => {
  expect(person.name).toBeTruthy();
  complaints.expect(/status of 503/);
  await visit(page, debatePath('map', { claim: 'D3' }));
  const claim = isMobile ? phoneMap.foot(page, 'D3') : map.panel(page, 'D3');
  await expectVote(claim, 'D3', null);
  let tries = 0;
  await context.route('**/vote', async (route) => {
    tries += 1;
    if (tries > 1) return route.continue();
    await route.fulfill({
      status: 503,
      headers: { 'retry-after': '1' },
      json: {
        error: {
          code: 'database-busy',
          message: 'The server is busy and has saved nothing. Wait a few seconds and try again.',
          field: null,
          requestId: 'r',
        },
      },
    });
  });
  await voteButton(claim, 'D3', 'Agree').click();
  await expectVote(claim, 'D3', 'Agree');
  await expect(said(page, 'D3: agree saved')).toBeAttached();
  expect(tries).toBe(2);
});
