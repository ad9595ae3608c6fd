import { nativeMap } from '../opinion-map/native-mode';
import { groupLetter } from '../opinion-map/opinion-map';
import { peoplePositions } from '../opinion-map/projection';
import { type VoteMatrix, withRows, withVotes } from '../opinion-map/vote-matrix';
import type { DrawnOpinion } from './draw-map';
import type { OpinionFacts } from './facts';
import type { OpinionFrame, OpinionFrameDot } from './opinion-view';
import { standingsOf } from './standings';
import { timelineCuts } from './timeline-cuts';
import { toldBetween } from './told-people';
import { toldPlace } from './told-places';

/** The replay of how an opinion map came to be. */

export interface TimelineTask {
  facts: OpinionFacts;
  /** The map of all these votes, which the replay ends with. */
  reading: DrawnOpinion;
  /** When each vote of the matrix was first given, ms since 1970. */
  castAt: Float64Array;
}

const MOST_FRAMES = 24;
const FEWEST_FRAMES = 2;
/** Votes of all frames together: about five seconds. Frames have half of all votes on average. */
const MOST_VOTES = 1_000_000;
/** Dots of all frames together: some megabytes. */
const MOST_DOTS = 72_000;
const HOUR_MS = 3_600_000;

/** How many frames a replay has at most: 24 up to 83,000 votes of 3,000 people. */
export function mostFrames(people: number, votes: number): number {
  const byVotes = 1 + Math.floor((2 * MOST_VOTES) / Math.max(1, votes));
  const byDots = Math.floor(MOST_DOTS / Math.max(1, people));
  return Math.max(FEWEST_FRAMES, Math.min(MOST_FRAMES, byVotes, byDots));
}

/** What a frame is made of. */
interface Then {
  /** Rows of all people who are there, and their votes. */
  rows: number[];
  matrix: VoteMatrix;
}

/**
 * The frames, oldest first; the last one is the map itself. Each is the map of its votes, in the axes of the last one; groups take
 * their letters from the frame after, backwards from the last, and their number as long as it is about as good as another.
 */
export function drawTimeline({ facts, reading, castAt }: TimelineTask): OpinionFrame[] {
  const { matrix } = facts;
  const { order, shown, map } = reading;
  const most = mostFrames(matrix.people, matrix.vote.length);
  const { countsAt, cuts } = timelineCuts(matrix, castAt, order, most);
  const last: OpinionFrame = {
    at: hourOf(cuts.at(-1) ?? 0),
    votes: shown.counts.votes,
    people: shown.counts.people,
    dots: shown.dots.map(({ x, y, group, isUnsettled }) => ({ x, y, group, isUnsettled })),
    groups: shown.groups.map(({ id, letter, people }) => ({ id, letter, people })),
  };
  const frames = [last];
  // The group that each person was in most lately, looking back.
  const known = standingsOf(matrix, map).group.slice();
  let { path, next } = reading.history;
  for (const cut of cuts.slice(0, -1).reverse()) {
    const then = votesUntil(matrix, countsAt, cut);
    const { history, ...named } = nativeMap(then.matrix, new Uint8Array(matrix.claims), {
      group: Int16Array.from(then.rows, (p) => known[p] as number),
      axes: map.components.axes,
      path,
      next,
      counts: [],
      pairs: null,
    });
    ({ path, next } = history);
    const { hasGroups, group, between } = standingsOf(then.matrix, named);
    const { x, y } = peoplePositions(then.matrix, map.components, new Uint8Array(matrix.claims));
    const isBetween = toldBetween(between);
    const dotOf = new Map<number, OpinionFrameDot>();
    for (const [row, p] of then.rows.entries()) {
      const id = group[row] as number;
      if (id >= 0) known[p] = id;
      dotOf.set(p, {
        ...toldPlace(reading.grid, p, { x: x[row] as number, y: y[row] as number }),
        group: id < 0 ? null : id,
        isUnsettled: isBetween[row] === 1,
      });
    }
    frames.unshift({
      at: hourOf(cut),
      votes: then.matrix.vote.length,
      people: then.rows.length,
      dots: order.map((p) => dotOf.get(p) ?? null),
      groups: hasGroups
        ? named.groups.map(({ id, size }) => ({ id, letter: groupLetter(id), people: size }))
        : [],
    });
  }
  return frames;
}

function votesUntil(matrix: VoteMatrix, countsAt: Float64Array, cut: number): Then {
  const all = withVotes(
    matrix,
    Uint8Array.from(countsAt, (at) => (at <= cut ? 1 : 0)),
  );
  const rows: number[] = [];
  for (let p = 0; p < all.people; p += 1) if (all.rowStart[p] !== all.rowStart[p + 1]) rows.push(p);
  return { rows, matrix: withRows(all, rows) };
}

const hourOf = (at: number): string => new Date(Math.floor(at / HOUR_MS) * HOUR_MS).toISOString();
