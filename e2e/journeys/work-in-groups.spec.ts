import { ClassByApi } from '../support/class-by-api';
import { expect, test } from '../support/journey';
import { outline, said, shownClaim, views, visit } from '../support/pages';
import { unique } from '../support/people';
import { claimText } from '../support/worked-debate';

/** The groups page looks again this often by itself. */
const LOOKS_AGAIN = { timeout: 15_000 };

test('what a group finds stays in the group until the teacher takes it to the class', {
  tag: '@desktop',
}, async ({ page, person, visitor, home }) => {
  test.slow();
  expect(person.name).toBeTruthy();
  const room = await ClassByApi.open(page.request, home, 'oxford');
  const [finder, other] = [await visitor(), await visitor()];
  const finderAlias = await room.join(finder.context.request);
  const otherAlias = await room.join(other.context.request);
  await room.fill(4);
  await room.moveTo(2);
  await visit(finder.page, room.path('room'));

  // Chance divides the class; the teacher looks it over and parts two who sit together.
  await visit(page, room.path('room/groups'));
  await page.getByRole('button', { name: 'Open groups' }).click();
  const dialog = page.getByRole('dialog', { name: 'Open groups' });
  await expect(dialog.getByRole('radio', { name: /^At random/ })).toBeChecked();
  await expect(dialog.getByLabel('How many groups')).toHaveValue('2');
  await dialog.getByLabel(`Group of ${finderAlias}`).selectOption('Group 1');
  await dialog.getByLabel(`Group of ${otherAlias}`).selectOption('Group 2');
  await dialog.getByRole('button', { name: 'Open 2 groups' }).click();
  await expect(said(page, 'The groups are open.')).toBeAttached();
  await expect(dialog).toBeHidden();

  // The student's page knows of it without a reload, and leads into the group.
  await finder.page.getByRole('link', { name: 'Work in Group 1' }).click();
  await expect(finder.page.getByText('Group 1, a group of')).toBeVisible();

  // A group has no stances of its own: its page says so and leads to those of the class.
  await views(finder.page).getByRole('link', { name: 'Stances', exact: true }).click();
  await expect(finder.page.getByText(/^What you answer counts in /)).toBeVisible();
  const ofClass = finder.page.getByRole('link', { name: /^Stances of / });
  await expect(ofClass).toHaveAttribute('href', new RegExp(`${room.path('stances')}\\?motion=`));
  await views(finder.page).getByRole('link', { name: 'Outline', exact: true }).click();
  await outline.row(finder.page, claimText('D1')).getByText(claimText('D1'), { exact: true }).first().click();
  await visit(other.page, `${room.path('outline')}?claim=D1`);
  const words = unique('A field that is mined is a field that nobody tills');
  const claim = await shownClaim(finder.page, 'outline', 'D1', { isPhone: false });
  await claim.getByRole('group', { name: 'Answer D1' }).getByRole('button', { name: 'Object' }).click();
  const form = finder.page.getByRole('dialog', { name: 'Object to D1' });
  await form.getByLabel('Claim', { exact: true }).fill(words);
  await form.getByRole('button', { name: /^(Suggest|Add|Publish) the claim$/ }).click();
  await expect(outline.row(finder.page, words).first()).toBeVisible();

  // The teacher sees the groups side by side, and takes it to the class.
  const [first, second] = [1, 2].map((number) => page.getByRole('region', { name: `Group ${number}` }));
  if (!first || !second) throw new Error('There are two groups');
  await expect(first.getByText(words)).toBeVisible(LOOKS_AGAIN);
  await expect(first.getByText(finderAlias, { exact: true })).toBeVisible();
  await expect(second.getByText(words)).toHaveCount(0);
  await expect(second.getByText('No claims yet.')).toBeVisible();
  const [left, right] = [await first.boundingBox(), await second.boundingBox()];
  expect(left?.y).toBe(right?.y);
  expect(left?.x).toBeLessThan(right?.x ?? 0);

  // Until then nobody else has heard of it.
  const news = other.page.getByRole('button', { name: /^\d+ new/ });
  await expect(news).toHaveCount(0);
  await expect(other.page.getByText(words)).toHaveCount(0);
  expect(await (await other.page.request.get(`/api/v1/debates/${room.slug}`)).text()).not.toContain(words);
  await first.getByRole('button', { name: /^Take \S+ to the class$/ }).click();
  await expect(said(page, /^\S+ is in the class now\.$/)).toBeAttached();
  await expect(first.getByRole('link', { name: /^in the class as / })).toBeVisible();

  await news.click();
  await expect(outline.row(other.page, words).first()).toBeVisible();
});
