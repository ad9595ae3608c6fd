import { describe, expect, test } from 'vitest';
import { adjustedRandIndex } from '../opinion-map/agreement';
import { campVotes } from '../opinion-map/camps.fixture';
import { seededRandom } from '../opinion-map/random';
import { voteMatrix, withRows } from '../opinion-map/vote-matrix';
import { factsOf } from './camp-facts.fixture';
import { drawOpinions } from './draw-map';
import type { OpinionFacts } from './facts';
import type { OpinionFrame, OpinionFrameDot } from './opinion-view';
import { drawTimeline, mostFrames } from './timeline';

const MINUTE = 60_000;
const BEGIN = Date.UTC(2026, 4, 4, 8, 0);

/** 60 people of two camps; they begin one after the other and vote on for half an hour. */
const everybody = campVotes({ people: 62, claims: 30, votes: 24, camps: 2, apart: 1.6, seed: 3 }).matrix;
const voters = [...everybody.rowStart.keys()].filter(
  (p) => p < everybody.people && everybody.rowStart[p] !== everybody.rowStart[p + 1],
);
const facts = factsOf(withRows(everybody, voters.slice(0, 60)));
const reading = drawOpinions({ facts, before: null });

/** A moment for each vote. */
function castBy({ matrix }: OpinionFacts, momentOf: (person: number) => number): Float64Array {
  const castAt = new Float64Array(matrix.vote.length);
  for (let p = 0; p < matrix.people; p += 1)
    castAt.subarray(matrix.rowStart[p], matrix.rowStart[p + 1]).forEach((_, i, row) => {
      row[i] = momentOf(p);
    });
  return castAt;
}

const random = seededRandom(5);
const castAt = castBy(facts, (p) => BEGIN + (p + 30 * random()) * MINUTE);
const frames = drawTimeline({ facts, reading, castAt });

const isThere = (dot: OpinionFrameDot | undefined): boolean => dot !== null && dot !== undefined;
const came = (before: OpinionFrame | undefined, { dots }: OpinionFrame): number =>
  dots.filter((dot, i) => isThere(dot) && !isThere(before?.dots[i])).length;
const moved = (before: OpinionFrame, { dots }: OpinionFrame): number =>
  dots.filter((dot, i) => dot?.x !== before.dots[i]?.x || dot?.y !== before.dots[i]?.y).length;

const groupsIn = ({ dots }: OpinionFrame): Int16Array => Int16Array.from(dots, (dot) => dot?.group ?? -1);

describe('the replay of an opinion map', () => {
  test('ends with the map that is shown, dot by dot', () => {
    const last = frames.at(-1);
    expect(last).toMatchObject({ votes: reading.shown.counts.votes, people: 60 });
    expect(last?.dots).toEqual(reading.shown.dots.map(({ stance: _, ...dot }) => dot));
    expect(last?.groups.map(({ letter, people }) => [letter, people])).toEqual(
      reading.shown.groups.map(({ letter, people }) => [letter, people]),
    );
  });

  test('has many frames, each with more votes, in which nobody leaves', () => {
    expect(frames.length).toBeGreaterThan(15);
    expect(frames.length).toBeLessThanOrEqual(24);
    for (const [i, frame] of frames.entries()) {
      expect(frame.dots).toHaveLength(60);
      expect(frame.dots.filter(isThere)).toHaveLength(frame.people);
      expect(frame.at).toMatch(/T\d\d:00:00\.000Z$/);
      const before = frames[i - 1];
      if (!before) continue;
      expect(frame.votes).toBeGreaterThan(before.votes);
      expect(before.dots.every((dot, at) => !isThere(dot) || isThere(frame.dots[at]))).toBe(true);
    }
  });

  test('lets nobody come alone or with fewer than four others, nor move so', () => {
    for (const [i, frame] of frames.entries()) {
      const before = frames[i - 1];
      const coming = came(before, frame);
      expect(coming === 0 || coming >= 5).toBe(true);
      if (before) expect(moved(before, frame)).toBeGreaterThanOrEqual(5);
    }
  });

  test('finds groups from the votes of the time, and keeps their letters', () => {
    const withGroups = frames.filter(({ groups }) => groups.length > 0);
    expect(withGroups.length).toBeGreaterThan(8);
    let [placed, same] = [0, 0];
    for (const [i, frame] of withGroups.entries()) {
      expect(frame.groups.reduce((sum, { people }) => sum + people, 0)).toBe(
        frame.dots.filter((dot) => dot !== null && dot.group !== null).length,
      );
      for (const [at, dot] of frame.dots.entries()) {
        const then = withGroups[i + 1]?.dots[at];
        if (!dot || !then || dot.group === null || then.group === null) continue;
        placed += 1;
        if (dot.group === then.group) same += 1;
      }
    }
    expect(same).toBeGreaterThan(0.95 * placed);
    // The first of them is no copy of the last: who came by then is grouped by what they had said.
    expect(
      adjustedRandIndex(groupsIn(withGroups[0] ?? frames[0] ?? fail()), groupsIn(frames.at(-1) ?? fail())),
    ).toBeLessThan(1);
  });

  test('holds back somebody who came alone until others come, at the end with the four before them', () => {
    const late = castBy(facts, (p) => BEGIN + (p === 17 ? 500 : p < 30 ? 0 : 60 + p) * MINUTE);
    const replay = drawTimeline({ facts, reading, castAt: late });
    const at = reading.order.indexOf(17);
    const appears = replay.findIndex(({ dots }) => isThere(dots[at]));
    expect(appears).toBeGreaterThan(0);
    expect(came(replay[appears - 1], replay[appears] ?? fail())).toBeGreaterThanOrEqual(5);
    for (const [i, frame] of replay.entries()) {
      const before = replay[i - 1];
      if (before) expect(moved(before, frame)).toBeGreaterThanOrEqual(5);
    }
  });

  test('is one frame where all votes came at once, and where fewer than ten people came', () => {
    const atOnce = drawTimeline({ facts, reading, castAt: castBy(facts, () => BEGIN) });
    expect(atOnce).toHaveLength(1);
    const few = factsOf(
      voteMatrix(7, 8, {
        person: Array.from({ length: 56 }, (_, i) => i % 7),
        claim: Array.from({ length: 56 }, (_, i) => Math.floor(i / 7)),
        vote: Array.from({ length: 56 }, (_, i) => (i % 3) - 1),
      }),
    );
    const replay = drawTimeline({
      facts: few,
      reading: drawOpinions({ facts: few, before: null }),
      castAt: castBy(few, (p) => BEGIN + p * MINUTE),
    });
    expect(replay.map(({ people }) => people)).toEqual([7]);
  });

  test('has fewer frames of very many votes or people', () => {
    expect([30, 3_000].map((people) => mostFrames(people, people * 20))).toEqual([24, 24]);
    expect(mostFrames(12_000, 80_000)).toBe(6);
    expect(mostFrames(1_900, 380_000)).toBe(6);
    expect(mostFrames(33_000, 2_000_000)).toBe(2);
  });
});

const fail = (): never => expect.fail('no frame');
