// Moving about with the keyboard alone.

import type { Locator, Page } from '@playwright/test';
import { expect } from './journey';

/** Presses Tab until the focus is there; fails when it is too far, or not to be seen. */
export async function tabTo(page: Page, target: Locator, { most = 60 } = {}): Promise<void> {
  const isFocused = () => target.evaluate((element) => element === document.activeElement);
  for (let press = 0; press < most && !(await isFocused()); press += 1) await page.keyboard.press('Tab');
  await expect(target).toBeFocused();
  expect(await target.evaluate((element) => element.matches(':focus-visible'))).toBe(true);
}

/** Presses keys one after the other. */
export async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}
