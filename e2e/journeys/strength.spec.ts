import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/journey';
import { debatePath, goToView, openClaim, outline, shownClaim, visit } from '../support/pages';
import { claimText } from '../support/worked-debate';

test('a claim says how strong it is, why, and what other ways of reckoning make of it', async ({
  page,
  isMobile,
}) => {
  const row = await openClaim(page, 'outline', 'D1', { isPhone: isMobile });
  await expect(row.getByRole('heading', { name: 'Strength' })).toBeVisible();
  await expect(row.getByText(/^\d+ of 100: \w+\. By votes alone \d+/)).toBeVisible();
  const why = row.getByRole('list', { name: 'Why' });
  await expect(why.getByRole('listitem').filter({ hasText: 'D1a' })).toContainText(/raises it, \d+ points?/);
  await expect(row.getByText('Without votes:')).toBeVisible();

  await row.getByRole('button', { name: /^Other ways of reckoning/ }).click();
  const lenses = row.getByRole('table', { name: /^The same votes and arguments/ });
  await expect(lenses.getByRole('row')).toHaveCount(4);
  await expect(lenses.getByRole('row', { name: /^DF-QuAD/ })).toContainText(/\d+$/);
  await expectAccessible(page, 'the strength of a claim');

  await why.getByRole('button', { name: 'D1a' }).click();
  await expect(page).toHaveURL(debatePath('outline', { claim: 'D1a' }));
});

test('a what-if moves the motion, is carried by its link, and writes nothing', async ({
  page,
  visitor,
  isMobile,
}) => {
  const writes: string[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'GET' && request.url().includes('/api/v1/')) writes.push(request.url());
  });
  const claim = await openClaim(page, 'map', 'D2', { isPhone: isMobile });
  await claim.getByRole('button', { name: 'What if …?' }).click();
  await claim.getByRole('switch', { name: 'Leave D2 out' }).check();
  const bar = page.getByRole('region', { name: 'What if' });
  await expect(bar.getByRole('status')).toHaveText(/^What if: the motion moves from \d+ to \d+\.$/);
  await expect(page).toHaveURL(/whatif=1\.cD2/);
  await expect(claim.getByText('Left out in this what-if.')).toBeVisible();

  await visit(page, `${debatePath('outline', { claim: 'D2' })}&whatif=1.cD2`);
  const row = await shownClaim(page, 'outline', 'D2', { isPhone: isMobile });
  // Switched on again, the claim's whole section comes back and brings a switch of its own.
  await row.getByRole('switch', { name: 'Leave D2 out' }).click();
  await expect(bar).toBeHidden();
  await row.getByRole('button', { name: 'What if …?' }).click();
  await row.getByRole('slider', { name: 'Where votes alone would put it' }).fill('90');
  await expect(bar.getByRole('button', { name: 'D2 at 90' })).toBeVisible();
  await expect(row.getByText(/By votes alone 90/)).toBeVisible();
  await expectAccessible(page, 'the outline with a what-if');

  const link = page.url();
  const other = await visitor();
  await visit(other.page, link);
  await expect(other.page.getByRole('region', { name: 'What if' }).getByRole('status')).toHaveText(
    (await bar.getByRole('status').textContent()) ?? '',
  );

  await goToView(page, 'Map');
  await expect(page).toHaveURL(/whatif=1\.b90-D2/);
  await bar.getByRole('button', { name: 'Back to what is' }).click();
  await expect(bar).toBeHidden();
  expect(writes).toEqual([]);
});

test('a what-if that cannot be read says so and shows what is', { tag: '@desktop' }, async ({ page }) => {
  await visit(page, `${debatePath('outline')}?whatif=1.zz`);
  const bar = page.getByRole('region', { name: 'What if' });
  await expect(bar).toContainText('The what-if in this address cannot be read.');
  await expect(outline.row(page, claimText('D1'))).toBeVisible();
  await bar.getByRole('button', { name: 'Back to what is' }).click();
  await expect(page).toHaveURL(debatePath('outline'));
});

test('the motion says how little would turn it, and whether own votes say enough', {
  tag: '@desktop',
}, async ({ page, person, isMobile }) => {
  expect(person.name).toBeTruthy();
  await visit(page, debatePath('outline', { claim: 'M' }));
  await expect(page.getByText(/^\d+ of 100 for the motion/)).toBeVisible();
  await expect(page.getByText(/^You have voted on nothing here yet\./)).toBeVisible();
  await page.getByRole('button', { name: 'How little would turn it?' }).click();
  const tries = page.getByRole('button', { name: 'Try it' });
  await expect(tries.first()).toBeVisible();
  await tries.first().click();
  await expect(page.getByRole('region', { name: 'What if' })).toBeVisible();
  await page.getByRole('button', { name: 'Back to what is' }).click();
  await page
    .getByRole('switch', { name: /^Without / })
    .first()
    .check();
  await expect(page).toHaveURL(/whatif=1\.s/);
  if (!isMobile) await expectAccessible(page, 'the strength of the motion');
});
