import type { CarriedField } from './losses';
import { reportLosses } from './losses';
import type { MapClaim, MapDocument, MapRelation } from './map-document';
import type { Reason, WriteContext } from './writing';
import { idsBeside, reasonsOf } from './writing';
import { xmlText } from './xml-text';

/**
 * GraphML out. An edge cannot meet an edge, so a relation that is undercut, or that links premises, is a node too;
 * every attribute is declared.
 */

const CARRIED: readonly CarriedField[] = [
  'title',
  'code',
  'short-title',
  'motion',
  'side',
  'evidence',
  'speaker',
  'layer',
  'status',
  'base',
  'votes',
  'undercuts',
  'weight',
  'impact',
  'group',
  'scheme',
];

type Values = Record<string, string | number | boolean | undefined | null>;

const NODE_KEYS = {
  kind: 'string',
  text: 'string',
  code: 'string',
  shortTitle: 'string',
  side: 'string',
  evidence: 'string',
  speaker: 'string',
  layer: 'string',
  status: 'string',
  base: 'double',
  agree: 'int',
  disagree: 'int',
  pass: 'int',
} as const;
const EDGE_KEYS = {
  relation: 'string',
  role: 'string',
  kind: 'string',
  weight: 'double',
  impactMean: 'double',
  impactCount: 'int',
  scheme: 'string',
} as const;

const keys = (element: 'node' | 'edge', declared: Record<string, string>): string[] =>
  Object.entries(declared).map(
    ([name, type]) =>
      `  <key id="${element}.${name}" for="${element}" attr.name="${name}" attr.type="${type}"/>`,
  );

const data = (element: 'node' | 'edge', values: Values): string =>
  Object.entries(values)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => `<data key="${element}.${name}">${xmlText(String(value))}</data>`)
    .join('');

const node = (id: string, values: Values): string =>
  `    <node id="${xmlText(id)}">${data('node', values)}</node>`;

const edge = (id: string, from: string, to: string, values: Values): string =>
  `    <edge id="${xmlText(id)}" source="${xmlText(from)}" target="${xmlText(to)}">${data('edge', values)}</edge>`;

const claimNode = ({ id, text, isMotion, votes, citations: _, ...rest }: MapClaim): string =>
  node(id, { kind: isMotion ? 'motion' : 'claim', text, ...rest, ...votes });

const details = ({ id, kind, weight, impact, scheme }: MapRelation): Values => ({
  relation: id,
  kind,
  weight,
  impactMean: impact?.mean,
  impactCount: impact?.count,
  scheme,
});

/** GraphML. */
export function writeGraphml(map: MapDocument, { report }: WriteContext): string {
  reportLosses(map, 'graphml', CARRIED, report);
  const reasons = reasonsOf(map.relations);
  const undercut = new Set(reasons.flatMap(({ kind, to }) => (kind === 'undercuts' ? [to] : [])));
  const isNode = ({ id, members }: Reason): boolean => members.length > 1 || undercut.has(id);
  const edgeId = idsBeside([]);
  const edges = reasons.flatMap((reason) => {
    const { id, kind, to, members } = reason;
    const [{ from }] = members;
    if (!isNode(reason)) return [edge(edgeId(id), from, to, { ...details(members[0]), role: 'relation' })];
    return [
      ...members.map((member) =>
        edge(edgeId(`${member.id}.from`), member.from, id, { ...details(member), role: 'premise' }),
      ),
      edge(edgeId(`${id}.to`), id, to, { kind, role: 'conclusion' }),
    ];
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    '  <key id="graph.title" for="graph" attr.name="title" attr.type="string"/>',
    ...keys('node', NODE_KEYS),
    ...keys('edge', EDGE_KEYS),
    '  <graph id="map" edgedefault="directed">',
    `    <data key="graph.title">${xmlText(map.title)}</data>`,
    ...map.claims.map(claimNode),
    ...reasons.filter(isNode).map(({ id, kind }) => node(id, { kind })),
    ...edges,
    '  </graph>',
    '</graphml>',
    '',
  ].join('\n');
}
