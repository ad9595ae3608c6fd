import type { CompiledGraph } from './compiled-graph';
import type { ArgumentRelationKind } from './graph';
import { kindOfCode } from './link-kind';
import { revalued, setWeight, solvePart, type Workspace, workspaceOf } from './solve';
import { type EvaluatedGraph, relationsOfLink } from './strength';

/** One reason that bears on a claim: a relation or linked premises, for it or against it or undercutting another reason. */
export interface Reason {
  relationIds: readonly string[];
  /** Claims that give the reason; several when premises are linked. */
  premiseIds: readonly string[];
  kind: ArgumentRelationKind;
  /** Relations that it undercuts; null when it speaks about the claim itself. */
  undercutIds: readonly string[] | null;
  /** Strength of the weakest premise, 0..1. */
  strength: number;
  /** Before and after undercuts, 0..1. */
  weight: number;
  effectiveWeight: number;
  /** Strength of the claim less its strength without this reason, -1..1. */
  contribution: number;
}

/** Why a claim is as strong as it is. */
export interface Explanation {
  claimId: string;
  /** Before any argument, 0..1. */
  base: number;
  strength: number;
  /** The reasons that move it most, the largest first, those of both directions. */
  reasons: readonly Reason[];
  /** How many more reasons there are, by what they do. */
  others: { raise: number; lower: number; nothing: number };
  /** The claim is part of a circle whose feedback is damped: contributions are rough. */
  isDamped: boolean;
}

/** How many reasons an explanation names. */
export const MOST_REASONS = 6;
/** Of each direction so many have a place, whatever the others do: a list of one direction would not explain a move in the other. */
const SURE_OF_PLACE = 3;
/** In circles each contribution is a whole computation: this many candidates have theirs reckoned. */
const MOST_CANDIDATES = 12;

const premiseIdsOf = ({ claimIds, premises, premiseStart }: CompiledGraph, link: number): string[] =>
  Array.from(
    premises.subarray(premiseStart[link], premiseStart[link + 1]),
    (claim) => claimIds[claim] as string,
  );

/** Runs with one link taken away. */
function without<T>(space: Workspace, link: number, run: () => T): T {
  setWeight(space, link, 0);
  const result = run();
  setWeight(space, link, space.graph.weight[link] as number);
  return result;
}

/** Contributions to a claim, largest first: exact ones, at least for those that move it most directly. */
function contributions({ graph, lens, solution }: EvaluatedGraph, claim: number): Map<number, number> {
  const space = workspaceOf(graph, lens);
  space.strengths.set(solution.strengths);
  const part = graph.partOf[claim] as number;
  const strength = solution.strengths[claim] as number;
  const links: number[] = [];
  for (
    let link = graph.linkStart[claim] as number;
    link < (graph.linkStart[claim + 1] as number);
    link += 1
  ) {
    links.push(link);
  }
  const bySize = (found: readonly (readonly [number, number])[]) =>
    [...found].sort(([a, x], [b, y]) => Math.abs(y) - Math.abs(x) || a - b);
  const direct = bySize(
    links.map((link) => [link, strength - without(space, link, () => revalued(space, claim))] as const),
  );
  if (graph.isCyclic[part] === 0) return new Map(direct);
  const exact = direct.slice(0, MOST_CANDIDATES).map(([link]) => {
    without(space, link, () => solvePart(space, part));
    const contribution = strength - (space.strengths[claim] as number);
    space.strengths.set(solution.strengths);
    return [link, contribution] as const;
  });
  return new Map([...bySize(exact), ...direct.slice(MOST_CANDIDATES)]);
}

type Contribution = readonly [link: number, contribution: number];

const countOf = (all: Iterable<Contribution>, sign: number): number =>
  [...all].filter(([, contribution]) => Math.sign(contribution) === sign).length;

/** The largest of each direction, then the largest of the rest, in the order given: by size. */
function mostTelling(all: readonly Contribution[]): Contribution[] {
  const sure = [1, -1].flatMap((sign) =>
    all.filter(([, contribution]) => Math.sign(contribution) === sign).slice(0, SURE_OF_PLACE),
  );
  const rest = all.filter((one) => !sure.includes(one)).slice(0, MOST_REASONS - sure.length);
  const named = new Set([...sure, ...rest]);
  return all.filter((one) => named.has(one));
}

/**
 * Why a claim is as strong as it is: its base score, and what each reason adds or takes (removal contributions, which
 * need not sum to the difference).
 * @returns null when the graph has no such claim
 */
export function explain(evaluated: EvaluatedGraph, claimId: string): Explanation | null {
  const { graph, solution } = evaluated;
  const claim = graph.indexOf.get(claimId);
  if (claim === undefined) return null;
  const all = contributions(evaluated, claim);
  const named = mostTelling([...all]);
  const reasons = named.map(([link, contribution]): Reason => {
    const premises = graph.premises.subarray(graph.premiseStart[link], graph.premiseStart[link + 1]);
    const met = graph.target[link] as number;
    return {
      relationIds: relationsOfLink(graph, link),
      premiseIds: premiseIdsOf(graph, link),
      kind: kindOfCode(graph.kind[link]),
      undercutIds: met < 0 ? null : relationsOfLink(graph, met),
      strength: Math.min(...Array.from(premises, (premise) => solution.strengths[premise] as number)),
      weight: graph.weight[link] as number,
      effectiveWeight: solution.effective[link] as number,
      contribution,
    };
  });
  return {
    claimId,
    base: graph.base[claim] as number,
    strength: solution.strengths[claim] as number,
    reasons,
    others: {
      raise: countOf(all, 1) - countOf(named, 1),
      lower: countOf(all, -1) - countOf(named, -1),
      nothing: countOf(all, 0) - countOf(named, 0),
    },
    isDamped: solution.damped.includes(claim),
  };
}
