import { hiddenCells } from '../../room/report/small-cells';
import { FEWEST_FOR_DISTRIBUTION } from '../../room/visibility';
import { bridgeClaims, peopleBetween } from '../opinion-map/bridges';
import { groupLetter } from '../opinion-map/opinion-map';
import { representativeClaims } from '../opinion-map/representative';
import { claimTallies, type GroupTallies, groupTallies } from '../opinion-map/statistics';
import { endsOf, isTurnedRound } from './axes';
import { cellsOf, type OpinionCells, openWays } from './cells';
import { claimReadings, votesOf, votesOutside } from './claim-readings';
import { type DrawnMap, mirrored, type OpinionFacts } from './facts';
import type { OpinionBridge, OpinionClaim, OpinionDot, OpinionGroup, ShownOpinions } from './opinion-view';
import { outlineOf, type Point } from './outline';
import { type Standings, standingsOf } from './standings';
import { dealtStances, meanStance, toldBetween } from './told-people';
import { type ToldGrid, toldGrid, toldPlace } from './told-places';

/** What is read out of an opinion map for whoever may see it; who somebody is themselves comes later. */
export interface OpinionReading {
  shown: Omit<
    ShownOpinions,
    'state' | 'motion' | 'version' | 'isBehind' | 'isWaiting' | 'hidesStances' | 'own'
  >;
  /** Row of the vote matrix of each dot, in the order of the dots. */
  order: number[];
  /** The map that the reading is of, turned as it is shown. */
  map: DrawnMap;
  between: Standings['between'];
  /** Who is told of together with whom, by row. */
  cells: OpinionCells;
  /** In which squares people are said to be. */
  grid: ToldGrid;
}

const MOST_BRIDGE_CLAIMS = 3;

/** Reads a map out: places, groups, what divides and what is shared, with nothing told of fewer than five or of a single one. */
export function readOpinions(facts: OpinionFacts, drawn: DrawnMap): OpinionReading {
  const map = mirrored(drawn, isTurnedRound(facts, drawn));
  const { matrix } = facts;
  const { hasGroups, group, between } = standingsOf(matrix, map);
  const tallies = groupTallies(matrix, group);
  const isBetween = toldBetween(between);
  const sizeOf = (id: number) => map.groups.find((one) => one.id === id)?.size ?? 0;
  const readings = claimReadings(facts, tallies, claimTallies(matrix), tallies.ids.map(sizeOf));
  const rowsOf = (id: number) => [...group.keys()].filter((p) => group[p] === id);
  const stances = new Map(tallies.ids.map((id) => [id, meanStance(facts.stances, rowsOf(id))]));
  // Without groups everybody is near to somebody.
  const cells = cellsOf(map, hasGroups ? group : new Int16Array(matrix.people));
  const voted = new Set(matrix.claim).size;
  const grid = toldGrid(map, voted, cells, openWays(matrix, cells), facts.points ?? null);
  const places = Array.from(map.x, (x, p) => toldPlace(grid, p, { x, y: map.y[p] as number }));
  const order = [...places.keys()].sort((a, b) => {
    const [one, other] = [places[a] as Point, places[b] as Point];
    return one.x - other.x || one.y - other.y || a - b;
  });
  const ofAll = hasGroups ? null : meanStance(facts.stances, order);
  const shownStances = dealtStances(facts, cells, order, (p) =>
    hasGroups ? (stances.get(group[p] as number) ?? null) !== null : ofAll !== null,
  );
  const dots = order.map(
    (p, dot): OpinionDot => ({
      ...(places[p] as Point),
      group: (group[p] as number) < 0 ? null : (group[p] as number),
      isUnsettled: isBetween[p] === 1,
      stance: shownStances[dot] ?? null,
    }),
  );
  const count = (is: (p: number) => boolean) => order.reduce((sum, p) => sum + (is(p) ? 1 : 0), 0);
  const nearer = nearerTo(
    map.groups.map(({ id }) => id),
    between,
    isBetween,
  );
  return {
    shown: {
      counts: { people: matrix.people, claims: facts.claims.length, votes: matrix.vote.length },
      dots,
      groups: hasGroups
        ? map.groups.map((one, g) => {
            const stance = stances.get(one.id) ?? null;
            return groupShown(
              { tallies, dots, claims: readings.claims },
              { ...one, g, stance, unsettled: nearer[g] ?? null },
            );
          })
        : [],
      unsettled: count((p) => isBetween[p] === 1),
      ungrouped: hasGroups ? count((p) => (group[p] as number) < 0 && isBetween[p] === 0) : 0,
      alike: count((p) => map.isUniform[p] === 1),
      axes: {
        explained: [map.explained[0], map.explained[1]],
        ends: endsOf(readings.claims, map.components),
      },
      ...readings,
      bridges: hasGroups ? bridgesOf(readings.claims, between, tallies) : [],
    },
    order,
    map,
    between,
    cells,
    grid,
  };
}

function groupShown(
  {
    tallies,
    dots,
    claims,
  }: { tallies: GroupTallies; dots: readonly OpinionDot[]; claims: readonly OpinionClaim[] },
  {
    id,
    size,
    g,
    ...told
  }: Pick<DrawnMap['groups'][number], 'id' | 'size'> &
    Pick<OpinionGroup, 'stance' | 'unsettled'> & { g: number },
): OpinionGroup {
  const members = dots.filter(({ group }) => group === id);
  const isSmall = size < FEWEST_FOR_DISTRIBUTION;
  const at = middleOf(members);
  // What tells a group from the others tells of the others, too.
  const isTold = (claim: OpinionClaim) => {
    const outside = votesOutside(claim, g);
    return outside !== null && votesOf(outside) >= FEWEST_FOR_DISTRIBUTION;
  };
  return {
    id,
    letter: groupLetter(id),
    people: size,
    ...told,
    isSmall,
    center: at,
    outline: isSmall ? [] : outlineOf(members, at).map(({ x, y }) => ({ x, y })),
    representative: isSmall
      ? []
      : representativeClaims(tallies, g, new Uint8Array(claims.length)).flatMap(
          ({ claim: at, for: choice, votes, statistics: { count, ratio } }) => {
            const claim = claims[at];
            // The published list begins with what a group agrees with best, even where others agree as much.
            const isItsOwn = 2 * count > votes && ratio > 1;
            return claim && isItsOwn && isTold(claim) ? [{ claimId: claim.claimId, choice }] : [];
          },
        ),
  };
}

const middleOf = (points: readonly Point[]): Point => {
  const mean = (of: (point: Point) => number) =>
    Number((points.reduce((sum, point) => sum + of(point), 0) / Math.max(1, points.length)).toFixed(4));
  return { x: mean(({ x }) => x), y: mean(({ y }) => y) };
};

/**
 * How many of those who stand between two groups, and are told of, are nearer to each group; null of fewer than five, and where that
 * could be worked out from the others.
 */
function nearerTo(
  ids: readonly number[],
  between: Standings['between'],
  isTold: Uint8Array,
): (number | null)[] {
  const counts = ids.map((id) =>
    between.reduce((sum, pair, p) => sum + (isTold[p] === 1 && pair?.[0] === id ? 1 : 0), 0),
  );
  const hidden = hiddenCells(counts.map((count) => ({ people: count, answers: count })));
  return counts.map((count, g) => (hidden.has(g) ? null : count));
}

/** Between two groups: how many people lie there, and what both agree on though not everybody does. */
function bridgesOf(
  claims: readonly OpinionClaim[],
  between: Standings['between'],
  tallies: GroupTallies,
): OpinionBridge[] {
  const isOut = new Uint8Array(claims.length);
  return peopleBetween(tallies.ids, between).map(({ groups, people }) => ({
    groups: [groups[0], groups[1]],
    people: people < FEWEST_FOR_DISTRIBUTION ? null : people,
    claimIds: bridgeClaims(tallies, groups, isOut)
      .filter(
        ({ answer, isSharedByAll }) => answer === 'agree' && (!isSharedByAll || tallies.ids.length === 2),
      )
      .map(({ claim }) => claims[claim])
      .flatMap((claim) => (claim?.byGroup.every((cell) => cell !== null) ? [claim.claimId] : []))
      .slice(0, MOST_BRIDGE_CLAIMS),
  }));
}
