import type { Page } from '@playwright/test';
import {
  answerNext,
  askedClaim,
  type Class,
  expectStage,
  goOn,
  joinClass,
  openClass,
  PHONE,
  placeStance,
  QuietStudent,
  roomPath,
  saveStance,
} from '../support/a-class';
import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/journey';
import { outline, said, visit } from '../support/pages';
import { unique } from '../support/people';

/** First stances of the four who answer without the pages; everybody moves 40 points towards against. */
const QUIET_STANCES = [60, 40, 0, -40];
const MOVE = 40;
const REASON = 'A rule that binds one side alone is no rule.';

/** How pages word what a class thinks. */
const RESULT = /moved towards|on average we|matched pair|\bn = \d|\d (agree|disagree)/i;

/** Nothing of what the class thinks stands on the page, nor waits in it for the reveal. */
async function expectNoResult(page: Page): Promise<void> {
  await expect(page.getByRole('main').getByText(RESULT)).toHaveCount(0);
  expect(await page.content()).not.toContain(REASON);
}

/** Looks for results wherever the teacher and a student can look. */
async function expectBlind(board: Page, wall: Page, student: Page, room: Class): Promise<void> {
  await expect(wall.getByText('stays hidden until the reveal')).toBeVisible();
  await Promise.all([board, wall].map(expectNoResult));
  for (const path of ['outline', 'vote', 'report', 'room'] as const) {
    await visit(student, roomPath(room, path));
    await expectNoResult(student);
  }
  await visit(board, roomPath(room, 'report'));
  await expect(board.getByRole('heading', { name: 'The report opens with the reveal' })).toBeVisible();
  await expectNoResult(board);
  await visit(board, roomPath(room));
}

test('a teacher and six students on phones go through a whole Oxford plan, to the reveal and the report', {
  tag: '@desktop',
}, async ({ page: board, person, home, visitor }) => {
  // Eight pages that are live at once; on a machine that does something else too they take their time.
  test.slow();
  expect(person.name).toBeTruthy();
  const className = unique('Class');
  const room = await openClass(board, className);
  const wall = await board.context().newPage();
  await visit(wall, roomPath(room, 'presenter'));
  await expect(wall.getByText(room.code)).toBeVisible();

  const join = async (name: string): Promise<Page> => {
    const { page } = await visitor(PHONE);
    await joinClass(page, room.code, name);
    return page;
  };
  const anna = await join('Anna');
  await expectStage(anna, 'Read');
  await expectAccessible(anna, 'the room on a phone');
  const [borys, ...others] = await Promise.all(
    ['Borys', 'Vira', 'Hanna', 'Denys', 'Yeva'].map((name) => join(name)),
  );
  if (!borys) throw new Error('Borys did not come');
  const students = [anna, borys, ...others];
  const quiet = others.map((student) => new QuietStudent(student, home, room));
  const people = board.getByRole('region', { name: 'Participants' });
  await expect(people.getByText('6 joined')).toBeVisible();
  await expect(people.getByText(/Anna|Borys|Vira/)).toHaveCount(0);
  await expectAccessible(board, 'the board');

  const expectStageForAll = (stage: string) =>
    Promise.all(students.map((student) => expectStage(student, stage)));
  const moveOn = async (stage: string) => {
    await goOn(board, stage);
    await expectStageForAll(stage);
  };

  await moveOn('First stance');
  const annaFirst = await placeStance(anna, 'for', 20);
  await annaFirst.getByLabel('In one sentence, why?').fill(REASON);
  await saveStance(anna, annaFirst, 'first');
  await saveStance(borys, await placeStance(borys, 'against', 10), 'first');
  await Promise.all(quiet.map((student, index) => student.state(QUIET_STANCES[index] ?? 0)));
  const run = board.getByRole('region', { name: 'Run of the room' });
  await expect(run.getByText('6 of 6')).toBeVisible();

  await moveOn('Explore');
  const proposal = 'A field that nobody may enter feeds nobody.';
  await visit(borys, roomPath(room, 'outline'));
  await anna.getByRole('button', { name: 'Add a claim for the motion' }).click();
  const dialog = anna.getByRole('dialog');
  await dialog.getByLabel('Claim', { exact: true }).fill(proposal);
  await dialog.getByRole('radio', { name: /^Beyond/ }).check();
  await dialog.getByRole('button', { name: 'Suggest the claim' }).click();
  await expect(said(anna, 'sent. It waits for review.')).toBeAttached();
  await expect(dialog).toBeHidden();
  await expect(borys.getByText(proposal)).toHaveCount(0);
  const waiting = board.getByRole('article').filter({ hasText: proposal });
  await waiting.getByRole('button', { name: /^Publish / }).click();
  await expect(said(board, 'is published')).toBeAttached();
  await expect(board.getByRole('region', { name: 'Waiting for you: no proposed claims' })).toBeVisible();
  await borys.getByRole('button', { name: /^\d+ new/ }).click();
  await expect(outline.row(borys, proposal).first()).toBeVisible();
  await visit(borys, roomPath(room));

  await moveOn('Vote');
  await anna.getByRole('link', { name: 'Vote on the first claim' }).click();
  await expect(askedClaim(anna)).toBeVisible();
  await expectAccessible(anna, 'the vote page');
  const shared = await answerNext(anna, 'Agree');
  await answerNext(anna, 'Disagree');
  await visit(borys, roomPath(room, 'vote'));
  await answerNext(borys, 'Pass');
  // Everybody is asked in an order of their own: he may meet Anna's claim.
  const agreed = 5 + ((await answerNext(borys, 'Agree')) === shared ? 1 : 0);
  await Promise.all(quiet.map((student) => student.vote([shared, proposal], 'agree')));
  await Promise.all([board, wall, borys].map(expectNoResult));
  await anna.getByRole('link', { name: 'Stop' }).click();

  await goOn(board, 'Second stance');
  // Who is elsewhere is told, and goes when they like.
  await expect(borys.getByText('Now: Second stance').first()).toBeVisible();
  await borys.getByRole('link', { name: 'Go to the room' }).click();
  await expectStageForAll('Second stance');
  const annaSecond = await placeStance(anna, 'against', 20);
  await expect(annaSecond.getByText('You moved 40 points towards Against')).toBeVisible();
  await annaSecond.getByRole('checkbox', { name: shared }).check();
  await saveStance(anna, annaSecond, 'second');
  const borysSecond = await placeStance(borys, 'against', 50);
  await borysSecond.getByRole('searchbox').fill(shared);
  await borysSecond.getByRole('checkbox', { name: shared }).check();
  await saveStance(borys, borysSecond, 'second');
  await Promise.all(
    quiet.map((student, index) => student.state((QUIET_STANCES[index] ?? 0) - MOVE, [shared])),
  );
  await expect(run.getByText('6 of 6')).toBeVisible();
  await expectBlind(board, wall, borys, room);

  await moveOn('Reveal');
  await expect(run.getByText('6 first and 6 second stances')).toBeVisible();
  await expect(wall.getByRole('heading', { level: 1, name: 'Where we stood first' })).toBeVisible();
  await expect(wall.getByText('6 of 6 people answered.')).toBeVisible();
  await wall.keyboard.press('ArrowRight');
  await expect(
    wall.getByRole('heading', { level: 1, name: 'On average we moved 40 points towards Against' }),
  ).toBeVisible();
  await expect(wall.getByText(/^Of 6 people with two stances/)).toBeVisible();
  await expectAccessible(wall, 'the projector page with the shift');
  // A whiteboard has no arrow keys.
  await wall.getByRole('button', { name: 'Back', exact: true }).click();
  await expect(wall.getByRole('heading', { level: 1, name: 'Where we stood first' })).toBeVisible();
  await wall.getByRole('button', { name: 'Next', exact: true }).click();
  await expect(wall.getByText(/^Of 6 people with two stances/)).toBeVisible();
  await wall.getByRole('button', { name: 'Next', exact: true }).click();
  await expect(wall.getByRole('region', { name: 'Towards Against' })).toContainText('named by 6 of 6');
  await wall.keyboard.press('ArrowRight');
  await expect(wall.getByRole('listitem').filter({ hasText: shared })).toContainText(`${agreed} agree`);
  await wall.keyboard.press('ArrowLeft');
  await expect(wall.getByRole('heading', { level: 1, name: 'What moved us' })).toBeVisible();

  await anna.getByRole('link', { name: 'See the report' }).click();
  await run.getByRole('link', { name: 'Open the report' }).click();
  for (const reader of [anna, board]) {
    const shift = reader.getByRole('region', { name: 'How far did we move?' });
    await expect(shift.getByText('The room moved towards Against, by 40 points.')).toBeVisible();
    await expect(shift.getByText('Of 6 people who answered twice')).toBeVisible();
    // What was looked for in vain before.
    await expect(reader.getByRole('main').getByText(RESULT).first()).toBeVisible();
  }
  await expect(board.getByRole('definition').nth(2)).toHaveText('6');
  await expect(board.getByRole('term').nth(2)).toHaveText('matched pairs');
  await expectAccessible(board, 'the report');
  const download = board.waitForEvent('download');
  await board.getByRole('button', { name: 'Download Stances' }).click();
  expect((await download).suggestedFilename()).toMatch(/\.csv$/);
  await board.emulateMedia({ media: 'print' });
  await expect(board.getByRole('button', { name: 'Print', exact: true })).toBeHidden();
  await expect(board.getByRole('heading', { level: 2, name: 'How far did we move?' })).toBeVisible();
  expect((await board.pdf()).byteLength).toBeGreaterThan(10_000);
});
