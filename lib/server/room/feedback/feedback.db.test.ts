import { beforeAll, describe, expect, test } from 'vitest';
import type { GiveFeedback } from '../../../domain/room/feedback/schema';
import type { Person } from '../../../policy/actor';
import { database } from '../../database/client';
import { aBreakout, aClaim, aClass, aDebate, aParticipant, aPerson, aSeat } from '../../testing/a-debate';
import { codeOf, valueIn } from '../../testing/expecting';
import { reportSheets } from '../report/person-sheets';
import { giveFeedback, releaseFeedback, setRubric } from './feedback-commands';
import { feedbackDesk, ownFeedback } from './feedback-queries';

describe('feedback in a class', () => {
  let roomId: string;
  let slug: string;
  let teacher: Person;
  let pupil: Person;
  let seat: string;
  let claimId: string;
  let groupClaimId: string;
  const said = (more: Partial<GiveFeedback> = {}): GiveFeedback => ({
    participantId: seat,
    contributionId: null,
    words: 'Well asked.',
    grade: '2+',
    points: {},
    revision: 0,
    ...more,
  });

  beforeAll(async () => {
    const debate = await aDebate();
    roomId = await aClass(debate);
    const { key } = await database().prisma.room.findUniqueOrThrow({ where: { id: roomId } });
    slug = `${debate.slug}~${key}`;
    teacher = await aParticipant(roomId, 'teacher');
    pupil = await aPerson();
    seat = await aSeat(pupil, roomId);
    claimId = await aClaim(debate, { roomId, authorId: seat });
    const groupId = await aBreakout(debate, roomId);
    groupClaimId = await aClaim(debate, { roomId: groupId, authorId: await aSeat(pupil, groupId) });
  });

  test('is held until it is released, and then the person’s alone', async () => {
    const { feedback } = valueIn(await giveFeedback(teacher, roomId, said()));
    expect(feedback.releasedAt).toBeNull();
    expect(valueIn(await ownFeedback(pupil, roomId)).feedback).toEqual([]);
    expect(valueIn(await reportSheets(pupil, slug, seat)).sheets[0]?.feedback).toEqual([]);
    expect(valueIn(await releaseFeedback(teacher, roomId, { feedbackIds: null }))).toEqual({ released: 1 });
    expect(valueIn(await ownFeedback(pupil, roomId)).feedback).toMatchObject([
      { words: 'Well asked.', about: null },
    ]);
    const neighbour = await aParticipant(roomId);
    const helper = await aParticipant(roomId, 'assistant');
    expect(valueIn(await ownFeedback(neighbour, roomId)).feedback).toEqual([]);
    expect(codeOf(await feedbackDesk(helper, roomId))).toBe('not-allowed');
    expect(valueIn(await reportSheets(helper, slug, seat)).sheets[0]?.feedback).toEqual([]);
  });

  test('tells the person once, and the log that it was released', async () => {
    const { prisma } = database();
    if (pupil.kind !== 'person') throw new Error('No account');
    const told = await prisma.notification.findMany({ where: { userId: pupil.userId, roomId } });
    expect(told.map(({ kind, subjectId }) => [kind, subjectId])).toEqual([['feedback', roomId]]);
    expect(await prisma.event.count({ where: { roomId, type: 'feedback-released' } })).toBe(1);
    expect(await prisma.auditEntry.count({ where: { roomId, action: 'feedback-release' } })).toBe(1);
    expect(valueIn(await releaseFeedback(teacher, roomId, { feedbackIds: null }))).toEqual({ released: 0 });
    expect(await prisma.event.count({ where: { roomId, type: 'feedback-released' } })).toBe(1);
  });

  test('on a piece of work names what it is about, also from a group, and nobody else’s', async () => {
    valueIn(await giveFeedback(teacher, roomId, said({ contributionId: claimId, words: 'Short.' })));
    valueIn(await giveFeedback(teacher, roomId, said({ contributionId: groupClaimId, words: 'Clear.' })));
    valueIn(await releaseFeedback(teacher, roomId, { feedbackIds: null }));
    const own = valueIn(await ownFeedback(pupil, roomId)).feedback;
    expect(own.map(({ words, about }) => [words, about?.kind])).toEqual([
      ['Well asked.', undefined],
      ['Short.', 'claim'],
      ['Clear.', 'claim'],
    ]);
    const other = await aPerson();
    const otherSeat = await aSeat(other, roomId);
    const wrong = said({ participantId: otherSeat, contributionId: claimId });
    expect(codeOf(await giveFeedback(teacher, roomId, wrong))).toBe('not-found');
  });

  test('is not written over what somebody else wrote meanwhile', async () => {
    const stale = await giveFeedback(teacher, roomId, said({ words: 'Mine.', revision: 0 }));
    expect(stale).toMatchObject({
      ok: false,
      error: { code: 'changed-since', current: { feedback: { words: 'Well asked.', revision: 1 } } },
    });
    const newer = valueIn(await giveFeedback(teacher, roomId, said({ words: 'Mine.', revision: 1 })));
    expect(newer.feedback).toMatchObject({ revision: 2, words: 'Mine.' });
    expect(newer.feedback.releasedAt).not.toBeNull();
  });

  test('written by two at once is kept once', async () => {
    const newcomer = await aSeat(await aPerson(), roomId);
    const both = await Promise.all(
      ['One.', 'Two.'].map((words) =>
        giveFeedback(teacher, roomId, said({ participantId: newcomer, words })),
      ),
    );
    expect(both.map(codeOf).sort()).toEqual(['changed-since', 'ok']);
    expect(await database().prisma.feedback.count({ where: { participantId: newcomer } })).toBe(1);
  });

  test('takes points of the criteria alone, none above the most', async () => {
    const rubric = [{ key: 'reasons', name: 'Reasons', mostPoints: 5 }];
    valueIn(await setRubric(teacher, roomId, { rubric }));
    const newcomer = await aSeat(await aPerson(), roomId);
    const give = (points: Record<string, number>) =>
      giveFeedback(teacher, roomId, said({ participantId: newcomer, points }));
    expect(codeOf(await give({ reasons: 6 }))).toBe('invalid-input');
    expect(codeOf(await give({ style: 1 }))).toBe('invalid-input');
    expect(valueIn(await give({ reasons: 4.5 })).feedback.points).toEqual({ reasons: 4.5 });
  });

  test('goes with the claim that it is about, and stays when the account of its person is gone', async () => {
    const { prisma } = database();
    if (pupil.kind !== 'person') throw new Error('No account');
    await prisma.claim.delete({ where: { id: claimId } });
    expect(valueIn(await ownFeedback(pupil, roomId)).feedback.map(({ words }) => words)).toEqual([
      'Mine.',
      'Clear.',
    ]);
    await prisma.participant.update({ where: { id: seat }, data: { userId: null, seenAt: new Date() } });
    const desk = valueIn(await feedbackDesk(teacher, roomId));
    expect(desk.people.find(({ id }) => id === seat)?.feedback.length).toBeGreaterThan(0);
  });
});
