import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  COMMENTS,
  commentsFile,
  IDS,
  LONG,
  namelessRows,
  readComments,
  readVotes,
  votesFile,
  WORDS,
} from '../../domain/stance/polis-export/conversation.fixture';
import { PAGE_LIMITS } from '../../domain/stance/polis-export/schema';
import { makeActor, type Person } from '../../policy/actor';
import { testDatabase } from '../database/testing';
import { roomPeople } from '../room/people/queries';
import { resetRoster } from '../room/people/roster';
import { resetSeatCode } from '../room/people/seat-commands';
import { exportReport } from '../room/report/export-report';
import { reportSheets } from '../room/report/person-sheets';
import { roomReport } from '../room/report/room-report';
import { opinionTimeline, opinionView } from '../stance/opinion/opinion-view';
import { aPerson, aSeat } from '../testing/a-debate';
import { codeOf, valueIn } from '../testing/expecting';
import { castVote } from '../vote/commands';
import {
  type ImportedConversation,
  importConversation,
  importConversationFiles,
} from './import-conversation';
import { debateView } from './queries';

process.env.AUTH_SECRET ??= 'a secret for tests, of enough letters';

const { prisma, pool } = testDatabase();

const files = () => ({ votes: votesFile(), comments: commentsFile(), words: WORDS });

let owner: Person;
let made: ImportedConversation;

beforeAll(async () => {
  owner = await aPerson();
  made = valueIn(await importConversationFiles(owner, files()));
}, 60_000);

const exported = async (who: Person, roomId = made.room.id): Promise<{ votes: string; comments: string }> => {
  const [votes, comments] = valueIn(await exportReport(who, roomId, 'polis')).files;
  return { votes: votes?.text ?? '', comments: comments?.text ?? '' };
};

describe('an imported conversation', () => {
  test('is a private debate with a class at its reveal, shut, that takes no votes', async () => {
    expect(made.counts).toEqual({ people: 20, votes: 152, claims: 11, declined: 2 });
    const room = await prisma.room.findUniqueOrThrow({
      where: { id: made.room.id },
      include: { debate: true },
    });
    expect(room).toMatchObject({ kind: 'class', stage: 'reveal', acts: ['note'], hasOpenDoors: false });
    expect(room.debate).toMatchObject({ access: 'private', title: WORDS.title, language: 'en' });
    const claim = await prisma.claim.findFirstOrThrow({ where: { debateId: room.debateId, code: 'C2' } });
    const press = { revision: 1, choice: 'agree' as const, seq: 2, eventId: uuidv7() };
    expect(codeOf(await castVote(owner, room.id, claim.id, press))).toBe('not-now');
    expect(codeOf(await opinionView(await aPerson(), room.id))).toBe('not-found');
  });

  test('is known to the database’s statistics at once, so that nothing about it is looked for in the wrong way', async () => {
    const tables = await prisma.$queryRaw<{ relname: string; rows: number }[]>`
      SELECT relname, reltuples::int AS "rows" FROM pg_class
      WHERE relname IN ('Participant', 'Vote', 'VoteEvent') ORDER BY relname`;
    expect(
      tables.map(({ relname, rows }) => [relname, rows >= (relname === 'Participant' ? 20 : 152)]),
    ).toEqual([
      ['Participant', true],
      ['Vote', true],
      ['VoteEvent', true],
    ]);
  });

  test('is a map of claims of no side that hang on nothing; what was taken out is not on it', async () => {
    const view = await debateView(owner, made.slug);
    const onMap = view?.claims.map(({ code, side, status }) => [code, side, status]);
    expect(onMap).toEqual(
      [...IDS, 31].filter((id) => id !== 19 && id !== 29).map((id) => [`C${id}`, 'n', 'published']),
    );
    expect(view?.relations).toEqual([]);
    const declined = await prisma.claim.findMany({
      where: { debate: { slug: made.slug }, status: 'declined' },
    });
    expect(declined.map(({ code }) => code).sort()).toEqual(['C19', 'C29']);
    const long = view?.claims.find(({ code }) => code === 'C5');
    const notes = await prisma.annotationRevision.findMany({
      where: { annotation: { claimId: long?.id ?? '' } },
    });
    expect(notes.map(({ body }) => body)).toEqual([LONG]);
    expect(long?.text.endsWith('…')).toBe(true);
  });

  test('has seats of nobody, in an order that is not the file’s, and no name of anybody', async () => {
    const seats = await prisma.participant.findMany({
      where: { roomId: made.room.id, isImported: true },
      orderBy: { id: 'asc' },
      include: { _count: { select: { votes: true } } },
    });
    expect(seats).toHaveLength(20);
    expect(
      new Set(
        seats.map(({ userId, seatCodeHash, name, isCounted }) =>
          [userId, seatCodeHash, name, isCounted].join(),
        ),
      ),
    ).toEqual(new Set([',,,true']));
    expect(seats.map(({ alias }) => alias).sort()).toEqual(
      seats.map((_, index) => `Voter ${index + 1}`).sort(),
    );
    const { matrix } = readVotes(votesFile());
    const inFile = Array.from(
      { length: 20 },
      (_, p) => (matrix.rowStart[p + 1] ?? 0) - (matrix.rowStart[p] ?? 0),
    );
    // 20 people in one order by chance is a matter of never, but counts repeat: other votes tell the rest.
    expect(seats.map(({ _count }) => _count.votes).sort()).toEqual(inFile.sort());
    const columns = await prisma.$queryRaw<{ table_name: string; column_name: string }[]>`
      SELECT table_name, column_name FROM information_schema.columns
      WHERE table_schema = 'public' AND data_type IN ('text', 'jsonb')`;
    for (const { table_name: table, column_name: column } of columns) {
      const { rows } = await pool.query(`SELECT 1 FROM "${table}" WHERE "${column}"::text LIKE '%pid-8%'`);
      expect([table, column, rows.length]).toEqual([table, column, 0]);
    }
  });

  test('is drawn as an opinion map', async () => {
    await expect
      .poll(async () => valueIn(await opinionView(owner, made.room.id)).state, { timeout: 30_000 })
      .toBe('shown');
    const view = valueIn(await opinionView(owner, made.room.id));
    if (view.state !== 'shown') return expect.fail(view.state);
    // One of the twenty voted on a claim that is out, and on others.
    expect(view.counts.people).toBe(20);
    expect(view.counts.claims).toBe(9);
    expect(view.claims.map(({ code }) => code)).not.toContain('C29');
    // Its votes have no times: the replay is the map alone.
    const asked = { version: view.version };
    await expect
      .poll(async () => valueIn(await opinionTimeline(owner, made.room.id, asked)).state, { timeout: 30_000 })
      .toBe('shown');
    expect(valueIn(await opinionTimeline(owner, made.room.id, asked))).toMatchObject({
      frames: [{ people: 20 }],
    });
  }, 60_000);

  test('comes back as the same votes of nameless people, and the same words', async () => {
    const { votes, comments } = await exported(owner);
    expect(namelessRows(votes)).toEqual(namelessRows(votesFile()));
    expect(votes).not.toContain('pid-');
    const out = new Set([19, 29]);
    expect(readComments(comments).map(({ id, moderation }) => [id, moderation])).toEqual(
      [...IDS, 31].map((id) => [id, out.has(id) ? -1 : 1]),
    );
    const again = valueIn(await importConversationFiles(owner, { votes, comments, words: WORDS }));
    const twice = await exported(owner, again.room.id);
    expect(namelessRows(twice.votes)).toEqual(namelessRows(votes));
    expect(twice.comments).toBe(comments);
  }, 60_000);

  test('lists no imported voter as somebody in the room, and hands no way in to their seats', async () => {
    const { id } = made.room;
    expect(valueIn(await roomPeople(owner, id)).people).toHaveLength(1);
    const report = valueIn(await roomReport(owner, { roomId: id }));
    expect(report.people).toEqual([]);
    expect(report.participation).toMatchObject({ people: 20, voted: 20 });
    expect(valueIn(await reportSheets(owner, made.room.slug, 'all')).sheets).toEqual([]);
    expect(valueIn(await resetRoster(owner, id)).slips).toEqual([]);
    const seat = await prisma.participant.findFirstOrThrow({ where: { roomId: id, isImported: true } });
    expect(codeOf(await resetSeatCode(owner, id, seat.id))).toBe('not-found');
    const user = await aPerson();
    const taken = prisma.participant.update({ where: { id: seat.id }, data: { userId: user.userId } });
    await expect(taken).rejects.toThrow(/Participant_imported_is_nobody/);
  });

  test('is written out for who teaches alone', async () => {
    const pupil = await aPerson();
    await aSeat(pupil, made.room.id);
    expect(codeOf(await exportReport(pupil, made.room.id, 'polis'))).toBe('not-allowed');
    expect(codeOf(await exportReport(makeActor.visitor(), made.room.id, 'polis'))).toBe('not-found');
  });
});

describe('an import that is refused writes nothing', () => {
  const debates = () => prisma.debate.count();
  const refusedWith = async (more: { votes?: string; comments?: string }) => {
    const before = await debates();
    const result = await importConversationFiles(owner, { ...files(), ...more });
    expect(await debates()).toBe(before);
    if (result.ok) return 'taken';
    const { code, field, current } = result.error;
    const { code: why, line, values } = current as { code: string; line?: number; values: object };
    return { code, field, why, line, values };
  };

  test.each([
    ['letters in votes', { votes: 'participant,2,3\n1,1,0\n2,yes,1\n' }, 'votes', 'vote-wrong', 3],
    ['a ragged row', { votes: 'participant,2,3\n1,1\n' }, 'votes', 'cells-uneven', 2],
    ['a person twice', { votes: 'participant,2\n1,1\n1,0\n' }, 'votes', 'id-repeated', 3],
    ['a claim twice', { votes: 'participant,2,2\n1,1,0\n' }, 'votes', 'id-repeated', 1],
    ['an empty file', { votes: '' }, 'votes', 'empty', undefined],
    ['an empty table of comments', { comments: '' }, 'comments', 'empty', undefined],
    ['a comment twice', { comments: 'comment-id,comment-body\n2,A\n2,B\n' }, 'comments', 'id-repeated', 3],
    ['no words', { comments: 'comment-id,moderated\n2,1\n' }, 'comments', 'column-missing', 1],
    ['votes on another conversation', { votes: 'participant,99\n1,1\n' }, 'votes', 'comment-missing', 1],
  ])('%s', async (_, more, field, why, line) => {
    expect(await refusedWith(more)).toMatchObject({ code: 'file-refused', field, why, line });
  });

  test('names the row and the column', async () => {
    expect(await refusedWith({ votes: 'participant,2,3\n1,1,0\n2,1,maybe\n' })).toMatchObject({
      line: 3,
      why: 'vote-wrong',
      values: { value: 'maybe', claim: '3' },
    });
  });

  test('more votes than a page waits for', async () => {
    const people = Math.ceil(PAGE_LIMITS.votes / IDS.length) + 1;
    const rows = Array.from({ length: people }, (_, person) => `${person}${',1'.repeat(IDS.length)}`);
    expect(await refusedWith({ votes: `participant,${IDS.join(',')}\n${rows.join('\n')}\n` })).toMatchObject({
      why: 'too-many-votes',
      values: { count: people * IDS.length, limit: PAGE_LIMITS.votes },
    });
  });

  test('by who may not make debates', async () => {
    expect(codeOf(await importConversationFiles(makeActor.visitor(), files()))).toBe('not-signed-in');
    const guest = makeActor.person({
      userId: uuidv7(),
      sessionId: uuidv7(),
      isAdministrator: false,
      isGuest: true,
    });
    expect(codeOf(await importConversationFiles(guest, files()))).toBe('not-allowed');
  });

  test('or that fails half-way', async () => {
    const before = await debates();
    const votes = readVotes(votesFile());
    // Somebody’s second vote on one claim, which no reader lets through, stands in for whatever may go wrong late.
    const [last] = votes.matrix.claim.slice(-1);
    votes.matrix.claim[votes.matrix.claim.length - 2] = last ?? 0;
    await expect(importConversation(owner, { votes, comments: COMMENTS }, WORDS)).rejects.toThrow();
    expect(await debates()).toBe(before);
    expect(
      await prisma.participant.count({ where: { isImported: true, room: { debate: { slug: made.slug } } } }),
    ).toBe(20);
  });
});
