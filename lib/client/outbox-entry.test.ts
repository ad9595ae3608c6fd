import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  adopt,
  dueEntries,
  ENTRY_LIFETIME_MS,
  enqueue,
  isSuperseded,
  laneOf,
  nextDueAt,
  type OutboxAction,
  type OutboxEntry,
  subjectOf,
  withoutExpired,
} from './outbox-entry';

const vote = (claimId: string): OutboxAction => ({
  type: 'vote',
  roomId: 'room',
  claimId,
  code: 'D1',
  revision: 1,
  choice: 'agree',
});
const note = (claimId: string): OutboxAction => ({
  type: 'annotation',
  roomId: 'room',
  input: { target: { type: 'claim', claimId }, kind: 'comment', visibility: 'room', body: 'words' },
});

const entry = (id: string, action: OutboxAction, more: Partial<OutboxEntry> = {}): OutboxEntry => ({
  id,
  owner: 'person:wren',
  subject: subjectOf(action),
  action,
  seq: action.type === 'annotation' ? 0 : 1,
  pressedAt: 0,
  attempts: 0,
  notBefore: 0,
  failure: null,
  ...more,
});

const presses = fc.array(
  fc.record({
    isVote: fc.boolean(),
    subject: fc.constantFrom('one', 'two', 'three'),
    owner: fc.constantFrom('person:wren', 'person:heron'),
  }),
  { maxLength: 30 },
);

const queueOf = (list: { isVote: boolean; subject: string; owner: string }[]): OutboxEntry[] =>
  list.reduce<OutboxEntry[]>(
    (queue, { isVote, subject, owner }, index) =>
      enqueue(queue, entry(String(index), isVote ? vote(subject) : note(subject), { owner, seq: index + 1 })),
    [],
  );

describe('the queue', () => {
  test('holds at most one waiting vote a person and claim: the last one', () => {
    fc.assert(
      fc.property(presses, (list) => {
        const queue = queueOf(list);
        for (const owner of ['person:wren', 'person:heron']) {
          for (const subject of ['one', 'two', 'three']) {
            const waiting = queue.filter(
              (kept) => kept.action.type === 'vote' && kept.owner === owner && kept.subject === subject,
            );
            const last = list.findLastIndex(
              (press) => press.isVote && press.owner === owner && press.subject === subject,
            );
            expect(waiting.map(({ id }) => id)).toEqual(last === -1 ? [] : [String(last)]);
          }
        }
      }),
    );
  });

  test('loses no words, and keeps them in the order in which they were written', () => {
    fc.assert(
      fc.property(presses, (list) => {
        const notes = queueOf(list).filter(({ action }) => action.type === 'annotation');
        const written = list.flatMap((press, index) => (press.isVote ? [] : [String(index)]));
        expect(notes.map(({ id }) => id)).toEqual(written);
      }),
    );
  });

  test('leaves a vote that is under way alone, for it may already have arrived', () => {
    const queue = enqueue([entry('a', vote('one'))], entry('b', vote('one'), { seq: 2 }), new Set(['a']));
    expect(queue.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(isSuperseded(queue, entry('a', vote('one')))).toBe(true);
  });

  test('sends one entry of a lane at a time, the oldest, and only the own ones', () => {
    fc.assert(
      fc.property(presses, (list) => {
        const due = dueEntries(queueOf(list), 'person:wren', 1);
        expect(new Set(due.map(laneOf)).size).toBe(due.length);
        expect(due.every(({ owner }) => owner === 'person:wren')).toBe(true);
      }),
    );
  });

  test('does not overtake an entry that waits for its next try', () => {
    const first = entry('a', note('one'), { notBefore: 100 });
    const second = entry('b', note('one'));
    expect(dueEntries([first, second], 'person:wren', 50)).toEqual([]);
    expect(dueEntries([first, second], 'person:wren', 100)).toEqual([first]);
    // Waking up earlier for the second would be in vain.
    expect(nextDueAt([first, second], 'person:wren')).toBe(100);
  });

  test('is not held up by what was refused', () => {
    const refused = entry('a', note('one'), {
      failure: { code: 'invalid-input', message: '', field: null, current: null },
    });
    const next = entry('b', note('one'));
    expect(dueEntries([refused, next], 'person:wren', 0)).toEqual([next]);
    expect(nextDueAt([refused], 'person:wren')).toBeNull();
  });
});

describe('owners', () => {
  test('what a visitor pressed in this tab becomes the property of who signs in, and of nobody else', () => {
    const queue = [
      entry('mine', vote('one'), { owner: 'visitor:this-tab' }),
      entry('other-tab', vote('one'), { owner: 'visitor:other-tab' }),
      entry('other-person', vote('one'), { owner: 'person:heron' }),
    ];
    expect(adopt(queue, 'visitor:this-tab', 'person:wren').map(({ owner }) => owner)).toEqual([
      'person:wren',
      'visitor:other-tab',
      'person:heron',
    ]);
  });

  test('presses that nobody signed in for are forgotten after a day, those of a person are not', () => {
    const queue = [entry('visitor', vote('one'), { owner: 'visitor:tab' }), entry('person', vote('one'))];
    expect(withoutExpired(queue, ENTRY_LIFETIME_MS).map(({ id }) => id)).toEqual(['person']);
  });
});

test('a waiting vote is not replaced by one on the same claim in another room or voice, nor a first stance by the second', () => {
  const inClass = { ...vote('one'), roomId: 'class' } as OutboxAction;
  const forASide = { ...vote('one'), voice: 'assigned' } as OutboxAction;
  const stance = (round: 1 | 2): OutboxAction => ({
    type: 'stance',
    roomId: 'room',
    motionId: 'M',
    stance: { round, answer: 'unsure', value: null, confidence: null, reason: null },
  });
  const queue = [vote('one'), inClass, forASide, stance(1), stance(2), vote('one')].reduce<OutboxEntry[]>(
    (waiting, action, index) => enqueue(waiting, entry(String(index), action)),
    [],
  );
  expect(queue.map(({ id }) => id)).toEqual(['1', '2', '3', '4', '5']);
});
