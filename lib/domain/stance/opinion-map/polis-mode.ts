import { type AnswerPairs, answerPairs } from './answer-pairs';
import { groupsOf, noticesOf, uniformVoters, unsettledByDistance } from './group-facts';
import { type Clustering, coldClusters, kMeans, type WeightedPoints, warmClusters } from './k-means';
import type { GroupCount, OpinionMap } from './opinion-map';
import { explainedBy, principalComponents } from './pca';
import { type Positions, peoplePositions } from './projection';
import { meanSilhouette } from './silhouette';
import type { VoteMatrix } from './vote-matrix';

/**
 * The opinion map as the Polis project computes it (Small et al. 2021, and its published description of the algorithm), to
 * compare with and to go on from a conversation that was held there. It depends on the order of the rows and on what was
 * computed before: with the same history it gives the same groups. Only the components are computed exactly instead of
 * approximately.
 */

/** What one update leaves to the next. People and claims keep their indexes; new ones come after the old. */
export interface PolisHistory {
  /** Shorter than the claims when some came since. */
  axes: readonly [Float64Array, Float64Array];
  /** Not 0 for everybody who was in once. */
  isIn: Uint8Array;
  /** Small clusters of people: ids, and for each person the index into them (-1 for none). */
  base: { ids: readonly number[]; slot: Int32Array };
  /** Groupings by their number of groups: ids of groups, and which of them each base cluster (by id) is in. */
  groupings: ReadonlyMap<number, PolisGrouping>;
  smoother: PolisSmoother | null;
  /** Counts that the axes follow from, so that an update counts new votes alone; null where it would not be quicker. */
  pairs: AnswerPairs | null;
}

export interface PolisGrouping {
  ids: readonly number[];
  slotOfBase: ReadonlyMap<number, number>;
}

/** Keeps the number of groups from jumping: another one has to be best in four updates that follow each other. */
export interface PolisSmoother {
  best: number;
  run: number;
  chosen: number;
}

export interface PolisMap extends OpinionMap {
  mode: 'polis';
  history: PolisHistory;
}

const VOTES_TO_BE_IN = 7;
const FEWEST_IN = 15;
const BASE_CLUSTERS = 100;
const BASE_LIMIT = 100;
const GROUP_LIMIT = 20;
const MOST_GROUPS = 5;
const BASE_PER_GROUP = 12;
const RUN_TO_CHANGE = 4;

/** Who voted enough to be in a group: seven votes (or all claims), else those with most votes until fifteen are in. */
export function peopleIn(matrix: VoteMatrix, before?: Uint8Array): Uint8Array {
  const votes = (p: number): number => (matrix.rowStart[p + 1] as number) - (matrix.rowStart[p] as number);
  const enough = Math.min(VOTES_TO_BE_IN, matrix.claims);
  const isIn = Uint8Array.from({ length: matrix.people }, (_, p) =>
    (before?.[p] ?? 0) !== 0 || (votes(p) >= enough && votes(p) > 0) ? 1 : 0,
  );
  const missing = FEWEST_IN - isIn.reduce((sum, one) => sum + one, 0);
  if (missing > 0) {
    const others = Array.from({ length: matrix.people }, (_, p) => p)
      .filter((p) => isIn[p] === 0 && votes(p) > 0)
      .sort((a, b) => votes(b) - votes(a) || a - b);
    for (const p of others.slice(0, missing)) isIn[p] = 1;
  }
  return isIn;
}

/** The base clusters: as many as a hundred small ones of the people who are in. `rows` are the indexes of those. */
function baseClusters(rows: Int32Array, positions: Positions, history: PolisHistory | undefined): Clustering {
  const points: WeightedPoints = {
    x: Float64Array.from(rows, (p) => positions.x[p] as number),
    y: Float64Array.from(rows, (p) => positions.y[p] as number),
    weight: new Float64Array(rows.length).fill(1),
  };
  if (!history) return kMeans(points, coldClusters(points, BASE_CLUSTERS), BASE_LIMIT);
  const { ids, slot } = history.base;
  const before: Clustering = {
    ids: [...ids],
    x: ids.map(() => 0),
    y: ids.map(() => 0),
    slot: Int32Array.from(rows, (p) => slot[p] ?? -1),
  };
  return kMeans(points, warmClusters(points, before, BASE_CLUSTERS), BASE_LIMIT);
}

/** Base clusters as points, ascending by id. */
interface BasePoints extends WeightedPoints {
  ids: number[];
}

function basePoints({ ids, x, y, slot }: Clustering): BasePoints {
  const sizes = new Float64Array(ids.length);
  for (const j of slot) sizes[j] = (sizes[j] as number) + 1;
  const order = ids.map((_, j) => j).sort((a, b) => (ids[a] as number) - (ids[b] as number));
  return {
    ids: order.map((j) => ids[j] as number),
    x: Float64Array.from(order, (j) => x[j] as number),
    y: Float64Array.from(order, (j) => y[j] as number),
    weight: Float64Array.from(order, (j) => sizes[j] as number),
  };
}

function groupingInto(k: number, points: BasePoints, before: PolisGrouping | undefined): Clustering {
  if (!before) return kMeans(points, coldClusters(points, k), GROUP_LIMIT);
  const ids = [...before.ids];
  const slot = Int32Array.from(points.ids, (id) => before.slotOfBase.get(id) ?? -1);
  const start = warmClusters(points, { ids, x: ids.map(() => 0), y: ids.map(() => 0), slot }, k);
  return kMeans(points, start, GROUP_LIMIT);
}

function smoothed(before: PolisSmoother | null, best: number, available: readonly number[]): PolisSmoother {
  if (!before) return { best, run: 1, chosen: best };
  const run = before.best === best ? before.run + 1 : 1;
  const chosen = run >= RUN_TO_CHANGE ? best : before.chosen;
  return { best, run, chosen: available.includes(chosen) ? chosen : best };
}

/** Groupings of the base clusters into two groups and more, each with its separation, and which one is chosen. */
function chooseGrouping(points: BasePoints, history: PolisHistory | undefined) {
  const most = Math.min(MOST_GROUPS, 2 + Math.floor(points.ids.length / BASE_PER_GROUP));
  const groupings = new Map<number, Clustering>();
  const counts: GroupCount[] = [];
  let best = 2;
  let largest = Number.NEGATIVE_INFINITY;
  for (let k = 2; k <= most; k += 1) {
    const grouping = groupingInto(k, points, history?.groupings.get(k));
    groupings.set(k, grouping);
    const separation = meanSilhouette(points, grouping.slot, grouping.ids.length);
    counts.push({ groups: k, separation, stability: null });
    if (separation >= largest) [best, largest] = [k, separation];
  }
  return { groupings, counts, smoother: smoothed(history?.smoother ?? null, best, [...groupings.keys()]) };
}

/**
 * Computes the map.
 * @param matrix its row order matters: rows as people first appeared in the votes
 * @param isOut one entry per claim, not 0 for claims that moderation took out
 * @param history of the update before; without it the start is cold
 */
export function polisMap(matrix: VoteMatrix, isOut: Uint8Array, history?: PolisHistory): PolisMap {
  const pairs = answerPairs(matrix, history?.pairs);
  const components = principalComponents(matrix, isOut, history?.axes, pairs);
  const positions = peoplePositions(matrix, components, isOut);
  const isIn = peopleIn(matrix, history?.isIn);
  const rows = Int32Array.from(isIn.keys()).filter((p) => isIn[p] !== 0);
  const base = baseClusters(rows, positions, history);
  const points = basePoints(base);
  const { groupings, counts, smoother } = chooseGrouping(points, history);
  const chosen = groupings.get(smoother.chosen);

  const groupOfBase = new Map(points.ids.map((id, i) => [id, chosen?.ids[chosen.slot[i] as number] ?? -1]));
  const group = new Int16Array(matrix.people).fill(-1);
  const slot = new Int32Array(matrix.people).fill(-1);
  for (const [i, p] of rows.entries()) {
    const j = base.slot[i] as number;
    slot[p] = j;
    group[p] = groupOfBase.get(base.ids[j] as number) ?? -1;
  }
  const groups = groupsOf(group, positions);
  return {
    mode: 'polis',
    ...positions,
    group,
    groups,
    unsettled: unsettledByDistance(group, groups, positions),
    explained: explainedBy(components),
    components,
    isUniform: uniformVoters(matrix, isOut),
    counts: rows.length === 0 ? [] : counts,
    notices: noticesOf(groups, components.totalVariance),
    history: {
      axes: components.axes,
      isIn,
      base: { ids: base.ids, slot },
      groupings: new Map([...groupings].map(([k, grouping]) => [k, memoryOf(points.ids, grouping)])),
      smoother,
      pairs,
    },
  };
}

const memoryOf = (baseIds: readonly number[], { ids, slot }: Clustering): PolisGrouping => ({
  ids,
  slotOfBase: new Map(baseIds.map((id, i) => [id, slot[i] as number])),
});
