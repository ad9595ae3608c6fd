import { expect, test } from 'vitest';
import { sharedReading } from './shared-reading';

test('a reading is made once for all who ask while it is under way, and anew for the next', async () => {
  const shared = sharedReading<number>();
  let made = 0;
  let finish = () => {};
  const read = () =>
    new Promise<number>((resolve) => {
      made += 1;
      finish = () => resolve(made);
    });
  const both = Promise.all([shared('report', read), shared('report', read)]);
  finish();
  expect(await both).toEqual([1, 1]);
  const next = shared('report', read);
  finish();
  expect(await next).toBe(2);
});

test('a reading that fails is nobody’s for longer, and keys are apart', async () => {
  const shared = sharedReading<string>();
  const failing = shared('a', () => Promise.reject(new Error('gone')));
  expect(await shared('b', async () => 'other')).toBe('other');
  await expect(failing).rejects.toThrow('gone');
  expect(await shared('a', async () => 'back')).toBe('back');
});
