import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, test } from 'vitest';
import type { VoteChoice } from '../../../domain/debate/view';
import type { OpinionFrame, ShownOpinions } from '../../../domain/stance/opinion/opinion-view';
import type { Person } from '../../../policy/actor';
import { database } from '../../database/client';
import { roomContext } from '../../room/room-context';
import { aClaim, aClass, aDebate, aPerson, aSeat, type TestDebate } from '../../testing/a-debate';
import { codeOf, valueIn } from '../../testing/expecting';
import { claimPriorities } from './claim-priorities';
import { opinionLens, opinionTimeline, opinionView } from './opinion-view';

process.env.AUTH_SECRET ??= 'a secret for tests, of enough letters';

const PUPILS = 20;
const CLAIMS = 10;
/** Answered by four alone. */
const RARE = CLAIMS - 1;
const BEGIN = Date.UTC(2026, 4, 4, 8, 0);
const HOUR = 3_600_000;

let debate: TestDebate;
let roomId: string;
let claimIds: string[];
let pupils: { who: Person; seatId: string }[];

const choiceOf = (pupil: number, claim: number): VoteChoice =>
  (pupil < PUPILS / 2 === (claim % 2 === 0)) !== ((pupil * 3) % CLAIMS === claim) ? 'agree' : 'disagree';

/** The first ten vote in the first hour, the others in the third; all of them again on the first claim, a day later. */
const momentOf = (pupil: number, claim: number): Date =>
  new Date(BEGIN + (pupil < 10 ? 0 : 2 * HOUR) + (claim * PUPILS + pupil) * 1_000);

const setStage = (stage: 'vote' | 'reveal') =>
  database().prisma.room.update({ where: { id: roomId }, data: { stage } });

beforeAll(async () => {
  debate = await aDebate();
  roomId = await aClass(debate, { stage: 'vote' });
  claimIds = [];
  for (let claim = 0; claim < CLAIMS; claim += 1) claimIds.push(await aClaim(debate));
  pupils = [];
  for (let pupil = 0; pupil < PUPILS; pupil += 1) {
    const who = await aPerson();
    pupils.push({ who, seatId: await aSeat(who, roomId) });
  }
  const votes = pupils.flatMap(({ seatId }, pupil) =>
    claimIds.flatMap((claimId, claim) =>
      claim === RARE && pupil >= 4
        ? []
        : [
            {
              vote: {
                roomId,
                claimId,
                claimRevision: 1,
                participantId: seatId,
                choice: choiceOf(pupil, claim),
                seq: 1n,
              },
              at: momentOf(pupil, claim),
              isChanged: claim === 0,
            },
          ],
    ),
  );
  const { prisma } = database();
  await prisma.vote.createMany({
    data: votes.map(({ vote, at, isChanged }) => ({
      ...vote,
      votedAt: isChanged ? new Date(BEGIN + 24 * HOUR) : at,
    })),
  });
  await prisma.voteEvent.createMany({
    data: votes.flatMap(({ vote, at, isChanged }) => [
      { ...vote, eventId: uuidv7(), recordedAt: at },
      ...(isChanged ? [{ ...vote, eventId: uuidv7(), recordedAt: new Date(BEGIN + 24 * HOUR) }] : []),
    ]),
  });
}, 60_000);

const aPupil = (): Person => pupils[0]?.who ?? expect.fail('nobody');

async function shown(): Promise<ShownOpinions> {
  const ask = async () => valueIn(await opinionView(aPupil(), roomId));
  await expect.poll(async () => (await ask()).state, { timeout: 30_000 }).toBe('shown');
  const view = await ask();
  return view.state === 'shown' ? view : expect.fail(view.state);
}

async function framesOf(version: string): Promise<OpinionFrame[]> {
  const ask = async () => valueIn(await opinionTimeline(aPupil(), roomId, { version }));
  await expect.poll(async () => (await ask()).state, { timeout: 30_000 }).toBe('shown');
  const timeline = await ask();
  return timeline.state === 'shown' ? timeline.frames : expect.fail(timeline.state);
}

describe('how the opinion map of a class came to be', () => {
  test('is told to nobody before the reveal, and of no other map than the one that is shown', async () => {
    expect(codeOf(await opinionTimeline(aPupil(), roomId, { version: 'any' }))).toBe('not-now');
    await setStage('reveal');
    const { version } = await shown();
    expect(codeOf(await opinionTimeline(aPupil(), roomId, { version: 'old' }))).toBe('out-of-date');
    expect(valueIn(await opinionTimeline(aPupil(), roomId, { version }))).toEqual({ state: 'placing' });
  });

  test('ends with the shown dots, and names nobody', async () => {
    const { version, dots, counts } = await shown();
    const frames = await framesOf(version);
    const last = frames.at(-1);
    expect(last?.dots).toEqual(dots.map(({ stance: _, ...dot }) => dot));
    expect([last?.votes, last?.people]).toEqual([counts.votes, PUPILS]);
    for (const { seatId } of pupils) expect(JSON.stringify(frames)).not.toContain(seatId);
  });

  test('goes by when each vote was first given, to the hour, at least five people at a time', async () => {
    const { version } = await shown();
    const frames = await framesOf(version);
    expect(frames.map(({ people }) => people)).toEqual(expect.arrayContaining([10, PUPILS]));
    expect([...new Set(frames.map(({ at }) => at))]).toEqual([
      '2026-05-04T08:00:00.000Z',
      '2026-05-04T10:00:00.000Z',
    ]);
    for (const [i, { people }] of frames.entries()) {
      const came = people - (frames[i - 1]?.people ?? 0);
      expect(came === 0 || came >= 5).toBe(true);
    }
  });

  test('tells nothing of a claim that fewer than five voted on', async () => {
    const { version, claims } = await shown();
    const claimId = claimIds[RARE] ?? expect.fail('no claim');
    expect(claims.find((claim) => claim.claimId === claimId)).toMatchObject({ counts: null, effect: null });
    expect(valueIn(await opinionLens(aPupil(), roomId, { claimId, version })).votes).toBeNull();
  });

  test('closes with the map when a class goes back behind its reveal', async () => {
    const { version, motion } = await shown();
    const priorities = async () =>
      claimPriorities((await roomContext(aPupil(), roomId)) ?? expect.fail('no room'), motion.id);
    expect((await priorities())?.size).toBe(CLAIMS);
    await setStage('vote');
    expect(valueIn(await opinionView(aPupil(), roomId))).toEqual({ state: 'hidden' });
    expect(codeOf(await opinionTimeline(aPupil(), roomId, { version }))).toBe('not-now');
    const claimId = claimIds[0] ?? '';
    expect(codeOf(await opinionLens(aPupil(), roomId, { claimId, version }))).toBe('not-now');
    expect(await priorities()).toBeNull();
  });
});
