import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import {
  DRAFT_LIFETIME_MS,
  type DraftRecord,
  draftId,
  type FoundDraft,
  stampOf,
  wordsOfDraft,
} from './draft-record';
import {
  adoptDrafts,
  draftsFor,
  draftsKept,
  forgetDraft,
  handOverOf,
  keepDraft,
  pruneDrafts,
} from './draft-store';
import { keepHouse } from './keep-house';
import { inMemory } from './kept-storage';
import type { KeptStorage } from './kept-types';

const WREN = 'person:wren';
let storage: KeptStorage;
beforeEach(() => {
  storage = inMemory({ isLasting: true });
});

const record = (value: unknown, more: Partial<DraftRecord> = {}): DraftRecord => ({
  value,
  writer: 'a',
  count: 1,
  after: null,
  at: 1_000,
  path: '/',
  title: '',
  ...more,
});
const keep = (id: string, ...made: Parameters<typeof record>) => keepDraft(storage, id, record(...made));
const valuesOf = (found: readonly FoundDraft[]) => found.map(({ record: { value } }) => value);

test('however many tabs write into one form, in whatever order, none of them loses a word', async () => {
  const steps = fc.array(
    fc.record({ tab: fc.nat(3), does: fc.constantFrom('open', 'type', 'type', 'type') }),
    { maxLength: 40 },
  );
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      storage = inMemory({ isLasting: true });
      const main = draftId(WREN, 'note:claim:one');
      const tabs = new Map<
        number,
        { id: string; writer: string; count: number; after: string | null; text: string }
      >();
      let opened = 0;
      for (const [index, { tab, does }] of all.entries()) {
        const known = tabs.get(tab);
        if (does === 'open' || !known) {
          opened += 1;
          const [newest] = await draftsFor(storage, WREN, 'note:claim:one', index);
          tabs.set(tab, {
            id: newest?.id ?? main,
            writer: `w${opened}`,
            count: 0,
            after: newest ? stampOf(newest.record) : null,
            text: newest ? String(newest.record.value) : '',
          });
        } else {
          known.text += `${tab}${index}.`;
          known.count += 1;
          const { writer, count, after, text } = known;
          known.id = await keepDraft(storage, known.id, record(text, { writer, count, after, at: index }));
          const kept = valuesOf(await draftsKept(storage, WREN, index)).map(String);
          // Another tab may have gone on from a text; then that one holds it.
          for (const other of tabs.values())
            expect(
              kept.some((value) => value.startsWith(other.text)),
              other.text,
            ).toBe(true);
        }
      }
    }),
    { numRuns: 200 },
  );
});

test('a text against another version is found as such, and apart from the one against this version', async () => {
  await keep(draftId(WREN, 'edit-claim:one', '1'), 'older');
  await keep(draftId(WREN, 'edit-claim:one', '2'), 'newer', { at: 2_000 });
  await keep(draftId(WREN, 'edit-claim:other', '2'), 'another claim');
  const found = await draftsFor(storage, WREN, 'edit-claim:one', 3_000);
  expect(found.map(({ base, record: { value } }) => [base, value])).toEqual([
    ['2', 'newer'],
    ['1', 'older'],
  ]);
});

test('what a visitor typed goes to whoever signs in here, beside what that person had typed before', async () => {
  const of = (owner: string) => draftId(owner, 'note:claim:one', '1');
  await keep(of('visitor:tab'), 'as a visitor', { writer: 'v' });
  await keep(of('visitor:other-tab'), 'in another tab', { writer: 'o' });
  await keep(of(WREN), 'as a person');
  await adoptDrafts(storage, 'visitor:tab', WREN, 1_000);
  await adoptDrafts(storage, 'visitor:tab', WREN, 1_000);
  expect(valuesOf(await draftsFor(storage, WREN, 'note:claim:one', 1_000)).sort()).toEqual([
    'as a person',
    'as a visitor',
  ]);
  expect(valuesOf(await draftsKept(storage, 'visitor:other-tab', 1_000))).toEqual(['in another tab']);
});

test('a text discarded from a list goes only if it is still that text', async () => {
  const id = draftId(WREN, 'note:claim:one');
  await keep(id, 'as listed');
  const [listed] = await draftsKept(storage, WREN, 1_000);
  if (!listed) throw new Error('nothing kept');
  await keep(id, 'as listed, and gone on', { count: 2 });
  await forgetDraft(storage, handOverOf(listed));
  expect(valuesOf(await draftsKept(storage, WREN, 1_000))).toEqual(['as listed, and gone on']);
  const [now] = await draftsKept(storage, WREN, 1_000);
  if (now) await forgetDraft(storage, handOverOf(now));
  expect(await draftsKept(storage, WREN, 1_000)).toEqual([]);
});

test('texts go after a month, and those of earlier versions of the app a month after they are first seen', async () => {
  await keep(draftId(WREN, 'old'), 'old', { at: 0 });
  await keep(draftId(WREN, 'young'), 'young', { at: 2 });
  await storage.change([], () => ({ set: [['draft:person:wren:note:claim:one', { body: 'earlier' }]] }));
  await pruneDrafts(storage, DRAFT_LIFETIME_MS + 1);
  expect((await draftsKept(storage, WREN, 0)).map(({ key }) => key).sort()).toEqual([
    'note:claim:one',
    'young',
  ]);
  await pruneDrafts(storage, 2 * DRAFT_LIFETIME_MS + 2);
  expect(await draftsKept(storage, WREN, 0)).toEqual([]);
});

test('whoever signs in finds nothing of another person, and a visitor takes nothing away', async () => {
  const entry = (owner: string) => ({ id: owner, owner });
  await keep(draftId(WREN, 'note'), 'of Wren');
  await keep(draftId('visitor:tab', 'note'), 'of a visitor');
  await storage.change([], () => ({
    set: [WREN, 'person:heron', 'visitor:tab'].flatMap((owner): [string, unknown][] => [
      [`outbox:${owner}`, entry(owner)],
      [`opened:${owner}:room`, ['D1']],
      [`put-off:${owner}:room own motion`, ['claim']],
    ]),
  }));
  const kept = async () => (await storage.entries('')).map(([key]) => key).sort();
  const all = await kept();
  await keepHouse(Promise.resolve(storage), 'visitor:another', 1_000);
  expect(await kept()).toEqual(all);
  await keepHouse(Promise.resolve(storage), 'person:heron', 1_000);
  expect(await kept()).toEqual([
    'draft:visitor:tab:note',
    'opened:person:heron:room',
    'opened:visitor:tab:room',
    'outbox:person:heron',
    'outbox:visitor:tab',
    'put-off:person:heron:room own motion',
    'put-off:visitor:tab:room own motion',
  ]);
});

test.each([
  ['a reason', 'a reason'],
  [{ body: ' a note ', kind: 'comment', visibility: 'room' }, 'a note'],
  [{ text: 'a claim', side: 'a', speaker: 'Somebody', targetId: 'x' }, 'a claim\nSomebody'],
  [
    [
      { key: 0, text: 'one' },
      { key: 1, text: 'two' },
    ],
    'one\ntwo',
  ],
  [{ fields: { title: ['A title'], motion: ['M1', ''] }, template: 'blank' }, 'A title\nM1'],
  [{ isUnsure: true, value: null, confidence: 2, reason: '' }, ''],
  [null, ''],
])('the words of %j are %j', (value, words) => {
  expect(wordsOfDraft(value)).toBe(words);
});
