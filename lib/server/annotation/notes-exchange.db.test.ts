import { describe, expect, test } from 'vitest';
import type { AddAnnotation } from '../../domain/annotation/schema';
import { readRows, unguardedCell } from '../../domain/formats/csv-table';
import { makeActor, type Person } from '../../policy/actor';
import { testDatabase } from '../database/testing';
import { roomContext } from '../room/room-context';
import { aClaim, aClass, aDebate, aPerson, aRelation, aSeat, type TestDebate } from '../testing/a-debate';
import { codeOf, valueIn } from '../testing/expecting';
import { addAnnotation, removeAnnotation } from './commands';
import { exportedNotes } from './exported-notes';
import { importedId, importNotes, previewNotes } from './import-notes';
import { passagesOfFile, stillNewest } from './import-passages';
import { noteExport } from './note-export';
import { notesInFile } from './notes-in-worker';
import { webContainer, webContainerPage, webNote } from './web-container';

const { prisma } = testDatabase();

const write = async (
  who: Person,
  roomId: string,
  target: AddAnnotation['target'],
  more: Partial<AddAnnotation> = {},
) =>
  valueIn(
    await addAnnotation(who, roomId, {
      target,
      kind: 'comment',
      visibility: 'private',
      body: 'A thought.',
      ...more,
    }),
  ).annotation;

const passage = (debate: TestDebate, exact: string) => {
  const start = debate.text.indexOf(exact);
  return {
    type: 'passage',
    sourceVersionId: debate.sourceVersionId,
    start,
    end: start + exact.length,
    exact,
  } as const;
};

const exported = async (who: Person, roomId: string, format: 'jsonld' | 'csv' | 'md', isMine = true) => {
  const { files } = valueIn(await noteExport(who, roomId, { format, isMine }));
  return files[0]?.text ?? '';
};

const into = (debate: TestDebate, text: string, visibility: 'private' | 'room' = 'private') => ({
  text,
  sourceVersionId: debate.sourceVersionId,
  visibility,
});

const annotation = (id: string, target: unknown, more: object = {}) => ({
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  id,
  type: 'Annotation',
  body: { type: 'TextualBody', value: `From ${id}.` },
  target,
  ...more,
});
const quoted = (exact: string, more: object = {}) => ({
  source: 'https://texts.example/mines',
  selector: { type: 'TextQuoteSelector', exact, ...more },
});

/** A debate in which somebody has a private note of every kind, with an answer, and somebody else an open one. */
async function notedDebate() {
  const debate = await aDebate();
  const [who, other] = [await aPerson(), await aPerson()];
  const claimId = await aClaim(debate);
  const relationId = await aRelation(debate, claimId, debate.motionId);
  const first = await write(who, debate.roomId, passage(debate, 'save soldiers'), {
    kind: 'question',
    body: '=1+1 **who**?',
    tags: ['sources', 'Who'],
  });
  await write(
    who,
    debate.roomId,
    { type: 'annotation', annotationId: first.id },
    { kind: 'evidence', body: 'An answer.' },
  );
  await write(who, debate.roomId, { type: 'claim', claimId }, { kind: 'concern', body: 'Too strong.' });
  await write(who, debate.roomId, { type: 'relation', relationId }, { body: 'Does it follow?' });
  const open = await write(other, debate.roomId, passage(debate, 'Mines'), {
    visibility: 'room',
    body: 'Open to all.',
  });
  return { debate, who, other, open };
}

const roomOf = async (who: Person, roomId: string) => {
  const room = await roomContext(who, roomId);
  if (!room) throw new Error('The room is not in sight');
  return room;
};

const keptOf = async (roomId: string, who: Person) => {
  const rows = await prisma.annotation.findMany({
    where: { roomId, author: { userId: who.userId } },
    include: { revisions: true, parent: { include: { revisions: true } } },
    orderBy: { createdAt: 'asc' },
  });
  return rows
    .map(({ kind, visibility, tags, exact, start, end, claimId, relationId, revisions, parent }) => ({
      kind,
      visibility,
      tags,
      place: exact === null ? (claimId ?? relationId) : `${start}-${end} ${exact}`,
      body: revisions[0]?.body,
      answers: parent?.revisions[0]?.body ?? null,
    }))
    .sort((one, two) => ((one.body ?? '') < (two.body ?? '') ? -1 : 1));
};

describe('own notes', () => {
  test('leave as Web Annotations and come back, in another account, as the same notes', async () => {
    const { debate, who } = await notedDebate();
    const file = await exported(who, debate.roomId, 'jsonld');
    const reader = await aPerson();
    const looked = valueIn(await previewNotes(reader, debate.roomId, into(debate, file)));
    expect(looked.left).toEqual([]);
    expect(looked.warnings).toEqual([]);
    expect(await keptOf(debate.roomId, reader)).toEqual([]);
    const written = valueIn(await importNotes(reader, debate.roomId, into(debate, file)));
    expect(written).toEqual(looked);
    expect(written.attached.map(({ on, how }) => `${on} ${how}`).sort()).toEqual([
      'claim whole',
      'note answer',
      'passage same',
      'relation whole',
    ]);
    expect(await keptOf(debate.roomId, reader)).toEqual(await keptOf(debate.roomId, who));
  });

  test('name nobody: no account, no e-mail, only the alias of the room', async () => {
    const { debate, who } = await notedDebate();
    const { name } = await prisma.user.findUniqueOrThrow({ where: { id: who.userId } });
    for (const format of ['jsonld', 'csv', 'md'] as const) {
      const text = await exported(who, debate.roomId, format, false);
      expect(text).toContain('Open to all.');
      expect(text).not.toContain(name);
      expect(text).not.toContain(who.userId);
    }
  });

  test('are a table that no spreadsheet computes', async () => {
    const { debate, who } = await notedDebate();
    const [head, ...rows] = readRows((await exported(who, debate.roomId, 'csv')).slice(1));
    const at = (name: string) => head?.cells.indexOf(name) ?? -1;
    expect(rows).toHaveLength(4);
    const words = rows.map(({ cells }) => cells[at('words')] ?? '');
    expect(words[0]).toBe("'=1+1 **who**?");
    expect(unguardedCell(words[0] ?? '')).toBe('=1+1 **who**?');
    expect(rows[0]?.cells[at('tags')]).toBe('sources, Who');
    expect(rows[1]?.cells[at('answers')]).toBe(rows[0]?.cells[at('id')]);
  });

  test('are a text by place, with answers indented below what they answer', async () => {
    const { debate, who } = await notedDebate();
    const text = await exported(who, debate.roomId, 'md');
    expect(text).toMatch(
      /## passage Digest, 1\n[\s\S]*=1\+1 \*\*who\*\*\?[\s\S]*\n {2}- \*evidence[\s\S]*## claim /,
    );
    expect(text).not.toContain('Open to all.');
  });
});

describe('what others may not read', () => {
  test('leaves in no format and stands in no container', async () => {
    const { debate, other, open } = await notedDebate();
    for (const reader of [other, makeActor.visitor()]) {
      const isVisitor = reader.kind !== 'person';
      const texts = await Promise.all([
        ...(['jsonld', 'csv', 'md'] as const).map(async (format) =>
          JSON.stringify(valueIn(await noteExport(reader, debate.roomId, { format, isMine: false }))),
        ),
        JSON.stringify(valueIn(await webContainer(reader, debate.roomId, 'descriptions'))),
      ]);
      for (const text of texts) expect(text).not.toContain('Too strong.');
      if (!isVisitor) for (const text of texts) expect(text).toContain('Open to all.');
    }
    expect(
      codeOf(await noteExport(makeActor.visitor(), debate.roomId, { format: 'csv', isMine: true })),
    ).toBe('not-signed-in');
    expect(codeOf(await webNote(other, debate.roomId, open.id))).toBe('ok');
    const classId = await aClass(debate);
    expect(codeOf(await noteExport(other, classId, { format: 'csv', isMine: false }))).toBe('not-found');
    expect(codeOf(await webContainer(other, classId, 'names'))).toBe('not-found');
  });

  test('is held back until the reader has posted as many notes as the room asks for', async () => {
    const { debate, other } = await notedDebate();
    await prisma.room.update({ where: { id: debate.roomId }, data: { notesBeforeOthers: 1 } });
    const reader = await aPerson();
    const seen = async () =>
      Promise.all([
        ...(['jsonld', 'csv', 'md'] as const).map((format) => exported(reader, debate.roomId, format, false)),
        webContainer(reader, debate.roomId, 'descriptions').then((answer) => JSON.stringify(valueIn(answer))),
        webContainerPage(reader, debate.roomId, 0, false).then((answer) => JSON.stringify(answer)),
      ]);
    for (const text of await seen()) expect(text).not.toContain('Open to all.');
    await write(reader, debate.roomId, passage(debate, 'children'), { visibility: 'room', body: 'Mine.' });
    for (const text of await seen()) expect(text).toContain('Open to all.');
    expect(await exported(other, debate.roomId, 'md', false)).toContain('Mine.');
  });

  test('is not told of by an own note on a claim that was turned down', async () => {
    const debate = await aDebate();
    const [author, who] = [await aPerson(), await aPerson()];
    const claimId = await aClaim(debate, { text: 'A secret claim.' });
    await write(who, debate.roomId, { type: 'claim', claimId }, { body: 'My words.' });
    await prisma.claim.update({
      where: { id: claimId },
      data: { status: 'declined', authorId: await aSeat(author, debate.roomId) },
    });
    for (const format of ['jsonld', 'csv', 'md'] as const) {
      const text = await exported(who, debate.roomId, format);
      expect(text).toContain('My words.');
      expect(text).not.toContain('A secret claim.');
    }
  });

  test('is no annotation of its own address either, and a removed note is none', async () => {
    const { debate, who, other } = await notedDebate();
    const hidden = await write(who, debate.roomId, passage(debate, 'children'));
    expect(codeOf(await webNote(who, debate.roomId, hidden.id))).toBe('ok');
    expect(codeOf(await webNote(other, debate.roomId, hidden.id))).toBe('not-found');
    valueIn(await removeAnnotation(who, debate.roomId, hidden.id));
    expect(codeOf(await webNote(who, debate.roomId, hidden.id))).toBe('not-found');
  });
});

describe('the container of a room', () => {
  test('counts its notes, and its pages hold each of them once, oldest first', async () => {
    const debate = await aDebate();
    const who = await aPerson();
    const authorId = await aSeat(who, debate.roomId);
    const ids: string[] = [];
    for (let index = 0; index < 52; index += 1) {
      const { id } = await prisma.annotation.create({
        data: {
          debateId: debate.id,
          roomId: debate.roomId,
          authorId,
          kind: 'comment',
          visibility: 'room',
          claimId: debate.motionId,
          createdAt: new Date(Date.UTC(2026, 0, 1, 0, index)),
          revisions: { create: { number: 1, body: `Note ${index}.`, visibility: 'room' } },
        },
      });
      ids.push(id);
    }
    const container = valueIn(await webContainer(who, debate.roomId, 'names'));
    expect(container).toMatchObject({ total: 52, modified: '2026-01-01T00:51:00.000Z' });
    const pages = [0, 1].map((page) => webContainerPage(who, debate.roomId, page, true));
    const found = (await Promise.all(pages)).map(valueIn);
    expect(found.flatMap(({ items }) => items as string[]).map((iri) => iri.split('/').at(-1))).toEqual(ids);
    expect(found.map(({ next }) => next)).toEqual([found[1]?.id, undefined]);
    expect(container).toMatchObject({ first: { id: found[0]?.id, next: found[1]?.id }, last: found[1]?.id });
    expect(codeOf(await webContainerPage(who, debate.roomId, 2, true))).toBe('not-found');
    const minimal = valueIn(await webContainer(who, debate.roomId, 'minimal'));
    expect(minimal.first).toMatch(/\?iris=0&page=0$/);
  });

  test('has the notes that an export has, in pages without gap or double, whatever hides some of them', async () => {
    const debate = await aDebate();
    const [who, other] = [await aPerson(), await aPerson()];
    const [seat, otherSeat] = [await aSeat(who, debate.roomId), await aSeat(other, debate.roomId)];
    const home = { debateId: debate.id, roomId: debate.roomId };
    const hidden = await aClaim(debate, { status: 'suggested', authorId: otherSeat });
    const createdAt = (index: number) => new Date(Date.UTC(2026, 0, 1, 0, index >> 2));
    const roots: string[] = [];
    for (let index = 0; index < 130; index += 1) {
      const isOthers = index % 5 === 0;
      const { id } = await prisma.annotation.create({
        data: {
          ...home,
          authorId: isOthers ? otherSeat : seat,
          kind: 'comment',
          visibility: index % 3 === 0 ? 'private' : 'room',
          ...(index % 7 === 0 ? { claimId: hidden } : { claimId: debate.motionId }),
          ...(index % 11 === 0 ? { removedAt: createdAt(index) } : {}),
          ...(index % 13 === 0 ? { status: 'waiting' as const } : {}),
          createdAt: createdAt(index),
          revisions: { create: { number: 1, body: `Note ${index}.`, visibility: 'room' } },
        },
      });
      roots.push(id);
    }
    for (const [index, parentId] of roots.entries()) {
      if (index % 4 !== 1 || index % 3 === 0) continue;
      await prisma.annotation.create({
        data: {
          ...home,
          authorId: seat,
          kind: 'comment',
          visibility: 'room',
          parentId,
          rootId: parentId,
          createdAt: createdAt(index),
          revisions: { create: { number: 1, body: `Answer ${index}.`, visibility: 'room' } },
        },
      });
    }
    for (const reader of [who, other, makeActor.visitor()]) {
      const all = await exportedNotes(reader, debate.roomId, { isMine: false });
      const wanted = (all?.notes ?? [])
        .filter(({ hasWords }) => hasWords)
        .sort((a, b) => `${a.note.createdAt}${a.id}`.localeCompare(`${b.note.createdAt}${b.id}`, 'en'))
        .map(({ note }) => note);
      const { total } = valueIn(await webContainer(reader, debate.roomId, 'minimal'));
      const pages = Array.from({ length: Math.ceil(wanted.length / 50) }, (_, page) => page);
      const found = await Promise.all(
        pages.map((page) => webContainerPage(reader, debate.roomId, page, true)),
      );
      const iris = found.flatMap((page) => valueIn(page).items as string[]);
      expect(total).toBe(wanted.length);
      if (reader.kind === 'person') {
        expect(wanted.length).toBeGreaterThan(50);
        expect(iris).toEqual(wanted.map(({ iri }) => iri));
        expect(found.map((page) => (valueIn(page).items as string[]).length)[0]).toBe(50);
      }
    }
  });

  test('is empty without notes', async () => {
    const debate = await aDebate();
    expect(
      valueIn(await webContainer(makeActor.visitor(), debate.roomId, 'descriptions')),
    ).not.toHaveProperty('first');
  });
});

describe('notes of another program', () => {
  test('stand where their words stand, and nowhere when these are not there for sure', async () => {
    const debate = await aDebate();
    const who = await aPerson();
    const file = JSON.stringify([
      annotation('urn:n:1', quoted('save soldiers', { prefix: 'say that they ' })),
      annotation('urn:n:2', quoted('save civilians', { prefix: 'say that they ' })),
      annotation('urn:n:3', {
        source: 'https://texts.example/mines',
        selector: { type: 'TextPositionSelector', start: 0, end: 5 },
      }),
      annotation('urn:n:4', 'https://elsewhere.example/page'),
      annotation('urn:n:5', 'urn:n:1', { motivation: 'replying' }),
      annotation('urn:n:6', 'urn:n:2', { motivation: 'replying' }),
      annotation('urn:n:7', quoted('children'), { body: undefined, motivation: 'highlighting' }),
    ]);
    const { attached, left } = valueIn(await importNotes(who, debate.roomId, into(debate, file)));
    expect(attached.map(({ iri, on, exact }) => [iri, on, exact])).toEqual([
      ['urn:n:1', 'passage', 'save soldiers'],
      ['urn:n:5', 'note', ''],
    ]);
    expect(Object.fromEntries(left.map(({ iri, reason }) => [iri, reason]))).toEqual({
      'urn:n:2': 'orphan',
      'urn:n:3': 'orphan',
      'urn:n:4': 'elsewhere',
      'urn:n:6': 'answers-nothing',
      'urn:n:7': 'no-words',
    });
  });

  test('come once, however often the file does, and their author is who brings them', async () => {
    const debate = await aDebate();
    const who = await aPerson();
    const file = JSON.stringify([
      annotation('urn:n:1', quoted('Mines')),
      annotation('urn:n:1', quoted('Mines')),
    ]);
    valueIn(await importNotes(who, debate.roomId, into(debate, file)));
    const again = valueIn(await importNotes(who, debate.roomId, into(debate, file)));
    expect([again.attached, again.left.map(({ reason }) => reason)]).toEqual([[], ['known', 'known']]);
    expect(await keptOf(debate.roomId, who)).toHaveLength(1);
    const another = await aPerson();
    expect(valueIn(await importNotes(another, debate.roomId, into(debate, file))).attached).toHaveLength(1);
  });

  test('wait for a maintainer where notes do, and then nobody else reads them', async () => {
    const debate = await aDebate();
    await prisma.room.update({ where: { id: debate.roomId }, data: { notesNeedApproval: true } });
    const who = await aPerson();
    const file = JSON.stringify(annotation('urn:n:1', quoted('Mines')));
    valueIn(await importNotes(who, debate.roomId, into(debate, file, 'room')));
    expect(await prisma.annotation.findFirst({ where: { roomId: debate.roomId } })).toMatchObject({
      status: 'waiting',
    });
    expect(await exported(who, debate.roomId, 'jsonld')).toContain('From urn:n:1.');
    expect(await exported(await aPerson(), debate.roomId, 'jsonld', false)).not.toContain('From urn:n:1.');
  });

  test('that answer one another in a ring answer nothing', async () => {
    const debate = await aDebate();
    const ring = [
      annotation('urn:n:1', 'urn:n:2', { motivation: 'replying' }),
      annotation('urn:n:2', 'urn:n:1', { motivation: 'replying' }),
    ];
    const { left } = valueIn(
      await previewNotes(await aPerson(), debate.roomId, into(debate, JSON.stringify(ring))),
    );
    expect(left.map(({ reason }) => reason)).toEqual(['answers-nothing', 'answers-nothing']);
  });

  test('answer no private note in the open, and no note of somebody else’s that is hidden from the sender', async () => {
    const { debate, who } = await notedDebate();
    const file = JSON.parse(await exported(who, debate.roomId, 'jsonld'));
    const parent = file.first.items[0].id;
    const answer = JSON.stringify(annotation('urn:n:9', parent, { motivation: 'replying' }));
    const reasonFor = async (actor: Person, visibility: 'private' | 'room') =>
      valueIn(await previewNotes(actor, debate.roomId, into(debate, answer, visibility))).left[0]?.reason;
    expect(await reasonFor(who, 'private')).toBeUndefined();
    expect(await reasonFor(who, 'room')).toBe('answers-nothing');
    expect(await reasonFor(await aPerson(), 'private')).toBe('answers-nothing');
  });

  test('cannot stand on a claim that the sender may not read', async () => {
    const debate = await aDebate();
    const author = await aPerson();
    const claimId = await aClaim(debate, {
      status: 'suggested',
      authorId: await aSeat(author, debate.roomId),
    });
    const { code } = await prisma.claim.findUniqueOrThrow({ where: { id: claimId } });
    const home = process.env.PUBLIC_URL ?? 'http://localhost:3000';
    const file = JSON.stringify(annotation('urn:n:1', `${home}/debates/${debate.slug}/map?claim=${code}`));
    const reasonsFor = async (actor: Person) =>
      valueIn(await previewNotes(actor, debate.roomId, into(debate, file))).left.map(({ reason }) => reason);
    expect(await reasonsFor(author)).toEqual([]);
    expect(await reasonsFor(await aPerson())).toEqual(['elsewhere']);
  });

  test('are refused whole when one of them is not sound, with its place', async () => {
    const debate = await aDebate();
    const who = await aPerson();
    const file = JSON.stringify([annotation('urn:n:1', quoted('Mines')), annotation('urn:n:2', 9)]);
    expect(await importNotes(who, debate.roomId, into(debate, file))).toMatchObject({
      ok: false,
      error: { code: 'file-refused', current: { pointer: '/1/target' } },
    });
    expect(await keptOf(debate.roomId, who)).toEqual([]);
    const many = JSON.stringify(
      Array.from({ length: 1001 }, (_, index) => annotation(`urn:n:${index}`, quoted('Mines'))),
    );
    expect(codeOf(await previewNotes(who, debate.roomId, into(debate, many)))).toBe('file-refused');
  });

  test('a thousand are written at once', async () => {
    const debate = await aDebate();
    const who = await aPerson();
    const file = JSON.stringify(
      Array.from({ length: 1000 }, (_, index) => annotation(`urn:n:${index}`, quoted('Mines'))),
    );
    expect(valueIn(await importNotes(who, debate.roomId, into(debate, file, 'room'))).attached).toHaveLength(
      1000,
    );
    expect(await prisma.annotation.count({ where: { roomId: debate.roomId } })).toBe(1000);
  });

  test('of long files and texts are read and found elsewhere, and what runs out of time is refused', async () => {
    const debate = await aDebate();
    const who = await aPerson();
    const words = Array.from({ length: 300 }, (_, index) => `word${index} stands at place ${index}`);
    const text = words.map((one) => `${one}, ${'and more is said of it '.repeat(10)}.`).join(' ');
    await prisma.sourceVersion.update({ where: { id: debate.sourceVersionId }, data: { text } });
    const file = JSON.stringify(words.map((one, index) => annotation(`urn:n:${index}`, quoted(one))));
    const { attached } = valueIn(await previewNotes(who, debate.roomId, into(debate, file)));
    expect(attached.map(({ exact }) => exact)).toEqual(words);
    const hurried = await notesInFile(' '.repeat(70_000) + file, 1_000, {
      userId: who.userId,
      bounds: { deadlineMs: 1 },
    });
    expect(hurried).toMatchObject({ error: { code: 'file-refused', current: { code: 'out-of-time' } } });
  });

  test('are not written onto a text that has a newer version', async () => {
    const debate = await aDebate();
    const who = await aPerson();
    const file = JSON.stringify(annotation('urn:n:1', quoted('Mines')));
    const { sourceId } = await prisma.sourceVersion.findUniqueOrThrow({
      where: { id: debate.sourceVersionId },
    });
    const passages = valueIn(
      await passagesOfFile(
        await roomOf(who, debate.roomId),
        debate.sourceVersionId,
        valueIn(await notesInFile(file, 1, who)).notes,
        who,
      ),
    );
    expect(codeOf(await stillNewest(prisma, passages))).toBe('ok');
    await prisma.sourceVersion.create({
      data: { debateId: debate.id, sourceId, number: 2, text: 'Mines kill.' },
    });
    const outOfDate = { ok: false, error: { code: 'out-of-date', current: { newestNumber: 2 } } };
    expect(await stillNewest(prisma, passages)).toMatchObject(outOfDate);
    expect(await importNotes(who, debate.roomId, into(debate, file))).toMatchObject(outOfDate);
    expect(await keptOf(debate.roomId, who)).toEqual([]);
  });

  test('are told of in the log in their order, one number each', async () => {
    const debate = await aDebate();
    const ids = ['urn:n:1', 'urn:n:2', 'urn:n:3'];
    const file = JSON.stringify(ids.map((iri) => annotation(iri, quoted('Mines'))));
    const who = await aPerson();
    valueIn(await importNotes(who, debate.roomId, into(debate, file, 'room')));
    const events = await prisma.event.findMany({
      where: { roomId: debate.roomId, type: 'annotation-added' },
      orderBy: { ordinal: 'asc' },
    });
    const { lastEvent } = await prisma.room.findUniqueOrThrow({ where: { id: debate.roomId } });
    expect(events.map(({ subjectId }) => subjectId)).toEqual(
      ids.map((iri) => importedId(debate.roomId, who, iri)),
    );
    expect(events.map(({ ordinal }) => Number(lastEvent) - Number(ordinal))).toEqual([2, 1, 0]);
  });
});
