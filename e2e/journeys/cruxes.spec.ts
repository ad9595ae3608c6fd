import { randomUUID } from 'node:crypto';
import type { ClaimView, DebateView, VoteChoice } from '@/lib/domain/debate/view';
import type { AppClient } from '../support/app-client';
import { expectAccessible } from '../support/axe';
import { ClassByApi } from '../support/class-by-api';
import { expect, test } from '../support/journey';
import { map, visit } from '../support/pages';

/** Steps of the plan `oxford`. */
const VOTE = 3;
const REVEAL = 5;

const FIRST = 10;
const SECOND = 7;
/** Claims on which the two camps differ, though everybody strays on one of them. */
const DIVIDING = 8;
const CRUX = 8;
const SHARED = 9;
const LITTLE_KNOWN = 10;

/** What two planted camps answer; null for no answer. */
function plantedAnswer(person: number, claim: number): VoteChoice | null {
  const isFirst = person < FIRST;
  if (claim === SHARED) return 'agree';
  if (claim === CRUX) return isFirst ? 'agree' : 'disagree';
  // Six of the first camp, four of the second.
  if (claim === LITTLE_KNOWN) return person >= FIRST - 6 && person < FIRST + 4 ? 'pass' : null;
  const isStraying = (person * 3) % DIVIDING === claim;
  return (claim % 2 === 0) === (isFirst !== isStraying) ? 'agree' : 'disagree';
}

async function voteAsPlanted(
  people: readonly AppClient[],
  claims: readonly ClaimView[],
  roomId: string,
): Promise<void> {
  await Promise.all(
    people.map(async (client, person) => {
      for (const [index, { id, revision }] of claims.entries()) {
        const choice = plantedAnswer(person, index);
        if (choice === null) continue;
        const press = { choice, revision, seq: Date.now(), eventId: randomUUID() };
        const answer = await client.send('PUT', `rooms/${roomId}/claims/${id}/vote`, press);
        expect(answer.status, answer.text).toBe(200);
      }
    }),
  );
}

test('after the reveal a class sees what divides its groups, what they share, and where on the map that is', {
  tag: '@desktop',
}, async ({ page, home, person }) => {
  test.slow();
  expect(person.name).toBeTruthy();
  const room = await ClassByApi.open(page.request, home, 'oxford');
  const people = await room.fill(FIRST + SECOND);
  await room.moveTo(VOTE);
  const read = await page.request.get(`/api/v1/debates/${room.slug}`);
  const claims = ((await read.json()) as DebateView).claims.slice(0, LITTLE_KNOWN + 1);
  await voteAsPlanted(people, claims, room.roomId);
  await room.moveTo(REVEAL);
  const [crux, shared, littleKnown] = [CRUX, SHARED, LITTLE_KNOWN].map((index) => claims[index]);
  if (!crux || !shared || !littleKnown) throw new Error('The worked debate has fewer claims than this');

  await visit(page, room.path('stances'));
  const cruxes = page.getByRole('region', { name: 'What divides us?' });
  const first = cruxes.getByRole('list').first().getByRole('listitem').first();
  await expect(first).toContainText(crux.text, { timeout: 30_000 });
  await expect(first.getByRole('img', { name: 'Group A: 10 agree, 0 pass, 0 disagree.' })).toBeVisible();
  await expect(first.getByRole('img', { name: 'Group B: 0 agree, 0 pass, 7 disagree.' })).toBeVisible();

  const common = page.getByRole('region', { name: 'What do all groups share?' });
  await expect(common.getByRole('listitem').filter({ hasText: shared.text }).first()).toBeVisible();
  await expect(common.getByText(crux.text)).toHaveCount(0);
  const bridges = page.getByRole('region', { name: 'What lies between the groups?' });
  await expect(bridges.getByText(shared.text).first()).toBeVisible();

  const groups = page.getByRole('region', { name: 'What does each group hold that the others do not?' });
  const groupB = groups.getByRole('article', { name: 'Group B, 7 people' });
  await expect(groupB.getByRole('listitem').filter({ hasText: crux.text })).toContainText('7 of 7');

  // Nothing is told of the four, nor of the six that they could be worked out from.
  await cruxes.getByText(/^Not ranked: /).click();
  const unranked = cruxes.getByRole('listitem').filter({ hasText: littleKnown.text }).first();
  await expect(unranked.getByText('too few to show')).toHaveCount(2);

  await cruxes.getByRole('button', { name: 'View as table: What divides us?' }).click();
  const table = cruxes.getByRole('table');
  await expect(
    table
      .getByRole('rowgroup')
      .filter({ hasText: crux.text })
      .getByRole('row', { name: /^Group A/ }),
  ).toHaveText('Group A, 10 people1000100');
  await expectAccessible(page, 'the stances of a class');

  await first.getByRole('link', { name: `On the map: ${crux.code}` }).click();
  await expect(map.panel(page, crux.code)).toBeVisible();
});
