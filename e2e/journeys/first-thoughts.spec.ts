import type { Page } from '@playwright/test';
import type { AnnotationThread } from '@/lib/domain/annotation/view';
import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/journey';
import { OwnDebate } from '../support/own-debate';
import { noteOf, outline, reload, said, visit, writeNote } from '../support/pages';
import { unique } from '../support/people';

const FROM_OTHERS = 'Write 2 more notes to read the others’.';

/** Everything that a list of notes says, to this person, through the API. */
async function heard(page: Page, roomId: string, claimId: string): Promise<string> {
  const answer = await page.request.get(`/api/v1/rooms/${roomId}/annotations?claimId=${claimId}`);
  const { threads } = (await answer.json()) as { threads: AnnotationThread[] };
  return JSON.stringify(threads);
}

/** The file of all notes that this person may take out of the room. */
const exported = async (page: Page, roomId: string): Promise<string> =>
  (await page.request.get(`/api/v1/rooms/${roomId}/annotations/export?format=jsonld`)).text();

test('first thoughts come before those of others, and a maintainer decides about a reported note', {
  tag: '@desktop',
}, async ({ page, person, participant, home }) => {
  test.slow();
  expect(person.name).toBeTruthy();
  const headers = { origin: new URL(home).origin };
  const debate = await OwnDebate.make(page, home);
  const { claim } = await debate.add('Streets in the centre would be quiet', 'a', 'supports');
  await page.request.put(`/api/v1/debates/${debate.slug}/access`, { data: { access: 'public' }, headers });
  const [author, student] = [await participant(), await participant()];
  const rude = unique('Whoever says so has never been there');
  const asked = await author.page.request.post(`/api/v1/rooms/${debate.roomId}/annotations`, {
    data: { target: { type: 'claim', claimId: claim.id }, kind: 'concern', visibility: 'room', body: rude },
    headers,
  });
  expect(asked.status(), await asked.text()).toBe(201);

  // The teacher asks for two notes first.
  await visit(page, `/debates/${debate.slug}/about`);
  await page.getByRole('link', { name: 'Open moderation' }).click();
  await page.getByLabel('Notes to write before reading those of others').fill('2');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(said(page, 'Saved')).toBeAttached();
  await expectAccessible(page, 'moderation with nothing to decide');

  // The student sees none of what others wrote, neither on the page nor behind it, until two notes are written.
  const place = outline.row(student.page, claim.text);
  await visit(student.page, debate.path('outline', claim.code));
  await expect(place.getByText(FROM_OTHERS)).toBeVisible();
  await expect(student.page.getByText(rude)).toHaveCount(0);
  expect(await heard(student.page, debate.roomId, claim.id)).not.toContain(rude);
  expect(await exported(student.page, debate.roomId)).not.toContain(rude);
  const form = student.page.getByRole('form', { name: 'New note' });
  for (const words of [unique('Quiet for whom?'), unique('Deliveries come at night')]) {
    await expect(place.getByText(rude)).toHaveCount(0);
    await place.getByRole('button', { name: 'Note', exact: true }).click();
    await writeNote(form, words, { visibility: 'Everyone signed in' });
    await expect(noteOf(place, words)).toBeVisible();
  }
  await expect(noteOf(place, rude)).toBeVisible();
  await expect(place.getByText(/more notes? to read the others/)).toHaveCount(0);
  expect(await heard(student.page, debate.roomId, claim.id)).toContain(rude);
  expect(await exported(student.page, debate.roomId)).toContain(rude);

  // It helped nobody: the student reports it, and the teacher finds it.
  const note = noteOf(place, rude);
  await note.getByRole('button', { name: /^More about the note by / }).click();
  await student.page.getByRole('menuitem', { name: 'Report…' }).click();
  const report = student.page.getByRole('dialog', { name: /^Report the note by / });
  await report.getByRole('radio', { name: 'It insults or threatens somebody' }).check();
  await expectAccessible(student.page, 'reporting a note');
  await report.getByRole('button', { name: 'Report', exact: true }).click();
  await expect(said(student.page, 'Reported. A maintainer will look at it.')).toBeAttached();

  await reload(page);
  await expect(page.getByRole('link', { name: '1 note asks for your decision' })).toBeVisible();
  const reported = page.getByRole('region', { name: /^Reported/ }).getByRole('article');
  await expect(reported).toContainText(rude);
  await expect(reported).toContainText('It insults or threatens somebody');
  await expectAccessible(page, 'moderation with a reported note');
  await reported.getByRole('button', { name: /^Hide the note by / }).click();
  const hide = page.getByRole('dialog', { name: /^Hide the note by / });
  await hide.getByLabel('Reason').fill('Say it without the person.');
  await hide.getByRole('button', { name: 'Hide the note' }).click();
  const hidden = page.getByRole('region', { name: /^Hidden/ }).getByRole('article');
  await expect(hidden).toContainText('Say it without the person.');

  // Gone for the student within two seconds of looking again; its author reads why.
  await reload(student.page);
  await expect(place.getByText('Quiet for whom?')).toBeVisible();
  await expect(place.getByText(rude)).toHaveCount(0, { timeout: 2_000 });
  expect(await heard(student.page, debate.roomId, claim.id)).not.toContain(rude);
  await visit(author.page, debate.path('outline', claim.code));
  const theirs = outline.row(author.page, claim.text);
  await expect(theirs.getByText('A maintainer has hidden this note.')).toBeVisible();
  await expect(theirs.getByText('Say it without the person.')).toBeVisible();

  await hidden.getByRole('button', { name: /^Show the note by .* again$/ }).click();
  await expect(page.getByText('No note is hidden.')).toBeVisible();
  await reload(student.page);
  await expect(noteOf(place, rude)).toBeVisible();
});

test('moderation is found by maintainers alone', { tag: '@desktop' }, async ({
  page,
  person,
  complaints,
}) => {
  expect(person.name).toBeTruthy();
  complaints.expect(/status of 404/);
  const answer = await page.goto('/debates/ukraine-mine-ban/moderation');
  expect(answer?.status()).toBe(404);
});
