import type { MapRelation } from './map-document';
import { MAP_LENGTHS } from './map-document';
import type { MapDraft } from './map-draft';
import { visibleLine } from './map-draft';
import type { ReportWriter } from './report';

/**
 * The graph that AIF and SADFace share: claims never meet directly, a scheme node stands between them. Premises lead
 * into an inference or a conflict, which leads to its conclusion; a conflict that leads to a scheme is an undercut.
 */

export type SchemeNodeKind = 'claim' | 'inference' | 'conflict' | 'other';

/** What own files say of a relation beside its ends. */
export interface RelationDetails {
  id: string;
  /** Which of linked premises an undercut meets. */
  to?: string | undefined;
  group?: string | undefined;
  weight?: number | undefined;
  impact?: MapRelation['impact'] | undefined;
  scheme?: string | undefined;
}

export interface SchemeNode {
  id: string;
  kind: SchemeNodeKind;
  /** The scheme's own name, when it says more than the kind. */
  scheme?: string | undefined;
  /** By the id of the premise. */
  details?: ReadonlyMap<string, RelationDetails>;
  place: string;
}

export interface SchemeEdge {
  from: SchemeNode;
  to: SchemeNode;
  place: string;
}

export interface SchemeGraph {
  nodes: readonly SchemeNode[];
  edges: readonly SchemeEdge[];
}

interface Step {
  node: SchemeNode;
  premises: readonly SchemeEdge[];
  /** One for each conclusion, with the ids of the relations that lead to it. */
  conclusions: readonly { edge: SchemeEdge; group: string | undefined; ids: readonly string[] }[];
}

const isScheme = ({ kind }: SchemeNode): boolean => kind === 'inference' || kind === 'conflict';

/** First edge of each pair of nodes. */
function oncePerEnd(edges: readonly SchemeEdge[], end: 'from' | 'to'): SchemeEdge[] {
  const seen = new Set<string>();
  return edges.filter((edge) => {
    const isNew = !seen.has(edge[end].id);
    seen.add(edge[end].id);
    return isNew;
  });
}

function collect(edges: readonly SchemeEdge[], end: 'from' | 'to'): Map<string, SchemeEdge[]> {
  const lists = new Map<string, SchemeEdge[]>();
  for (const edge of edges) {
    const list = lists.get(edge[end].id);
    if (list) list.push(edge);
    else lists.set(edge[end].id, [edge]);
  }
  return lists;
}

/** A maker of ids that no node and no earlier relation has. */
function idMaker(nodes: readonly SchemeNode[]): (wish: string) => string {
  const taken = new Set(nodes.map((node) => node.id));
  return (wish) => {
    let id = wish.slice(0, MAP_LENGTHS.id);
    for (let more = 2; taken.has(id); more++) id = `${wish.slice(0, MAP_LENGTHS.id - 8)}~${more}`;
    taken.add(id);
    return id;
  };
}

/** The ids that relations get: the scheme node's for one premise, numbered ones for linked premises. */
function stepsOf(graph: SchemeGraph): Map<string, Step> {
  const incoming = collect(graph.edges, 'to');
  const outgoing = collect(graph.edges, 'from');
  const makeId = idMaker(graph.nodes);
  const steps = new Map<string, Step>();
  for (const node of graph.nodes.filter(isScheme)) {
    const premises = oncePerEnd(incoming.get(node.id) ?? [], 'from').filter(
      ({ from }) => from.kind === 'claim',
    );
    const targets = oncePerEnd(outgoing.get(node.id) ?? [], 'to').filter(({ to }) => to.kind !== 'other');
    const conclusions = targets.map((edge, index) => {
      const told = index === 0 ? premises.map(({ from }) => node.details?.get(from.id)?.id) : [];
      if (told.length > 0 && told.every((id) => id !== undefined)) {
        return { edge, group: undefined, ids: told };
      }
      const name = index === 0 ? node.id : makeId(`${node.id}:${index + 1}`);
      if (premises.length === 1) return { edge, group: undefined, ids: [name] };
      return { edge, group: name, ids: premises.map((_, nth) => makeId(`${name}.${nth + 1}`)) };
    });
    steps.set(node.id, { node, premises, conclusions });
  }
  return steps;
}

function reportEdges(graph: SchemeGraph, draft: MapDraft, report: ReportWriter): void {
  for (const { from, to, place } of graph.edges) {
    if (from.kind === 'claim' && to.kind === 'claim') {
      report.guessed('edge-as-support', place);
      draft.relation({ from: from.id, to: to.id, kind: 'supports', place });
    } else if (from.kind === 'inference' && isScheme(to)) {
      report.dropped('support-of-relation', place);
    } else if (isScheme(from) && to.kind === 'other') {
      report.dropped('edge-without-meaning', place, { from: from.id, to: to.id });
    }
  }
}

/** What a conclusion's edge says. */
function kindOf({ from, to }: SchemeEdge): MapRelation['kind'] | null {
  if (from.kind === 'inference') return to.kind === 'claim' ? 'supports' : null;
  return to.kind === 'claim' ? 'attacks' : 'undercuts';
}

/** Turns scheme nodes into relations of the draft; its claims are there already. */
export function relateThroughSchemes(graph: SchemeGraph, draft: MapDraft, report: ReportWriter): void {
  const steps = stepsOf(graph);
  const targetsOf = (node: SchemeNode): string[] => {
    const firsts = steps.get(node.id)?.conclusions.flatMap(({ ids }) => ids.slice(0, 1)) ?? [];
    return firsts.length > 0 ? firsts : [node.id];
  };
  for (const { node, premises, conclusions } of steps.values()) {
    if (premises.length === 0) report.dropped('scheme-without-premise', node.place);
    else if (conclusions.length === 0) report.dropped('scheme-without-conclusion', node.place);
    else if (conclusions.length > 1) {
      report.guessed('several-conclusions', node.place, { count: conclusions.length });
    }
    const scheme = visibleLine(node.scheme ?? '', MAP_LENGTHS.line) || undefined;
    for (const { edge, group, ids } of conclusions) {
      const kind = kindOf(edge);
      if (kind === null) continue;
      const targets = kind === 'undercuts' ? targetsOf(edge.to) : [edge.to.id];
      for (const [nth, premise] of premises.entries()) {
        const details = node.details?.get(premise.from.id);
        const base = { from: premise.from.id, kind, place: node.place };
        if (details && details.id === ids[nth]) {
          draft.relation({ ...base, ...details, to: details.to ?? targets[0] ?? edge.to.id });
          continue;
        }
        for (const [which, to] of targets.entries()) {
          draft.relation({
            ...base,
            // An undercut of a scheme with several conclusions meets each of them; later ones get ids of their own.
            ...(which === 0 && ids[nth] !== undefined ? { id: ids[nth] } : {}),
            to,
            ...(group === undefined || which > 0 ? {} : { group }),
            ...(scheme === undefined ? {} : { scheme }),
          });
        }
      }
    }
  }
  reportEdges(graph, draft, report);
}
