import { describe, expect, test } from 'vitest';
import { StreamPlaces } from './stream-places';

const limits = { perSession: 3, perClass: 5, perAddress: 2, perProcess: 8 };
const nothing = () => undefined;
const inClass = { classId: 'class', address: '10.0.0.1', replace: nothing };
const inCommons = { classId: null, sessionId: null, address: '10.0.0.1', replace: nothing };

describe('places for streams', () => {
  test('one more of a session ends its oldest, and takes its place', () => {
    const places = new StreamPlaces(limits);
    const ended: number[] = [];
    for (let stream = 0; stream < 5; stream += 1) {
      const place: { give: () => void } = { give: nothing };
      const taken = places.take({
        ...inClass,
        sessionId: 'me',
        replace: () => {
          ended.push(stream);
          place.give();
        },
      });
      if (typeof taken !== 'string') place.give = taken;
    }
    expect(ended).toEqual([0, 1]);
    expect(places.count).toBe(3);
  });

  test('a class behind one address has its own number, which the commons of that address do not use up', () => {
    const places = new StreamPlaces(limits);
    const take = (sessionId: string) => typeof places.take({ ...inClass, sessionId });
    expect([1, 2, 3, 4, 5].map((pupil) => take(`pupil ${pupil}`))).toEqual(Array(5).fill('function'));
    expect(places.take({ ...inClass, sessionId: 'one more' })).toBe('class-full');
    expect(typeof places.take(inCommons)).toBe('function');
    expect(typeof places.take(inCommons)).toBe('function');
    expect(places.take(inCommons)).toBe('address-full');
    expect(typeof places.take({ ...inCommons, address: null })).toBe('function');
    expect(places.take({ ...inCommons, address: '10.0.0.2' })).toBe('process-full');
  });

  test('what is given back can be taken again, and is given back once', () => {
    const places = new StreamPlaces({ ...limits, perProcess: 1 });
    const first = places.take(inCommons);
    expect(places.take(inCommons)).toBe('process-full');
    if (typeof first === 'string') throw new Error(first);
    first();
    first();
    expect(places.count).toBe(0);
    expect(typeof places.take(inCommons)).toBe('function');
  });
});
