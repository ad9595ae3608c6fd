import { expect, test } from 'vitest';
import { makeActor } from '../../policy/actor';
import { testDatabase } from '../database/testing';
import { aClaim, aDebate, aParticipant, aRelation } from '../testing/a-debate';
import { valueIn } from '../testing/expecting';
import { claimPlace } from './claim-place';
import { addMotion } from './commands';

testDatabase();

test('a link to a claim of the second motion leads there', async () => {
  const debate = await aDebate();
  const owner = await aParticipant(debate.roomId, 'owner');
  const { motion } = valueIn(await addMotion(owner, debate.roomId, { text: 'Mines should be marked.' }));
  const claimId = await aClaim(debate, { code: 'RULES' });
  await aRelation(debate, claimId, motion.id);
  const place = await claimPlace(makeActor.visitor(), debate.slug, 'rules');
  expect(place).toEqual({ code: 'RULES', motionCode: 'M2', cameFrom: null });
});

test('a claim that a reader may not see leads nowhere', async () => {
  const debate = await aDebate();
  await aClaim(debate, { code: 'C7', status: 'suggested' });
  expect(await claimPlace(makeActor.visitor(), debate.slug, 'C7')).toBeNull();
});
