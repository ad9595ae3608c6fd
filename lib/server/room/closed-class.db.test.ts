import { beforeEach, describe, expect, test } from 'vitest';
import { planOf } from '../../domain/room/plans';
import { openRoomInput } from '../../domain/room/setup';
import type { Person } from '../../policy/actor';
import { moderateAnnotation } from '../annotation/moderation-commands';
import { reviewRelation } from '../claim/relation-commands';
import { reviewClaim } from '../claim/review-commands';
import { testDatabase } from '../database/testing';
import { aClaim, aDebate, aParticipant, aPerson, aRelation, type TestDebate } from '../testing/a-debate';
import { codeOf, valueIn } from '../testing/expecting';
import { closeRoom } from './closing';
import { openRoom } from './open-room';
import { presenterView } from './presenter';
import { roomProgress } from './progress';
import { setSpotlight } from './spotlight';
import { moveToStep } from './step-commands';
import { whatWaits } from './what-waits';

const { prisma } = testDatabase();

let debate: TestDebate;
let teacher: Person;
let roomId: string;

beforeEach(async () => {
  debate = await aDebate();
  teacher = await aPerson();
  const plan = planOf('oxford', Date.now());
  const input = openRoomInput.parse({ name: 'Class 10B', debate: debate.slug, plan });
  roomId = valueIn(await openRoom(teacher, input)).roomId;
  await aParticipant(roomId);
});

test('what is shown large on the projector ends with the step that it was shown in', async () => {
  const claimId = await aClaim(debate);
  valueIn(await moveToStep(teacher, roomId, { from: 0, to: 4 }));
  valueIn(await setSpotlight(teacher, roomId, { claimId }));
  valueIn(await moveToStep(teacher, roomId, { from: 4, to: 5 }));
  expect(valueIn(await roomProgress(teacher, roomId)).spotlight).toBeNull();
  expect(valueIn(await presenterView(teacher, roomId))).toMatchObject({ spotlight: null, reveal: {} });
});

describe('a closed class', () => {
  test('takes no decisions that its report would follow', async () => {
    const claimId = await aClaim(debate, { roomId, status: 'suggested' });
    const relationId = await aRelation(debate, claimId, debate.motionId, { roomId, status: 'suggested' });
    const note = await prisma.annotation.create({
      data: {
        debateId: debate.id,
        roomId,
        authorId: (await prisma.participant.findFirstOrThrow({ where: { roomId, role: 'participant' } })).id,
        kind: 'comment',
        visibility: 'room',
        status: 'waiting',
        claimId: debate.motionId,
        revisions: { create: { number: 1, body: 'A note.' } },
      },
    });
    expect(await whatWaits(teacher, roomId)).toEqual({ claims: 1, notes: 1 });
    valueIn(await closeRoom(teacher, roomId, { conclusion: 'We agreed on little.' }));
    const refusals = [
      await reviewClaim(teacher, roomId, claimId, { decision: 'publish' }),
      await reviewClaim(teacher, roomId, claimId, { decision: 'decline', reason: 'Late.' }),
      await reviewRelation(teacher, roomId, relationId, { decision: 'publish' }),
      await moderateAnnotation(teacher, roomId, note.id, { status: 'published' }),
      await setSpotlight(teacher, roomId, { claimId: null }),
    ];
    expect(refusals.map(codeOf)).toEqual(Array.from({ length: 5 }, () => 'room-closed'));
    // What hurts somebody can still be hidden.
    valueIn(await moderateAnnotation(teacher, roomId, note.id, { status: 'hidden', reason: 'Unkind.' }));
  });

  test('keeps the reveal on the projector', async () => {
    valueIn(await moveToStep(teacher, roomId, { from: 0, to: 5 }));
    valueIn(await closeRoom(teacher, roomId, { conclusion: 'We agreed on little.' }));
    const { frame, reveal } = valueIn(await presenterView(teacher, roomId));
    expect(frame).toMatchObject({ stage: 'closed', conclusion: 'We agreed on little.' });
    expect(reveal).not.toBeNull();
  });
});
