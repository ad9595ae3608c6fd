import { uuidv7 } from 'uuidv7';
import { expect, test } from 'vitest';
import { planOf } from '../../domain/room/plans';
import { openRoomInput } from '../../domain/room/setup';
import { addAnnotation } from '../annotation/commands';
import { addClaim } from '../claim/commands';
import { testDatabase } from '../database/testing';
import { stateStance } from '../stance/commands';
import { aClaim, aDebate, aParticipant, aPerson, aRelation } from '../testing/a-debate';
import { codeOf, valueIn } from '../testing/expecting';
import { whileStopped } from '../testing/while-stopped';
import { castVote, rateImpact } from '../vote/commands';
import { openRoom } from './open-room';
import { moveToStep } from './step-commands';

/** What arrives at the very moment when a room goes to its next step. */

const { prisma } = testDatabase();

const [READ, FIRST, EXPLORE, VOTE, SECOND, REVEAL] = [0, 1, 2, 3, 4, 5] as const;

const aScene = async (at: number) => {
  const debate = await aDebate();
  const teacher = await aPerson();
  // Notes are for the first steps alone.
  const plan = planOf('oxford', Date.UTC(2026, 0, 5)).map((step, index) =>
    index < VOTE ? step : { ...step, acts: step.acts.filter((act) => act !== 'note') },
  );
  const { roomId } = valueIn(
    await openRoom(teacher, openRoomInput.parse({ name: 'Class 10B', debate: debate.slug, plan })),
  );
  const pupil = await aParticipant(roomId);
  const claimId = await aClaim(debate, { roomId });
  const relationId = await aRelation(debate, claimId, debate.motionId, { roomId });
  if (at !== READ) valueIn(await moveToStep(teacher, roomId, { from: READ, to: at }));
  const moving = (to: number) => () => moveToStep(teacher, roomId, { from: at, to }).then(codeOf);
  const event = () => ({ seq: Date.now(), eventId: uuidv7() });
  const acts = {
    vote: () => castVote(pupil, roomId, claimId, { choice: 'agree', revision: 1, ...event() }).then(codeOf),
    impact: () => rateImpact(pupil, roomId, relationId, { weight: 3, ...event() }).then(codeOf),
    stance: () =>
      stateStance(pupil, roomId, debate.motionId, {
        answer: 'placed',
        value: 40,
        confidence: 2,
        reason: null,
        ...event(),
      }).then(codeOf),
    note: () =>
      addAnnotation(pupil, roomId, {
        target: { type: 'claim', claimId },
        kind: 'comment',
        visibility: 'room',
        body: 'A thought.',
      }).then(codeOf),
    noteForTeachers: () =>
      addAnnotation(pupil, roomId, {
        target: { type: 'claim', claimId },
        kind: 'comment',
        visibility: 'teachers',
        body: 'A question.',
      }).then(codeOf),
    claim: () =>
      addClaim(pupil, roomId, {
        text: 'Mines last.',
        side: 'a',
        evidence: 'asserted',
        speaker: null,
        citations: [],
        relation: { kind: 'supports', toClaimId: debate.motionId },
      }).then(codeOf),
  };
  return { roomId, moving, ...acts };
};

test('votes and impacts that arrive while a room leaves the step that takes them are refused, and leave nothing', async () => {
  const { roomId, moving, vote, impact } = await aScene(VOTE);
  const codes = await whileStopped<unknown>('RoomStep', moving(REVEAL), vote, impact);
  expect(codes).toEqual(['ok', 'not-now', 'not-now']);
  const where = { where: { roomId } };
  expect([await prisma.vote.count(where), await prisma.voteEvent.count(where)]).toEqual([0, 0]);
  expect([await prisma.impact.count(where), await prisma.impactEvent.count(where)]).toEqual([0, 0]);
});

test('votes and impacts whose answers were lost count when they come again after the step; others do not', async () => {
  const debate = await aDebate();
  const teacher = await aPerson();
  const plan = planOf('oxford', Date.UTC(2026, 0, 5));
  const { roomId } = valueIn(
    await openRoom(teacher, openRoomInput.parse({ name: 'Class 10B', debate: debate.slug, plan })),
  );
  const pupil = await aParticipant(roomId);
  const claimId = await aClaim(debate, { roomId });
  const relationId = await aRelation(debate, claimId, debate.motionId, { roomId });
  valueIn(await moveToStep(teacher, roomId, { from: READ, to: VOTE }));
  const vote = { choice: 'agree' as const, revision: 1, seq: Date.now(), eventId: uuidv7() };
  const impact = { weight: 3, seq: Date.now(), eventId: uuidv7() };
  valueIn(await castVote(pupil, roomId, claimId, vote));
  valueIn(await rateImpact(pupil, roomId, relationId, impact));
  valueIn(await moveToStep(teacher, roomId, { from: VOTE, to: REVEAL }));
  expect(valueIn(await castVote(pupil, roomId, claimId, vote)).ownVote.choice).toBe('agree');
  expect(valueIn(await rateImpact(pupil, roomId, relationId, impact)).ownImpact.weight).toBe(3);
  const late = { ...vote, eventId: uuidv7(), seq: Date.now() };
  expect(codeOf(await castVote(pupil, roomId, claimId, late))).toBe('not-now');
  const classmate = await aParticipant(roomId);
  expect(codeOf(await castVote(classmate, roomId, claimId, vote))).toBe('not-now');
  expect(await prisma.voteEvent.count({ where: { roomId } })).toBe(1);
});

test('they are taken by a room that goes on to another step with votes', async () => {
  const { moving, vote, impact } = await aScene(VOTE);
  expect(await whileStopped<unknown>('RoomStep', moving(SECOND), vote, impact)).toEqual(['ok', 'ok', 'ok']);
});

test('a stance that arrives while the step for it ends is refused', async () => {
  const { roomId, moving, stance } = await aScene(FIRST);
  expect(await whileStopped<unknown>('RoomStep', moving(EXPLORE), stance)).toEqual(['ok', 'not-now']);
  expect(await prisma.stance.count({ where: { roomId } })).toBe(0);
});

test('claims and notes that arrive while the step for them ends are refused, whoever they are for', async () => {
  const { roomId, moving, note, noteForTeachers, claim } = await aScene(EXPLORE);
  const codes = await whileStopped<unknown>('RoomStep', moving(VOTE), note, noteForTeachers, claim);
  expect(codes).toEqual(['ok', 'not-now', 'not-now', 'not-now']);
  expect(await prisma.annotation.count({ where: { roomId } })).toBe(0);
  // The one that the scene was made with.
  expect(await prisma.claim.count({ where: { roomId } })).toBe(1);
});
