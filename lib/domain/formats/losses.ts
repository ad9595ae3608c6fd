import type { FormatName } from './format-names';
import { FORMATS } from './format-names';
import type { MapDocument } from './map-document';
import type { ReportWriter } from './report';

/** Says what of a map a format has no place for. */

/** Everything that a map can hold beside claims, their words, and supports and attacks between them. */
export const CARRIED_FIELDS = [
  'title',
  'question',
  'summary',
  'language',
  'sides',
  'sources',
  'source-text',
  'passages',
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
  'citations',
  'offsets',
  'quotes',
  'undercuts',
  'weight',
  'impact',
  'group',
  'scheme',
  'critical-question',
] as const;
export type CarriedField = (typeof CARRIED_FIELDS)[number];

const count = <Item>(items: readonly Item[], has: (item: Item) => boolean): number =>
  items.filter(has).length;

/** How often each field occurs in a map. */
export function fieldCounts(map: MapDocument): Record<CarriedField, number> {
  const { claims, relations, sources } = map;
  const citations = claims.flatMap((claim) => claim.citations);
  return {
    title: 1,
    question: map.question === undefined ? 0 : 1,
    summary: map.summary === undefined ? 0 : 1,
    language: map.language === 'und' ? 0 : 1,
    sides: map.sides.length,
    sources: sources.length,
    'source-text': count(sources, (source) => source.text !== ''),
    passages: sources.reduce((sum, source) => sum + (source.passages?.length ?? 0), 0),
    code: count(claims, (claim) => claim.code !== undefined),
    'short-title': count(claims, (claim) => claim.shortTitle !== undefined),
    motion: count(claims, (claim) => claim.isMotion),
    side: count(claims, (claim) => claim.side !== null),
    evidence: count(claims, (claim) => claim.evidence !== undefined),
    speaker: count(claims, (claim) => claim.speaker !== undefined),
    layer: count(claims, (claim) => claim.layer !== undefined),
    status: count(claims, (claim) => claim.status !== undefined),
    base: count(claims, (claim) => claim.base !== undefined),
    votes: count(claims, (claim) => claim.votes !== undefined),
    citations: citations.length,
    offsets: count(citations, (citation) => citation.start !== undefined),
    quotes: count(citations, (citation) => citation.exact !== undefined),
    undercuts: count(relations, (relation) => relation.kind === 'undercuts'),
    weight: count(relations, (relation) => relation.weight !== undefined),
    impact: count(relations, (relation) => relation.impact !== undefined),
    group: new Set(relations.flatMap((relation) => relation.group ?? [])).size,
    scheme: count(relations, (relation) => relation.scheme !== undefined),
    'critical-question': count(relations, (relation) => relation.question !== undefined),
  };
}

/** Reports every field that the map has and the format does not carry, with how often it occurs. */
export function reportLosses(
  map: MapDocument,
  format: FormatName,
  carried: readonly CarriedField[],
  report: ReportWriter,
): void {
  const counts = fieldCounts(map);
  for (const field of CARRIED_FIELDS) {
    if (counts[field] === 0 || carried.includes(field)) continue;
    const values = { format: FORMATS[format].label, field, count: counts[field] };
    report.dropped('field-not-carried', `/${field}`, values);
  }
}
