import { randomUUID } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import type { ContributionStatus, ParticipantRole, RoomStage } from '../../domain/debate/view';
import { uniqueKey } from '../../domain/text/plain-text';
import { makeActor, type Person } from '../../policy/actor';
import { database } from '../database/client';

/** Rows for database tests: the least that stands on its own, and what a test adds to it. */

export interface TestDebate {
  id: string;
  slug: string;
  /** The commons. */
  roomId: string;
  motionId: string;
  sideIds: readonly [string, string];
  sourceId: string;
  /** The first version of the one source. */
  sourceVersionId: string;
  /** The whole text of the one source; claims and notes quote from it. */
  text: string;
}

let made = 0;
const next = (): number => {
  made += 1;
  return made;
};

/** A debate with its commons, two sides, a motion and a short source; no claims yet. */
export async function aDebate({
  access = 'public',
  ...room
}: {
  stage?: RoomStage;
  claimsNeedApproval?: boolean;
  access?: 'private' | 'public';
} = {}): Promise<TestDebate> {
  const { prisma } = database();
  const slug = `debate-${next()}`;
  const text = 'Mines kill long after wars. Some say that they save soldiers. Others count the children.';
  const { id, sides, rooms, sources } = await prisma.debate.create({
    data: {
      slug,
      title: 'Mines',
      question: 'Should mines be banned?',
      summary: 'A question for tests.',
      language: 'en',
      access,
      sides: {
        create: [
          { key: 'for', name: 'For', speaks: 'for', position: 0 },
          { key: 'against', name: 'Against', speaks: 'against', position: 1 },
        ],
      },
      rooms: { create: { kind: 'commons', name: 'Commons', path: [], ...room } },
      sources: {
        create: {
          key: 'digest',
          kind: 'digest',
          title: 'Digest',
          attribution: 'Ours',
          language: 'en',
          position: 0,
        },
      },
    },
    include: { sides: { orderBy: { position: 'asc' } }, rooms: true, sources: true },
  });
  const [start, end] = sides.map((side) => side.id);
  const [commons] = rooms;
  const [source] = sources;
  if (!start || !end || !commons || !source) throw new Error('The debate was not made whole');
  const version = await prisma.sourceVersion.create({
    data: {
      sourceId: source.id,
      debateId: id,
      number: 1,
      text,
      passages: { create: { key: 'p1', start: 0, end: text.length, position: 0, text } },
    },
  });
  const debate: TestDebate = {
    id,
    slug,
    roomId: commons.id,
    motionId: '',
    sideIds: [start, end],
    sourceId: source.id,
    sourceVersionId: version.id,
    text,
  };
  return { ...debate, motionId: await aClaim(debate, { code: 'M', isMotion: true }) };
}

interface ClaimFacts {
  code?: string;
  text?: string;
  isMotion?: boolean;
  status?: ContributionStatus;
  roomId?: string;
  authorId?: string | null;
}

/** A claim that stands in the database as it is told; its id. */
export async function aClaim(debate: TestDebate, facts: ClaimFacts = {}): Promise<string> {
  const number = next();
  const {
    text,
    status = 'published',
    roomId = debate.roomId,
    authorId = null,
    isMotion = false,
    code,
  } = facts;
  const id = uuidv7();
  await database().prisma.$transaction(async (tx) => {
    await tx.claim.create({
      data: {
        id,
        debateId: debate.id,
        roomId,
        authorId,
        status,
        isMotion,
        code: code ?? `T${number}`,
        sideId: isMotion ? null : debate.sideIds[0],
        position: number,
      },
    });
    await tx.claimRevision.create({
      data: { claimId: id, number: 1, text: text ?? `Claim ${number}.`, evidence: 'asserted', authorId },
    });
  });
  return id;
}

/** New words for a claim, straight into the database; the number of the revision. */
export async function aRevision(claimId: string, changesMeaning: boolean): Promise<number> {
  return database().prisma.$transaction(async (tx) => {
    const { revision } = await tx.claim.findUniqueOrThrow({ where: { id: claimId } });
    const number = revision + 1;
    await tx.claimRevision.create({
      data: { claimId, number, text: `Words ${number}.`, evidence: 'asserted', changesMeaning },
    });
    await tx.claim.update({ where: { id: claimId }, data: { revision: number } });
    return number;
  });
}

interface RelationFacts {
  kind?: 'supports' | 'attacks';
  status?: ContributionStatus;
  roomId?: string;
  authorId?: string | null;
}

/** A relation between two claims as it is told; its id. */
export async function aRelation(
  debate: TestDebate,
  fromClaimId: string,
  toClaimId: string,
  facts: RelationFacts = {},
): Promise<string> {
  const { kind = 'supports', status = 'published', roomId = debate.roomId, authorId = null } = facts;
  const { id } = await database().prisma.relation.create({
    data: { debateId: debate.id, roomId, fromClaimId, toClaimId, kind, status, authorId, position: next() },
  });
  return id;
}

/** Somebody with an account, as the session would make them. */
export async function aPerson({ isAdministrator = false } = {}): Promise<Person> {
  const name = `Person ${next()}`;
  const { id } = await database().prisma.user.create({
    data: { name, nameKey: uniqueKey(name), isAdministrator },
  });
  return makeActor.person({ userId: id, sessionId: uuidv7(), isAdministrator });
}

/** Gives a person a seat in a room; the participant's id. */
export async function aSeat(
  person: Person,
  roomId: string,
  role: ParticipantRole = 'participant',
): Promise<string> {
  const alias = `Alias ${next()}`;
  const { id } = await database().prisma.participant.create({
    data: { roomId, userId: person.userId, role, alias, aliasKey: uniqueKey(alias) },
  });
  return id;
}

/** A person with a seat. */
export async function aParticipant(roomId: string, role: ParticipantRole = 'participant'): Promise<Person> {
  const person = await aPerson();
  await aSeat(person, roomId, role);
  return person;
}

const aRoomKey = (): string => randomUUID().slice(-12);

/** A class below the debate's commons; the room's id. */
export async function aClass(
  debate: TestDebate,
  room: { stage?: RoomStage; claimsNeedApproval?: boolean } = {},
): Promise<string> {
  const { id } = await database().prisma.room.create({
    data: {
      debateId: debate.id,
      parentId: debate.roomId,
      kind: 'class',
      name: 'Class',
      key: aRoomKey(),
      path: [],
      ...room,
    },
  });
  return id;
}

/** A breakout group below a class; the room's id. */
export async function aBreakout(debate: TestDebate, parentId: string, name = 'Group'): Promise<string> {
  const { id } = await database().prisma.room.create({
    data: { debateId: debate.id, parentId, kind: 'breakout', name, key: aRoomKey(), path: [] },
  });
  return id;
}
