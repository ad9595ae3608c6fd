import type { AifGraph, AifNode } from './aif-graph';
import { readAifGraph } from './aif-graph';
import { fieldOf, parseJson, recordOf } from './json-text';
import type { MapDocument } from './map-document';
import { MapDraft, visibleText } from './map-draft';
import type { ReadContext } from './reading';
import { RefusedError } from './refusal';
import type { ReportWriter } from './report';
import type { SchemeNode, SchemeNodeKind } from './scheme-graph';
import { relateThroughSchemes } from './scheme-graph';

/** AIF JSON as AIFdb serves it: `{nodes, edges, locutions}`. */

const KINDS = new Map<string, SchemeNodeKind>([
  ['I', 'claim'],
  ['RA', 'inference'],
  ['CA', 'conflict'],
]);

/** Names that say no more than the type of their node. */
const PLAIN_SCHEME = /^(ra|ca|default|default (inference|conflict)|inference|conflict|support|attack)$/i;

const kindOf = (node: AifNode): SchemeNodeKind => KINDS.get(node.type) ?? 'other';

function schemeNode(node: AifNode): SchemeNode {
  const name = (node.scheme ?? node.text).trim();
  return {
    id: node.id,
    kind: kindOf(node),
    scheme: name === '' || PLAIN_SCHEME.test(name) ? undefined : name,
    place: node.place,
  };
}

/** The claims that a locution asserts, by way of an illocution. */
export const assertedBy = (graph: AifGraph, locution: AifNode): { claim: AifNode; by: AifNode }[] =>
  (graph.outgoing.get(locution.id) ?? [])
    .filter(({ to }) => to.type === 'YA')
    .flatMap(({ to: by }) =>
      (graph.outgoing.get(by.id) ?? []).flatMap(({ to }) => (to.type === 'I' ? [{ claim: to, by }] : [])),
    );

/** AIFdb writes `Speaker : words`. */
const SPOKEN = /^([^:]{1,80}?) : (.*)$/s;

/** Names the speakers of claims, and adds the dialogue nodes to `told` that a claim says all of. */
function readLocutions(graph: AifGraph, draft: MapDraft, report: ReportWriter, told: Set<string>): void {
  for (const node of graph.nodes.values()) {
    if (node.type !== 'L') continue;
    const spoken = SPOKEN.exec(node.text.trim());
    const listed = graph.speakers.get(node.id);
    for (const { claim, by } of assertedBy(graph, node)) {
      const speaker = listed ?? spoken?.[1];
      const isNamed = speaker !== undefined && draft.speaker(claim.id, speaker);
      if (isNamed && listed === undefined) report.guessed('speaker-from-words', node.place, { speaker });
      const words = visibleText(spoken?.[2] ?? node.text);
      if (isNamed && words === visibleText(claim.text)) told.add(node.id);
      if (told.has(node.id) && /^asserting$/i.test(by.text.trim())) told.add(by.id);
    }
  }
}

function reportDialogue(graph: AifGraph, told: ReadonlySet<string>, report: ReportWriter): void {
  for (const node of graph.nodes.values()) {
    if (told.has(node.id) || KINDS.has(node.type)) continue;
    if (node.type === 'MA') report.dropped('rephrase', node.place);
    else if (node.type === 'PA') report.dropped('preference', node.place);
    else if (['L', 'YA', 'TA'].includes(node.type)) {
      report.dropped('node-not-argument', node.place, { type: node.type });
    } else report.dropped('node-unknown', node.place, { type: node.type });
  }
  for (const { from, to, place } of graph.edges) {
    if (from.type === 'I' && !KINDS.has(to.type) && to.type !== 'MA' && to.type !== 'PA') {
      report.dropped('edge-without-meaning', place, { from: from.id, to: to.id });
    }
  }
}

/** Puts claims, relations and speakers of an AIF graph into a draft. `told` are nodes that are accounted for. */
export function draftFromAif(
  graph: AifGraph,
  { limits, report }: ReadContext,
  told: Set<string> = new Set(),
): MapDraft {
  const draft = new MapDraft(report, limits);
  for (const node of graph.nodes.values()) {
    if (node.type === 'I') draft.claim({ id: node.id, text: node.text, place: node.place });
  }
  const nodes = new Map([...graph.nodes.values()].map((node) => [node.id, schemeNode(node)]));
  const edges = graph.edges.flatMap(({ from, to, place }) => {
    const [a, b] = [nodes.get(from.id), nodes.get(to.id)];
    return a && b ? [{ from: a, to: b, place }] : [];
  });
  relateThroughSchemes({ nodes: [...nodes.values()], edges }, draft, report);
  readLocutions(graph, draft, report, told);
  reportDialogue(graph, told, report);
  return draft;
}

/**
 * Reads AIF JSON. Votes, sides and passages are not in it; what is about the dialogue is left out and told.
 * @throws RefusedError
 */
export function readAif(text: string, context: ReadContext): MapDocument {
  const root = recordOf(parseJson(text, context.limits));
  if (!Array.isArray(fieldOf(root, 'nodes'))) {
    const values = { where: '"nodes"', format: 'AIF', problem: 'a list is expected' };
    throw new RefusedError('shape-wrong', values, { line: 1 });
  }
  const draft = draftFromAif(readAifGraph(root, '', context), context);
  return draft.finish({}, context.fallbackTitle);
}
