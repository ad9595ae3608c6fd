import {
  answerNext,
  askedClaim,
  comeBack,
  joinClass,
  openClass,
  PHONE,
  roomPath,
  skipTo,
} from '../support/a-class';
import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/journey';
import { outline, text, visit, writeNote } from '../support/pages';
import { unique } from '../support/people';
import { sentenceText } from '../support/worked-debate';

test('a student comes back on a second device with what they wrote and voted, and the first one goes on', {
  tag: '@desktop',
}, async ({ page: board, person, visitor }) => {
  expect(person.name).toBeTruthy();
  const room = await openClass(board, unique('Class'));
  const { page: first } = await visitor(PHONE);
  const seat = await joinClass(first, room.code, 'Anna');

  const words = 'Who counted them?';
  await visit(first, roomPath(room, 'text'));
  await text.sentence(first, sentenceText('p6.s1')).tap();
  await text.toolbar(first).getByRole('button', { name: 'Question' }).click();
  const form = first.getByRole('form', { name: 'New note' });
  await writeNote(form, words);
  await expect(form).toBeHidden();
  await skipTo(board, 'Vote');
  await visit(first, roomPath(room, 'vote'));
  const claim = await answerNext(first, 'Agree');

  const { page: second } = await visitor(PHONE);
  await comeBack(second, seat);
  await expect(second.getByRole('img', { name: 'You have voted on 1 of ' })).toBeVisible();
  await expectAccessible(second, 'the room on a second device');
  await visit(second, roomPath(room, 'notes'));
  await expect(second.getByText(words)).toBeVisible();
  await visit(second, roomPath(room, 'outline'));
  const row = outline.row(second, claim).first();
  await row.getByText(claim, { exact: true }).click();
  await expect(
    row.getByRole('group', { name: /^Your vote on / }).getByRole('button', { name: /^Agree/ }),
  ).toHaveAttribute('aria-pressed', 'true');

  await answerNext(first, 'Disagree');
  await visit(second, roomPath(room));
  await expect(second.getByRole('img', { name: 'You have voted on 2 of ' })).toBeVisible();
  await expect(askedClaim(first)).toBeVisible();
  // One person, wherever they sit.
  await expect(board.getByRole('region', { name: 'Participants' }).getByText('1 joined')).toBeVisible();
});
