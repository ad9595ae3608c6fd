import { expect, test } from 'vitest';
import { turns } from './in-turn';

/** Work that goes on until it is told to end, and tells how much of it goes on. */
function aWorkshop() {
  let [now, most] = [0, 0];
  const ends: (() => void)[] = [];
  const work = async (): Promise<'done'> => {
    now += 1;
    most = Math.max(most, now);
    await new Promise<void>((resolve) => ends.push(resolve));
    now -= 1;
    return 'done';
  };
  return { work, endOne: () => ends.shift()?.(), now: () => now, most: () => most };
}

const aMoment = () => new Promise((resolve) => setImmediate(resolve));

test('who comes as a turn is handed on waits, and no more work at once than there are lanes', async () => {
  const shop = aWorkshop();
  const inTurn = turns({ mostAtOnce: 1, mostWaiting: 4 });
  // Comes at each step between the end of the first and the start of the second.
  const late: Promise<unknown>[] = [];
  const first = inTurn(shop.work).then(() => late.push(inTurn(shop.work)));
  const second = inTurn(shop.work);
  shop.endOne();
  for (let step = 0; step < 3; step += 1) {
    await Promise.resolve();
    late.push(inTurn(shop.work));
  }
  for (let round = 0; round < 8; round += 1) {
    await aMoment();
    shop.endOne();
  }
  await Promise.all([first, second, ...late]);
  expect([shop.most(), shop.now()]).toEqual([1, 0]);
});

test('who comes when too many wait is turned away, and when there is room again is not', async () => {
  const shop = aWorkshop();
  const inTurn = turns({ mostAtOnce: 2, mostWaiting: 1 });
  const taken = [1, 2, 3].map(() => inTurn(shop.work));
  expect(await inTurn(shop.work)).toBeNull();
  shop.endOne();
  await aMoment();
  const again = inTurn(shop.work);
  for (let round = 0; round < 4; round += 1) {
    shop.endOne();
    await aMoment();
  }
  expect(await Promise.all([...taken, again])).toEqual(['done', 'done', 'done', 'done']);
});

test('one owner has one piece of work, running or waiting, until it ends or fails', async () => {
  const shop = aWorkshop();
  const inTurn = turns({ mostAtOnce: 1, mostWaiting: 4 });
  const [theirs, other] = [inTurn(shop.work, 'ann'), inTurn(shop.work, 'bob')];
  expect([await inTurn(shop.work, 'ann'), await inTurn(shop.work, 'bob')]).toEqual([null, null]);
  shop.endOne();
  await theirs;
  await aMoment();
  shop.endOne();
  await other;
  await expect(inTurn(() => Promise.reject(new Error('broken')), 'ann')).rejects.toThrow('broken');
  expect(await inTurn(async () => 'again', 'ann')).toBe('again');
});
