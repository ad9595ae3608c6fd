import { ClassByApi } from '../support/class-by-api';
import { expect, LOST_SERVER, test } from '../support/journey';
import { outline, shownClaim, visit } from '../support/pages';
import { joinAs, unique } from '../support/people';
import { AppServer } from '../support/server';

const EXPLORE = 2;

test('what a class hears outlives a restart, and nothing is heard twice', { tag: '@desktop' }, async ({
  browser,
  complaints,
}) => {
  // A server of its own is made and started again.
  test.setTimeout(360_000);
  complaints.expect(LOST_SERVER);
  const server = await AppServer.start();
  try {
    const home = server.baseUrl;
    const [desk, pupil] = await Promise.all([
      browser.newContext({ baseURL: home }),
      browser.newContext({ baseURL: home }),
    ]);
    complaints.watch(pupil);
    await joinAs(desk, home);
    const room = await ClassByApi.open(desk.request, home, 'oxford');
    await room.join(pupil.request);
    await room.moveTo(EXPLORE);
    const page = await pupil.newPage();
    await visit(page, `${room.path('outline')}?claim=D1`);
    await shownClaim(page, 'outline', 'D1', { isPhone: false });
    let loads = 0;
    page.on('load', () => {
      loads += 1;
    });

    const news = page.getByRole('button', { name: /^\d+ new/ });
    const hear = async (claim: { text: string }) => {
      await expect(news).toHaveAccessibleName('1 new: 1 claim', { timeout: 30_000 });
      await expect(page.getByText(claim.text)).toHaveCount(0);
      await news.click();
      await expect(outline.row(page, claim.text).first()).toBeVisible();
      await expect(news).toHaveCount(0);
    };
    await hear(await room.addClaim(desk.request, unique('Said before the restart')));
    await server.restart();
    await hear(await room.addClaim(desk.request, unique('Said after the restart')));
    expect(loads).toBe(0);
    await Promise.all([desk.close(), pupil.close()]);
  } finally {
    await server.stop();
  }
});
