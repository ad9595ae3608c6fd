import type { JsonRecord } from './json-text';
import { fieldOf, listOf, recordOf, stringOf } from './json-text';
import type { ConversionLimits } from './limits';
import { MAP_LENGTHS } from './map-document';
import { visibleId, visibleLine } from './map-draft';
import { RefusedError } from './refusal';
import type { ReportWriter } from './report';

/**
 * The argument interchange format as a graph: I-nodes (claims), S-nodes (RA inference, CA conflict, and others), and
 * edges whose meaning is in the types at their ends. L, YA and TA nodes are about who said what when.
 */

export interface AifNode {
  id: string;
  type: string;
  text: string;
  /** Name of the scheme, when one is given. */
  scheme: string | undefined;
  place: string;
}

export interface AifEdge {
  from: AifNode;
  to: AifNode;
  place: string;
}

export interface AifGraph {
  nodes: ReadonlyMap<string, AifNode>;
  incoming: ReadonlyMap<string, readonly AifEdge[]>;
  outgoing: ReadonlyMap<string, readonly AifEdge[]>;
  edges: readonly AifEdge[];
  /** Who speaks a locution, by the id of its L-node. */
  speakers: ReadonlyMap<string, string>;
}

/** Ids become ids of own JSON: without control characters, of bounded length. */
const idOf = (value: unknown): string => visibleId(stringOf(value) ?? '');

function readNodes(root: JsonRecord, base: string, report: ReportWriter): Map<string, AifNode> {
  const nodes = new Map<string, AifNode>();
  for (const [index, item] of listOf(fieldOf(root, 'nodes')).entries()) {
    const record = recordOf(item);
    const place = `${base}/nodes/${index}`;
    const id = idOf(fieldOf(record, 'nodeID'));
    const type = (stringOf(fieldOf(record, 'type')) ?? '').trim().toUpperCase();
    const text = stringOf(fieldOf(record, 'text')) ?? '';
    if (id === '') report.dropped('node-without-id', place);
    else if (nodes.has(id)) report.dropped('node-repeated', place, { id });
    else {
      nodes.set(id, { id, type, text, scheme: stringOf(fieldOf(record, 'scheme')), place });
      report.count(`nodes.${type.slice(0, 20) || 'untyped'}`);
    }
  }
  return nodes;
}

function readSpeakers(root: JsonRecord): Map<string, string> {
  const people = new Map<string, string>();
  for (const item of listOf(fieldOf(root, 'participants'))) {
    const record = recordOf(item);
    const id = stringOf(fieldOf(record, 'participantID'));
    const names = [fieldOf(record, 'firstname'), fieldOf(record, 'surname')].map(
      (name) => stringOf(name) ?? '',
    );
    if (id !== undefined) people.set(id, visibleLine(names.join(' '), MAP_LENGTHS.line));
  }
  const speakers = new Map<string, string>();
  for (const item of listOf(fieldOf(root, 'locutions'))) {
    const record = recordOf(item);
    const speaker = people.get(stringOf(fieldOf(record, 'personID')) ?? '');
    if (speaker) speakers.set(idOf(fieldOf(record, 'nodeID')), speaker);
  }
  return speakers;
}

/** Reads nodes and edges; `base` is the JSON pointer of their parent. */
export function readAifGraph(
  root: JsonRecord,
  base: string,
  { limits, report }: { limits: ConversionLimits; report: ReportWriter },
): AifGraph {
  const nodes = readNodes(root, base, report);
  const incoming = new Map<string, AifEdge[]>();
  const outgoing = new Map<string, AifEdge[]>();
  const edges: AifEdge[] = [];
  const add = (map: Map<string, AifEdge[]>, id: string, edge: AifEdge) => {
    const list = map.get(id);
    if (list) list.push(edge);
    else map.set(id, [edge]);
  };
  const items = listOf(fieldOf(root, 'edges'));
  // Each relation has two edges or more, and a dialogue has as many again.
  const limit = limits.maxRelations * 4;
  if (items.length > limit) throw new RefusedError('too-many-relations', { limit: limits.maxRelations });
  for (const [index, item] of items.entries()) {
    const record = recordOf(item);
    const place = `${base}/edges/${index}`;
    const ends = [idOf(fieldOf(record, 'fromID')), idOf(fieldOf(record, 'toID'))] as const;
    const [from, to] = [nodes.get(ends[0]), nodes.get(ends[1])];
    if (!from || !to) {
      report.dropped('edge-end-missing', place, { id: from ? ends[1] : ends[0] });
      continue;
    }
    const edge = { from, to, place };
    edges.push(edge);
    add(outgoing, from.id, edge);
    add(incoming, to.id, edge);
  }
  report.count('edges', edges.length);
  return { nodes, incoming, outgoing, edges, speakers: readSpeakers(root) };
}
