import { randomUUID } from 'node:crypto';
import type { BrowserContext, Page } from '@playwright/test';
import type { ClaimView } from '@/lib/domain/debate/view';
import { askedClaim, PHONE } from '../support/a-class';
import { expectAccessible } from '../support/axe';
import { ClassByApi } from '../support/class-by-api';
import { expect, test } from '../support/journey';
import { reload, visit } from '../support/pages';

/** The step of the plan at which a class votes. */
const VOTE = 3;
/** Thumbs need so much, in CSS pixels. */
const THUMB = 44;
/** How pages word what others said. */
const COUNT = /\d+ (agree|disagree|pass|vote)\b|\d ?%/i;

type Answer = 'Agree' | 'Disagree' | 'Pass';

const head = (page: Page) => page.getByRole('link').filter({ hasText: 'you are' });
const progress = (page: Page, answered: number, total: number) =>
  page.getByRole('img', { name: `You have voted on ${answered} of ${total} claims` });
const evidence = (page: Page) => page.getByRole('button', { name: /Read the passage before you vote$/ });
const press = (page: Page, name: 'Later' | 'Undo') => page.getByRole('button', { name, exact: true }).tap();

const asked = async (page: Page): Promise<string> => (await askedClaim(page).textContent()) ?? '';

/** Answers by thumb. @returns the words of the claim that was asked about */
async function answer(page: Page, choice: Answer): Promise<string> {
  const words = await asked(page);
  const answers = page.getByRole('group', { name: 'Your vote' });
  await answers.getByRole('button', { name: new RegExp(`^${choice}`) }).tap();
  await expect(askedClaim(page)).not.toHaveText(words);
  return words;
}

/** Votes of the person whose browser it is, without the pages. */
async function voteQuietly(
  context: BrowserContext,
  home: string,
  room: ClassByApi,
  claims: readonly ClaimView[],
) {
  for (const { id, revision } of claims) {
    const voted = await context.request.put(`/api/v1/rooms/${room.roomId}/claims/${id}/vote`, {
      data: { choice: 'pass', revision, seq: 1, eventId: randomUUID() },
      headers: { origin: new URL(home).origin },
    });
    expect(voted.ok(), await voted.text()).toBe(true);
  }
}

test('on a phone a class votes by thumb, sides in turn and told of nobody’s vote, and each goes on where they stopped', {
  tag: '@desktop',
}, async ({ page: board, person, home, visitor }) => {
  test.slow();
  expect(person.name).toBeTruthy();
  const room = await ClassByApi.open(board.request, home, 'oxford');
  const { page, context } = await visitor(PHONE);
  await room.join(context.request);
  const others = await room.fill(3);
  await room.moveTo(VOTE);
  const claims = await room.claims(context.request);
  for (const claim of claims.slice(0, 4)) await room.vote(others, claim, 'agree');
  // What is left to ask has a passage each.
  const before = claims.filter(({ citations }) => citations.length === 0);
  await voteQuietly(context, home, room, before);
  const of = (words: string) => claims.find(({ text }) => text === words);

  await visit(page, room.path('vote'));
  await expect(progress(page, before.length, claims.length)).toBeVisible();
  await expectAccessible(page, 'the vote on a phone');
  for (const control of await page.getByRole('main').getByRole('button').or(head(page)).all()) {
    const box = await control.boundingBox();
    expect(
      Math.min(box?.width ?? 0, box?.height ?? 0),
      (await control.textContent()) ?? '',
    ).toBeGreaterThanOrEqual(THUMB);
  }

  // The passage lies over the page, and Back puts it away.
  const first = await asked(page);
  await evidence(page).tap();
  const passage = page.getByRole('dialog', { name: /^(Paragraph|Article) / });
  await expect(passage).toContainText(first);
  await expectAccessible(page, 'the passage behind a claim, on a phone');
  await page.goBack();
  await expect(passage).toBeHidden();
  await expect(page).toHaveURL(new RegExp(`${room.path('vote')}$`));
  await expect(askedClaim(page)).toHaveText(first);
  await evidence(page).tap();
  await passage.getByRole('button', { name: 'Agree', exact: true }).tap();
  await expect(passage).toBeHidden();
  await expect(askedClaim(page)).not.toHaveText(first);

  // Both sides in turn, and nothing of what others said.
  const met = [first];
  // Never the same button twice in a row: a second tap at once is that of a thumb that shook, and is not taken.
  for (const choice of ['Disagree', 'Pass', 'Agree', 'Disagree'] as const) {
    met.push(await answer(page, choice));
    await expect(page.getByText(COUNT)).toHaveCount(0);
    const lead = met.reduce((sum, words) => sum + { a: 1, b: -1, n: 0 }[of(words)?.side ?? 'n'], 0);
    expect(Math.abs(lead), met.join('\n')).toBeLessThanOrEqual(1);
  }
  expect(new Set(met).size).toBe(5);
  expect((await room.claims(context.request)).map(({ tally }) => tally)).toEqual(claims.map(() => null));

  // A thumb that slipped takes it back, and the claim is asked again.
  const last = met.at(-1) ?? '';
  await press(page, 'Undo');
  await expect(askedClaim(page)).toHaveText(last);
  await expect(progress(page, before.length + 4, claims.length)).toBeVisible();
  await answer(page, 'Agree');
  await expect(page.getByText('Saved: Agree on')).toContainText(last);

  // What is put off comes after the rest, on another day too.
  const putOff = await asked(page);
  await press(page, 'Later');
  await expect(askedClaim(page)).not.toHaveText(putOff);
  const next = await asked(page);
  await page.getByRole('link', { name: 'Stop' }).tap();
  await page.getByRole('link', { name: 'Vote on the next claim' }).tap();
  await expect(askedClaim(page)).toHaveText(next);
  await expect(progress(page, before.length + 5, claims.length)).toBeVisible();
  await reload(page);
  await expect(askedClaim(page)).toHaveText(next);
  const rest = (await room.claims(context.request)).filter(
    ({ text, ownVote }) => ownVote.choice === null && text !== putOff && text !== next,
  );
  await voteQuietly(context, home, room, rest);
  await reload(page);
  await expect(askedClaim(page)).toHaveText(next);
  await answer(page, 'Pass');
  await expect(askedClaim(page)).toHaveText(putOff);
  await expect(page.getByText('This is the last one.')).toBeVisible();
  await page
    .getByRole('group', { name: 'Your vote' })
    .getByRole('button', { name: /^Disagree/ })
    .tap();
  await expect(page.getByRole('heading', { name: `That was all ${claims.length}` })).toBeFocused();
  await expect(page.getByText(COUNT)).toHaveCount(0);
  const kept = await room.claims(context.request);
  expect(kept.find(({ text }) => text === last)?.ownVote.choice).toBe('agree');
});

test('votes without a connection wait, keep their order over a reload, and are sent once', {
  tag: '@desktop',
}, async ({ page: board, person, home, visitor, complaints }) => {
  test.slow();
  expect(person.name).toBeTruthy();
  complaints.expect(/ERR_INTERNET_DISCONNECTED|ERR_FAILED/);
  const room = await ClassByApi.open(board.request, home, 'oxford');
  const { page, context } = await visitor(PHONE);
  await room.join(context.request);
  await room.moveTo(VOTE);
  const { length: total } = await room.claims(context.request);
  await visit(page, room.path('vote'));
  await expect(progress(page, 0, total)).toBeVisible();

  const sent: string[] = [];
  page.on('response', (response) => {
    if (response.request().method() === 'PUT') sent.push(`${response.status()}`);
  });
  await context.setOffline(true);
  const answers: [string, Answer][] = [];
  for (const choice of ['Agree', 'Disagree', 'Pass'] as const) {
    const words = await answer(page, choice);
    await expect(page.getByText(`Kept on this device: ${choice} on`)).toContainText(words);
    answers.push([words, choice]);
  }
  await expect(page.getByText('Offline. 3 votes wait here and will be sent.')).toBeVisible();
  await expect(progress(page, 3, total)).toBeVisible();
  const next = await asked(page);

  // Every way out leads to a page that the browser cannot show: one stays, and is told why.
  const why = page
    .getByText('Other pages need a connection. Your votes are kept here.')
    .filter({ visible: true });
  await expect(why).toHaveCount(0);
  for (const way of [head(page), page.getByRole('link', { name: 'Stop' })]) {
    const told = await why.count();
    await way.tap();
    await expect.poll(() => why.count()).toBeGreaterThan(told);
    await expect(askedClaim(page)).toHaveText(next);
  }
  await expectAccessible(page, 'the vote without a connection');

  // The pages come again, what is sent does not arrive: as when a proxy answers for a server that restarts.
  const api = `**/api/v1/rooms/${room.roomId}/claims/**`;
  await context.route(api, (route) => route.abort('failed'));
  await context.setOffline(false);
  await reload(page);
  await expect(askedClaim(page)).toHaveText(next);
  await expect(progress(page, 3, total)).toBeVisible();
  await expect(page.getByText('Offline. 3 votes wait here and will be sent.')).toBeVisible();
  expect(sent).toEqual([]);

  await context.unroute(api);
  await page.getByRole('button', { name: 'Try now' }).tap();
  await expect(page.getByText(/^Offline\./)).toBeHidden();
  await expect.poll(() => sent).toEqual(['200', '200', '200']);
  const stored = await room.claims(context.request);
  expect(answers.map(([words]) => stored.find(({ text }) => text === words)?.ownVote.choice)).toEqual([
    'agree',
    'disagree',
    'pass',
  ]);
  await reload(page);
  await expect(askedClaim(page)).toHaveText(next);
  await expect(progress(page, 3, total)).toBeVisible();
  expect(sent).toHaveLength(3);
});
