import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Things on their way have colours on their way; what has an end is waited for. */
const standsStill = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const moving = document
      .getAnimations()
      .filter((animation) => animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
    await Promise.all(moving.map((animation) => animation.finished.catch(() => undefined)));
  });

/**
 * Checks the screen as it stands against WCAG 2.2, level AA.
 * @param screen what is on it, for the message
 */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  await standsStill(page);
  // The panel of the development server is not ours.
  const builder = new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .exclude('nextjs-portal')
    .withTags(RULES)
    // Our pages hold no frames. The other mode opens a page of its own to join what frames found, every time.
    .setLegacyMode(true);
  const { violations } = await builder.analyze();
  const faults = violations.map(({ id, help, nodes }) => ({
    rule: id,
    help,
    where: nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary}`),
  }));
  expect(faults, `accessibility of ${screen}`).toEqual([]);
}
