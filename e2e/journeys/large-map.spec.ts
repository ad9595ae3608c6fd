import { largeMap, NEEDLE } from '@/lib/domain/debate/testing/large-map.fixture';
import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/journey';
import { unique } from '../support/people';

test('a map of three thousand claims is opened, walked, searched and voted on @desktop', async ({
  page,
  person,
  home,
}) => {
  expect(person).toBeTruthy();
  const made = await page.request.post('/api/v1/debates/import', {
    data: { map: largeMap(3000, unique('Large')) },
    headers: { origin: new URL(home).origin },
    // Only what the journey needs to begin: beside other journeys on two cores it has taken 18 s.
    timeout: 30_000,
  });
  expect(made.status()).toBe(201);
  const { slug } = (await made.json()) as { slug: string };

  // Whether a card stays in its place is asked of a map that does not glide there.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`/debates/${slug}/map`);
  const cards = page.getByRole('treeitem');
  const overview = page.getByRole('slider', { name: 'Overview of all 3,000 claims' });
  await expect(overview).toBeVisible();
  expect(await cards.count()).toBeLessThanOrEqual(150);

  // Open a branch by keyboard: it grows outward, and its card stays where it is.
  const branch = page.getByRole('treeitem', { expanded: false }).first();
  const id = await branch.getAttribute('data-claim-id');
  const card = page.locator(`[role="treeitem"][data-claim-id="${id}"]`);
  await card.focus();
  const level = Number(await card.getAttribute('aria-level'));
  const before = await card.boundingBox();
  const deeper = page.locator(`[role="treeitem"][aria-level="${level + 1}"]`);
  const count = await deeper.count();
  await page.keyboard.press('Space');
  await expect(card).toHaveAttribute('aria-expanded', 'true');
  await expect.poll(() => deeper.count()).toBeGreaterThan(count);
  const after = await card.boundingBox();
  expect(Math.abs((after?.y ?? 0) - (before?.y ?? Number.NaN))).toBeLessThan(1);

  // Search for a claim deep in the map, which was not read yet, and go there.
  await page.keyboard.press('/');
  await page.getByRole('combobox').fill('lighthouse keeper cranes');
  await page.getByRole('option', { name: NEEDLE }).click();
  const found = page.getByRole('treeitem', { name: NEEDLE });
  await expect(found).toBeVisible();
  await expect(found).toBeFocused();
  expect(await cards.count()).toBeLessThanOrEqual(150);
  await expectAccessible(page, 'large map');

  await page.keyboard.press('a');
  const agree = page.getByRole('complementary').getByRole('button', { name: /^Agree/ });
  await expect(agree).toHaveAttribute('aria-pressed', 'true');
  await expect
    .poll(async () => (await page.request.get(`/api/v1/debates/${slug}?claim=C2994`)).text())
    .toContain('"choice":"agree"');
  await page.reload();
  await expect(page.getByRole('treeitem', { name: NEEDLE })).toBeVisible();
  await expect(agree).toHaveAttribute('aria-pressed', 'true');

  // The outline holds a part as well, and reads on where it is opened.
  await page.goto(`/debates/${slug}/outline`);
  const rows = page.getByRole('treegrid').locator('.outline-row');
  const read = await rows.count();
  expect(read).toBeLessThanOrEqual(150);
  await page
    .getByRole('button', { name: /^Open the branch of/ })
    .first()
    .click();
  await expect.poll(() => rows.count()).toBeGreaterThan(read);
});
