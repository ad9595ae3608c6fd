import { expectAccessible } from '../support/axe';
import { expect, LOST_SERVER, test } from '../support/journey';
import {
  debatePath,
  expectVote,
  impactGroup,
  noteOf,
  openClaim,
  outline,
  reload,
  said,
  visit,
  voteButton,
  writeNote,
} from '../support/pages';
import { joinAs, newPerson, unique } from '../support/people';
import { AppServer } from '../support/server';

// Both widths take part in one journey: what was done at a desk is found on a phone.
const DESK = { viewport: { width: 1280, height: 800 } };
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

test('whatever was done outlives a killed server, a killed database and a restart', {
  tag: '@desktop',
}, async ({ browser, complaints }) => {
  // A server of its own is made, killed and started again.
  test.setTimeout(360_000);
  complaints.expect(LOST_SERVER);
  const server = await AppServer.start();
  try {
    const baseURL = server.baseUrl;
    const desk = await browser.newContext({ baseURL, ...DESK });
    complaints.watch(desk);
    const page = await desk.newPage();

    await test.step('the link of the first start makes one administrator', async () => {
      if (server.setupLink === null) throw new Error('The first start printed no link');
      const link = server.setupLink;
      await visit(page, link);
      await expect(page.getByRole('heading', { level: 1, name: 'Set up this server' })).toBeVisible();
      await expectAccessible(page, 'the set-up page');
      const host = newPerson();
      await page.getByLabel('Name', { exact: true }).fill(host.name);
      await page.getByLabel('Password', { exact: true }).fill(host.password);
      await page.getByRole('button', { name: 'Make the administrator' }).click();
      await expect(page.getByRole('button', { name: `${host.name}: account and settings` })).toBeVisible();

      await desk.clearCookies();
      await visit(page, link);
      await expect(page.getByText(/^This set-up link has been used or has expired\./)).toBeVisible();
      await expect(page.getByRole('button', { name: 'Make the administrator' })).toHaveCount(0);
    });

    await joinAs(desk, baseURL);
    const [note, claim] = [unique('Kept for good'), unique('A claim that a restart must not lose')];

    await test.step('a person votes, weighs, notes, suggests and takes a stance', async () => {
      const row = await openClaim(page, 'outline', 'D1d', { isPhone: false });
      await voteButton(row, 'D1d', 'Agree').click();
      await expect(said(page, 'D1d: agree saved')).toBeAttached();
      await impactGroup(row, 'D1d supports D1').getByRole('radio', { name: '4, it decides' }).click();
      await expect(said(page, 'Impact 4 saved')).toBeAttached();
      await row.getByRole('button', { name: 'Note', exact: true }).click();
      await writeNote(page.getByRole('form', { name: 'New note' }), note);
      await expect(noteOf(row, note)).toBeVisible();
      await row.getByRole('group', { name: 'Answer D1d' }).getByRole('button', { name: 'Support' }).click();
      const dialog = page.getByRole('dialog', { name: 'Support D1d' });
      await dialog.getByLabel('Claim', { exact: true }).fill(claim);
      await dialog.getByRole('button', { name: 'Suggest the claim' }).click();
      await expect(outline.row(page, claim).first()).toBeVisible();

      await visit(page, debatePath('outline', { claim: 'M' }));
      const form = page.getByRole('form', { name: 'Your stance on the motion' });
      await form.getByRole('button', { name: '10 points towards against' }).click();
      await form.getByRole('radio', { name: 'Very' }).check();
      await form.getByRole('button', { name: 'Save my stance' }).click();
      await expect(form.getByText('Saved. Only you see it; others see counts.')).toBeVisible();
    });

    await test.step('a vote pressed while the web server is killed is sent when it is back', async () => {
      const row = await openClaim(page, 'outline', 'H1', { isPhone: false });
      server.killWeb();
      await voteButton(row, 'H1', 'Disagree').click();
      await expectVote(row, 'H1', 'Disagree');
      await server.untilHealthy();
      await expect(said(page, 'H1: disagree saved')).toBeAttached({ timeout: 30_000 });
      await expect(row.getByText('Kept on this device, will be sent.')).toBeHidden();
    });

    await test.step('a vote pressed while the database is killed is saved when it is back', async () => {
      const row = await openClaim(page, 'outline', 'H2', { isPhone: false });
      server.killDatabase();
      await voteButton(row, 'H2', 'Agree').click();
      await expectVote(row, 'H2', 'Agree');
      await server.untilHealthy();
      await expect(said(page, 'H2: agree saved')).toBeAttached({ timeout: 30_000 });
    });

    await test.step('a restart takes seconds and offers no new link', async () => {
      const stopMs = await server.restart();
      expect(stopMs).toBeLessThan(5_000);
      expect(server.setupLink).toBeNull();
    });

    const pocket = await browser.newContext({
      baseURL,
      ...PHONE,
      storageState: await desk.storageState(),
    });
    complaints.watch(pocket);
    for (const [place, context] of [
      ['desk', desk],
      ['phone', pocket],
    ] as const) {
      await test.step(`everything is found again at the ${place}`, async () => {
        const again = await context.newPage();
        const isPhone = place === 'phone';
        const row = await openClaim(again, 'outline', 'D1d', { isPhone });
        await expectVote(row, 'D1d', 'Agree');
        await expect(
          impactGroup(row, 'D1d supports D1').getByRole('radio', { name: '4, it decides' }),
        ).toBeChecked();
        await expect(noteOf(row, note)).toBeVisible();
        await expect(row.getByText(note)).toHaveCount(1);
        await expect(outline.row(again, claim).first()).toBeVisible();
        await expectVote(await openClaim(again, 'map', 'H1', { isPhone }), 'H1', 'Disagree');
        await expectVote(await openClaim(again, 'text', 'H2', { isPhone }), 'H2', 'Agree');
        await visit(again, debatePath('outline', { claim: 'M' }));
        await reload(again);
        const form = again.getByRole('form', { name: 'Your stance on the motion' });
        await expect(form.getByText('10 against', { exact: true })).toBeVisible();
        await expect(form.getByRole('radio', { name: 'Very' })).toBeChecked();
        await expectAccessible(again, `the outline after a restart, at the ${place}`);
      });
    }
    await Promise.all([desk.close(), pocket.close()]);
  } finally {
    await server.stop();
  }
});
