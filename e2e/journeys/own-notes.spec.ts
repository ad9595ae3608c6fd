import type { APIRequestContext, Page } from '@playwright/test';
import type { DebateView, SourceView } from '@/lib/domain/debate/view';
import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/journey';
import { visit } from '../support/pages';
import { SLUG } from '../support/worked-debate';

const NOTES = `/debates/${SLUG}/notes`;

const file = (page: Page) => page.getByLabel('File', { exact: true });

/** Two private notes, on a sentence and on a claim, written as our pages do. Returns the words that they stand on. */
async function writeNotes(request: APIRequestContext, home: string): Promise<string> {
  const debate = (await (await request.get(`/api/v1/debates/${SLUG}`)).json()) as DebateView;
  const sources = (await (await request.get(`/api/v1/debates/${SLUG}/sources`)).json()) as SourceView[];
  const version = sources[0]?.version;
  const sentence = sources[0]?.passages[4]?.sentences[0];
  const claim = debate.claims[3];
  if (!version || !sentence || !claim) throw new Error('The worked debate has a text and claims');
  const { start, end } = sentence;
  const exact = version.text.slice(start, end);
  for (const note of [
    {
      target: { type: 'passage', sourceVersionId: version.id, start, end, exact },
      kind: 'question',
      body: 'Who says so?',
      tags: ['sources'],
    },
    { target: { type: 'claim', claimId: claim.id }, kind: 'concern', body: 'Too strong as it stands.' },
  ]) {
    const data = { ...note, visibility: 'private' };
    const path = `/api/v1/rooms/${debate.room.id}/annotations`;
    const made = await request.post(path, { data, headers: { origin: new URL(home).origin } });
    expect(made.status(), await made.text()).toBe(201);
  }
  return exact;
}

test('own notes are found again, leave as a file, and come back in another account', {
  tag: '@desktop',
}, async ({ page, person, home, participant, visitor }) => {
  const exact = await writeNotes(page.request, home);
  await visit(page, `/debates/${SLUG}/text`);
  await page.getByRole('button', { name: `${person.name}: account and settings` }).click();
  await page.getByRole('link', { name: 'My notes in this debate' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'My notes' })).toBeVisible();
  await expect(page.getByText('2 notes', { exact: true })).toBeVisible();
  await expectAccessible(page, 'the page of own notes');

  await page.getByLabel('Kind').selectOption('concern');
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(page.getByText('1 of 2 notes')).toBeVisible();
  await expect(page.getByText('Too strong as it stands.')).toBeVisible();
  await expect(page.getByText('Who says so?')).toBeHidden();
  await page.getByRole('link', { name: 'Show all' }).click();

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download W3C Web Annotations (JSON-LD)' }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toBe(`${SLUG}-notes.jsonld`);
  const path = await saved.path();

  const { page: reader } = await participant();
  await visit(reader, NOTES);
  await expect(reader.getByText('You have not written a note in this debate yet.')).toBeVisible();
  await file(reader).setInputFiles({
    name: 'broken.jsonld',
    mimeType: 'application/ld+json',
    buffer: Buffer.from('{"@context": "http://www.w3.org/ns/anno.jsonld",\n"type": "Annotation"}'),
  });
  await reader.getByRole('button', { name: 'Look at it' }).click();
  await expect(reader.getByRole('alert').filter({ hasText: 'Line 1:' })).toBeFocused();

  await file(reader).setInputFiles(path);
  await reader.getByRole('button', { name: 'Look at it' }).click();
  await expect(reader.getByRole('heading', { name: '2 notes find their place' })).toBeVisible();
  await expect(reader.getByText('on a passage: the same words in the same place')).toBeVisible();
  await expectAccessible(reader, 'what an import would do');
  await reader.getByRole('button', { name: 'Bring in 2 notes' }).click();
  await expect(reader.getByRole('status').filter({ hasText: '2 notes were brought in' })).toBeVisible();
  await expect(reader.getByRole('main')).toContainText('Who says so?');
  await expect(reader.getByRole('main')).toContainText(exact);

  // Again: they are here already.
  await file(reader).setInputFiles(path);
  await reader.getByRole('button', { name: 'Look at it' }).click();
  await expect(reader.getByText('it is here already').first()).toBeVisible();

  const { page: stranger } = await visitor();
  await visit(stranger, NOTES);
  await expect(stranger.getByText('Sign in to see the notes')).toBeVisible();
});
