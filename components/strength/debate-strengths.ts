import type { ArgumentGraph } from '@/lib/domain/argument/graph';
import { graphOfDebate } from '@/lib/domain/argument/graph-of-debate';
import { type EvaluatedGraph, evaluateGraph, strengthsById } from '@/lib/domain/argument/strength';
import type { DebateView } from '@/lib/domain/debate/view';

/** Where a claim stands: by votes alone, and by what the arguments make of them; both 0..1. */
export interface ClaimStrength {
  base: number;
  strength: number;
  /** Agreeing and disagreeing votes that it rests on. */
  votes: number;
}

export interface DebateStrengths {
  /** Of the claims whose votes this reader may see; the motion is among them. */
  byId: ReadonlyMap<string, ClaimStrength>;
  /** Claims whose votes are hidden from this reader, and so count as none. */
  hiddenCount: number;
  /** What they were reckoned on, for questions that need more. */
  graph: ArgumentGraph;
  evaluated: EvaluatedGraph;
}

/** Debates are replaced when anything in them changes, so each is reckoned once, whoever asks. */
const known = new WeakMap<DebateView, DebateStrengths>();

/** The strength of everything that a debate holds for this reader. */
export function debateStrengths(debate: DebateView): DebateStrengths {
  const before = known.get(debate);
  if (before) return before;
  const graph = graphOfDebate(debate);
  const evaluated = evaluateGraph(graph);
  const { strengths } = strengthsById(evaluated);
  const tallies = new Map(debate.claims.map(({ id, tally }) => [id, tally]));
  const byId = new Map<string, ClaimStrength>();
  for (const { id, base } of graph.claims) {
    const strength = strengths.get(id);
    const tally = tallies.get(id);
    // Only the motion has no tally of its own; a null one is hidden.
    if (strength === undefined || tally === null) continue;
    byId.set(id, { base, strength, votes: tally ? tally.agree + tally.disagree : 0 });
  }
  const hiddenCount = debate.claims.filter(
    ({ status, tally }) => status === 'published' && tally === null,
  ).length;
  const result = { byId, hiddenCount, graph, evaluated };
  known.set(debate, result);
  return result;
}
