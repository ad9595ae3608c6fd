import type { ClaimView } from '@/lib/domain/debate/view';
import { expectAccessible } from '../support/axe';
import { ClassByApi } from '../support/class-by-api';
import { expect, test } from '../support/journey';
import { map, outline, phoneMap, said, visit } from '../support/pages';
import { claimText } from '../support/worked-debate';

const SWITCH = 'What divides, what unites';
/** Everybody agrees on D1; two camps of six differ on these. */
const CRUXES = ['D2', 'D3', 'H1', 'H2'];

const missing = (code: string): never => {
  throw new Error(`There is no claim ${code}.`);
};

/** Twelve people who have voted in two camps, in a class before its reveal. */
async function withCamps(room: ClassByApi, claims: readonly ClaimView[]): Promise<void> {
  const claim = (code: string) => claims.find((one) => one.code === code) ?? missing(code);
  const people = await room.fill(12);
  const [one, two] = [people.slice(0, 6), people.slice(6)];
  await room.vote(people, claim('D1'), 'agree');
  for (const code of CRUXES) {
    await room.vote(one, claim(code), code.startsWith('D') ? 'agree' : 'disagree');
    await room.vote(two, claim(code), code.startsWith('D') ? 'disagree' : 'agree');
  }
}

test('from the reveal on, the map and the outline show what divides and what unites', {
  tag: '@desktop',
}, async ({ page, person, home }) => {
  test.slow();
  expect(person.name).toBeTruthy();
  const room = await ClassByApi.open(page.request, home, 'free_study');
  await withCamps(room, await room.claims(page.request));
  const legend = page.getByRole('region', { name: SWITCH });
  const shows = page.getByRole('switch', { name: SWITCH });

  await visit(page, room.path('map'));
  await expect(map.card(page, 'D2')).toBeVisible();
  await expect(shows).toHaveCount(0);
  await visit(page, room.path('outline?effects=shown'));
  await expect(legend).toContainText('What divides and what unites is shown at the reveal.');

  await room.moveTo(1);
  await visit(page, room.path('map'));
  const card = map.card(page, 'D2');
  await expect(card).toBeVisible();
  const before = await card.boundingBox();
  await shows.check();
  await expect(page).toHaveURL(/effects=shown/);
  await expect(said(page, '4 claims here divide, 1 unites. 12 people, 60 votes, two groups.')).toBeAttached();
  await expect(card).toHaveAccessibleName(/Divides the groups\./);
  await expect(map.card(page, 'D1')).toHaveAccessibleName(/Unites the groups\./);
  await expect(map.card(page, 'D4')).toHaveAccessibleName(/Too few votes to say/);
  const after = await card.boundingBox();
  expect([after?.width, after?.height]).toEqual([before?.width, before?.height]);
  await expect(legend.getByRole('link', { name: 'See the groups' })).toHaveAttribute('href', /\/stances$/);

  await card.click();
  const panel = map.panel(page, 'D2');
  await expect(panel.getByText(/^[AB]: 6 of 6 agree, 0 disagree$/)).toBeVisible();
  await expect(panel.getByText(/^[AB]: 0 of 6 agree, 6 disagree$/)).toBeVisible();
  await expectAccessible(page, 'the map with what divides and what unites');

  await page.getByRole('link', { name: 'Outline', exact: true }).click();
  const row = outline.row(page, claimText('H1'));
  await expect(row).toHaveAccessibleDescription(/divides/);
  await page.getByLabel('Claims shown').selectOption('What divides the groups (4)');
  await expect(row).toBeVisible();
  await expect(outline.row(page, claimText('D1'))).toBeHidden();
  await expectAccessible(page, 'the outline with what divides and what unites');
  await shows.uncheck();
  await expect(legend).toHaveCount(0);
  await expect(outline.row(page, claimText('D1'))).toBeVisible();
  await expect(page).not.toHaveURL(/effects=/);
});

test('a phone marks the claim in the middle and those around it', { tag: '@desktop' }, async ({
  page,
  person,
  home,
}) => {
  test.slow();
  // The map of a phone comes with the width; a wide screen has the journey above.
  await page.setViewportSize({ width: 390, height: 844 });
  expect(person.name).toBeTruthy();
  const room = await ClassByApi.open(page.request, home, 'free_study');
  await withCamps(room, await room.claims(page.request));
  await room.moveTo(1);
  await visit(page, room.path('map'));
  await page.getByRole('button', { name: 'The whole map' }).click();
  await page.getByRole('switch', { name: SWITCH }).check();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^D2, .*Divides the groups\./ })
    .click();
  await expect(phoneMap.middle(page, claimText('D2'))).toBeVisible();
  await expect(page.getByRole('article').getByText('divides', { exact: true })).toBeVisible();
  await expectAccessible(page, 'the map of a phone with what divides and what unites');
  await page.getByRole('button', { name: 'Hide the marks' }).click();
  await expect(page.getByRole('article').getByText('divides', { exact: true })).toHaveCount(0);
});
