import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/journey';
import { press } from '../support/keyboard';
import { OwnDebate } from '../support/own-debate';
import { debatePath, map, outline, phoneMap, said, visit } from '../support/pages';
import { claimText } from '../support/worked-debate';

test('a reader takes the tour of the worked debate, step by step, and leaves it', async ({
  page,
  isMobile,
}) => {
  await visit(page, debatePath('map'));
  const bar = page.getByRole('region', { name: 'Guided tour' });
  await page.getByRole('button', { name: 'Take the tour, 8 steps' }).click();
  await expect(bar).toContainText('Step 1 of 8');
  await expect(bar.getByRole('button', { name: 'Next' })).toBeFocused();
  await expect(said(page, /^Step 1 of 8, M\. Everything on this map/)).toBeAttached();
  await bar.getByRole('button', { name: 'Next' }).click();
  await expect(page).toHaveURL(debatePath('map', { claim: 'D1', tour: '2' }));
  await expect(bar.getByText('The heart of the defence case')).toBeVisible();
  if (isMobile) await expect(phoneMap.middle(page, claimText('D1'))).toBeInViewport();
  else {
    await expect(map.panel(page, 'D1')).toBeVisible();
    await press(page, 'ArrowRight', 'ArrowRight', 'ArrowLeft');
    await expect(page).toHaveURL(debatePath('map', { claim: 'H1', tour: '3' }));
    await expect(bar.getByRole('button', { name: 'Next' })).toBeFocused();
  }
  await expectAccessible(page, 'a step of the tour');
  await page.goBack();
  await bar.getByRole('button', { name: 'End the tour' }).click();
  await expect(bar).toBeHidden();
  await expect(page).not.toHaveURL(/tour=/);

  // A step can be shared: it is there in the outline too, and Escape leaves it at the claim.
  await visit(page, debatePath('outline', { claim: 'H6', tour: '5' }));
  await expect(bar).toContainText('Step 5 of 8');
  const row = outline.row(page, claimText('H6')).first();
  await expect(row).toBeInViewport();
  await press(page, 'Escape');
  await expect(bar).toBeHidden();
  await expect(row).toBeFocused();
});

test('an owner writes a tour, puts it in order, and walks it', { tag: '@desktop' }, async ({
  page,
  person,
  home,
}) => {
  expect(person.name).toBeTruthy();
  const debate = await OwnDebate.make(page, home);
  const air = await debate.add('Air in the centre would be cleaner', 'a', 'supports');
  await visit(page, `/debates/${debate.slug}/about`);
  await page.getByRole('link', { name: 'Write a guided tour' }).click();
  await expect(page.getByText(/^No steps yet\./)).toBeVisible();
  const steps = page.getByRole('listitem').filter({ has: page.getByLabel('What to say there') });
  const add = async (search: string, words: string) => {
    await page.getByRole('button', { name: 'Add a step' }).click();
    const step = steps.last();
    await expect(step.getByRole('combobox', { name: 'Stands at' })).toBeFocused();
    await page.keyboard.type(search);
    await press(page, 'Enter');
    await step.getByLabel('What to say there').fill(words);
  };
  await add('cleaner', 'The first reason is the air.');
  await page.getByRole('button', { name: 'Add a step' }).click();
  await page.getByRole('button', { name: 'Save the tour' }).click();
  await expect(steps.last().getByText('Choose a claim or the motion.')).toBeVisible();
  await expect(steps.last().getByRole('combobox')).toBeFocused();
  await page.getByRole('button', { name: 'Remove step 2' }).click();
  await add('close its centre', 'This is what the town decides.');
  await steps.last().getByLabel('What to say there').press('Alt+ArrowUp');
  await expect(said(page, 'Now step 1 of 2.')).toBeAttached();
  await expect(steps.first().getByLabel('What to say there')).toBeFocused();
  await expectAccessible(page, 'the form of a tour');
  await page.getByRole('button', { name: 'Save the tour' }).click();
  await expect(said(page, 'The tour is saved.')).toBeAttached();

  await page.getByRole('link', { name: 'See it as a reader' }).click();
  const bar = page.getByRole('region', { name: 'Guided tour' });
  await expect(bar).toContainText('This is what the town decides.');
  await bar.getByRole('button', { name: 'Next' }).click();
  await expect(page).toHaveURL(new RegExp(`claim=${air.claim.code}&(motion=M&)?tour=2$`));
  await bar.getByRole('button', { name: 'Finish' }).click();
  await expect(bar).toBeHidden();
});
