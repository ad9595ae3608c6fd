import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, test } from 'vitest';
import type { RoomStage, VoteChoice } from '../../../domain/debate/view';
import { REPORT_FILES, type ReportFile } from '../../../domain/room/report/export';
import { reportNumbers } from '../../../domain/room/report/report';
import type { RoomReport } from '../../../domain/room/report/view';
import type { Person } from '../../../policy/actor';
import { database } from '../../database/client';
import {
  aClaim,
  aClass,
  aDebate,
  aParticipant,
  aPerson,
  aSeat,
  type TestDebate,
} from '../../testing/a-debate';
import { codeOf, valueIn } from '../../testing/expecting';
import { exportReport } from './export-report';
import { askForNames, exportWithNames } from './names-export';
import { reportSheets } from './person-sheets';
import { factsFromFiles, tableIn } from './report.fixture';
import { roomReport } from './room-report';

// Links to copies with names are signed.
process.env.AUTH_SECRET ??= 'a secret for tests, of enough letters';

interface Class {
  debate: TestDebate;
  roomId: string;
  slug: string;
  teacher: Person;
  pupils: Person[];
  seats: string[];
  claimIds: string[];
}

const stance = (
  roomId: string,
  motionId: string,
  participantId: string,
  round: number,
  value: number | null,
) => ({
  roomId,
  motionId,
  participantId,
  round,
  answer: value === null ? ('unsure' as const) : ('placed' as const),
  value,
  seq: 1n,
  eventId: uuidv7(),
});

const vote = (roomId: string, claimId: string, participantId: string, choice: VoteChoice) =>
  database().prisma.vote.create({
    data: { roomId, claimId, claimRevision: 1, participantId, choice, seq: 1n },
  });

/** Twelve people who answered twice, voted and wrote; somebody who teaches and votes too, and one who only watches by now. */
async function aReportedClass(stage: RoomStage): Promise<Class> {
  const { prisma } = database();
  const debate = await aDebate();
  const roomId = await aClass(debate, { stage });
  const claimIds = [await aClaim(debate), await aClaim(debate), await aClaim(debate, { roomId })];
  const teacher = await aPerson();
  const teacherSeat = await aSeat(teacher, roomId, 'teacher');
  const pupils: Person[] = [];
  const seats: string[] = [];
  for (let index = 0; index < 12; index += 1) {
    const pupil = await aPerson();
    pupils.push(pupil);
    seats.push(await aSeat(pupil, roomId));
  }
  const [first = '', second = '', third = ''] = claimIds;
  for (const [index, seat] of seats.entries()) {
    await prisma.stance.create({
      data: stance(roomId, debate.motionId, seat, 1, index === 11 ? null : 8 * index),
    });
    await prisma.stance.create({
      data: {
        ...stance(roomId, debate.motionId, seat, 2, 8 * index - (index < 6 ? 20 : 0)),
        reasons: { create: [{ claimId: first, position: 0 }] },
      },
    });
    await vote(roomId, first, seat, index % 3 === 0 ? 'disagree' : 'agree');
    if (index < 3) await vote(roomId, second, seat, 'pass');
    if (index < 8) await vote(roomId, third, seat, 'agree');
  }
  await vote(roomId, first, teacherSeat, 'disagree');
  await vote(roomId, first, await aSeat(await aPerson(), roomId, 'observer'), 'disagree');
  await aClaim(debate, {
    roomId,
    authorId: seats[0] ?? null,
    status: 'suggested',
    text: '=1+1 is a formula.',
  });
  await prisma.annotation.create({
    data: {
      debateId: debate.id,
      roomId,
      authorId: seats[1] ?? null,
      kind: 'comment',
      visibility: 'room',
      claimId: first,
      revisions: { create: { number: 1, body: 'A note, with "quotes",\nand a second line.' } },
    },
  });
  const { key } = await prisma.room.findUniqueOrThrow({ where: { id: roomId } });
  return { debate, roomId, slug: `${debate.slug}~${key}`, teacher, pupils, seats, claimIds };
}

const reportTo = async (actor: Person, { roomId }: Pick<Class, 'roomId'>): Promise<RoomReport> =>
  valueIn(await roomReport(actor, { roomId }));

describe('the report of a class', () => {
  let room: Class;
  let pupil: Person;
  beforeAll(async () => {
    room = await aReportedClass('reveal');
    [pupil = await aPerson()] = room.pupils;
  });

  test('counts participants alone, and pairs alone in the mean', async () => {
    const { participation, results } = await reportTo(room.teacher, room);
    expect(participation).toEqual({
      people: 12,
      voted: 12,
      wroteClaims: 1,
      wroteNotes: 1,
      claims: 1,
      notes: 1,
      replies: 0,
    });
    expect(results?.stances.shift).toMatchObject({ people: 12, pairs: 11, onlySecond: 1, towardsAgainst: 6 });
    expect(results?.claims[0]?.counts).toEqual({ agree: 8, disagree: 4, pass: 0 });
    expect(results?.stances.movedBy.against.ranks).toEqual([
      { items: [{ claimId: room.claimIds[0], namedBy: 6 }] },
    ]);
  });

  test('hides fewer than five votes from who does not teach, in the sums too', async () => {
    const [seen, taught] = [await reportTo(pupil, room), await reportTo(room.teacher, room)];
    expect(taught.results?.claims[1]?.counts).toEqual({ agree: 0, disagree: 0, pass: 3 });
    expect(seen.results?.claims[1]?.counts).toBeNull();
    expect(taught.results?.votes).toEqual({ count: 23, claims: 3, hiddenClaims: 0 });
    expect(seen.results?.votes).toEqual({ count: 20, claims: 2, hiddenClaims: 1 });
    expect(seen.people).toBeNull();
    const file = valueIn(await exportReport(pupil, room.roomId, 'claims')).files[0]?.text ?? '';
    expect(tableIn(file)[1]).toMatchObject({ agree: '', disagree: '', pass: '' });
  });

  test('can be computed again from its files', async () => {
    const texts = {} as Record<ReportFile, string>;
    for (const file of REPORT_FILES) {
      texts[file] = valueIn(await exportReport(room.teacher, room.roomId, file)).files[0]?.text ?? '';
    }
    const again = reportNumbers(factsFromFiles(texts), { teaches: true });
    const { participation, results } = await reportTo(room.teacher, room);
    const codeById = new Map(results?.claims.map(({ claimId, code }) => [claimId, code]));
    const byCode = (value: unknown) =>
      JSON.parse(
        JSON.stringify(value).replaceAll(
          /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g,
          (id) => codeById.get(id) ?? id,
        ),
      );
    expect(again.participation).toEqual(participation);
    expect(again.stances).toEqual(byCode(results?.stances));
    expect(again.votes).toEqual(results?.votes);
    expect(again.commonGround).toEqual(byCode(results?.commonGround));
    expect(again.mostContested).toEqual(byCode(results?.mostContested));
    expect(again.claims.map(({ counts }) => counts)).toEqual(results?.claims.map(({ counts }) => counts));
  });

  test('gives no file in which an answer stands under an alias, or a formula would be computed', async () => {
    const aliases = (await reportTo(room.teacher, room)).people?.map(({ alias }) => alias) ?? [];
    for (const file of ['votes', 'stances'] as const) {
      const text = valueIn(await exportReport(room.teacher, room.roomId, file)).files[0]?.text ?? '';
      expect(aliases.filter((alias) => text.includes(alias))).toEqual([]);
    }
    const written =
      valueIn(await exportReport(room.teacher, room.roomId, 'contributions')).files[0]?.text ?? '';
    expect(written).toContain("'=1+1 is a formula.");
    expect(written).toContain('"A note, with ""quotes"",\nand a second line."');
    // Three voted three times, four once, five twice. Were the five alone named, the three would be known by what is left on the
    // third claim: nobody is.
    const votes = tableIn(
      valueIn(await exportReport(room.teacher, room.roomId, 'votes')).files[0]?.text ?? '',
    );
    expect(votes).toHaveLength(23);
    expect(votes.filter(({ person }) => person !== '')).toEqual([]);
  });

  test('answers all of a class that opens it in one moment', async () => {
    // More than there are connections.
    const found = await Promise.all(
      room.pupils.flatMap((one) => [
        roomReport(one, room),
        roomReport(room.teacher, room),
        roomReport(one, room),
      ]),
    );
    expect(found.filter(({ ok }) => !ok)).toEqual([]);
    expect(found.map((report) => report.ok && report.value.ownId)).toContain(room.seats[0]);
  });

  test('keeps files of answers from pupils and from who only helps', async () => {
    const helper = await aParticipant(room.roomId, 'assistant');
    for (const file of REPORT_FILES) {
      expect([file, codeOf(await exportReport(pupil, room.roomId, file))]).toEqual([
        file,
        file === 'claims' ? 'ok' : 'not-allowed',
      ]);
    }
    expect(codeOf(await exportReport(helper, room.roomId, 'stances'))).toBe('not-allowed');
    expect(codeOf(await exportReport(helper, room.roomId, 'participants'))).toBe('ok');
  });

  test('shows what a person thinks on their own sheet alone', async () => {
    const [seat = ''] = room.seats;
    const own = valueIn(await reportSheets(pupil, room.slug, seat)).sheets[0];
    expect(own?.own).toMatchObject({ first: 0, second: -20 });
    expect(own?.own?.votes).toHaveLength(3);
    const taught = valueIn(await reportSheets(room.teacher, room.slug, seat)).sheets[0];
    expect(taught?.contributions).toHaveLength(1);
    expect(taught?.own).toBeNull();
    expect(valueIn(await reportSheets(room.teacher, room.slug, 'all')).sheets).toHaveLength(12);
    expect(codeOf(await reportSheets(pupil, room.slug, room.seats[1] ?? ''))).toBe('not-found');
    expect(codeOf(await reportSheets(pupil, room.slug, 'all'))).toBe('not-found');
  });

  test('gives names only where the room was opened so, for who asked, and says so in the room', async () => {
    expect(codeOf(await askForNames(room.teacher, room.roomId, { reason: 'Marks.' }))).toBe('not-allowed');
    const { prisma } = database();
    await prisma.room.update({ where: { id: room.roomId }, data: { namesCanBeRevealed: true } });
    await prisma.participant.update({ where: { id: room.seats[0] ?? '' }, data: { name: 'Ada Real' } });
    const link = valueIn(await askForNames(room.teacher, room.roomId, { reason: 'Marks.' }));
    const file = valueIn(await exportWithNames(room.teacher, room.roomId, link)).files[0]?.text ?? '';
    expect(file).toContain('Ada Real');
    const other = await aParticipant(room.roomId, 'teacher');
    expect(codeOf(await exportWithNames(other, room.roomId, link))).toBe('not-found');
    expect(codeOf(await exportWithNames(room.teacher, room.roomId, { ...link, until: link.until + 1 }))).toBe(
      'not-found',
    );
    expect(codeOf(await askForNames(pupil, room.roomId, { reason: 'Curious.' }))).toBe('not-allowed');
    const entry = await prisma.auditEntry.findFirstOrThrow({
      where: { action: 'names-export', roomId: room.roomId },
    });
    expect(entry.reason).toBe('Marks.');
    expect(await prisma.event.count({ where: { roomId: room.roomId, type: 'names-revealed' } })).toBe(1);
    const told = { roomId: room.roomId, kind: 'names-revealed' };
    expect(await prisma.notification.count({ where: { ...told, userId: pupil.userId } })).toBe(1);
    expect(await prisma.notification.count({ where: { ...told, userId: room.teacher.userId } })).toBe(0);
    for (const plain of REPORT_FILES) {
      const text = valueIn(await exportReport(room.teacher, room.roomId, plain)).files[0]?.text ?? '';
      expect(text).not.toContain('Ada Real');
    }
  });
});

describe('before the reveal', () => {
  test.each(['read', 'first_stance', 'explore', 'vote', 'second_stance'] as const)(
    'at %s nobody is told what the room thinks, and no file of it is made',
    async (stage) => {
      const room = await aReportedClass(stage);
      const [pupil = room.teacher] = room.pupils;
      const taught = await reportTo(room.teacher, room);
      expect(taught.results).toBeNull();
      expect(taught.people).toHaveLength(12);
      expect(await reportTo(pupil, room)).toMatchObject({ results: null, participation: null, people: null });
      for (const file of ['claims', 'votes', 'stances'] as const) {
        expect(codeOf(await exportReport(room.teacher, room.roomId, file))).toBe('not-now');
      }
      const own = valueIn(await reportSheets(pupil, room.slug, room.seats[0] ?? '')).sheets[0];
      expect(own?.own).toBeNull();
    },
  );

  test('a closed class shows everything, and a commons has no report', async () => {
    const room = await aReportedClass('closed');
    expect((await reportTo(room.teacher, room)).results).not.toBeNull();
    expect(codeOf(await roomReport(room.teacher, { roomId: room.debate.roomId }))).toBe('not-found');
  });
});

describe('what a report says of its own numbers', () => {
  const MINUTE = 60_000;

  test('is how many votes were given after the result, and how many first stances after their step', async () => {
    const room = await aReportedClass('reveal');
    const { prisma } = database();
    expect((await reportTo(room.teacher, room)).results).toMatchObject({ late: null, afterReveal: null });
    const now = Date.now();
    const at = (minutes: number) => new Date(now + minutes * MINUTE);
    await prisma.room.update({ where: { id: room.roomId }, data: { revealedAt: at(-2) } });
    await prisma.roomStep.create({
      data: {
        roomId: room.roomId,
        number: 50,
        step: 1,
        stage: 'first_stance',
        round: 1,
        startedAt: at(-30),
        endedAt: at(-20),
      },
    });
    await prisma.vote.updateMany({ where: { roomId: room.roomId }, data: { votedAt: at(-3) } });
    const [one = '', ...others] = room.seats;
    await prisma.vote.updateMany({
      where: { roomId: room.roomId, participantId: one },
      data: { votedAt: at(-1) },
    });
    const early = { participantId: { in: others.slice(4) } };
    await prisma.stance.updateMany({ where: { roomId: room.roomId, ...early }, data: { statedAt: at(-25) } });
    await prisma.participant.updateMany({
      where: { id: { in: others.slice(4) } },
      data: { createdAt: at(-40) },
    });
    expect((await reportTo(room.teacher, room)).results).toMatchObject({
      afterReveal: { since: at(-2).toISOString(), votes: 3 },
      late: { people: 5, stated: 5 },
    });
    // Of fewer than five that did it is not told how many: the teacher knows who came late.
    await prisma.stance.updateMany({
      where: { roomId: room.roomId, participantId: one, round: 1 },
      data: { supersededAt: at(0) },
    });
    expect((await reportTo(room.teacher, room)).results?.late).toEqual({ people: 5, stated: null });
  });
});
