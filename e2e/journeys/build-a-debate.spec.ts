// One small debate, from a blank page to a stance, built twice: with the mouse alone, then with the keyboard alone.

import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/journey';
import { press, tabTo } from '../support/keyboard';
import { expectVote, map, said, visit, voteButton } from '../support/pages';
import { unique } from '../support/people';

/** What a person does at the page, with one device. Text comes from the keyboard either way. */
interface Hand {
  /** Presses a button, a box or a link. */
  press: (target: Locator) => Promise<void>;
  write: (field: Locator, words: string) => Promise<void>;
  /** Goes to a card of the map and opens its panel. */
  openCard: (card: Locator) => Promise<void>;
  /** Opens a menu and takes one of its items. */
  choose: (button: Locator, item: string) => Promise<void>;
  /** Moves the slider of a stance to the side for the motion. */
  standFor: (slider: Locator) => Promise<void>;
}

const mouse = (page: Page): Hand => ({
  press: (target) => target.click(),
  write: async (field, words) => {
    await field.click();
    await page.keyboard.insertText(words);
  },
  openCard: (card) => card.click(),
  choose: async (button, item) => {
    await button.click();
    await page.getByRole('menuitem', { name: item, exact: true }).click();
  },
  standFor: async (slider) => {
    const { width, height } = (await slider.boundingBox()) ?? { width: 0, height: 0 };
    await slider.click({ position: { x: width * 0.25, y: height / 2 } });
  },
});

const keyboard = (page: Page): Hand => {
  const reach = (target: Locator) => tabTo(page, target, { most: 150 });
  return {
    press: async (target) => {
      await reach(target);
      await press(page, (await target.getAttribute('type')) === 'checkbox' ? 'Space' : 'Enter');
    },
    write: async (field, words) => {
      await reach(field);
      await page.keyboard.insertText(words);
    },
    openCard: async (card) => {
      // The map is one stop of the Tab key; arrows walk it from the motion.
      const stop = map.tree(page).locator('[role="treeitem"][tabindex="0"]');
      await reach(stop);
      const code = /^(\w+),/.exec((await card.getAttribute('aria-label')) ?? '')?.[1];
      if (code === undefined) await press(page, 'Home');
      else {
        await press(page, '/');
        await expect(page.getByRole('combobox', { name: 'Find a claim' })).toBeFocused();
        await page.keyboard.type(code);
        await press(page, 'Enter');
      }
      await expect(card).toBeFocused();
      await press(page, 'Enter');
    },
    choose: async (button, item) => {
      await reach(button);
      await press(page, 'Enter');
      const wanted = page.getByRole('menuitem', { name: item, exact: true });
      await expect(page.getByRole('menuitem').and(page.locator(':focus'))).toHaveCount(1);
      const isThere = () => wanted.evaluate((element) => element === document.activeElement);
      for (let step = 0; step < 20 && !(await isThere()); step += 1) await press(page, 'ArrowDown');
      await expect(wanted).toBeFocused();
      await press(page, 'Enter');
    },
    standFor: async (slider) => {
      await reach(slider);
      await press(page, 'ArrowLeft', 'ArrowLeft', 'ArrowLeft');
    },
  };
};

/** Writes into the open form of a claim and sends it; gives the code that the claim got. */
async function send(page: Page, hand: Hand, words: string): Promise<string> {
  const dialog = page.getByRole('dialog');
  await hand.write(dialog.getByLabel('Claim', { exact: true }), words);
  await hand.press(dialog.getByRole('button', { name: 'Add to the map' }));
  await expect(dialog).toBeHidden();
  const card = map.tree(page).getByRole('treeitem', { name: words });
  await expect(card).toBeVisible();
  return ((await card.getAttribute('aria-label')) ?? '').split(',')[0] ?? '';
}

async function build(page: Page, hand: Hand): Promise<void> {
  await visit(page, '/debates/new');
  await hand.write(page.getByLabel('Title', { exact: true }), unique('School hours'));
  await hand.write(page.getByLabel('Question'), 'Should school begin at nine?');
  await hand.write(page.getByLabel('In one sentence'), 'School should begin at nine.');
  await hand.press(page.getByRole('button', { name: 'Make the debate' }));
  await expect(page).toHaveURL(/\/map$/);

  const motion = map.motionPanel(page);
  const add = async (side: 'for (For)' | 'against (Against)', words: string) => {
    await hand.press(motion.getByRole('button', { name: `Add ${side}` }));
    return send(page, hand, words);
  };
  await expect(motion).toBeVisible();
  const sleep = await add('for (For)', 'Pupils of fifteen fall asleep late.');
  const wake = await add('for (For)', 'Who sleeps enough learns more.');
  const work = await add('against (Against)', 'Parents go to work at eight.');

  await hand.openCard(map.card(page, work));
  const against = map.panel(page, work);
  await hand.press(against.getByRole('button', { name: 'Undercut its line' }));
  const early = await send(page, hand, 'Most schools open their doors before lessons.');
  await expect(map.card(page, early)).toHaveAccessibleName(/[Uu]ndercuts/);

  await hand.press(voteButton(against, work, 'Disagree'));
  await expectVote(against, work, 'Disagree');
  await expect(said(page, `${work}: disagree saved`)).toBeAttached();

  await hand.openCard(map.card(page, sleep));
  const reason = map.panel(page, sleep);
  await hand.choose(
    reason.getByRole('button', { name: `More for ${sleep}`, exact: true }),
    'Link with another reason…',
  );
  const dialog = page.getByRole('dialog');
  await hand.press(dialog.getByRole('checkbox', { name: new RegExp(`^${wake} supports the motion`) }));
  await hand.press(dialog.getByRole('button', { name: 'Link them' }));
  await expect(reason.getByText(`linked with ${wake}`)).toBeVisible();

  await hand.openCard(map.motion(page));
  const stance = motion.getByRole('form', { name: 'Your stance on the motion' });
  await hand.standFor(stance.getByRole('slider'));
  await hand.press(stance.getByRole('button', { name: 'Save my stance' }));
  await expect(said(page, 'Stance saved')).toBeAttached();
}

test.describe('a small debate is built, voted on and stood on', { tag: '@desktop' }, () => {
  test('with the mouse', async ({ page, person }) => {
    expect(person.name).toBeTruthy();
    await build(page, mouse(page));
  });

  test('with the keyboard', async ({ page, person }) => {
    expect(person.name).toBeTruthy();
    await build(page, keyboard(page));
  });
});
