import type { ArgumentGraph } from '@/lib/domain/argument/graph';
import { graphOfDebate } from '@/lib/domain/argument/graph-of-debate';
import { DEFAULT_LENS } from '@/lib/domain/argument/lens';
import { claimStrengths, type EvaluatedGraph, evaluateGraph } from '@/lib/domain/argument/strength';
import { applyWhatIf, hasChanges, NO_CHANGES, type WhatIf, whatIfNames } from '@/lib/domain/argument/what-if';
import { readWhatIf } from '@/lib/domain/argument/what-if-address';
import type { DebateView } from '@/lib/domain/debate/view';
import { weighedDebate } from './weighed-debate';

/** Where a claim stands: by votes alone, and by what the arguments make of them; both 0..1. */
export interface ClaimStrength {
  base: number;
  strength: number;
  /** Agreeing and disagreeing votes that it rests on. */
  votes: number;
}

export interface DebateStrengths {
  /** Of the claims whose votes this reader may see; the motion is among them. Claims that are switched off are not. */
  byId: ReadonlyMap<string, ClaimStrength>;
  /** Claims whose votes are hidden from this reader, and so count as none. */
  hiddenCount: number;
  /** What they were reckoned on, for questions that need more. */
  graph: ArgumentGraph;
  evaluated: EvaluatedGraph;
  /** Hypothetical changes that are in it. */
  whatIf: WhatIf;
  /** The address asks for changes that cannot be read. */
  isUnreadable: boolean;
  /** Ids of claims that the changes switch off. */
  off: ReadonlySet<string>;
  /** The whole of a large map is still being read: nothing is said of strength before. */
  isWaiting: boolean;
  /** Names in the changes that the debate does not have. */
  ignored: readonly string[];
}

/** Debates are replaced when anything in them changes, so each is reckoned once, whoever asks. */
const known = new WeakMap<DebateView, Map<string, DebateStrengths>>();
/** As it is, and under the changes that were asked for last. */
const MOST_KEPT = 2;
/** What was reckoned last: most of the time a vote is all that has changed since then. */
let last: EvaluatedGraph | null = null;

/**
 * The strength of everything that a debate holds for this reader.
 * @param address hypothetical changes, from the page's address
 */
export function debateStrengths(debate: DebateView, address: string | null = null): DebateStrengths {
  const kept = known.get(debate) ?? new Map<string, DebateStrengths>();
  known.set(debate, kept);
  const before = kept.get(address ?? '');
  if (before) return before;
  const found = reckon(debate, address ?? '');
  const [, oldest] = kept.keys();
  if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  kept.set(address ?? '', found);
  return found;
}

function reckon(debate: DebateView, address: string): DebateStrengths {
  const read = readWhatIf(address);
  const whatIf = read.ok ? read.value : NO_CHANGES;
  const weighed = weighedDebate(debate);
  const real = weighed ? graphOfDebate(weighed) : { claims: [], relations: [] };
  const { graph, off, ignored } =
    weighed && hasChanges(whatIf)
      ? applyWhatIf(real, whatIf, whatIfNames(weighed))
      : { graph: real, off: new Set<string>(), ignored: [] };
  const evaluated = evaluateGraph(graph, DEFAULT_LENS, last);
  last = evaluated;
  const strengths = claimStrengths(evaluated);
  const tallies = new Map((weighed ?? debate).claims.map(({ id, tally }) => [id, tally]));
  const byId = new Map<string, ClaimStrength>();
  for (const { id, base } of graph.claims) {
    const strength = strengths.get(id);
    const tally = tallies.get(id);
    // Only the motion has no tally of its own; a null one is hidden.
    if (strength === undefined || tally === null) continue;
    byId.set(id, { base, strength, votes: tally ? tally.agree + tally.disagree : 0 });
  }
  const hiddenCount = (weighed ?? debate).claims.filter(
    ({ status, tally }) => status === 'published' && tally === null,
  ).length;
  return {
    byId,
    hiddenCount,
    graph,
    evaluated,
    whatIf,
    isUnreadable: !read.ok,
    off,
    isWaiting: weighed === null,
    ignored,
  };
}
