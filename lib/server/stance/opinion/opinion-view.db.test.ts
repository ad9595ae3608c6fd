import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, test } from 'vitest';
import type { VoteChoice } from '../../../domain/debate/view';
import type { ShownOpinions } from '../../../domain/stance/opinion/opinion-view';
import type { Person } from '../../../policy/actor';
import { database } from '../../database/client';
import { roomContext } from '../../room/room-context';
import {
  aBreakout,
  aClaim,
  aClass,
  aDebate,
  aParticipant,
  aPerson,
  aSeat,
  type TestDebate,
} from '../../testing/a-debate';
import { someSeats, theyVoteNow } from '../../testing/answers';
import { codeOf, valueIn } from '../../testing/expecting';
import { claimPriorities } from './claim-priorities';
import { opinionLens, opinionTimeline, opinionView } from './opinion-view';

process.env.AUTH_SECRET ??= 'a secret for tests, of enough letters';

const PUPILS = 16;
const CLAIMS = 8;

let debate: TestDebate;
let roomId: string;
let claimIds: string[];
let pupils: { who: Person; seatId: string }[];
let teacher: Person;

const choiceOf = (pupil: number, claim: number): VoteChoice => {
  const isStraying = (pupil * 3) % CLAIMS === claim;
  return (pupil < PUPILS / 2 === (claim % 2 === 0)) !== isStraying ? 'agree' : 'disagree';
};

const vote = (claimId: string, participantId: string, choice: VoteChoice) => ({
  roomId,
  claimId,
  claimRevision: 1,
  participantId,
  choice,
  seq: 1n,
});

const setStage = (stage: 'vote' | 'reveal') =>
  database().prisma.room.update({ where: { id: roomId }, data: { stage } });

const priorities = async (motionId: string) =>
  claimPriorities((await roomContext(teacher, roomId)) ?? expect.fail('no room'), motionId);

async function shown(who: Person): Promise<ShownOpinions> {
  let view: ShownOpinions | null = null;
  await expect
    .poll(
      async () => {
        const found = valueIn(await opinionView(who, roomId));
        if (found.state === 'shown' && !found.isBehind) view = found;
        return found.state;
      },
      { timeout: 30_000 },
    )
    .toBe('shown');
  return view ?? expect.fail('behind');
}

beforeAll(async () => {
  debate = await aDebate();
  roomId = await aClass(debate, { stage: 'vote' });
  claimIds = [];
  for (let claim = 0; claim < CLAIMS; claim += 1) claimIds.push(await aClaim(debate));
  teacher = await aPerson();
  const teacherSeat = await aSeat(teacher, roomId, 'teacher');
  pupils = [];
  for (let pupil = 0; pupil < PUPILS; pupil += 1) {
    const who = await aPerson();
    pupils.push({ who, seatId: await aSeat(who, roomId) });
  }
  await database().prisma.vote.createMany({
    data: pupils.flatMap(({ seatId }, pupil) =>
      claimIds.map((claimId, claim) => vote(claimId, seatId, choiceOf(pupil, claim))),
    ),
  });
  await database().prisma.vote.createMany({ data: claimIds.map((id) => vote(id, teacherSeat, 'agree')) });
}, 60_000);

describe('the opinion map of a class', () => {
  test('is hidden from everybody until the reveal, and so are votes on single claims', async () => {
    const [pupil] = pupils;
    for (const who of [teacher, pupil?.who ?? expect.fail('nobody')]) {
      expect(valueIn(await opinionView(who, roomId))).toEqual({ state: 'hidden' });
      const asked = { claimId: claimIds[0] ?? '', version: 'any' };
      expect(codeOf(await opinionLens(who, roomId, asked))).toBe('not-now');
    }
    expect(await priorities(debate.motionId)).toBeNull();
  });

  test('is not waited for: the first who asks is told that it is being drawn', async () => {
    await setStage('reveal');
    expect(valueIn(await opinionView(teacher, roomId))).toMatchObject({ state: 'placing', people: PUPILS });
    const view = await shown(teacher);
    expect(view.counts).toEqual({ people: PUPILS, claims: CLAIMS, votes: PUPILS * CLAIMS });
    expect(view.groups.map(({ people }) => people)).toEqual([8, 8]);
    // Who teaches is no dot on it.
    expect(view.own).toBeNull();
    const byClaim = await priorities(view.motion.id);
    expect([...(byClaim?.keys() ?? [])].sort()).toEqual([...claimIds].sort());
    expect(Math.min(...(byClaim?.values() ?? []))).toBeGreaterThan(0);
  });

  test('tells each person their own place and nobody else’s, and no id of anybody', async () => {
    const [one, another] = [pupils[0], pupils.at(-1)];
    if (!one || !another) return expect.fail('nobody');
    const [mine, theirs] = [await shown(one.who), await shown(another.who)];
    expect(mine.own?.group).not.toBe(theirs.own?.group);
    expect(mine.own?.pulls).toHaveLength(CLAIMS);
    const { own: _, ...rest } = mine;
    const { own: __, ...same } = theirs;
    expect(rest).toEqual(same);
    for (const { seatId } of pupils) expect(JSON.stringify(rest)).not.toContain(seatId);
  });

  test('shows votes on one claim of the map that is shown, and of no other', async () => {
    const [pupil] = pupils;
    const who = pupil?.who ?? expect.fail('nobody');
    const { version, dots } = await shown(who);
    const claimId = claimIds[0] ?? '';
    const lens = valueIn(await opinionLens(who, roomId, { claimId, version }));
    expect(lens.votes).toHaveLength(dots.length);
    expect(lens.votes?.filter((choice) => choice === 'agree')).toHaveLength(
      pupils.filter((_, index) => choiceOf(index, 0) === 'agree').length,
    );
    expect(codeOf(await opinionLens(who, roomId, { claimId, version: 'old' }))).toBe('out-of-date');
    expect(codeOf(await opinionLens(who, roomId, { claimId: uuidv7(), version }))).toBe('not-found');
  });

  test('is that of its groups too, with its votes and its replay', async () => {
    const [pupil] = pupils;
    const who = pupil?.who ?? expect.fail('nobody');
    const groupId = await aBreakout(debate, roomId);
    await aSeat(who, groupId);
    const view = await shown(who);
    expect(valueIn(await opinionView(who, groupId))).toEqual(view);
    const asked = { claimId: claimIds[0] ?? '', version: view.version };
    expect(valueIn(await opinionLens(who, groupId, asked))).toEqual(
      valueIn(await opinionLens(who, roomId, asked)),
    );
    expect(codeOf(await opinionTimeline(who, groupId, { version: view.version }))).toBe('ok');
  });

  test('follows votes that come later, and says meanwhile that it is behind', async () => {
    const before = await shown(teacher);
    const late = await someSeats(roomId, 5);
    await database().prisma.participant.updateMany({
      where: { id: { in: late } },
      data: { isCounted: true },
    });
    await theyVoteNow(roomId, claimIds[0] ?? '', late, 'agree');
    expect(valueIn(await opinionView(teacher, roomId))).toMatchObject({
      isBehind: true,
      version: before.version,
    });
    await expect
      .poll(
        async () => {
          const view = valueIn(await opinionView(teacher, roomId));
          return view.state === 'shown' ? view.counts.people : 0;
        },
        { timeout: 30_000 },
      )
      .toBe(PUPILS + 5);
    const view = await shown(teacher);
    expect(view.groups.map(({ id }) => id)).toEqual(before.groups.map(({ id }) => id));
  });

  test('says in words that there are too few', async () => {
    const small = await aClass(debate, { stage: 'reveal' });
    const who = await aParticipant(small);
    expect(valueIn(await opinionView(who, small))).toMatchObject({ state: 'too-few', people: 0, fewest: 5 });
  });
});
