import fc from 'fast-check';
import { uuidv7 } from 'uuidv7';
import { describe, expect, test } from 'vitest';
import { isGap } from '../../domain/annotation/threads';
import type { AnnotationThread } from '../../domain/annotation/view';
import { isNoMoreOpen } from '../../domain/annotation/visibility';
import type { NoteStatus, ParticipantRole, Visibility } from '../../domain/debate/view';
import { type Actor, makeActor, type Person } from '../../policy/actor';
import { can } from '../../policy/can';
import type { AnnotationSubject } from '../../policy/subjects';
import { testDatabase } from '../database/testing';
import { type RoomContext, roomContext } from '../room/room-context';
import { aBreakout, aClaim, aClass, aDebate, aPerson, aSeat } from '../testing/a-debate';
import { annotationSubject, annotationThreads } from './annotation-views';
import { noteCounts } from './note-counts';
import { tagsInUse } from './note-lists';
import { annotationRows } from './note-rows';
import { openMarks } from './open-marks';
import { visibleNotes, visibleNotesSql } from './visible-notes';

const { prisma } = testDatabase();

/**
 * Who sees which note is said in the policy, as a Prisma condition and as SQL. Here it is said once more, as a person would,
 * and all of them have to agree, whoever looks from wherever at whatever notes there are.
 */

const ROOMS = ['commons', 'class', 'first', 'second'] as const;
type Place = (typeof ROOMS)[number];
const ABOVE: Record<Place, readonly Place[]> = {
  commons: ['commons'],
  class: ['commons', 'class'],
  first: ['commons', 'class', 'first'],
  second: ['commons', 'class', 'second'],
};

/** Everybody's seats; the editor is a seat without an account, as the worked debate has it. */
const SEATS = {
  visitor: {},
  newcomer: {},
  ann: { commons: 'participant', class: 'participant', first: 'participant' },
  ben: { class: 'participant', second: 'participant' },
  watcher: { class: 'observer' },
  teacher: { class: 'teacher' },
  owner: { commons: 'owner' },
  administrator: {},
} as const satisfies Record<string, Partial<Record<Place, ParticipantRole>>>;
type Who = keyof typeof SEATS;
const seatsOf = (who: Who): Partial<Record<Place, ParticipantRole>> => SEATS[who];

type Author = 'ann' | 'ben' | 'teacher' | 'owner' | 'editor';

interface Note {
  home: Place;
  author: Author;
  visibility: Visibility;
  group: Place | null;
  status: NoteStatus;
  isRemoved: boolean;
  /** Index of the note that it answers. */
  parent: number | null;
}

type Required = Record<Place, number>;

const canLook = (who: Who, from: Place): boolean =>
  from === 'commons' ||
  who === 'administrator' ||
  from in seatsOf(who) ||
  (who === 'teacher' && ABOVE[from].includes('class'));

const maintains = (who: Who, home: Place): boolean =>
  (who === 'owner' && home === 'commons') || (who === 'teacher' && ABOVE[home].includes('class'));

const postedBy = (who: Who, home: Place, notes: readonly Note[]): number =>
  notes.filter(
    (one) => one.author === who && one.home === home && one.visibility !== 'private' && !one.isRemoved,
  ).length;

function rootOf(notes: readonly Note[], note: Note): Note {
  let root = note;
  for (let at = note.parent; at !== null; at = root.parent) root = notes[at] ?? root;
  return root;
}

/** What one reader sees of one note on its own, said once more. */
function expected(
  who: Who,
  from: Place,
  notes: readonly Note[],
  index: number,
  required: Required,
): 'words' | 'gap' | null {
  const note = notes[index];
  if (!note || !ABOVE[from].includes(note.home)) return null;
  const { home, visibility, author } = note;
  const shown = note.isRemoved ? 'gap' : 'words';
  if (author === who) return shown;
  if (maintains(who, home) && visibility !== 'private') return shown;
  const isForAll = visibility === 'room' || visibility === 'public';
  if (who === 'administrator' && isForAll) return shown;
  if (postedBy(who, home, notes) < required[home] && author !== 'editor') return null;
  const parent = note.parent === null ? null : notes[note.parent];
  const answersOwn = note.parent !== null && (parent?.author === who || rootOf(notes, note).author === who);
  const reaches =
    visibility === 'public' ||
    (who !== 'visitor' && visibility === 'room') ||
    (note.group !== null && note.group in seatsOf(who)) ||
    (visibility !== 'private' && answersOwn);
  if (!reaches) return null;
  return note.status === 'published' ? shown : 'gap';
}

/** The facts that the policy asks about, drawn from the scene instead of the database. */
function subjectOf(
  who: Who,
  from: Place,
  room: RoomContext,
  notes: readonly Note[],
  index: number,
  required: Required,
): AnnotationSubject {
  const note = notes[index];
  if (!note) throw new Error('There is no such note');
  const { home, visibility, status, author, isRemoved } = note;
  const parent = note.parent === null ? null : notes[note.parent];
  const posted = postedBy(who, home, notes);
  return {
    room,
    isFromHere: home === from,
    visibility,
    status,
    isOwn: author === who,
    isEditors: author === 'editor',
    answersOwn: note.parent !== null && (parent?.author === who || rootOf(notes, note).author === who),
    isInGroup: note.group !== null && note.group in seatsOf(who),
    maintainsHome: maintains(who, home),
    isHeldBack: !maintains(who, home) && posted < required[home],
    isRemoved,
    isLocked: false,
    isMark: note.parent === null && visibility !== 'private' && visibility !== 'teachers',
  };
}

const anyNote = fc.record({
  home: fc.constantFrom(...ROOMS),
  author: fc.constantFrom<Author>('ann', 'ben', 'teacher', 'owner', 'editor'),
  visibility: fc.constantFrom<Visibility>('private', 'teachers', 'group', 'room', 'public'),
  group: fc.constantFrom<Place>('first', 'second'),
  status: fc.constantFrom<NoteStatus>('published', 'published', 'published', 'waiting', 'hidden'),
  isRemoved: fc.constantFrom(false, false, false, true),
  parent: fc.option(fc.nat(9), { nil: null, freq: 2 }),
});

/** Makes of any facts such as can stand together: authors with a seat, answers no more open than what they answer. */
function sound(drafts: readonly Note[]): Note[] {
  const notes: Note[] = [];
  for (const draft of drafts) {
    const parent = draft.parent === null ? null : (notes[draft.parent % Math.max(1, notes.length)] ?? null);
    const home = parent ? parent.home : draft.home;
    const seats: Partial<Record<Author, readonly Place[]>> = {
      ann: ['commons', 'class', 'first'],
      ben: ['class', 'second'],
      teacher: ['class'],
      owner: ['commons'],
      editor: ['commons'],
    };
    if (!seats[draft.author]?.includes(home)) continue;
    if (draft.visibility === 'public' && home !== 'commons') continue;
    if (parent && !isNoMoreOpen(draft.visibility, parent.visibility)) continue;
    const isForGroup = draft.visibility === 'group';
    if (isForGroup && draft.group !== null && !ABOVE[draft.group].includes(home)) continue;
    const group = isForGroup ? (parent?.group ?? draft.group) : null;
    notes.push({ ...draft, home, group, parent: parent ? notes.indexOf(parent) : null });
  }
  return notes;
}

const aScene = async () => {
  const debate = await aDebate();
  const classId = await aClass(debate);
  const rooms: Record<Place, string> = {
    commons: debate.roomId,
    class: classId,
    first: await aBreakout(debate, classId, 'First'),
    second: await aBreakout(debate, classId, 'Second'),
  };
  const claimId = await aClaim(debate);
  const people = {} as Record<Who, Actor>;
  const seats = new Map<string, string>();
  for (const who of Object.keys(SEATS) as Who[]) {
    const person: Person = await aPerson({ isAdministrator: who === 'administrator' });
    people[who] = who === 'visitor' ? makeActor.visitor() : person;
    for (const [place, role] of Object.entries(seatsOf(who)) as [Place, ParticipantRole][]) {
      seats.set(`${who} ${place}`, await aSeat(person, rooms[place], role));
    }
  }
  const editor = await prisma.participant.create({
    data: {
      roomId: rooms.commons,
      role: 'owner',
      alias: 'The editors',
      aliasKey: uuidv7(),
      isEditor: true,
    },
  });
  seats.set('editor commons', editor.id);

  const write = async (notes: readonly Note[]): Promise<string[]> => {
    await prisma.annotation.deleteMany({ where: { debateId: debate.id } });
    const ids: string[] = [];
    for (const [index, note] of notes.entries()) {
      const parentId = note.parent === null ? null : (ids[note.parent] ?? null);
      let at = note;
      while (at.parent !== null) at = notes[at.parent] ?? at;
      const { id } = await prisma.annotation.create({
        data: {
          debateId: debate.id,
          roomId: rooms[note.home],
          authorId: seats.get(`${note.author} ${note.home}`) ?? null,
          kind: 'comment',
          visibility: note.visibility,
          groupId: note.group && rooms[note.group],
          status: note.status,
          statusReason: note.status === 'hidden' ? 'A name.' : null,
          tags: note.isRemoved ? [] : [`tag ${index}`],
          removedAt: note.isRemoved ? new Date() : null,
          ...(parentId === null
            ? {
                claimId,
                mark: note.visibility === 'private' || note.visibility === 'teachers' ? null : 'unclear',
              }
            : { parentId, rootId: ids[notes.indexOf(at)] ?? null }),
          revisions: { create: { number: 1, body: `${index}`, visibility: note.visibility } },
        },
      });
      ids.push(id);
    }
    return ids;
  };
  const require = async (required: Required): Promise<void> => {
    for (const place of ROOMS) {
      await prisma.room.update({ where: { id: rooms[place] }, data: { notesBeforeOthers: required[place] } });
    }
  };
  return { rooms, claimId, people, write, require };
};

const flat = (threads: readonly AnnotationThread[]): AnnotationThread['note'][] =>
  threads.flatMap(({ note, replies }) => [note, ...flat(replies)]);

describe('which notes a reader sees', () => {
  test('is the same in the policy, in lists, in counts, in marks, in tags and in SQL, for everyone and from everywhere', async () => {
    const { rooms, claimId, people, write, require } = await aScene();
    const anyRequired = fc.record({
      commons: fc.constantFrom(0, 0, 1, 2),
      class: fc.constantFrom(0, 0, 1, 2),
      first: fc.constantFrom(0, 1),
      second: fc.constant(0),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyNote, { minLength: 6, maxLength: 16 }).map(sound),
        anyRequired,
        async (notes, required) => {
          await require(required);
          const ids = await write(notes);
          for (const [who, actor] of Object.entries(people) as [Who, Actor][]) {
            for (const from of ROOMS) {
              const room = await roomContext(actor, rooms[from]);
              const said = `${who} from ${from}`;
              expect(room !== null, said).toBe(canLook(who, from));
              if (!room) continue;
              const alone = notes.map((_, index) => expected(who, from, notes, index, required));
              const isInThread = (index: number): boolean => {
                if (alone[index] === null) return false;
                const parent = notes[index]?.parent ?? null;
                return parent === null || isInThread(parent);
              };
              const inThread = alone.map((sees, index) => (isInThread(index) ? sees : null));
              const withSight = (of: typeof alone, sight: 'words' | 'place') =>
                ids
                  .filter((_, index) => (sight === 'words' ? of[index] === 'words' : of[index] !== null))
                  .sort();

              const rows = await annotationRows(prisma, actor, room, {});
              expect(rows.map(({ id }) => id).sort(), said).toEqual(withSight(alone, 'place'));
              const byPrisma = await prisma.annotation.findMany({
                where: visibleNotes(actor, room, 'words'),
                select: { id: true },
              });
              expect(byPrisma.map(({ id }) => id).sort(), said).toEqual(withSight(alone, 'words'));
              const bySql = await prisma.$queryRaw<{ id: string; hasWords: boolean }[]>`
                SELECT n."id", ${visibleNotesSql(room, 'words', { name: 'n' })} AS "hasWords" FROM "Annotation" n
                WHERE ${visibleNotesSql(room, 'place', { name: 'n' })} ORDER BY n."id"`;
              expect(bySql.map(({ id }) => id).sort(), said).toEqual(withSight(alone, 'place'));
              expect(
                bySql
                  .filter(({ hasWords }) => hasWords)
                  .map(({ id }) => id)
                  .sort(),
                said,
              ).toEqual(withSight(alone, 'words'));
              for (const [index, note] of notes.entries()) {
                if (!ABOVE[from].includes(note.home)) continue;
                const subject = subjectOf(who, from, room, notes, index, required);
                const sees = alone[index];
                expect(can(actor, 'annotation:find', subject), said).toBe(sees !== null);
                const reads = can(actor, 'annotation:read', subject) && !subject.isRemoved;
                expect(reads, said).toBe(sees === 'words');
              }
              for (const row of rows) {
                const subject = annotationSubject(room, row);
                expect(subject).toEqual(subjectOf(who, from, room, notes, ids.indexOf(row.id), required));
              }
              const listed = flat((await annotationThreads(actor, rooms[from], { claimId })) ?? []);
              const words = listed.filter((note) => !isGap(note));
              expect(words.map(({ id }) => id).sort(), said).toEqual(withSight(inThread, 'words'));
              for (const gap of listed.filter(isGap)) {
                expect([gap.body, gap.tags, gap.mentions, gap.helpfulCount]).toEqual(['', [], [], 0]);
              }
              const counts = await noteCounts(prisma, room);
              expect(counts.byClaim.get(claimId) ?? 0, said).toBe(words.length);
              const marks = (await openMarks(prisma, room)).get(claimId) ?? [];
              expect(marks.reduce((sum, { count }) => sum + count, 0)).toBe(
                words.filter(({ mark }) => mark !== null).length,
              );
              const tags = await tagsInUse(actor, rooms[from]);
              expect(tags.ok && tags.value.tags.reduce((sum, { count }) => sum + count, 0), said).toBe(
                alone.filter((sees, index) => {
                  let at = index;
                  while (notes[at]?.parent != null) at = notes[at]?.parent ?? at;
                  return sees === 'words' && alone[at] !== null;
                }).length,
              );
            }
          }
        },
      ),
      { numRuns: 4 },
    );
  }, 120_000);
});
