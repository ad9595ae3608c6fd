import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import type { DebateView } from '@/lib/domain/debate/view';
import { PHONE } from '../support/a-class';
import type { AppClient } from '../support/app-client';
import { expectAccessible } from '../support/axe';
import { ClassByApi } from '../support/class-by-api';
import { expect, test } from '../support/journey';
import { visit } from '../support/pages';

/** Steps of the plan. */
const FIRST = 1;
const VOTE = 3;
const SECOND = 4;
const REVEAL = 5;

/** First stances of those without a browser; everybody moves 30 points towards against. */
const OTHERS = [80, 60, 20, -20, -40];
const MOVE = 30;
const QUESTION = 'Where do we stand, and how far did we move?';
const CHECK = 'Do your votes fit your stance?';

const own = () => ({ seq: Date.now(), eventId: randomUUID() });
const stance = (value: number) => ({ answer: 'placed', value, confidence: null, reason: null, ...own() });

/** Presses a download of a picture. @returns the text of the file */
async function fileFrom(page: Page, frame: Locator, kind: string, question = QUESTION): Promise<string> {
  await frame.getByRole('button', { name: `Download: ${question}` }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: kind }).click(),
  ]);
  return readFile(await file.path(), 'utf8');
}

test('where a class stands opens with its reveal, with tables and files, and one’s own mark for oneself alone', {
  tag: '@desktop',
}, async ({ page: board, person, home, visitor }) => {
  test.slow();
  expect(person.name).toBeTruthy();
  const room = await ClassByApi.open(board.request, home, 'oxford');
  const { page: anna, context } = await visitor(PHONE);
  await room.join(context.request);
  const others = await room.fill(OTHERS.length);
  const read = await board.request.get(`/api/v1/debates/${room.slug}`);
  const { motion, claims } = (await read.json()) as DebateView;
  const path = (rest: string) => `rooms/${room.roomId}/${rest}`;
  const asAnna = async (rest: string, data: object) => {
    const headers = { origin: new URL(home).origin };
    const answer = await context.request.put(`/api/v1/${path(rest)}`, { data, headers });
    expect(answer.ok(), await answer.text()).toBe(true);
  };
  const asOther = async (other: AppClient, rest: string, data: object) => {
    const answer = await other.send('PUT', path(rest), data);
    expect(answer.status, answer.text).toBe(200);
  };
  const stateAll = async (moved: number) => {
    await asAnna(`motions/${motion.id}/stance`, stance(40 - moved));
    for (const [index, other] of others.entries()) {
      await asOther(other, `motions/${motion.id}/stance`, stance((OTHERS[index] ?? 0) - moved));
    }
  };

  await room.moveTo(FIRST);
  await stateAll(0);
  await visit(anna, room.path('stances'));
  await expect(anna.getByRole('heading', { name: 'Results are hidden until the reveal' })).toBeVisible();
  await expect(anna.getByRole('img', { name: 'Stances before the reveal' })).toHaveText(/you: 40 for/);
  await expect(anna.getByRole('button', { name: /^View as table/ })).toHaveCount(0);
  await expectAccessible(anna, 'stances before the reveal, on a phone');
  await visit(board, room.path('stances'));
  await expect(board.getByText('6 of 6 are in').filter({ visible: true })).toBeVisible();
  await expect(board.getByText(/you: /)).toHaveCount(0);

  await room.moveTo(VOTE);
  for (const { id, revision } of claims.slice(0, 8)) {
    await asAnna(`claims/${id}/vote`, { choice: 'agree', revision, ...own() });
    for (const [index, other] of others.entries()) {
      const choice = index < 3 ? 'agree' : 'disagree';
      await asOther(other, `claims/${id}/vote`, { choice, revision, ...own() });
    }
  }
  await visit(anna, room.path('stances'));
  await expect(anna.getByText(`You have voted on 8 of ${claims.length} claims.`)).toBeVisible();
  // Enough of both sides for a check.
  for (const { id, revision } of claims.slice(8)) {
    await asAnna(`claims/${id}/vote`, { choice: 'agree', revision, ...own() });
  }
  await room.moveTo(SECOND);
  await stateAll(MOVE);
  await room.moveTo(REVEAL);

  await visit(anna, room.path('stances'));
  await expect(anna.getByText('On balance we moved 30 points towards Against.')).toBeVisible();
  const strip = anna.getByRole('region', { name: QUESTION });
  await expect(strip.getByRole('img', { name: 'First and second stance' })).toBeVisible();
  await expect(strip.getByText('you: 40 for, then 10 for; shown to you alone')).toBeVisible();
  await strip.getByRole('button', { name: `View as table: ${QUESTION}` }).click();
  const table = strip.getByRole('table');
  await expect(table.getByRole('row', { name: '40 for 1 0' })).toBeVisible();
  await expect(table.getByText(/you/)).toHaveCount(0);
  const csv = await fileFrom(anna, strip, 'Table (CSV)');
  expect(csv).toContain('\ufeffStance,First,Second,n: people in all,Question,Motion,As of\r\n');
  expect(csv).toContain('40 for,1,0,6,"Where do we stand, and how far did we move?",');
  const svg = await fileFrom(anna, strip, 'Picture (SVG)');
  expect(svg).toContain('First and second stance');
  expect(svg).not.toContain('you: ');
  expect(svg).not.toContain('var(');
  // The file says what it shows where no page is around it.
  expect(svg).toContain('one person, for');
  expect(svg).toContain('As of ');
  await anna.getByRole('combobox', { name: 'Pictures on this page' }).selectOption({ label: 'Shift 2 of 8' });
  await expect(anna.getByRole('heading', { name: 'Who moved, and what moved them?' })).toBeFocused();
  await expect(anna.getByText('Only you see this', { exact: true })).toBeVisible();
  const check = anna.getByRole('region', { name: CHECK });
  await check.getByRole('button', { name: `View as table: ${CHECK}` }).click();
  await expect(check.getByRole('table').getByRole('row', { name: 'You said 10 for' })).toBeVisible();
  expect(await fileFrom(anna, check, 'Table (CSV)', CHECK)).toContain('You said,10 for,');
  expect(await fileFrom(anna, check, 'Picture (SVG)', CHECK)).toContain('Your votes imply');
  await expect(anna.getByRole('link', { name: 'Open as report' })).toHaveAttribute('href', /\/report$/);
  await expectAccessible(anna, 'stances at the reveal, on a phone');

  // Handed in on paper it tells nothing of one's own.
  const ofAnna = anna
    .getByText(/Why you are here|^you: |You agreed|Only you see this|Do your votes fit your stance/)
    .filter({ visible: true });
  await expect(ofAnna.first()).toBeVisible();
  await anna.emulateMedia({ media: 'print' });
  await expect(ofAnna).toHaveCount(0);
  await anna.emulateMedia({ media: null });

  // Who teaches sees the same numbers and no mark of anybody.
  await visit(board, room.path('stances'));
  await expect(board.getByText('On balance we moved 30 points towards Against.')).toBeVisible();
  await expect(board.getByText(/you: |Only you see this/)).toHaveCount(0);
  await expectAccessible(board, 'stances at the reveal');
});
