import type { Page } from '@playwright/test';
import type { DebateView, SourceView } from '@/lib/domain/debate/view';
import type { AnchorQueue } from '@/lib/domain/source/view';
import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/journey';
import { press } from '../support/keyboard';
import { visit } from '../support/pages';
import { unique } from '../support/people';

const DIGEST = [
  'The night trains ran for a hundred years. They carried mail and people.',
  'A sleeper costs less than a flight and a hotel. Some say that nobody sleeps well in one.',
  'The line along the coast was closed first. Its bridges were old.',
].join('\n\n');
const ORIGINAL = [
  'For about a hundred years night trains ran through the country. Mail was carried by them, and many people.',
  'Whoever takes a sleeper pays less than for a flight and a hotel together. There are those who say that nobody can sleep well in such a train.',
  'First the line along the coast was closed. Its old bridges were one of the reasons.',
].join('\n\n');

/** The API, as the person at the page. */
const api = (page: Page, home: string) => ({
  get: async <T>(path: string) => (await (await page.request.get(`/api/v1/${path}`)).json()) as T,
  post: async <T>(path: string, data: unknown) => {
    const answer = await page.request.post(`/api/v1/${path}`, {
      data,
      headers: { origin: new URL(home).origin },
    });
    expect(answer.ok(), await answer.text()).toBe(true);
    return (await answer.json()) as T;
  },
});

test('an owner gives a digest its original, edits it, and decides what became of the citations @desktop', async ({
  page,
  person,
  home,
}) => {
  expect(person.name).toBeTruthy();
  const { get, post } = api(page, home);
  const { slug, roomId } = await post<{ slug: string; roomId: string }>('debates', {
    title: unique('Night trains'),
    question: 'Should night trains return?',
    language: 'en',
    template: 'blank',
    motions: [{ text: 'Night trains should return.' }],
    sides: { a: { name: 'For' }, b: { name: 'Against' } },
    article: { title: 'A digest', text: DIGEST },
  });
  const { motion } = await get<DebateView>(`debates/${slug}`);
  const [source] = await get<SourceView[]>(`debates/${slug}/sources`);
  if (!source) throw new Error('The debate has a text');
  const claim = (text: string, exact: string) =>
    post(`rooms/${roomId}/claims`, {
      text,
      side: 'a',
      evidence: 'reported',
      speaker: null,
      citations: [
        {
          sourceVersionId: source.version.id,
          start: DIGEST.indexOf(exact),
          end: DIGEST.indexOf(exact) + exact.length,
          exact,
        },
      ],
      relation: { kind: 'supports', toClaimId: motion.id },
    });
  await claim('Night trains have a history.', 'The night trains ran for a hundred years.');
  await claim('A sleeper is cheap.', 'A sleeper costs less than a flight and a hotel.');
  await claim('Nobody sleeps well.', 'Some say that nobody sleeps well in one.');
  const version = (text: string, more: object) =>
    post(`debates/${slug}/sources/${source.id}/versions`, { text, ...more });

  // The original: every citation waits for a look, and is right.
  await version(ORIGINAL, { baseNumber: 1, isOriginal: true });
  await visit(page, `/debates/${slug}/outline`);
  await expect(page.getByText('Evidence changed')).toHaveCount(3);
  await page.getByRole('link', { name: '3 places in new texts wait for you' }).click();
  const places = page.getByRole('article');
  await expect(places).toHaveCount(3);
  await expectAccessible(page, 'places to review');
  await expect(places.nth(1)).toContainText('A sleeper costs less than a flight and a hotel.');
  await expect(places.nth(1).getByRole('insertion').first()).toContainText('Whoever takes a');
  // By keyboard alone: after each answer the next place has the focus, and its first button is one Tab away.
  await places.first().getByRole('heading').first().focus();
  for (const left of [2, 1]) {
    await press(page, 'Tab', 'Enter');
    await expect(places).toHaveCount(left);
    await expect(places.first().getByRole('heading').first()).toBeFocused();
  }
  await press(page, 'Tab', 'Enter');
  await expect(page.getByText('Nothing waits.', { exact: false }).first()).toBeVisible();
  // The page says so at once, the server when it has taken the answers.
  await expect.poll(async () => (await get<AnchorQueue>(`debates/${slug}/anchors`)).count).toBe(0);
  await visit(page, `/debates/${slug}/outline`);
  await expect(page.getByText('A sleeper is cheap.').first()).toBeVisible();
  await expect(page.getByText('Evidence changed')).toHaveCount(0);

  // An edit of the original: one passage reworded, two gone.
  const [, money, coast] = ORIGINAL.split('\n\n');
  const [price = '', sleep = ''] = (money ?? '').split(/(?<=together\.) /);
  await version([price.replace('less', 'far less'), coast, 'The end.'].join('\n\n'), {
    baseNumber: 2,
  });
  expect(sleep).toContain('sleep well');
  await visit(page, `/debates/${slug}/sources/review`);
  const place = (text: string) => places.filter({ hasText: text });
  await place('A sleeper is cheap.').getByRole('button', { name: 'Confirm' }).click();
  await expect(place('A sleeper is cheap.')).toHaveCount(0);
  await place('Night trains have a history.').getByRole('button', { name: 'Mark as lost' }).click();
  await expect(place('Night trains have a history.')).toHaveCount(0);
  await place('Nobody sleeps well.').getByRole('button', { name: 'Choose another place' }).click();
  const chooser = page.getByRole('dialog', { name: 'Where is it now?' });
  await expectAccessible(page, 'choosing a place');
  await press(page, 'Home', 'ArrowDown', 'Enter');
  await expect(chooser.getByRole('button', { pressed: true })).toHaveText(
    'First the line along the coast was closed.',
  );
  await chooser.getByRole('button', { name: 'Put it here' }).click();
  await expect(
    page.getByText('Every citation and note stands where it should.', { exact: false }),
  ).toBeVisible();

  await expect.poll(async () => (await get<AnchorQueue>(`debates/${slug}/anchors`)).count).toBe(0);
  const { claims } = await get<DebateView>(`debates/${slug}`);
  const standing = claims.map(({ citations: [one], hasChangedEvidence }) => [
    one?.exact,
    one?.standing,
    hasChangedEvidence,
  ]);
  expect(standing).toEqual([
    ['For about a hundred years night trains ran through the country.', 'lost', false],
    [price.replace('less', 'far less'), 'here', false],
    ['First the line along the coast was closed.', 'here', false],
  ]);

  // What is gone is read where it stood, from its claim.
  await visit(page, `/debates/${slug}/outline?claim=${claims[0]?.code}`);
  await page.getByRole('link', { name: /^No longer in the text/ }).click();
  await expect(page.getByText('You read version 2 of 3.', { exact: false })).toBeVisible();
  await expect(page.locator('[data-cited="a"]')).toHaveText(
    'For about a hundred years night trains ran through the country.',
  );
  await expectAccessible(page, 'an older version of a text');
});
