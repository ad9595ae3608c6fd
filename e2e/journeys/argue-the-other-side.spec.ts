import { ClassByApi } from '../support/class-by-api';
import { expect, test } from '../support/journey';
import { type Choice, expectVote, said, shownClaim, visit, voteButton } from '../support/pages';
import { claimText } from '../support/worked-debate';

/** Steps of the plan, from 0. */
const STEPS = { assigned: 2, swapped: 3, vote: 4, secondStance: 5 };

test('votes for a given side, for the other one and for oneself are kept apart and compared', {
  tag: '@desktop',
}, async ({ page, person, visitor, home }) => {
  test.slow();
  expect(person.name).toBeTruthy();
  const room = await ClassByApi.open(page.request, home, 'controversy');
  const student = await visitor();
  const alias = await room.join(student.context.request);

  await visit(page, room.path('room/groups'));
  await page.getByLabel(`Side of ${alias}`).selectOption('Defence');
  await expect(said(page, 'The sides are given.')).toBeAttached();
  await visit(student.page, room.path('room'));

  const banner = student.page.getByRole('note');
  /** Moves the room on, and votes on D1 where nothing is voted yet. */
  const voteAt = async (step: number, forWhom: string | null, choice: Choice) => {
    await room.moveTo(step);
    // The page that is open goes along by itself.
    if (forWhom === null) await expect(banner).toHaveCount(0);
    else await expect(banner).toHaveText(`You argue for ${forWhom} now: this is not your own vote.`);
    await visit(student.page, `${room.path('outline')}?claim=D1`);
    const row = await shownClaim(student.page, 'outline', 'D1', { isPhone: false });
    await expect(banner.filter({ hasText: 'not your own vote' })).toHaveCount(forWhom === null ? 0 : 1);
    await expectVote(row, 'D1', null);
    await voteButton(row, 'D1', choice).click();
    await expectVote(row, 'D1', choice);
    await expect(said(student.page, `D1: ${choice.toLowerCase()} saved`)).toBeAttached();
    await visit(student.page, room.path('room'));
  };
  await voteAt(STEPS.assigned, 'Defence', 'Agree');
  await voteAt(STEPS.swapped, 'Humanitarian', 'Disagree');
  await voteAt(STEPS.vote, null, 'Pass');

  await room.moveTo(STEPS.secondStance);
  const table = student.page.getByRole('table', {
    name: 'Claims with your own vote and the one that you cast for a side',
  });
  await expect(table.getByRole('columnheader')).toHaveText([
    'Claim',
    'You',
    'For Defence',
    'For Humanitarian',
  ]);
  const row = table.getByRole('row').filter({ hasText: claimText('D1') });
  await expect(row.getByRole('cell')).toHaveText([/^Pass/, 'Agree', 'Disagree']);
});
