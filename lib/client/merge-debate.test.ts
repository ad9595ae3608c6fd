import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { claimOf, relationOf } from '@/lib/domain/debate/testing/plain-debate';
import type { ClaimView, DebateView, VoteChoice } from '@/lib/domain/debate/view';
import { EMPTY_OVERLAY, mergeDebate, type Overlay, shiftImpact, shiftTally } from './merge-debate';
import type { OutboxEntry } from './outbox-entry';

const claim = (id: string, more: Partial<ClaimView> = {}) =>
  claimOf(id, { side: 'a', tally: { agree: 3, disagree: 1, pass: 0 }, ...more });

const relation = relationOf('D1', 'supports', 'M', { id: 'line', tally: { mean: 3, count: 2 } });

const server: DebateView = {
  id: 'debate',
  slug: 'debate',
  title: 'Title',
  question: 'Question?',
  summary: '',
  language: 'en',
  access: 'public',
  room: {
    id: 'room',
    kind: 'commons',
    name: 'Commons',
    stage: 'explore',
    round: 1,
    step: 0,
    stageEndsAt: null,
    acts: ['note', 'claim', 'vote', 'impact', 'stance'],
    isRevealed: true,
    voice: 'own',
    commonsId: 'room',
    notesNeedApproval: false,
    hiddenUntilPosted: null,
    groupName: null,
    answersIn: null,
  },
  sides: [
    { key: 'x', name: 'X', role: 'a', speaks: 'for' },
    { key: 'y', name: 'Y', role: 'b', speaks: 'against' },
  ],
  motions: [{ id: 'M', code: 'M', text: 'Motion.', shortTitle: null }],
  motion: {
    id: 'M',
    code: 'M',
    text: 'Motion.',
    shortTitle: null,
    noteCount: 0,
    stances: null,
    ownStance: null,
    firstStance: null,
    hasStated: false,
    asks: null,
    showsCheck: true,
  },
  claims: [claim('D1'), claim('D2')],
  relations: [relation],
  part: null,
  successors: {},
  viewer: null,
  sources: [],
  isOpen: true,
};

const queued = (choice: VoteChoice | null, seq: number, failed = false): OutboxEntry => ({
  id: `${seq}`,
  owner: 'person:wren',
  subject: 'D1',
  action: { type: 'vote', roomId: 'room', claimId: 'D1', code: 'D1', revision: 1, choice },
  seq,
  pressedAt: seq,
  attempts: 0,
  notBefore: 0,
  failure: failed ? { code: 'claim-archived', message: '', field: null, current: null } : null,
});

const overlay = (more: Partial<Overlay>): Overlay => ({ ...EMPTY_OVERLAY, ...more });
const first = (debate: DebateView) => debate.claims[0];

describe('own votes', () => {
  test('a press shows at once, in the answer and in the count', () => {
    const merged = first(mergeDebate(server, overlay({ queue: [queued('agree', 5)] }), 0));
    expect(merged?.ownVote).toEqual({ choice: 'agree', seq: 5, isStale: false });
    expect(merged?.tally).toEqual({ agree: 4, disagree: 1, pass: 0 });
  });

  test('what the server acknowledged holds until a view from the server is as new', () => {
    const votes = new Map([
      [
        'D1',
        {
          ownVote: { choice: 'pass' as const, seq: 5, isStale: false },
          tally: { agree: 3, disagree: 1, pass: 1 },
        },
      ],
    ]);
    expect(first(mergeDebate(server, overlay({ votes }), 0))?.tally?.pass).toBe(1);
    const newer = claim('D1', { ownVote: { choice: 'agree', seq: 6, isStale: false } });
    expect(first(mergeDebate({ ...server, claims: [newer] }, overlay({ votes }), 0))).toBe(newer);
  });

  test('a refused press no longer shows as cast', () => {
    expect(mergeDebate(server, overlay({ queue: [queued('agree', 5, true)] }), 0)).toBe(server);
  });

  test('a vote on changed words is new in the count', () => {
    const stale = {
      ...server,
      claims: [claim('D1', { ownVote: { choice: 'agree', seq: 1, isStale: true } })],
    };
    const merged = first(mergeDebate(stale, overlay({ queue: [queued('disagree', 5)] }), 0));
    expect(merged?.tally).toEqual({ agree: 3, disagree: 2, pass: 0 });
  });

  test('hidden counts stay hidden', () => {
    const blind = { ...server, claims: [claim('D1', { tally: null })] };
    expect(first(mergeDebate(blind, overlay({ queue: [queued('agree', 5)] }), 0))?.tally).toBeNull();
  });
});

describe('identity', () => {
  test('a vote changes one claim and leaves every other object as it was', () => {
    const merged = mergeDebate(server, overlay({ queue: [queued('agree', 5)] }), 0);
    expect(merged.claims[1]).toBe(server.claims[1]);
    expect(merged.relations).toBe(server.relations);
    expect(merged.motion).toBe(server.motion);
  });

  test('without anything to add the view is the server’s own', () => {
    expect(mergeDebate(server, EMPTY_OVERLAY, 0)).toBe(server);
  });
});

describe('claims made here', () => {
  const claims = new Map([['C1', { claim: claim('C1', { status: 'suggested' }), at: 10 }]]);

  test('stand in the debate until the server’s view has them, once', () => {
    expect(mergeDebate(server, overlay({ claims }), 0).claims.map(({ id }) => id)).toEqual([
      'D1',
      'D2',
      'C1',
    ]);
    const later = { ...server, claims: [...server.claims, claim('C1')] };
    expect(mergeDebate(later, overlay({ claims }), 20)).toBe(later);
  });

  test('do not come back when a newer view of the server no longer has them', () => {
    expect(mergeDebate(server, overlay({ claims }), 20).claims).toHaveLength(2);
  });
});

test('a tally keeps its total but for the vote that comes or goes', () => {
  const choice = fc.constantFrom<VoteChoice | null>('agree', 'disagree', 'pass', null);
  fc.assert(
    fc.property(fc.nat(50), fc.nat(50), fc.nat(50), choice, choice, (agree, disagree, pass, from, to) => {
      const before = { agree, disagree, pass };
      if (from !== null) before[from] += 1;
      const after = shiftTally(before, from, to);
      const total = (tally: typeof before) => tally.agree + tally.disagree + tally.pass;
      const change = (to === null ? 0 : 1) - (from === null ? 0 : 1);
      expect(after && total(after) - total(before)).toBe(change);
      expect(shiftTally(after, to, from)).toEqual(before);
    }),
  );
});

test('a mean of impacts moves as if it had been counted anew', () => {
  const weights = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(weights, fc.option(fc.integer({ min: 0, max: 4 })), (given, to) => {
      const mean = (list: number[]) => list.reduce((a, b) => a + b, 0) / list.length;
      const [own = 0, ...others] = given;
      const after = shiftImpact({ mean: mean(given), count: given.length }, own, to);
      const expected = to === null ? others : [to, ...others];
      expect(after?.count).toBe(expected.length);
      if (expected.length > 0) expect(after?.mean).toBeCloseTo(mean(expected), 9);
    }),
  );
});

describe('what was said in another place', () => {
  const stance = { answer: 'placed', value: 40, confidence: null, reason: null } as const;
  const secondRound = { ...server, room: { ...server.room, round: 2 } };
  const stated = (round: 1 | 2): OutboxEntry => ({
    ...queued('agree', 9),
    subject: 'M',
    action: { type: 'stance', roomId: 'room', motionId: 'M', stance: { ...stance, round } },
  });

  test('is not the second stance when it was the first', () => {
    const waiting: Overlay = { ...EMPTY_OVERLAY, queue: [stated(1)] };
    expect(mergeDebate(server, waiting, 1).motion.ownStance?.value).toBe(40);
    expect(mergeDebate(secondRound, waiting, 1).motion.ownStance).toBeNull();
    const answered: Overlay = {
      ...EMPTY_OVERLAY,
      stances: new Map([
        [
          'M',
          {
            ownStance: { ...stance, movedBy: [], seq: 9 },
            firstStance: null,
            hasStated: true,
            stances: null,
            place: 'room 1',
          },
        ],
      ]),
    };
    expect(mergeDebate(server, answered, 1).motion.ownStance?.value).toBe(40);
    expect(mergeDebate(secondRound, answered, 1).motion.ownStance).toBeNull();
  });

  test('is no vote of a class when it was one of the commons, nor of one’s own when it was for a side', () => {
    const waiting: Overlay = { ...EMPTY_OVERLAY, queue: [queued('agree', 9)] };
    const ownVoteIn = (room: Partial<DebateView['room']>) =>
      mergeDebate({ ...server, room: { ...server.room, ...room } }, waiting, 1).claims[0]?.ownVote.choice;
    expect(ownVoteIn({})).toBe('agree');
    expect(ownVoteIn({ id: 'class' })).toBeNull();
    expect(ownVoteIn({ voice: 'assigned' })).toBeNull();
  });
});
