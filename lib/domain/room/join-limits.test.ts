import { describe, expect, test } from 'vitest';
import { CODE_ALPHABET, JOIN_CODE_LENGTH } from './codes';
import { MOST_FROM_A_CLASS, MOST_FROM_STRANGERS, mayTryCode } from './join-limits';

const LIVE_ROOMS = 1000;
const MINUTES_OF_A_DAY = 24 * 60;
const codes = CODE_ALPHABET.length ** JOIN_CODE_LENGTH;

/** Wrong codes that are looked at in a minute when so many networks try as fast as they can. */
function triesOfAMinute(networks: number, isClass: boolean): number {
  const total = { fromStrangers: 0, fromClasses: 0 };
  const kind = isClass ? 'fromClasses' : 'fromStrangers';
  for (let network = 0; network < networks; network += 1) {
    let fromNetwork = 0;
    while (mayTryCode({ ...total, fromNetwork }, isClass)) {
      fromNetwork += 1;
      total[kind] += 1;
    }
  }
  return total[kind];
}

/** Each minute begins with nothing counted. */
const triesOfADay = (strangers: number, classes: number): number =>
  MINUTES_OF_A_DAY * (triesOfAMinute(strangers, false) + triesOfAMinute(classes, true));

describe('guessing a code', () => {
  test('finds one of 1000 live rooms with less than 1 % in a day, from any number of networks', () => {
    const tries = triesOfADay(100_000, 0);
    expect(tries).toBe(MOST_FROM_STRANGERS * MINUTES_OF_A_DAY);
    expect(1 - (1 - LIVE_ROOMS / codes) ** tries).toBeLessThan(0.01);
  });

  test('is as hopeless for somebody who holds a code and many networks', () => {
    const tries = triesOfADay(100_000, 10_000);
    expect(1 - (1 - LIVE_ROOMS / codes) ** tries).toBeLessThan(0.01);
  });

  test('from elsewhere stops no class', () => {
    const attacked = { fromStrangers: MOST_FROM_STRANGERS, fromClasses: 0 };
    expect(mayTryCode({ ...attacked, fromNetwork: 0 }, false)).toBe(false);
    expect(mayTryCode({ ...attacked, fromNetwork: 299 }, true)).toBe(true);
  });

  test('ends for one network long before the others', () => {
    const quiet = { fromStrangers: 0, fromClasses: 0 };
    expect(mayTryCode({ ...quiet, fromNetwork: 19 }, false)).toBe(true);
    expect(mayTryCode({ ...quiet, fromNetwork: 20 }, false)).toBe(false);
    expect(mayTryCode({ ...quiet, fromNetwork: MOST_FROM_A_CLASS }, true)).toBe(false);
  });
});
