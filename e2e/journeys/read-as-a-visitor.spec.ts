import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/journey';
import {
  debatePath,
  goToView,
  map,
  openClaim,
  outline,
  phoneMap,
  said,
  shownClaim,
  text,
  visit,
  voteGroup,
} from '../support/pages';
import { claimsOf, claimText, MOTION, SLUG, sentenceText, TITLE } from '../support/worked-debate';

test('a visitor comes from the home page to the map, and on to the sentence behind a claim', async ({
  page,
  isMobile,
}) => {
  await visit(page, '/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'See the whole argument before you take a side.',
  );
  await expectAccessible(page, 'the home page');

  await page.getByRole('link', { name: 'See the map' }).click();
  await expect(page).toHaveURL(debatePath('map'));
  await expect(page.getByRole('heading', { level: 1, name: `Map: ${TITLE}` })).toBeAttached();

  if (isMobile) {
    await expect(phoneMap.middle(page, MOTION)).toBeVisible();
    await expect(page.getByRole('heading', { name: /^Defence \(\d+\)$/ })).toBeVisible();
    await expect(page.getByRole('heading', { name: /^Humanitarian \(\d+\)$/ })).toBeVisible();
    await expectAccessible(page, 'the map on a phone, at the motion');
    await phoneMap.card(page, 'D1').click();
    await expect(page).toHaveURL(debatePath('map', { claim: 'D1' }));
    await phoneMap.card(page, 'D1d').click();
    await expect(phoneMap.middle(page, claimText('D1d'))).toBeVisible();
    await expect(page.getByRole('button', { name: 'Up to D1' })).toBeVisible();
  } else {
    await expect(map.motion(page)).toHaveAccessibleName(new RegExp(MOTION));
    const argument = page.getByRole('region', { name: 'Argument map' });
    await expect(argument.getByText('speaks for the motion')).toBeVisible();
    await expect(argument.getByText('speaks against the motion')).toBeVisible();
    await expect(map.card(page, 'H1')).toHaveAccessibleName(/^H1, Humanitarian\. .* Attacks the motion\./);
    await expectAccessible(page, 'the map');
    await map.card(page, 'D1d').click();
    await expect(map.card(page, 'D1d')).toHaveAttribute('aria-selected', 'true');
  }
  await expect(page).toHaveURL(debatePath('map', { claim: 'D1d' }));

  const claim = await shownClaim(page, 'map', 'D1d', { isPhone: isMobile });
  await expect(claim.getByRole('heading', { name: claimText('D1d') })).toBeVisible();
  await expect(claim.getByRole('blockquote')).toContainText('cannot remain bound by conditions');
  await expect(voteGroup(claim, 'D1d').getByRole('button')).toHaveCount(3);
  await expectAccessible(page, 'a claim in full on the map');

  await claim.getByRole('link', { name: 'Paragraph 9 in the text' }).click();
  await expect(page).toHaveURL(debatePath('text', { claim: 'D1d', passage: 'p9' }));
  const sentence = text.sentence(page, sentenceText('p9.s2'));
  await expect(sentence).toBeInViewport();
  await expect(sentence).toHaveAccessibleDescription(/Cited by .*D1d/);
  await expectAccessible(page, 'the text');
});

test('one selection is shared by map, outline and text through the address', async ({ page, isMobile }) => {
  await openClaim(page, 'map', 'D1d', { isPhone: isMobile });
  if (isMobile) await page.getByRole('button', { name: 'Show less' }).click();

  await goToView(page, 'Outline');
  await expect(page).toHaveURL(debatePath('outline', { claim: 'D1d' }));
  const row = await shownClaim(page, 'outline', 'D1d', { isPhone: isMobile });
  await expect(row).toBeInViewport();
  await expect(row).toHaveAttribute('aria-level', '2');
  await expectAccessible(page, 'the outline with a claim opened in place');

  await goToView(page, 'Text');
  await expect(page).toHaveURL(debatePath('text', { claim: 'D1d' }));
  const card = await shownClaim(page, 'text', 'D1d', { isPhone: isMobile });
  await expect(card.getByRole('heading', { name: claimText('D1d') })).toBeVisible();
  await expectAccessible(page, 'the text with a claim opened beside it');

  await goToView(page, 'Map');
  await expect(page).toHaveURL(debatePath('map', { claim: 'D1d' }));
  await shownClaim(page, 'map', 'D1d', { isPhone: isMobile });
});

test('the layer beyond the article is off until it is switched on, and stays on between views', {
  tag: '@desktop',
}, async ({ page, isMobile }) => {
  const beyond = claimText('B1');
  await visit(page, debatePath('outline'));
  await expect(outline.row(page, claimText('D3'))).toBeVisible();
  await expect(outline.row(page, beyond)).toHaveCount(0);
  await expectAccessible(page, 'the outline');

  const layer = page.getByRole('switch', { name: /^Beyond the article/ });
  await layer.check();
  await expect(outline.row(page, beyond).first()).toBeVisible();
  await expect(page).toHaveURL(debatePath('outline', { layer: 'beyond' }));

  await goToView(page, 'Map');
  await expect(page).toHaveURL(debatePath('map', { layer: 'beyond' }));
  if (isMobile) {
    await page.getByRole('button', { name: 'The whole map' }).click();
    const whole = page.getByRole('dialog', { name: 'The whole map' });
    await expect(whole.getByRole('switch', { name: /^Beyond the article/ })).toBeChecked();
    await expectAccessible(page, 'the whole map on a phone');
    await phoneMap.card(page, 'B1').click();
  } else {
    await expect(page.getByRole('switch', { name: /^Beyond the article/ })).toBeChecked();
    await page.getByRole('button', { name: 'Search the map' }).click();
    await page.getByRole('combobox', { name: 'Find a claim' }).fill('B1');
    await page.keyboard.press('Enter');
    await expect(map.card(page, 'B1')).toBeVisible();
  }
  await expect(page).toHaveURL(/claim=B1/);
  const claim = await shownClaim(page, 'map', 'B1', { isPhone: isMobile });
  await expect(claim.getByRole('heading', { name: beyond })).toBeVisible();
});

test('search finds a claim by its words and by its code', async ({ page, isMobile }) => {
  await visit(page, debatePath('map'));
  await page.getByRole('button', { name: 'Search the map' }).click();
  const field = page.getByRole('combobox', { name: 'Find a claim' });
  await expect(field).toBeFocused();
  await field.fill('Finland');
  await expect(page.getByRole('option', { name: /D4a/ })).toBeVisible();
  await expect(said(page, /found/)).toBeAttached();
  await expectAccessible(page, 'the search of the map');

  await field.fill('no claim has these words at all');
  await expect(page.getByText('No claim has these words.')).toBeVisible();

  await field.fill('h5');
  await page.getByRole('option', { name: /^H5 / }).click();
  await expect(page).toHaveURL(debatePath('map', { claim: 'H5' }));
  await expect(field).toBeHidden();
  const claim = await shownClaim(page, 'map', 'H5', { isPhone: isMobile });
  await expect(claim.getByText('undercuts the line from D1 to the motion')).toBeVisible();
});

test('the list of debates leads to each view', { tag: '@desktop' }, async ({ page }) => {
  await visit(page, '/debates');
  await expect(page.getByRole('heading', { level: 1, name: 'Debates' })).toBeVisible();
  await expectAccessible(page, 'the list of debates');
  await page.getByRole('link', { name: `Outline: ${TITLE}` }).click();
  await expect(page).toHaveURL(debatePath('outline'));
  await expect(outline.grid(page)).toBeVisible();
});

test('an unknown debate or page says so and leads on', { tag: '@desktop' }, async ({ page, complaints }) => {
  complaints.expect(/status of 404/);
  const debate = await visit(page, '/debates/no-such-debate/map');
  expect(debate?.status()).toBe(404);
  await expect(page.getByRole('heading', { name: 'There is no such debate here' })).toBeVisible();
  await expectAccessible(page, 'an unknown debate');

  const other = await visit(page, '/no-such-page');
  expect(other?.status()).toBe(404);
  await expect(page.getByRole('heading', { name: 'There is no page here' })).toBeVisible();
  await expectAccessible(page, 'an unknown page');
  await page.getByRole('link', { name: 'See all debates' }).click();
  await expect(page.getByRole('link', { name: `Map: ${TITLE}` })).toBeVisible();
});

test('a code in other letters leads to the claim', { tag: '@desktop' }, async ({ page, isMobile }) => {
  await visit(page, debatePath('outline', { claim: 'd1D', layer: 'beyond' }));
  await expect(page).toHaveURL(debatePath('outline', { claim: 'D1d', layer: 'beyond' }));
  await expect(
    voteGroup(await shownClaim(page, 'outline', 'D1d', { isPhone: isMobile }), 'D1d'),
  ).toBeVisible();
});

test('an unknown claim in the address is named, and leaves the debate readable', { tag: '@desktop' }, async ({
  page,
}) => {
  await visit(page, debatePath('map', { claim: 'Z99' }));
  await expect(page.getByText(/^The address names the claim “Z99”/)).toBeVisible();
  await visit(page, debatePath('outline', { claim: 'Z99' }));
  await expect(outline.row(page, claimText('D1'))).toBeVisible();
});

test('the short address of a debate leads to its map', { tag: '@desktop' }, async ({ page }) => {
  await visit(page, `/debates/${SLUG}`);
  await expect(page).toHaveURL(debatePath('map'));
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the outline reads completely', async ({ page }) => {
    await page.goto(debatePath('outline', { layer: 'beyond' }));
    await expect(page.getByRole('heading', { level: 1, name: MOTION })).toBeVisible();
    await expect(
      page
        .getByRole('paragraph')
        .filter({ hasText: 'Without JavaScript this page can be read and printed.' }),
    ).toBeVisible();
    for (const { text: words } of [...claimsOf('article'), ...claimsOf('beyond')])
      await expect(outline.grid(page).getByText(words, { exact: true }).first()).toBeVisible();
  });

  test('the map says what can be read instead', async ({ page }) => {
    await page.goto(debatePath('map'));
    await expect(page.getByText(/^Without JavaScript the map can only be looked at\./)).toBeVisible();
  });

  test('the text reads completely', async ({ page }) => {
    await page.goto(debatePath('text'));
    for (const key of ['p1.s1', 'p6.s3', 'p9.s2', 'p12.s5'])
      await expect(page.getByRole('main').getByText(sentenceText(key))).toBeVisible();
  });
});
