import { describe, expect, test } from 'vitest';
import type { Visibility } from '../../../domain/debate/view';
import type { Person } from '../../../policy/actor';
import { testDatabase } from '../../database/testing';
import { debateView } from '../../debate/queries';
import {
  aBreakout,
  aClaim,
  aClass,
  aDebate,
  aParticipant,
  aRelation,
  aSeat,
  type TestDebate,
} from '../../testing/a-debate';
import { codeOf, valueIn } from '../../testing/expecting';
import { promote } from './promote';

const { prisma } = testDatabase();

interface Place {
  debate: TestDebate;
  classId: string;
  groupId: string;
  teacher: Person;
  pupil: Person;
  /** The pupil's seats. */
  inClass: string;
  inGroup: string;
}

async function aGroup(): Promise<Place> {
  const debate = await aDebate();
  const classId = await aClass(debate, { stage: 'explore' });
  const groupId = await aBreakout(debate, classId);
  const pupil = await aParticipant(classId);
  const { id: inClass } = await prisma.participant.findUniqueOrThrow({
    where: { roomId_userId: { roomId: classId, userId: pupil.userId } },
  });
  const inGroup = await aSeat(pupil, groupId);
  return {
    debate,
    classId,
    groupId,
    teacher: await aParticipant(classId, 'teacher'),
    pupil,
    inClass,
    inGroup,
  };
}

/** A claim of the pupil's in the group, about another one. */
async function aGroupClaim(place: Place, toClaimId: string, status: 'published' | 'suggested' = 'published') {
  const home = { roomId: place.groupId, authorId: place.inGroup, status };
  const claimId = await aClaim(place.debate, home);
  const relationId = await aRelation(place.debate, claimId, toClaimId, { ...home, kind: 'attacks' });
  await prisma.citation.create({
    data: {
      debateId: place.debate.id,
      roomId: place.groupId,
      claimId,
      sourceVersionId: place.debate.sourceVersionId,
      start: 0,
      end: 5,
      exact: 'Mines',
      prefix: '',
      suffix: '',
      position: 0,
    },
  });
  return { claimId, relationId };
}

const aNote = (place: Place, visibility: Visibility, more: { claimId?: string; roomId?: string } = {}) => {
  const { roomId = place.groupId, claimId = place.debate.motionId } = more;
  return prisma.annotation.create({
    data: {
      debateId: place.debate.id,
      roomId,
      authorId: roomId === place.groupId ? place.inGroup : place.inClass,
      kind: 'comment',
      visibility,
      claimId,
      ...(visibility === 'group' ? { groupId: place.groupId } : {}),
      revisions: { create: { number: 1, body: 'A thought.' } },
    },
  });
};

const toldTo = async (person: Person) =>
  (await prisma.notification.findMany({ where: { userId: person.userId } }))
    .map(({ kind, subjectId }) => `${kind} ${subjectId}`)
    .sort();

describe('a claim taken to the class', () => {
  test('is a copy under its author’s alias there, with its words, citations and lines, seen by all of the class', async () => {
    const place = await aGroup();
    const { claimId } = await aGroupClaim(place, place.debate.motionId);
    const taken = valueIn(await promote(place.teacher, place.classId, { claimId }));
    expect(taken).toMatchObject({ wasThere: false, along: [] });
    const copy = await prisma.claim.findUniqueOrThrow({
      where: { id: taken.id },
      include: { citations: true, outgoing: true },
    });
    expect(copy).toMatchObject({
      roomId: place.classId,
      status: 'published',
      authorId: place.inClass,
      promotedFromId: claimId,
      citations: [{ exact: 'Mines', roomId: place.classId }],
      outgoing: [{ kind: 'attacks', toClaimId: place.debate.motionId, roomId: place.classId }],
    });
    const classmate = await aParticipant(place.classId);
    const { key } = await prisma.room.findUniqueOrThrow({ where: { id: place.classId } });
    const seen = await debateView(classmate, `${place.debate.slug}~${key}`);
    expect(seen?.claims.map(({ code }) => code)).toEqual([taken.code]);
  });

  test('ten times at once is there once', async () => {
    const place = await aGroup();
    const { claimId } = await aGroupClaim(place, place.debate.motionId);
    const taken = await Promise.all(
      Array.from({ length: 10 }, async () =>
        valueIn(await promote(place.teacher, place.classId, { claimId })),
      ),
    );
    expect(new Set(taken.map(({ id }) => id)).size).toBe(1);
    expect(taken.filter(({ wasThere }) => !wasThere)).toHaveLength(1);
    expect(await prisma.claim.count({ where: { promotedFromId: claimId } })).toBe(1);
    expect(await prisma.event.count({ where: { roomId: place.classId, type: 'claim-promoted' } })).toBe(1);
    expect(await prisma.relation.count({ where: { roomId: place.classId } })).toBe(1);
    expect(await toldTo(place.pupil)).toEqual([`claim-promoted ${taken[0]?.id}`]);
  });

  test('brings along what it answers when nothing that it answers is there', async () => {
    const place = await aGroup();
    const ground = await aGroupClaim(place, place.debate.motionId);
    const answer = await aGroupClaim(place, ground.claimId);
    const taken = valueIn(await promote(place.teacher, place.classId, { claimId: answer.claimId }));
    expect(taken.along).toHaveLength(1);
    const copies = await prisma.claim.findMany({
      where: { roomId: place.classId },
      orderBy: { createdAt: 'asc' },
    });
    expect(copies.map(({ promotedFromId }) => promotedFromId)).toEqual([ground.claimId, answer.claimId]);
    expect(
      await prisma.relation.findMany({
        where: { roomId: place.classId },
        select: { fromClaimId: true, toClaimId: true },
        orderBy: { position: 'asc' },
      }),
    ).toEqual([
      { fromClaimId: copies[0]?.id, toClaimId: place.debate.motionId },
      { fromClaimId: copies[1]?.id, toClaimId: copies[0]?.id },
    ]);
  });

  test('waits for its own publication and for that of what it answers', async () => {
    const place = await aGroup();
    const ground = await aGroupClaim(place, place.debate.motionId, 'suggested');
    const answer = await aGroupClaim(place, ground.claimId);
    for (const { claimId } of [ground, answer]) {
      expect(codeOf(await promote(place.teacher, place.classId, { claimId }))).toBe('claim-not-published');
    }
    expect(await prisma.claim.count({ where: { roomId: place.classId } })).toBe(0);
  });

  test('is taken from one’s own groups alone, by who keeps both rooms', async () => {
    const [place, other] = [await aGroup(), await aGroup()];
    const { claimId } = await aGroupClaim(place, place.debate.motionId);
    expect(codeOf(await promote(place.pupil, place.classId, { claimId }))).toBe('not-allowed');
    expect(codeOf(await promote(other.teacher, other.classId, { claimId }))).toBe('not-found');
    expect(codeOf(await promote(place.teacher, place.classId, { claimId: place.debate.motionId }))).toBe(
      'not-found',
    );
    const inClass = await aClaim(place.debate, { roomId: place.classId });
    expect(codeOf(await promote(place.teacher, place.classId, { claimId: inClass }))).toBe('not-found');
  });

  test('for a side is under the name of that side there too', async () => {
    const place = await aGroup();
    const [sideId] = place.debate.sideIds;
    const voice = await prisma.participant.create({
      data: { roomId: place.groupId, actsForId: place.inGroup, sideId, alias: 'X (For)', aliasKey: 'x(for)' },
    });
    const { claimId } = await aGroupClaim({ ...place, inGroup: voice.id }, place.debate.motionId);
    const { id } = valueIn(await promote(place.teacher, place.classId, { claimId }));
    const { author } = await prisma.claim.findUniqueOrThrow({ where: { id }, include: { author: true } });
    expect(author).toMatchObject({ actsForId: place.inClass, sideId, roomId: place.classId });
  });
});

describe('a note taken to the class', () => {
  test('is open to the class, once, with what it is about', async () => {
    const place = await aGroup();
    const { claimId } = await aGroupClaim(place, place.debate.motionId);
    const note = await aNote(place, 'room', { claimId });
    const take = async () => valueIn(await promote(place.teacher, place.classId, { annotationId: note.id }));
    const [first, second] = [await take(), await take()];
    expect(first).toMatchObject({ wasThere: false });
    expect(first.along).toHaveLength(1);
    expect(second).toMatchObject({ id: first.id, wasThere: true });
    const copy = await prisma.annotation.findUniqueOrThrow({
      where: { id: first.id },
      include: { claim: true, revisions: true },
    });
    expect(copy).toMatchObject({
      visibility: 'room',
      roomId: place.classId,
      authorId: place.inClass,
      claim: { promotedFromId: claimId },
      revisions: [{ body: 'A thought.' }],
    });
    expect(await toldTo(place.pupil)).toEqual(
      [`annotation-promoted ${first.id}`, `claim-promoted ${copy.claimId}`].sort(),
    );
    expect(await toldTo(place.teacher)).toEqual([]);
  });

  test('may be one that was written in the class for the group', async () => {
    const place = await aGroup();
    const note = await aNote(place, 'group', { roomId: place.classId });
    const { id } = valueIn(await promote(place.teacher, place.classId, { annotationId: note.id }));
    expect(await prisma.annotation.findUniqueOrThrow({ where: { id } })).toMatchObject({
      visibility: 'room',
      groupId: null,
      authorId: place.inClass,
    });
  });

  test.each(['private', 'teachers'] as const)('never is one for its %s readers', async (visibility) => {
    const place = await aGroup();
    const note = await aNote(place, visibility);
    expect(codeOf(await promote(place.teacher, place.classId, { annotationId: note.id }))).toBe('not-found');
    expect(await prisma.annotation.count({ where: { promotedFromId: note.id } })).toBe(0);
  });

  test('stays where it is when it was removed or hidden', async () => {
    const place = await aGroup();
    const [removed, hidden] = [await aNote(place, 'room'), await aNote(place, 'room')];
    await prisma.annotation.update({ where: { id: removed.id }, data: { removedAt: new Date() } });
    await prisma.annotation.update({
      where: { id: hidden.id },
      data: { status: 'hidden', statusReason: 'A name.' },
    });
    const take = async (annotationId: string) =>
      codeOf(await promote(place.teacher, place.classId, { annotationId }));
    expect([await take(removed.id), await take(hidden.id)]).toEqual(['annotation-removed', 'not-found']);
  });
});
