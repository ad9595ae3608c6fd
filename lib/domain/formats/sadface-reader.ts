import type { JsonRecord } from './json-text';
import { fieldOf, listOf, parseJson, recordOf, stringOf } from './json-text';
import type { MapCitation, MapDocument, MapSource } from './map-document';
import { MAP_LENGTHS } from './map-document';
import { MapDraft, visibleId, visibleLine } from './map-draft';
import { OWN_NAMESPACE, ownClaim, ownHead, ownRelation, ownSource, soundOrNothing } from './own-fields';
import { PassageFinder } from './passage-finder';
import type { ReadContext } from './reading';
import { RefusedError } from './refusal';
import { directedEdges } from './sadface-direction';
import type { RelationDetails, SchemeEdge, SchemeNode, SchemeNodeKind } from './scheme-graph';
import { relateThroughSchemes } from './scheme-graph';

/**
 * SADFace 0.1, 0.2 and 0.5. They differ in where the metadata stands (flat in 0.1), in the types of scheme nodes
 * (`scheme`, later `inference` and `conflict`), and in which end of an attack is which.
 */

const CONFLICT = /conflict|attack|disagree|rebut|undercut|undermin/i;
const PLAIN_SCHEME = /^(default\s*)?(support|inference|conflict|attack|disagree(ment)?|ra|ca)$/i;

const own = (record: JsonRecord): unknown => fieldOf(recordOf(fieldOf(record, 'metadata')), OWN_NAMESPACE);

interface Atom {
  id: string;
  record: JsonRecord;
  place: string;
}

interface Nodes {
  /** By the id in the file. */
  all: Map<string, SchemeNode>;
  atoms: Atom[];
}

function kindOf(type: string, name: string): SchemeNodeKind {
  if (type === 'atom') return 'claim';
  if (/rephrase/i.test(name)) return 'other';
  if (type === 'inference' || type === 'support') return 'inference';
  if (type === 'conflict' || type === 'attack') return 'conflict';
  if (type !== 'scheme') return 'other';
  return CONFLICT.test(name) ? 'conflict' : 'inference';
}

function relationDetails(record: JsonRecord): ReadonlyMap<string, RelationDetails> {
  const relations = listOf(fieldOf(recordOf(own(record)), 'relations')).flatMap(
    (item) => soundOrNothing(ownRelation, item) ?? [],
  );
  return new Map(relations.map(({ from, ...details }) => [from, details]));
}

function readNodes(root: JsonRecord, { report }: ReadContext): Nodes {
  const nodes: Nodes = { all: new Map(), atoms: [] };
  const taken = new Set<string>();
  for (const [index, item] of listOf(fieldOf(root, 'nodes')).entries()) {
    const record = recordOf(item);
    const place = `/nodes/${index}`;
    const fileId = visibleId(stringOf(fieldOf(record, 'id')) ?? '');
    const type = (stringOf(fieldOf(record, 'type')) ?? '').trim().toLowerCase();
    const name = visibleLine(stringOf(fieldOf(record, 'name')) ?? '', MAP_LENGTHS.line);
    if (fileId === '') {
      report.dropped('node-without-id', place);
      continue;
    }
    if (nodes.all.has(fileId)) {
      report.dropped('node-repeated', place, { id: fileId });
      continue;
    }
    report.count(`nodes.${type.slice(0, 20) || 'untyped'}`);
    const kind = kindOf(type, name);
    const wish = kind === 'claim' ? soundOrNothing(ownClaim, own(record))?.id : undefined;
    const id = wish !== undefined && !taken.has(wish) ? wish : fileId;
    taken.add(id);
    const isPlain = name === '' || PLAIN_SCHEME.test(name);
    if (kind === 'other') {
      if (/rephrase/i.test(name)) report.dropped('rephrase', place);
      else report.dropped('node-unknown', place, { type });
    }
    if (kind === 'claim') nodes.atoms.push({ id, record, place });
    const details = kind === 'claim' ? undefined : relationDetails(record);
    if (type === 'scheme' && kind !== 'other' && !isPlain && details?.size === 0) {
      report.guessed('scheme-kind', place, { name, kind: kind === 'conflict' ? 'attack' : 'support' });
    }
    const scheme = isPlain ? undefined : name;
    nodes.all.set(fileId, { id, kind, scheme, place, ...(details && details.size > 0 ? { details } : {}) });
  }
  return nodes;
}

function readEdges(root: JsonRecord, nodes: Nodes, { report }: ReadContext): SchemeEdge[] {
  return listOf(fieldOf(root, 'edges')).flatMap((item, index) => {
    const record = recordOf(item);
    const place = `/edges/${index}`;
    const [source, target] = ['source_id', 'target_id'].map((end) =>
      visibleId(stringOf(fieldOf(record, end)) ?? ''),
    );
    const [from, to] = [nodes.all.get(source ?? ''), nodes.all.get(target ?? '')];
    if (from && to) return [{ from, to, place }];
    report.dropped('edge-end-missing', place, { id: (from ? target : source) ?? '' });
    return [];
  });
}

/** Sources by the id of their resource. */
function readResources(root: JsonRecord): Map<string, MapSource> {
  const sources = new Map<string, MapSource>();
  const keys = new Set<string>();
  for (const [index, item] of listOf(fieldOf(root, 'resources')).entries()) {
    const record = recordOf(item);
    const id = stringOf(fieldOf(record, 'id')) ?? '';
    const content = stringOf(fieldOf(record, 'content')) ?? '';
    const text = content.slice(0, MAP_LENGTHS.sourceText);
    const told = soundOrNothing(ownSource, own(record));
    const core = recordOf(fieldOf(recordOf(fieldOf(record, 'metadata')), 'core'));
    const key = told && !keys.has(told.key) ? told.key : `s${index + 1}`;
    const title = visibleLine(stringOf(fieldOf(core, 'title')) ?? '', MAP_LENGTHS.line) || key;
    if (sources.has(id)) continue;
    keys.add(key);
    sources.set(id, told ? { ...told, key, text } : { key, title, text });
  }
  return sources;
}

/** By the id of the resource, and by the key of the source. */
interface Finders {
  byResource: Map<string, PassageFinder>;
  byKey: Map<string, PassageFinder>;
}

function findersOf(sources: Map<string, MapSource>): Finders {
  const byResource = new Map([...sources].map(([id, source]) => [id, new PassageFinder(source)]));
  return {
    byResource,
    byKey: new Map([...byResource.values()].map((finder) => [finder.source.key, finder])),
  };
}

const lengthOf = ({ start, end }: MapCitation): number => (end ?? Number.NaN) - (start ?? Number.NaN);

function citationsOf(atom: Atom, { byResource, byKey }: Finders, { report }: ReadContext): MapCitation[] {
  const told = soundOrNothing(ownClaim, own(atom.record))?.citations;
  if (told?.every(({ source }) => byKey.has(source))) {
    // Another program may have changed the text since.
    return told.map((citation) => {
      const finder = byKey.get(citation.source);
      if (citation.start === undefined || !finder || finder.source.text === '') return citation;
      return finder.citation(citation.exact ?? '', citation.start, lengthOf(citation));
    });
  }
  return listOf(fieldOf(atom.record, 'sources')).flatMap((item, index) => {
    const record = recordOf(item);
    const place = `${atom.place}/sources/${index}`;
    const resource = stringOf(fieldOf(record, 'resource_id')) ?? '';
    const finder = byResource.get(resource);
    if (!finder) {
      report.dropped('source-missing', place, { source: resource });
      return [];
    }
    const [offset, length] = ['offset', 'length'].map((name) => Number(fieldOf(record, name) ?? Number.NaN));
    const words = stringOf(fieldOf(record, 'text')) ?? '';
    const citation = finder.citation(words, offset ?? Number.NaN, length ?? Number.NaN);
    if (citation.start === undefined && finder.source.text !== '') report.dropped('passage-not-found', place);
    return [citation];
  });
}

function readHead(root: JsonRecord, { report }: ReadContext) {
  const metadata = recordOf(fieldOf(root, 'metadata'));
  const isFlat = fieldOf(metadata, 'core') === undefined;
  const core = isFlat ? root : recordOf(fieldOf(metadata, 'core'));
  const version = stringOf(fieldOf(core, 'version')) ?? (isFlat ? '0.1' : '0.2');
  const hasPerson = ['analyst_name', 'analyst_email'].some((name) => stringOf(fieldOf(core, name)));
  if (hasPerson) report.dropped('person-details', isFlat ? '/analyst_name' : '/metadata/core/analyst_name');
  if (stringOf(fieldOf(core, 'notes')))
    report.dropped('field-unknown', '/metadata/core/notes', { field: 'notes' });
  for (const namespace of Object.keys(metadata)) {
    if (namespace !== 'core' && namespace !== OWN_NAMESPACE) {
      report.dropped('field-unknown', '/metadata', { field: namespace });
    }
  }
  return {
    version,
    title: stringOf(fieldOf(core, 'title')),
    summary: stringOf(fieldOf(core, 'description')),
    ...(soundOrNothing(ownHead, fieldOf(metadata, OWN_NAMESPACE)) ?? {}),
  };
}

/**
 * Reads SADFace. Which end of an attack is which is a guess from version 0.5 on, and told.
 * @throws RefusedError
 */
export function readSadface(text: string, context: ReadContext): MapDocument {
  const root = recordOf(parseJson(text, context.limits));
  if (!Array.isArray(fieldOf(root, 'nodes')) || !Array.isArray(fieldOf(root, 'edges'))) {
    const values = { where: '"nodes" or "edges"', format: 'SADFace', problem: 'a list is expected' };
    throw new RefusedError('shape-wrong', values, { line: 1 });
  }
  const { version, ...head } = readHead(root, context);
  const nodes = readNodes(root, context);
  const sources = readResources(root);
  const finders = findersOf(sources);
  const sides = new Set(head.sides?.map((side) => side.key));
  const draft = new MapDraft(context.report, context.limits);
  for (const atom of nodes.atoms) {
    const told = soundOrNothing(ownClaim, own(atom.record));
    const side = told?.side !== undefined && told.side !== null && sides.has(told.side) ? told.side : null;
    draft.claim({
      ...told,
      id: atom.id,
      text: stringOf(fieldOf(atom.record, 'text')) ?? '',
      side,
      citations: citationsOf(atom, finders, context),
      place: atom.place,
    });
  }
  const edges = directedEdges(readEdges(root, nodes, context), version, context);
  context.report.count('edges', edges.length);
  relateThroughSchemes({ nodes: [...nodes.all.values()], edges }, draft, context.report);
  return draft.finish({ ...head, sources: [...sources.values()] }, context.fallbackTitle);
}
