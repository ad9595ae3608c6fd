// The opinion map: time, memory, stability and prediction next to the established algorithm. The plain baseline of times is
// one pass over all votes, so a ratio says how many passes' worth of work a map is.

import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { nativeMap, updatedNativeMap } from '../lib/domain/stance/opinion-map/native-mode';
import { polisMap } from '../lib/domain/stance/opinion-map/polis-mode';
import { positionOf } from '../lib/domain/stance/opinion-map/projection';
import type { VoteMatrix } from '../lib/domain/stance/opinion-map/vote-matrix';
import { CsvRecords } from '../lib/domain/stance/polis-export/csv-records';
import { commentsReader } from '../lib/domain/stance/polis-export/table-reader';
import { VotesReader } from '../lib/domain/stance/polis-export/votes-reader';
import { inRounds, median, type Row, row } from './measure';
import { type Replay, replayed, streamOf, type VoteStream } from './stance-replay';
import { type Grouping, orderIndependence, predictionGain, stability } from './stance-trials';
import { syntheticConversation } from './synthetic-conversation';

interface Conversation {
  name: string;
  matrix: VoteMatrix;
  isOut: Uint8Array;
  /** The votes as they were cast. */
  stream: VoteStream;
  /** What the native map may take, in milliseconds on two cores of 2024. */
  goalMs?: number;
}

/** Real conversations are not part of the project; those that lie beside the checkout are taken. */
const folder = resolve(import.meta.dirname, '../../shared/data/polis');
const REAL = ['brexit-consensus', 'scoop-biodiversity', 'vtaiwan-uberx', 'yoronchizu-economy'];

const GOALS: Record<string, number> = { 'scoop-biodiversity': 60, 'vtaiwan-uberx': 250 };

/** votes.csv: every vote with its time. */
function castVotes(name: string, claimIds: readonly number[]): VoteStream {
  const rows: string[][] = [];
  const records = new CsvRecords(({ cells }) => rows.push(cells));
  records.push(readFileSync(join(folder, name, 'votes.csv')));
  records.finish();
  const [header = [], ...votes] = rows;
  const column = (of: string) => (cells: string[]) => Number(cells[header.indexOf(of)]);
  votes.sort((a, b) => column('timestamp')(a) - column('timestamp')(b));
  const placeOf = new Map(claimIds.map((id, c) => [id, c]));
  const known = votes.filter((cells) => placeOf.has(column('comment-id')(cells)));
  const people = new Map<number, number>();
  const person = known.map((cells) => {
    const voter = column('voter-id')(cells);
    if (!people.has(voter)) people.set(voter, people.size);
    return people.get(voter) as number;
  });
  const claim = known.map((cells) => placeOf.get(column('comment-id')(cells)) as number);
  return { triples: { person, claim, vote: known.map(column('vote')) }, claims: claimIds.length };
}

function realConversation(name: string): Conversation {
  const votes = new VotesReader();
  votes.push(readFileSync(join(folder, name, 'participants-votes.csv')));
  const { matrix, claimIds } = votes.finish();
  const comments = commentsReader();
  comments.push(readFileSync(join(folder, name, 'comments.csv')));
  const out = new Set(
    comments
      .finish()
      .filter(({ moderation, isMeta }) => moderation === -1 || isMeta)
      .map(({ id }) => id),
  );
  const isOut = Uint8Array.from(claimIds, (id) => (out.has(id) ? 1 : 0));
  return {
    name,
    matrix,
    isOut,
    stream: castVotes(name, claimIds),
    ...(GOALS[name] === undefined ? {} : { goalMs: GOALS[name] }),
  };
}

function madeUp(people: number, claims: number, votes: number, goalMs: number): Conversation {
  const { matrix } = syntheticConversation(people, claims, votes, 3);
  return {
    name: `made up, ${people} x ${claims}`,
    matrix,
    isOut: new Uint8Array(claims),
    stream: streamOf(matrix),
    goalMs,
  };
}

const grouped: Record<'native' | 'polis', Grouping> = {
  native: (matrix, isOut) => nativeMap(matrix, isOut).group,
  polis: (matrix, isOut) => polisMap(matrix, isOut).group,
};

/** CPU time in milliseconds: what else the machine does meanwhile is not counted. */
const timed = (run: () => void) => async (): Promise<number> => {
  const from = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
};

/** Sums the votes of each claim: the least that anything about all votes takes. */
function onePass({ claims, claim, vote }: VoteMatrix): void {
  const sums = new Float64Array(claims);
  for (let i = 0; i < claim.length; i += 1) {
    const c = claim[i] as number;
    sums[c] = (sums[c] as number) + (vote[i] as number);
  }
}

/** How often something short is done to be measurable. */
const PASSES = 200;
const ONE_VOTE = 1000;

/** A warm update may take a quarter of a cold start. */
const MOST_OF_COLD = 0.25;

async function times({ name, matrix, isOut, goalMs }: Conversation, rounds: number): Promise<Row[]> {
  const map = nativeMap(matrix, isOut);
  const candidates: Record<string, () => Promise<number>> = {
    plain: timed(() => {
      for (let pass = 0; pass < PASSES; pass += 1) onePass(matrix);
    }),
    native: timed(() => nativeMap(matrix, isOut)),
    warm: timed(() => updatedNativeMap(matrix, isOut, map.history)),
    polis: timed(() => polisMap(matrix, isOut)),
    own: timed(() => {
      for (let n = 0; n < ONE_VOTE; n += 1) positionOf(matrix, n % matrix.people, map.components, isOut);
    }),
  };
  // One round to warm up.
  await inRounds(candidates, 1);
  const runs = await inRounds(candidates, rounds);
  const of = (what: string): number => median(runs[what] ?? []);
  const plain = of('plain') / PASSES;
  return [
    row(`${name}: native map, to one pass`, of('native'), plain, 'ms'),
    ...(goalMs === undefined
      ? []
      : [row(`${name}: native map, to its goal`, of('native'), goalMs, 'ms', { most: 1 })]),
    row(`${name}: polis map, to one pass`, of('polis'), plain, 'ms'),
    row(`${name}: warm update, to a cold start`, of('warm'), of('native'), 'ms', { most: MOST_OF_COLD }),
    row(`${name}: own position after a vote, to one pass`, of('own') / ONE_VOTE, plain, 'ms'),
  ];
}

/** Native next to polis; a little below is as good, as both are estimates. */
const AS_GOOD = 0.99;

function quality({ name, matrix, isOut, stream }: Conversation, pairs: number): Row[] {
  const replays = {
    native: replayed(stream, isOut, 'native', STEPS),
    polis: replayed(stream, isOut, 'polis', STEPS),
  };
  const replay = (what: string, part: keyof Replay): Row => {
    const line = row(`${name}: ${what}`, replays.native[part], replays.polis[part], '', {});
    return { ...line, goal: '>= 0.99', holds: replays.native[part] >= 0.99 ? 'yes' : 'no' };
  };
  const compared = (what: string, trial: (grouping: Grouping) => number): Row => {
    const [native, polis] = [trial(grouped.native), trial(grouped.polis)];
    const line = row(`${name}: ${what}, native to polis`, native, polis, '', { least: AS_GOOD });
    // Where there is nothing to gain, both gain nothing.
    return { ...line, holds: native >= polis * AS_GOOD ? 'yes' : 'no' };
  };
  return [
    compared('agreement of groups from 80 % of the votes', (grouping) =>
      stability(grouping, matrix, isOut, pairs),
    ),
    compared('gain in predicting hidden agreement, %', (grouping) => {
      return 100 * predictionGain(grouping, matrix, isOut, pairs, false);
    }),
    compared('gain in predicting hidden votes, passes too, %', (grouping) => {
      return 100 * predictionGain(grouping, matrix, isOut, pairs, true);
    }),
    replay('ids of groups kept in a replay of 40 steps, native to polis', 'identity'),
    replay('agreement of its end with a cold start, native to polis', 'independence'),
    compared('agreement when people come in another order', (grouping) => {
      return orderIndependence(grouping, matrix, isOut, pairs);
    }),
  ];
}

const ROUNDS = 5;
const STEPS = 40;
const PAIRS = 6;

/** Measures and gives the table's rows. */
export async function benchStance(): Promise<Row[]> {
  const real = existsSync(folder) ? REAL.map(realConversation) : [];
  if (real.length === 0)
    process.stdout.write('No real conversations beside the checkout: made-up ones alone.\n');
  const rows: Row[] = [];
  for (const conversation of [...real, madeUp(536, 314, 29_719, 60), madeUp(1921, 197, 49_443, 250)]) {
    rows.push(...(await times(conversation, ROUNDS)), ...quality(conversation, PAIRS));
  }
  for (const conversation of [madeUp(11_871, 129, 480_000, 1000), madeUp(33_422, 783, 2_000_000, 10_000)]) {
    rows.push(...(await times(conversation, 2)));
  }
  const megabytes = process.resourceUsage().maxRSS / 1024;
  rows.push(row('most memory of this process, to the goal of 1 GB', megabytes, 1024, 'MB', { most: 1 }));
  return rows;
}
