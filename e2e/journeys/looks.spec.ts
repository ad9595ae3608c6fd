import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/journey';
import {
  debatePath,
  map,
  openClaim,
  outline,
  phoneMap,
  reload,
  visit,
  voteButton,
  voteGroup,
} from '../support/pages';
import { claimsOf, MOTION } from '../support/worked-debate';

const SITE = [
  ['how it works', '/how-it-works'],
  ['privacy', '/privacy'],
  ['accessibility', '/accessibility'],
  ['set-up without a link', '/setup'],
] as const;
/** Other journeys look at these in light. */
const DOORS = [
  ['the home page', '/'],
  ['the list of debates', '/debates'],
  ['sign-in', '/sign-in'],
  ['sign-up', '/sign-up'],
] as const;
const VIEWS = [
  ['the map', debatePath('map', { claim: 'D1d', layer: 'beyond' })],
  ['the outline', debatePath('outline', { claim: 'D1d', layer: 'beyond' })],
  ['the text', debatePath('text', { claim: 'D1d', layer: 'beyond' })],
] as const;

/** Nothing has to be scrolled sideways to be read. */
const isWiderThanScreen = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

for (const { title, screens, colorScheme } of [
  { title: 'the pages about the site', screens: SITE, colorScheme: 'light' },
  { title: 'the pages about the site', screens: SITE, colorScheme: 'dark' },
  { title: 'the ways in', screens: DOORS, colorScheme: 'dark' },
  { title: 'the views of a debate', screens: VIEWS, colorScheme: 'dark' },
] as const) {
  test(`${title} have enough contrast and fit, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    for (const [name, path] of screens) {
      await test.step(name, async () => {
        const response = await visit(page, path);
        await expect(page.getByRole('heading', { level: 1 }).first()).toBeAttached();
        await expectAccessible(page, `${name}, ${colorScheme}`);
        expect(await isWiderThanScreen(page), `${name} scrolls sideways`).toBe(false);
        const policy = response?.headers()['content-security-policy'] ?? '';
        expect(policy).toMatch(/script-src[^;]*'nonce-/);
        expect(policy).not.toMatch(/script-src[^;]*'unsafe-(inline|eval)'/);
      });
    }
  });
}

test('the appearance is chosen in the menu and kept', { tag: '@desktop' }, async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await visit(page, debatePath('outline'));
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await paper();
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByText('Dark', { exact: true }).click();
  await expect.poll(paper).not.toBe(light);
  await reload(page);
  expect(await paper()).not.toBe(light);
  await page.getByRole('button', { name: 'Settings' }).click();
  await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked();
  await page.getByText('System', { exact: true }).click();
  await expect.poll(paper).toBe(light);
});

test('with reduced motion nothing moves', async ({ page, isMobile }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await visit(page, debatePath('map', { claim: 'D1' }));
  const moving = () =>
    page.evaluate(() =>
      document
        .getAnimations()
        .filter(({ effect }) => Number(effect?.getComputedTiming().activeDuration) > 50)
        .flatMap(({ effect }) => (effect instanceof KeyframeEffect ? effect.getKeyframes() : []))
        .flatMap((frame) => Object.keys(frame))
        .filter((property) =>
          ['transform', 'translate', 'scale', 'left', 'top', 'width', 'height', 'd'].includes(property),
        ),
    );
  if (isMobile) {
    await phoneMap.card(page, 'D1d').click();
    expect(await moving()).toEqual([]);
    await page.getByRole('button', { name: 'Passage, impact, notes' }).click();
  } else {
    await page.getByRole('switch', { name: /^Beyond the article/ }).check();
    expect(await moving()).toEqual([]);
    await map.card(page, 'H1').click();
  }
  expect(await moving()).toEqual([]);
});

test('with motion the map comes to rest by itself', async ({ page, isMobile }) => {
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await visit(page, debatePath('map', { claim: 'D1' }));
  if (isMobile) await phoneMap.card(page, 'D1d').click();
  else await page.getByRole('switch', { name: /^Beyond the article/ }).check();
  await expect
    .poll(() =>
      page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === 'running').length),
    )
    .toBe(0);
});

test('forced colours keep what is pressed, selected and drawn apart', async ({ page, person, isMobile }) => {
  expect(person.name).toBeTruthy();
  await page.emulateMedia({ forcedColors: 'active' });
  const claim = await openClaim(page, 'map', 'D2', { isPhone: isMobile });
  await voteButton(claim, 'D2', 'Agree').click();
  await expect(voteButton(claim, 'D2', 'Agree')).toHaveAttribute('aria-pressed', 'true');
  // The pressed button was under the pointer: away with it, for its resting colours.
  await page.mouse.move(0, 0);
  const backgrounds = () =>
    voteGroup(claim, 'D2')
      .getByRole('button')
      .evaluateAll((buttons) => buttons.map((button) => getComputedStyle(button).backgroundColor));
  await expect.poll(async () => new Set(await backgrounds()).size).toBe(2);
  await expectAccessible(page, 'the map in forced colours');
  await openClaim(page, 'outline', 'D2', { isPhone: isMobile });
  await expectAccessible(page, 'the outline in forced colours');
});

test('zoomed pages need no scrolling sideways', { tag: '@desktop' }, async ({ page }) => {
  // What a window of 1280 pixels holds when it is zoomed to 200 and to 400 percent.
  for (const width of [640, 320]) {
    await page.setViewportSize({ width, height: 512 });
    for (const [name, path] of [...DOORS, ...VIEWS]) {
      await test.step(`${name}, ${width} px`, async () => {
        await visit(page, path);
        expect(await isWiderThanScreen(page), `${name} scrolls sideways at ${width} px`).toBe(false);
      });
    }
  }
});

test('the outline prints with every claim and without its buttons', { tag: '@desktop' }, async ({ page }) => {
  await visit(page, debatePath('outline', { layer: 'beyond' }));
  await page.getByRole('button', { name: 'Close all' }).click();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { level: 1, name: MOTION })).toBeVisible();
  for (const { text: words } of [...claimsOf('article'), ...claimsOf('beyond')])
    await expect(outline.grid(page).getByText(words, { exact: true }).first()).toBeVisible();
  await expect(page.getByRole('button')).toHaveCount(0);
  await expect(page.getByRole('banner')).toBeHidden();
  const pages = (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g) ?? [];
  expect(pages.length).toBeGreaterThan(1);
  expect(pages.length).toBeLessThan(9);
});
