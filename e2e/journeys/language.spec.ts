import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/journey';
import { debatePath, reload, visit } from '../support/pages';
import { claimText, MOTION, TITLE } from '../support/worked-debate';

const PATHS = [
  '/',
  '/debates',
  '/how-it-works',
  '/privacy',
  '/accessibility',
  '/sign-in',
  '/sign-up',
  '/setup',
  debatePath('map', { claim: 'D1d' }),
  debatePath('outline', { claim: 'D1d' }),
  debatePath('outline', { claim: 'M' }),
  debatePath('text', { claim: 'D1d' }),
];

/** What stands where a catalogue has no words: the key itself. */
const KEY = /\b(account|contribute|failure|landing|map|outline|pages|shell|text)\.[a-z]\w*(\.\w+)*/;

/** All that is read aloud on the page, without addresses. */
const wordsOf = async (page: Page): Promise<string> =>
  (await page.locator('body').ariaSnapshot())
    .split('\n')
    .filter((line) => !line.trimStart().startsWith('- /url:'))
    .join('\n');

async function expectUkrainian(page: Page): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('lang', 'uk');
  expect(await wordsOf(page)).not.toMatch(KEY);
}

test('the interface changes to Ukrainian in place, and back', async ({ page, isMobile }) => {
  await visit(page, '/');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  if (isMobile) {
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByText('Українська', { exact: true }).filter({ visible: true }).click();
  } else await page.getByRole('banner').getByRole('button', { name: 'Українська' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Побачте всю суперечку, перш ніж стати на чийсь бік.',
  );
  await expectUkrainian(page);
  await reload(page);
  await expectUkrainian(page);

  // A debate keeps its own language, and says so.
  await visit(page, debatePath('outline'));
  await expectUkrainian(page);
  await expect(page.getByRole('heading', { level: 1, name: MOTION })).toBeVisible();
  const languageOf = (words: string) =>
    page
      .getByText(words, { exact: true })
      .first()
      .evaluate((element) => element.closest('[lang]')?.getAttribute('lang'));
  expect(await languageOf(MOTION)).toBe('en');
  expect(await languageOf(claimText('D1'))).toBe('en');

  await page.getByRole('button', { name: 'Налаштування' }).click();
  await page.getByText('English', { exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible();
});

test('every page is complete in Ukrainian for a browser that asks for it', { tag: '@desktop' }, async ({
  browser,
  complaints,
  contextOptions,
}) => {
  const context = await browser.newContext({ ...contextOptions, locale: 'uk-UA' });
  complaints.watch(context);
  const page = await context.newPage();
  for (const path of PATHS) {
    await test.step(path, async () => {
      await visit(page, path);
      await expectUkrainian(page);
      await expect(page).toHaveTitle(/\p{Script=Cyrillic}|Standpoint/u);
    });
  }
  await expectAccessible(page, 'the text in Ukrainian');
  await visit(page, debatePath('map', { claim: 'D1' }));
  await expect(page.getByText(TITLE).first()).toBeVisible();
  await expectAccessible(page, 'the map in Ukrainian');
  await context.close();
});

test('the failures of a form are told in the language of the page', { tag: '@desktop' }, async ({
  page,
  context,
  complaints,
}) => {
  complaints.expect(/status of 401/);
  await visit(page, '/');
  await context.addCookies([{ name: 'locale', value: 'uk', url: page.url() }]);
  await visit(page, '/sign-in');
  await page.getByRole('button', { name: 'Увійти', exact: true }).click();
  await expectUkrainian(page);
  const field = page.getByRole('textbox').first();
  await expect(field).toHaveAccessibleDescription(/\p{Script=Cyrillic}/u);
  await field.fill('nobody of that name');
  await page.getByLabel('Пароль', { exact: true }).fill('not the password of anybody');
  await page.getByRole('button', { name: 'Увійти', exact: true }).click();
  await expect(page.getByRole('alert').filter({ hasText: /\p{Script=Cyrillic}/u })).toBeVisible();
});
