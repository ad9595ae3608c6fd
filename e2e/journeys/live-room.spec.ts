import { ClassByApi } from '../support/class-by-api';
import { expect, test } from '../support/journey';
import { noteOf, outline, said, shownClaim, visit, writeNote } from '../support/pages';
import { unique } from '../support/people';

const EXPLORE = 2;

test('a note that is hidden is gone for others within two seconds, and comes back', {
  tag: '@desktop',
}, async ({ page, person, visitor, home }) => {
  test.slow();
  expect(person.name).toBeTruthy();
  const room = await ClassByApi.open(page.request, home, 'oxford');
  const [author, reader] = [await visitor(), await visitor()];
  for (const student of [author, reader]) await room.join(student.context.request);
  await room.moveTo(EXPLORE);
  for (const student of [author, reader]) await visit(student.page, `${room.path('outline')}?claim=D1`);

  // What somebody writes waits for those who read, until they ask for it.
  const rude = unique('Only a fool says so');
  const own = await shownClaim(author.page, 'outline', 'D1', { isPhone: false });
  const theirs = await shownClaim(reader.page, 'outline', 'D1', { isPhone: false });
  await own.getByRole('button', { name: 'Note', exact: true }).click();
  await writeNote(author.page.getByRole('form', { name: 'New note' }), rude, { visibility: 'The class' });
  await expect(noteOf(own, rude)).toBeVisible();
  const news = reader.page.getByRole('button', { name: /^1 new/ });
  await expect(news).toBeVisible();
  await expect(reader.page.getByText(rude)).toHaveCount(0);
  await news.click();
  const note = noteOf(theirs, rude);
  await expect(note).toBeVisible();

  await note.getByRole('button', { name: /^More about the note by / }).click();
  await reader.page.getByRole('menuitem', { name: 'Report…' }).click();
  const report = reader.page.getByRole('dialog', { name: /^Report the note by / });
  await report.getByRole('radio', { name: 'It insults or threatens somebody' }).check();
  await report.getByRole('button', { name: 'Report', exact: true }).click();
  await expect(said(reader.page, /^Reported\./)).toBeAttached();
  await expect(report).toBeHidden();

  await visit(page, room.path('moderation'));
  const reported = page.getByRole('region', { name: /^Reported/ }).getByRole('article');
  await reported.getByRole('button', { name: /^Hide the note by / }).click();
  const hide = page.getByRole('dialog', { name: /^Hide the note by / });
  await hide.getByLabel('Reason').fill('Say it without the person.');
  const decided = page.waitForResponse(/\/annotations\/[^/]+\/status$/);
  await hide.getByRole('button', { name: 'Hide the note' }).click();
  expect((await decided).ok()).toBe(true);
  await expect(theirs.getByText('Hidden by a maintainer.')).toBeVisible({ timeout: 2_000 });
  await expect(reader.page.getByText(rude)).toHaveCount(0);

  const hidden = page.getByRole('region', { name: /^Hidden/ }).getByRole('article');
  await hidden.getByRole('button', { name: /^Show the note by .* again$/ }).click();
  await news.click();
  await expect(noteOf(theirs, rude)).toBeVisible();
  await expect(theirs.getByText('Hidden by a maintainer.')).toHaveCount(0);
});

test('a new claim waits until it is asked for, and moves nothing meanwhile', { tag: '@desktop' }, async ({
  page,
  person,
  visitor,
  home,
}) => {
  expect(person.name).toBeTruthy();
  const room = await ClassByApi.open(page.request, home, 'oxford');
  const [author, reader] = [await visitor(), await visitor()];
  for (const student of [author, reader]) await room.join(student.context.request);
  await room.moveTo(EXPLORE);
  await visit(reader.page, `${room.path('outline')}?claim=X1`);
  const row = await shownClaim(reader.page, 'outline', 'X1', { isPhone: false });
  const place = await row.boundingBox();

  const { text } = await room.addClaim(author.context.request, unique('Fields can be cleared again'));
  const news = reader.page.getByRole('button', { name: '1 new: 1 claim', exact: true });
  await expect(news).toBeVisible();
  await expect(reader.page.getByText(text)).toHaveCount(0);
  expect(await row.boundingBox()).toEqual(place);
  await news.click();
  await expect(outline.row(reader.page, text).first()).toBeVisible();
  await expect(news).toHaveCount(0);
});
