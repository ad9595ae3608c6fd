import { describe, expect, it } from 'vitest';
import {
  askedNow,
  isDone,
  needOfHelp,
  type PersonProgress,
  ringsOf,
  shareDone,
  sortPeople,
} from './progress';

const NOW = Date.parse('2026-09-10T10:00:00Z');
const minutesAgo = (minutes: number) => new Date(NOW - minutes * 60_000).toISOString();
const NOTHING = { votes: 0, passages: 0, annotations: 0, replies: 0, claims: 0 };

const person = (more: Partial<PersonProgress> = {}): PersonProgress => ({
  participantId: 'p',
  alias: 'Ibis',
  joinedAt: minutesAgo(30),
  lastActiveAt: minutesAgo(1),
  seenAt: minutesAgo(0),
  asksHelpAt: null,
  isMuted: false,
  isHere: true,
  isInside: false,
  hasSide: false,
  counts: NOTHING,
  ...more,
});

describe('what a room asks now', () => {
  const there = { claims: 30, passages: 12 };
  const voting = { stage: 'vote', acts: ['note', 'vote'], quotas: {} } as const;

  it('is a vote on every claim while it votes, unless it asks for fewer', () => {
    expect(askedNow(voting, there)).toEqual({ votes: 30 });
    expect(askedNow({ ...voting, quotas: { votes: 10 } }, there)).toEqual({ votes: 10 });
  });

  it('is never more than there is', () => {
    const quotas = { votes: 100, passages: 100 };
    expect(askedNow({ ...voting, quotas }, there)).toEqual({ votes: 30, passages: 12 });
    expect(askedNow(voting, { claims: 0, passages: 0 })).toEqual({});
  });

  it('leaves out what the step does not take, and everything from the reveal on', () => {
    const quotas = { votes: 5, annotations: 2, claims: 1 };
    expect(askedNow({ stage: 'explore', acts: ['note', 'claim'], quotas }, there)).toEqual({
      annotations: 2,
      claims: 1,
    });
    expect(askedNow({ stage: 'reveal', acts: ['note'], quotas }, there)).toEqual({});
  });
});

describe('progress', () => {
  const asked = { votes: 4, annotations: 2 };
  it('counts each task alike, and no more than was asked of it', () => {
    expect(shareDone({ ...NOTHING, votes: 8, annotations: 1 }, asked)).toBe(0.75);
  });
  it('is done when all of it is', () => {
    expect(isDone({ ...NOTHING, votes: 4, annotations: 1 }, asked)).toBe(false);
    expect(isDone({ ...NOTHING, votes: 4, annotations: 2 }, asked)).toBe(true);
    expect(isDone(NOTHING, {})).toBe(false);
  });
  it('makes rings without a place for anybody: the fullest first', () => {
    const people = [1, 4, 0, 2].map((votes) => person({ counts: { ...NOTHING, votes } }));
    expect(ringsOf([...people, person({ isHere: false })], { votes: 4 })).toEqual([1, 0.5, 0.25, 0]);
  });
});

describe('who may need help', () => {
  const room = { asked: { votes: 4 }, stageStartedAt: NOW - 20 * 60_000, isRevealed: false };
  const why = (more: Partial<PersonProgress>, of: Parameters<typeof needOfHelp>[1] = room) =>
    needOfHelp(person(more), of, NOW);

  it('is who asked for it, even when they are done', () => {
    expect(why({ asksHelpAt: minutesAgo(2.5), counts: { ...NOTHING, votes: 4 } })).toEqual({
      why: 'asked',
      minutes: 2,
    });
  });
  it('is who did nothing for five minutes of a step that asks for something', () => {
    expect(why({ lastActiveAt: minutesAgo(4.9) })).toBeNull();
    expect(why({ lastActiveAt: minutesAgo(7) })).toEqual({ why: 'idle', minutes: 7 });
    expect(why({ lastActiveAt: null })).toEqual({ why: 'idle', minutes: 20 });
    expect(why({ lastActiveAt: minutesAgo(7) }, { ...room, asked: {} })).toBeNull();
    expect(why({ lastActiveAt: minutesAgo(7) }, { ...room, stageStartedAt: NOW - 60_000 })).toBeNull();
  });
  it('is who has no page open', () => {
    expect(why({ seenAt: minutesAgo(3) })).toEqual({ why: 'offline', minutes: 3 });
    expect(why({ seenAt: null, joinedAt: minutesAgo(9) })).toEqual({ why: 'offline', minutes: 9 });
  });
  it('is nobody who is done, who came a moment ago, or who has not come', () => {
    expect(why({ lastActiveAt: minutesAgo(9), counts: { ...NOTHING, votes: 4 } })).toBeNull();
    expect(why({ lastActiveAt: null, seenAt: null, joinedAt: minutesAgo(1) })).toBeNull();
    expect(why({ isHere: false })).toBeNull();
  });
  it('is from the reveal on nobody but who asked for it', () => {
    const revealed = { asked: {}, stageStartedAt: NOW - 20 * 60_000, isRevealed: true };
    expect(why({ seenAt: minutesAgo(3) }, revealed)).toBeNull();
    expect(why({ seenAt: minutesAgo(3), asksHelpAt: minutesAgo(1) }, revealed)?.why).toBe('asked');
  });
});

describe('the order of people', () => {
  const room = { asked: { votes: 4 }, stageStartedAt: NOW - 20 * 60_000, isRevealed: false };
  const people = [
    person({ alias: 'Wren', counts: { ...NOTHING, votes: 3 } }),
    person({ alias: 'Ibis 10', isHere: false }),
    person({ alias: 'Ibis 2', counts: { ...NOTHING, votes: 1 }, asksHelpAt: minutesAgo(1) }),
    person({ alias: 'Heron', lastActiveAt: minutesAgo(8), joinedAt: minutesAgo(29) }),
  ];
  const aliases = (order: Parameters<typeof sortPeople>[1]) =>
    sortPeople(people, order, room, NOW, 'en').map(({ alias }) => alias);
  it('is by alias, by need, by progress or by who came last; who has not come stands at the end', () => {
    expect(aliases('alias')).toEqual(['Heron', 'Ibis 2', 'Wren', 'Ibis 10']);
    expect(aliases('help')).toEqual(['Ibis 2', 'Heron', 'Wren', 'Ibis 10']);
    expect(aliases('least')).toEqual(['Heron', 'Ibis 2', 'Wren', 'Ibis 10']);
    expect(aliases('most')).toEqual(['Wren', 'Ibis 2', 'Heron', 'Ibis 10']);
    expect(aliases('latest')).toEqual(['Heron', 'Ibis 2', 'Wren', 'Ibis 10']);
  });
});
