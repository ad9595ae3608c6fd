import { readFile } from 'node:fs/promises';
import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/journey';
import { OwnDebate } from '../support/own-debate';
import { debatePath, outline, reload, text, visit } from '../support/pages';
import { fillSignIn, makeAccount, newPerson, unique } from '../support/people';

test('a debate is made from a template, is private at first, and can be opened to everyone', async ({
  page,
  person,
  visitor,
  complaints,
}) => {
  expect(person.name).toBeTruthy();
  complaints.expect(/status of 404/);
  const title = unique('Four-day week');
  const motion = 'We should try four days of school for one term.';
  await visit(page, '/debates');
  await page.getByRole('link', { name: 'Start a debate' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Start a debate' })).toBeVisible();
  await page.getByRole('button', { name: 'Make the debate' }).click();
  await expect(page.getByText('Write something here, at most 120 characters.')).toBeVisible();
  await expect(page.getByText(/^Write the motion,/)).toBeVisible();
  await expectAccessible(page, 'the form of a new debate');

  await page.getByRole('radio', { name: /^Oxford motion/ }).check();
  await page.getByLabel('Title', { exact: true }).fill(title);
  await page.getByLabel('Question').fill('Should our school try a four-day week?');
  await page.getByLabel('In one sentence').fill(motion);
  await page.getByRole('button', { name: 'Make the debate' }).dblclick();
  await expect(page).toHaveURL(/\/debates\/four-day-week[^/]*\/map$/);
  const slug = new URL(page.url()).pathname.split('/')[2] ?? '';

  await visit(page, `/debates/${slug}/outline`);
  await expect(page.getByRole('heading', { level: 1, name: motion })).toBeVisible();
  await page.getByRole('button', { name: 'Add a reason' }).first().click();
  await page.getByRole('button', { name: 'Add for (Proposition)' }).click();
  const dialog = page.getByRole('dialog');
  const words = unique('Rested pupils learn more');
  await dialog.getByLabel('Claim', { exact: true }).fill(words);
  await dialog.getByRole('button', { name: 'Add to the map' }).click();
  await expect(outline.row(page, words)).toBeVisible();

  const other = await visitor();
  expect((await visit(other.page, `/debates/${slug}/outline`))?.status()).toBe(404);

  await visit(page, `/debates/${slug}/about`);
  await expectAccessible(page, 'the page about a debate');
  await page.getByRole('button', { name: 'Open it to everyone' }).click();
  await expect(page.getByText('Everyone can read this debate.')).toBeVisible();
  expect((await visit(other.page, `/debates/${slug}/outline`))?.status()).toBe(200);
  await expect(outline.row(other.page, words)).toBeVisible();
});

test('the page of a new debate asks for sign-in and comes back', { tag: '@desktop' }, async ({
  page,
  context,
  home,
}) => {
  const person = newPerson();
  await makeAccount(context.request, home, person);
  await visit(page, '/debates/new');
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await fillSignIn(page, person);
  await expect(page).toHaveURL('/debates/new');
});

test('a debate is taken along in another format, with what it loses said', { tag: '@desktop' }, async ({
  page,
}) => {
  await visit(page, '/debates/ukraine-mine-ban/about');
  const [own] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download as standpoint/map@1' }).click(),
  ]);
  const map = JSON.parse(await readFile(await own.path(), 'utf8')) as { claims: { id: string }[] };
  expect(own.suggestedFilename()).toBe('ukraine-mine-ban.json');
  expect(map.claims.map(({ id }) => id)).toContain('D1d');
  await expect(page.getByText('standpoint/map@1: nothing was left out.')).toBeVisible();

  const [kialo] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download as Kialo' }).click(),
  ]);
  expect(await readFile(await kialo.path(), 'utf8')).toContain('Pro:');
  await expect(page.getByText('Kialo: what this format has no place for')).toBeVisible();
  await expectAccessible(page, 'the report of an export');
});

test('a copy begins where the debate is, without anybody’s votes', { tag: '@desktop' }, async ({
  page,
  person,
}) => {
  expect(person.name).toBeTruthy();
  const title = unique('Copy of the mine-ban debate');
  await visit(page, '/debates/ukraine-mine-ban/about');
  await page.getByLabel('Title of the copy').fill(title);
  await page.getByRole('button', { name: 'Make the copy' }).click();
  await expect(page).toHaveURL(/\/debates\/copy-of-[^/]+\/map$/);
  const slug = new URL(page.url()).pathname.split('/')[2] ?? '';
  await visit(page, `/debates/${slug}/outline`);
  await expect(outline.grid(page).getByText('D1d', { exact: true }).first()).toBeVisible();
  await expect(page.getByText('27 claims. You have not voted yet.')).toBeVisible();
  await reload(page);
  await visit(page, debatePath('outline'));
  await expect(outline.grid(page)).toBeVisible();
});

const KIALO = `Discussion Title: Should towns ban cars from their centres?

1. Towns should ban private cars from their centres.
1.1. Pro: The air gets cleaner.
1.1.1. Con: Only a little, since lorries stay.
1.2. Con: Shops lose customers.
1.2.1. Con: -> See 1.1.
`;

test('a Kialo export with a cross-reference is looked at first and then becomes a debate', {
  tag: '@desktop',
}, async ({ page, person }) => {
  expect(person.name).toBeTruthy();
  await visit(page, '/debates/new');
  await page.getByRole('link', { name: 'Or bring a map from a file.' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Bring a map' })).toBeVisible();
  await page.getByLabel('File').setInputFiles({
    name: 'cars.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(KIALO),
  });
  await page.getByRole('button', { name: 'Look at it first' }).click();
  await expect(page.getByText('4 claims, 4 relations, no texts, no citations. Motion:')).toBeVisible({
    timeout: 20_000,
  });
  await expect(page.getByText('“See 1.1” is no second claim: claim 1.1 leads to both.')).toBeVisible();
  await expectAccessible(page, 'what an import would write');
  const title = unique('Cars');
  const review = page.getByRole('region', { name: /^What would be written from this/ });
  await review.getByLabel('Title', { exact: true }).fill(title);
  await review.getByRole('button', { name: 'Make the debate' }).click();
  await expect(page).toHaveURL(/\/debates\/cars-[^/]+\/map$/, { timeout: 20_000 });
  await visit(page, page.url().replace(/map$/, 'outline'));
  await expect(outline.row(page, 'Only a little, since lorries stay.')).toBeVisible();
  await expect(outline.row(page, 'Shops lose customers.')).toContainText('also attacked by');
});

test('a file that is no map is refused with its line, and what was pasted stays', {
  tag: '@desktop',
}, async ({ page, person, complaints }) => {
  expect(person.name).toBeTruthy();
  complaints.expect(/status of 422/);
  await visit(page, '/debates/import');
  const broken = '{"format": "standpoint/map@1",\n "title": }';
  await page.getByLabel('Or paste its text').fill(broken);
  await page.getByRole('button', { name: 'Look at it first' }).click();
  await expect(page.getByRole('alert').getByText(/^Line 2: /)).toBeVisible({ timeout: 20_000 });
  await expect(page.getByLabel('Or paste its text')).toHaveValue(broken);
  await expectAccessible(page, 'a file that was refused');
});

const ARTICLE = `The council lets shops open on Sundays from May. Traders expect more customers in the old town.

Families object. A petition with two thousand names asks for one quiet day a week.`;

test('an article is pasted, and claims of both sides are drawn out of its passages', async ({
  page,
  person,
  isMobile,
}) => {
  expect(person.name).toBeTruthy();
  await visit(page, '/debates/new');
  await page.getByRole('checkbox', { name: /^Begin with an article/ }).check();
  await page.getByLabel('Title of the article').fill('Sunday trading returns');
  await page.getByLabel('Its text').fill(ARTICLE);
  await page.getByLabel('Who wrote it').fill('Ada Bell, The Town Post');
  await page.getByLabel('Address on the web').fill('nowhere');
  await page.getByLabel('Title', { exact: true }).fill(unique('Sunday shops'));
  await page.getByLabel('Question').fill('Should shops open on Sundays?');
  await page.getByLabel('In one sentence').fill('Shops should open on Sundays.');
  await page.getByRole('button', { name: 'Make the debate' }).click();
  await expect(page.getByText(/^An address begins with https/)).toBeVisible();
  await expectAccessible(page, 'the form with an article');
  await page.getByLabel('Address on the web').fill('https://example.org/sunday');
  await page.getByRole('button', { name: 'Make the debate' }).click();
  await expect(page).toHaveURL(/\/text$/);
  await visit(page, page.url());
  await expect(page.getByRole('heading', { level: 1, name: 'Sunday trading returns' })).toBeVisible();
  await expect(page.getByText(/^No claims yet\./)).toBeVisible();

  const draw = async (
    sentence: string,
    words: string,
    side: 'For' | 'Against',
    how: 'supports' | 'attacks',
  ) => {
    const button = text.sentence(page, sentence);
    if (isMobile) await button.tap();
    else await button.press('Enter');
    await text
      .toolbar(page)
      .getByRole('button', { name: /^Make a claim/ })
      .click();
    const dialog = page.getByRole('dialog', { name: 'Make a claim' });
    await expect(dialog.getByText(sentence)).toBeVisible();
    await dialog.getByRole('radio', { name: how, exact: true }).check();
    await dialog.getByLabel('Claim', { exact: true }).fill(words);
    await dialog.getByRole('radio', { name: side, exact: true }).check();
    await dialog.getByRole('button', { name: 'Add to the map' }).click();
    await expect(dialog).toBeHidden();
  };
  const [trade, rest] = ['Sunday trade brings customers to the old town.', 'Families need one quiet day.'];
  await draw('Traders expect more customers in the old town.', trade, 'For', 'supports');
  await draw('A petition with two thousand names asks for one quiet day a week.', rest, 'Against', 'attacks');
  await expect(page.getByText(/^No claims yet\./)).toBeHidden();

  await visit(page, page.url().replace(/\/text.*$/, '/outline'));
  await expect(outline.row(page, trade)).toContainText('paragraph 1');
  await expect(outline.row(page, rest)).toContainText('paragraph 2');
  await expect(outline.row(page, rest)).toContainText('Against');
});

test('a map is looked at first and then written into a debate that is there', { tag: '@desktop' }, async ({
  page,
  person,
  home,
}) => {
  expect(person.name).toBeTruthy();
  const debate = await OwnDebate.make(page, home);
  await debate.add('Air in the centre would be cleaner', 'a', 'supports');
  await visit(page, `/debates/${debate.slug}/about`);
  await page.getByRole('link', { name: 'Bring a map into this debate' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Bring a map into “Reshape/ })).toBeVisible();
  await page.getByLabel('Or paste its text').fill(KIALO);
  await page.getByRole('button', { name: 'Look at it first' }).click();
  await expect(page.getByText('“See 1.1” is no second claim: claim 1.1 leads to both.')).toBeVisible({
    timeout: 20_000,
  });
  await expect(page.getByLabel('Title', { exact: true })).toHaveCount(0);
  await expectAccessible(page, 'what would be written into a debate');
  await page.getByRole('button', { name: 'Write it into this debate' }).click();
  await expect(page).toHaveURL(/\/debates\/reshape[^/]*\/map$/, { timeout: 20_000 });
  const view = await debate.view();
  expect(view.motions).toHaveLength(2);
  expect(view.claims.map(({ text: words }) => words)).toContain('Air in the centre would be cleaner');
});
