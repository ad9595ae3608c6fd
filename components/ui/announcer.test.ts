import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Announcer, QUIET_MS } from './announcer';

describe('what a screen reader is told', () => {
  let said: string[];
  let announcer: Announcer;

  beforeEach(() => {
    vi.useFakeTimers();
    said = [];
    announcer = new Announcer(() => Date.now());
    announcer.subscribe(() => said.push(announcer.read().text));
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('says the same words twice in two places', () => {
    announcer.say('Saved');
    const first = announcer.read().turn;
    announcer.say('Saved');
    expect(announcer.read()).toEqual({ text: 'Saved', turn: first === 0 ? 1 : 0 });
  });

  it('says news at once when it has been quiet', () => {
    announcer.sayWhenQuiet('3 new');
    vi.advanceTimersByTime(0);
    expect(said).toEqual(['3 new']);
  });

  it('never lets news replace what somebody’s own doing has just brought about', () => {
    announcer.say('D4: agree saved');
    announcer.sayWhenQuiet('3 new');
    vi.advanceTimersByTime(QUIET_MS - 1);
    expect(said).toEqual(['D4: agree saved']);
    announcer.say('D5: agree saved');
    vi.advanceTimersByTime(QUIET_MS - 1);
    expect(said.at(-1)).toBe('D5: agree saved');
    vi.advanceTimersByTime(1);
    expect(said.slice(1)).toEqual(['D5: agree saved', '3 new']);
  });

  it('says the latest of news that waited, and none that was taken back', () => {
    announcer.say('Saved');
    announcer.sayWhenQuiet('1 new');
    const takeBack = announcer.sayWhenQuiet('2 new');
    vi.advanceTimersByTime(QUIET_MS);
    expect(said).toEqual(['Saved', '2 new']);
    takeBack();
    announcer.sayWhenQuiet('3 new')();
    vi.advanceTimersByTime(2 * QUIET_MS);
    expect(said).toEqual(['Saved', '2 new']);
  });
});
