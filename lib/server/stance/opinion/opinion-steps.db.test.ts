import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { VoteChoice } from '../../../domain/debate/view';
import type { ShownOpinions } from '../../../domain/stance/opinion/opinion-view';
import type { Person } from '../../../policy/actor';
import { database } from '../../database/client';
import { aClaim, aClass, aDebate, aPerson, aRevision, aSeat, type TestDebate } from '../../testing/a-debate';
import { someSeats, theyVoteNow } from '../../testing/answers';
import { valueIn } from '../../testing/expecting';
import { opinionEffects } from './opinion-effects';
import { opinionView } from './opinion-view';

const PUPILS = 14;
const CLAIMS = 8;

let debate: TestDebate;
let roomId: string;
let claimIds: string[];
let pupil: Person;
/** The pupil's is the first. */
let seats: string[];

const choiceOf = (seat: number, claim: number): VoteChoice =>
  (seat < PUPILS / 2 === (claim % 2 === 0)) !== ((seat * 3) % CLAIMS === claim) ? 'agree' : 'disagree';
const other = (choice: VoteChoice): VoteChoice => (choice === 'agree' ? 'disagree' : 'agree');
const claim = (index: number): string => claimIds[index] ?? expect.fail('no claim');

type View = typeof opinionView;

/** As another instance, or this one after a restart, sees it: nothing is known but what the database holds. */
async function freshView(): Promise<View> {
  vi.resetModules();
  return (await import('./opinion-view')).opinionView;
}

async function shownBy(view: View): Promise<ShownOpinions> {
  let shown: ShownOpinions | null = null;
  await expect
    .poll(
      async () => {
        const found = valueIn(await view(pupil, roomId));
        shown = found.state === 'shown' && (!found.isBehind || found.isWaiting) ? found : null;
        return shown !== null;
      },
      { timeout: 30_000 },
    )
    .toBe(true);
  return shown ?? expect.fail('not drawn');
}

const ofEverybody = ({ own: _, isBehind: __, isWaiting: ___, ...rest }: ShownOpinions) => rest;

const change = (from: number, to: number, index: number) =>
  Promise.all(
    seats
      .slice(from, to)
      .map((seat, i) => theyVoteNow(roomId, claim(index), [seat], other(choiceOf(from + i, index)))),
  );

let events = 0n;
/** Something that the room is told of. */
async function happens(type: string): Promise<void> {
  events += 1n;
  await database().prisma.event.create({ data: { roomId, ordinal: events, type, subjectId: randomUUID() } });
}

beforeEach(async () => {
  debate = await aDebate();
  roomId = await aClass(debate, { stage: 'vote' });
  claimIds = [];
  for (let index = 0; index < CLAIMS; index += 1) claimIds.push(await aClaim(debate));
  pupil = await aPerson();
  seats = [await aSeat(pupil, roomId), ...(await someSeats(roomId, PUPILS - 1))];
  const votes = seats.flatMap((participantId, s) =>
    claimIds.map((claimId, index) => {
      const choice = choiceOf(s, index);
      return { roomId, claimId, participantId, claimRevision: 1, choice, seq: 1n };
    }),
  );
  await database().prisma.vote.createMany({ data: votes });
  await database().prisma.voteEvent.createMany({
    data: votes.map((vote) => ({ ...vote, eventId: randomUUID() })),
  });
  await database().prisma.room.update({ where: { id: roomId }, data: { stage: 'reveal' } });
});

describe('votes after the reveal', () => {
  test('of fewer than five people wait, and the map stays as it is to the last bit', async () => {
    const before = await shownBy(opinionView);
    await change(1, 5, 2);
    const now = await shownBy(opinionView);
    expect([now.isBehind, now.isWaiting]).toEqual([true, true]);
    expect(ofEverybody(now)).toEqual(ofEverybody(before));
    // Drawn anew from the votes of then.
    expect(ofEverybody(await shownBy(await freshView()))).toEqual(ofEverybody(before));

    await change(5, 6, 2);
    await expect
      .poll(async () => (await shownBy(opinionView)).version, { timeout: 30_000 })
      .not.toBe(before.version);
    const next = await shownBy(opinionView);
    expect(next.isBehind).toBe(false);
    expect(next.claims[2]?.counts).not.toEqual(before.claims[2]?.counts);
    expect(next.groups.map(({ letter }) => letter)).toEqual(before.groups.map(({ letter }) => letter));
  });

  test('that were taken back again, or count nowhere, are nobody’s', async () => {
    const before = await shownBy(opinionView);
    await change(1, 5, 2);
    await change(5, 6, 2);
    await theyVoteNow(roomId, claim(2), seats.slice(5, 6), choiceOf(5, 2));
    const watching = await aSeat(await aPerson(), roomId, 'teacher');
    await theyVoteNow(roomId, claim(2), [watching], 'pass');
    expect(ofEverybody(await shownBy(await freshView()))).toEqual(ofEverybody(before));
  });

  test('move one’s own mark at once, and bring who is new onto the map', async () => {
    const before = await shownBy(opinionView);
    for (let index = 0; index < CLAIMS; index += 1) await change(0, 1, index);
    const now = await shownBy(opinionView);
    expect(ofEverybody(now)).toEqual(ofEverybody(before));
    expect(now.own?.x).not.toBeCloseTo(before.own?.x ?? 0, 3);
    expect(now.own?.group).not.toBe(before.own?.group);
    expect(now.own?.pulls.reduce((sum, { x }) => sum + x, 0)).toBeCloseTo(now.own?.x ?? Number.NaN, 9);

    pupil = await aPerson();
    const seat = await aSeat(pupil, roomId);
    await database().prisma.participant.update({ where: { id: seat }, data: { isCounted: true } });
    expect((await shownBy(opinionView)).own).toBeNull();
    for (let index = 0; index < CLAIMS; index += 1)
      await theyVoteNow(roomId, claim(index), [seat], index % 2 === 0 ? 'agree' : 'disagree');
    const { own, dots } = await shownBy(opinionView);
    expect(dots).toEqual(before.dots);
    expect(own).toMatchObject({ group: before.own?.group, isUnsettled: false });
  });

  test('are taken in once, by whichever instance is first', async () => {
    const [one, two] = [opinionView, await freshView()];
    const before = await Promise.all([shownBy(one), shownBy(two)]);
    expect(ofEverybody(before[1])).toEqual(ofEverybody(before[0]));
    await change(1, 12, 2);
    await change(0, 1, 5);
    const asked = async (view: View) => {
      await expect
        .poll(async () => (await shownBy(view)).version, { timeout: 30_000 })
        .not.toBe(before[0].version);
      return ofEverybody(await shownBy(view));
    };
    const [first, second] = await Promise.all([asked(one), asked(two)]);
    expect(second).toEqual(first);
    expect(ofEverybody(await shownBy(await freshView()))).toEqual(first);
    expect(await database().prisma.opinionStep.count({ where: { roomId } })).toBe(1);
  });

  test('are forgotten with the room', async () => {
    await shownBy(opinionView);
    await database().prisma.room.delete({ where: { id: roomId } });
    expect(await database().prisma.opinionStep.count({ where: { roomId } })).toBe(0);
  });
});

test('a map outlives what changes none of its votes', async () => {
  const before = await shownBy(opinionView);
  await happens('spotlight-changed');
  expect(await shownBy(opinionView)).toEqual(before);
});

describe('a map of fewer than five people', () => {
  test('is drawn for nobody: votes on other words, archived claims and the motion do not count', async () => {
    const { prisma } = database();
    await prisma.vote.deleteMany({ where: { roomId, claimId: { in: claimIds.slice(2) } } });
    await prisma.vote.deleteMany({
      where: { roomId, claimId: claim(1), participantId: { in: seats.slice(4) } },
    });
    await aRevision(claim(0), true);
    await theyVoteNow(roomId, debate.motionId, seats, 'agree');
    expect(valueIn(await opinionView(pupil, roomId))).toMatchObject({ state: 'too-few', people: 4 });
    expect(valueIn(await opinionEffects(pupil, roomId))).toMatchObject({ state: 'too-few', people: 4 });
    await prisma.claim.update({ where: { id: claim(1) }, data: { status: 'archived' } });
    await happens('claim-archived');
    expect(valueIn(await opinionView(pupil, roomId))).toMatchObject({ state: 'too-few', people: 0 });
  });

  test('is no map any more when its votes have gone, and is one again with five', async () => {
    const { counts } = await shownBy(opinionView);
    expect(counts).toEqual({ people: PUPILS, claims: CLAIMS, votes: PUPILS * CLAIMS });
    for (const [index, id] of claimIds.entries()) if (index > 0) await theyVoteNow(roomId, id, seats, null);
    await theyVoteNow(roomId, claim(0), seats.slice(4), null);
    const state = async () => valueIn(await opinionView(pupil, roomId)).state;
    await expect.poll(state, { timeout: 30_000 }).toBe('too-few');
    await theyVoteNow(roomId, claim(1), seats.slice(0, 5), 'agree');
    expect((await shownBy(opinionView)).counts.people).toBe(5);
  });
});

test('a dot stands where its person stood last: nowhere for who is not sure any more', async () => {
  const { prisma } = database();
  const state = (participantId: string, round: number, value: number | null) =>
    prisma.stance.create({
      data: {
        roomId,
        motionId: debate.motionId,
        participantId,
        round,
        answer: value === null ? 'unsure' : 'placed',
        value,
        seq: 1n,
        eventId: randomUUID(),
      },
    });
  for (const [index, seat] of seats.entries()) {
    await state(seat, 1, 50 + index);
    await state(seat, 2, index < 6 ? null : -50 - index);
  }
  const { dots } = await shownBy(opinionView);
  const stances = dots.map(({ stance }) => stance);
  // Where it is told at all: not of who is in no group.
  expect(stances.filter((stance) => stance === null).length).toBeGreaterThanOrEqual(6);
  expect(stances.filter((stance) => stance !== null && stance < 0).length).toBeGreaterThanOrEqual(5);
  expect(stances.filter((stance) => stance !== null && stance > 0)).toEqual([]);
});
