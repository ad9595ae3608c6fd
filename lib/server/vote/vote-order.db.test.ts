import { beforeAll, describe, expect, test } from 'vitest';
import type { RoomStage, VoteChoice } from '../../domain/debate/view';
import { roomSlug } from '../../domain/room/room-slug';
import type { Person } from '../../policy/actor';
import { database } from '../database/client';
import { debateView } from '../debate/queries';
import { roomBySlug } from '../room/room-context';
import { aClaim, aClass, aDebate, aParticipant, type TestDebate } from '../testing/a-debate';
import { voteOrder } from './vote-order';

process.env.AUTH_SECRET ??= 'a secret for tests, of enough letters';

const CLAIMS = 6;
const PEOPLE = 8;

async function orderFor(who: Person, slug: string): Promise<string[]> {
  const [room, debate] = await Promise.all([roomBySlug(who, slug), debateView(who, slug)]);
  if (!room || !debate) return expect.fail('no room');
  return voteOrder(room, debate, who.userId);
}

const seatOf = async (who: Person, roomId: string) =>
  (await database().prisma.participant.findFirstOrThrow({ where: { roomId, userId: who.userId } })).id;

async function castAll(roomId: string, votes: readonly (readonly [Person, string, VoteChoice])[]) {
  const rows = await Promise.all(
    votes.map(async ([who, claimId, choice]) => ({
      roomId,
      claimId,
      claimRevision: 1,
      participantId: await seatOf(who, roomId),
      choice,
      seq: 1n,
    })),
  );
  await database().prisma.vote.createMany({ data: rows });
}

describe('in a class', () => {
  let debate: TestDebate;
  let roomId: string;
  let slug: string;
  let claimIds: string[];
  let people: Person[];
  const setStage = (stage: RoomStage) =>
    database().prisma.room.update({ where: { id: roomId }, data: { stage } });

  beforeAll(async () => {
    debate = await aDebate();
    claimIds = [];
    for (let index = 0; index < CLAIMS; index += 1) claimIds.push(await aClaim(debate));
    roomId = await aClass(debate, { stage: 'vote' });
    const { key } = await database().prisma.room.findUniqueOrThrow({ where: { id: roomId } });
    slug = roomSlug(debate.slug, key);
    people = [];
    for (let index = 0; index < PEOPLE; index += 1) people.push(await aParticipant(roomId));
  });

  test('before the reveal it is the same however others vote', async () => {
    const before = await Promise.all(people.slice(6).map((who) => orderFor(who, slug)));
    await castAll(
      roomId,
      people.slice(0, 6).flatMap((who) => claimIds.slice(0, 3).map((id) => [who, id, 'pass'] as const)),
    );
    expect(await Promise.all(people.slice(6).map((who) => orderFor(who, slug)))).toEqual(before);
  });

  test('two who came in one after the other meet the claims the other way round', async () => {
    const [one, other] = await Promise.all(people.slice(6).map((who) => orderFor(who, slug)));
    expect(other).toEqual([...(one ?? [])].reverse());
    expect([...(one ?? [])].sort()).toEqual([...claimIds].sort());
  });

  test('a claim that came while the class votes is met sooner, and moves no other', async () => {
    const before = await Promise.all(people.map((who) => orderFor(who, slug)));
    const late = await aClaim(debate, { roomId });
    const after = await Promise.all(people.map((who) => orderFor(who, slug)));
    expect(after.map((order) => order.filter((id) => id !== late))).toEqual(before);
    const places = after.map((order) => order.indexOf(late));
    expect(places.reduce((sum, place) => sum + place, 0) / PEOPLE).toBeLessThan(CLAIMS / 2);
    await database().prisma.claim.update({ where: { id: late }, data: { status: 'archived' } });
  });

  test('from the reveal on, what is uncertain and not passed over comes sooner', async () => {
    await setStage('reveal');
    const orders = await Promise.all(people.map((who) => orderFor(who, slug)));
    const meanPlace = (ids: readonly string[]) =>
      orders.flatMap((order) => ids.map((id) => order.filter((one) => claimIds.includes(one)).indexOf(id)));
    const sum = (places: number[]) => places.reduce((all, place) => all + place, 0) / places.length;
    // Everybody passes on the first three; the others have no vote at all.
    expect(sum(meanPlace(claimIds.slice(3)))).toBeLessThan(sum(meanPlace(claimIds.slice(0, 3))));
    await setStage('vote');
  });
});
