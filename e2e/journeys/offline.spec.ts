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
  visit,
  voteButton,
} from '../support/pages';
import { unique } from '../support/people';

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
  expect(sent.sort()).toEqual(['POST 201', 'PUT 200']);

  const again = await openClaim(page, 'outline', 'H3', { isPhone: isMobile });
  await expectVote(again, 'H3', 'Disagree');
  await expect(again.getByText(words)).toHaveCount(1);
});

test('what waits outlives the page', async ({ page, context, person, complaints, isMobile }) => {
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
