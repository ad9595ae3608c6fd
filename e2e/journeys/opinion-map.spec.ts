import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { type APIRequestContext, request } from '@playwright/test';
import type { DebateView } from '@/lib/domain/debate/view';
import { expectAccessible } from '../support/axe';
import { ClassByApi } from '../support/class-by-api';
import { expect, test } from '../support/journey';
import { press } from '../support/keyboard';
import { visit } from '../support/pages';

const IN_A_CAMP = 8;
/** The step of the plan, from 0. */
const REVEAL = 1;

/** Agrees with one side's claims and disagrees with the other's; every sixth answer is a pass, each person's own ones. */
async function voteWith(
  side: 'a' | 'b',
  person: number,
  by: APIRequestContext,
  room: ClassByApi,
  home: string,
) {
  const { claims } = (await (await by.get(`/api/v1/debates/${room.slug}`)).json()) as DebateView;
  for (const [index, { id, revision, side: its }] of claims.entries()) {
    const choice = (index + person) % 6 === 0 ? 'pass' : its === side ? 'agree' : 'disagree';
    const cast = await by.put(`/api/v1/rooms/${room.roomId}/claims/${id}/vote`, {
      data: { choice, revision, seq: Date.now(), eventId: randomUUID() },
      headers: { origin: new URL(home).origin },
    });
    expect(cast.ok(), await cast.text()).toBe(true);
  }
}

test('a class sees after its reveal who votes alike, and each of them why they are where they are', async ({
  page,
  person,
  visitor,
  home,
  isMobile,
}) => {
  test.slow();
  expect(person.name).toBeTruthy();
  const room = await ClassByApi.open(page.request, home, 'free_study');
  const student = await visitor({ viewport: page.viewportSize() });
  await room.join(student.context.request);
  await voteWith('a', 0, student.context.request, room, home);
  for (let one = 1; one < 2 * IN_A_CAMP; one += 1) {
    const guest = await request.newContext({ baseURL: home });
    await room.join(guest);
    await voteWith(one % 2 === 0 ? 'a' : 'b', one, guest, room, home);
    await guest.dispose();
  }
  await room.moveTo(REVEAL);

  const reader = student.page;
  await visit(reader, room.path('stances'));
  const frame = reader.getByRole('region', { name: 'Who votes alike?' });
  const picture = frame.getByRole('img', { name: 'Opinion map' });
  await expect(picture).toHaveAccessibleDescription(
    /^2 groups: A 8, B 8; .* Shows \d+\s% of the differences\.$/,
  );
  await expect(frame.getByText(/^n = 16 people, \d+ votes on \d+ claims\.$/)).toBeVisible();

  // Why they are here: what is listed sums to the place.
  await expect(picture.getByText('you', { exact: true })).toBeVisible();
  await expect(frame.getByRole('list', { name: 'Votes that pull most' }).getByRole('listitem')).toHaveCount(
    3,
  );
  await frame.getByText(/^All your \d+ votes and their sum$/).click();
  const sum = await frame.getByRole('table', { name: /^What each of your votes adds/ }).evaluate((table) => {
    const amounts = [...table.querySelectorAll('tbody tr')].map((row) => {
      const text = row.querySelector('td')?.textContent ?? '';
      return Math.round(Number.parseFloat(text) * 100) * (text.includes('left') ? -1 : 1);
    });
    const last = amounts.pop();
    return { last, rest: amounts.reduce((total, amount) => total + amount, 0) };
  });
  expect(sum.rest).toBe(sum.last);

  // One stop for the keyboard; the arrows go from person to person.
  const people = frame.getByRole('slider', { name: 'People on the map, one by one' });
  await people.focus();
  await press(reader, 'ArrowRight');
  await expect(people).toHaveAttribute('aria-valuetext', /^Group A, 1 of 8/);
  await press(reader, 'ArrowDown', 'ArrowRight');
  await expect(people).toHaveAttribute('aria-valuetext', /^Group B, 2 of 8/);
  await press(reader, '+');
  await expect(frame.getByText(/^150\s%$/)).toBeVisible();
  await frame.getByRole('button', { name: 'Whole map' }).click();
  await expect(frame.getByText(/^100\s%$/)).toBeVisible();
  await people.focus();
  await press(reader, 'Escape');
  await expect(people).toHaveAttribute('aria-valuetext', 'Nobody yet');
  await press(reader, 'ArrowRight', 'ArrowDown', 'ArrowRight');
  await expect(people).toHaveAttribute('aria-valuenow', String(IN_A_CAMP + 2));

  // What the dots show.
  await frame.getByRole('button', { name: 'One claim’s votes' }).click();
  await expect(frame.getByRole('list').getByText('agreed', { exact: true })).toBeVisible();
  await frame.getByRole('button', { name: 'Choose another one' }).click();
  await expect(frame.getByText('agreed', { exact: true })).toHaveCount(0);
  await frame.getByRole('option').first().click();
  await expect(people).toHaveAttribute(
    'aria-valuetext',
    /^Group B, 2 of 8; among these neighbours: (agreed|disagreed|passed)/,
  );
  await frame.getByRole('button', { name: 'Stance', exact: true }).click();
  await expect(people).toHaveAttribute(
    'aria-valuetext',
    /^Group B, 2 of 8; among these neighbours: no stance/,
  );

  await frame.getByRole('button', { name: /^View as table/ }).click();
  const groups = frame.getByRole('table', { name: /^Opinion groups/ });
  await expect(groups.getByRole('row', { name: /^Group A 8 0/ })).toBeVisible();
  if (isMobile) await expect(frame.getByText('Further left').first()).toBeVisible();
  await expectAccessible(reader, 'the opinion map');

  // Nobody takes along where they themselves are.
  await frame.getByRole('button', { name: /^Download/ }).click();
  const download = reader.waitForEvent('download');
  await frame.getByRole('menuitem', { name: 'Picture (SVG)' }).click();
  const file = await readFile(await (await download).path(), 'utf8');
  expect(file).toContain(isMobile ? '>8<' : '8 people');
  expect(file).not.toMatch(/>you</);

  // The teacher sees the same map, and nothing of anybody's reasons.
  await visit(page, room.path('stances'));
  await expect(page.getByRole('img', { name: 'Opinion map' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Why you are here' })).toHaveCount(0);
});
