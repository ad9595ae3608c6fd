import { expect, test } from 'vitest';
import { testDatabase } from '../database/testing';
import { aClaim, aDebate, aParticipant, aPerson } from '../testing/a-debate';
import { waitingCount } from './waiting-count';

testDatabase();

test('counts what waits for a decision, for whoever may decide', async () => {
  const debate = await aDebate();
  for (const status of ['suggested', 'suggested', 'published', 'declined'] as const) {
    await aClaim(debate, { status });
  }
  expect(await waitingCount(await aParticipant(debate.roomId, 'owner'), debate.slug)).toBe(2);
  expect(await waitingCount(await aPerson(), debate.slug)).toBe(0);
  expect(await waitingCount(await aPerson(), 'no-such-debate')).toBe(0);
});
