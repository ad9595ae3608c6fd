import type { ClaimColumn, RelationColumn } from './csv-columns';
import { CLAIM_COLUMNS, RELATION_COLUMNS } from './csv-columns';
import { BYTE_ORDER_MARK, writeTable } from './csv-table';
import type { CarriedField } from './losses';
import { reportLosses } from './losses';
import type { MapClaim, MapDocument, MapRelation } from './map-document';
import type { WriteContext } from './writing';

/** The map as two tables: claims, and relations between them. */

export interface CsvPair {
  claims: string;
  relations: string;
}

const CARRIED: readonly CarriedField[] = [
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
];

const cell = (value: string | number | undefined | null): string =>
  value === undefined || value === null ? '' : String(value);

function claimCells(claim: MapClaim): Record<ClaimColumn, string> {
  const [first, ...more] = claim.citations;
  return {
    id: claim.id,
    text: claim.text,
    kind: claim.isMotion ? 'motion' : 'claim',
    code: cell(claim.code),
    side: cell(claim.side),
    short_title: cell(claim.shortTitle),
    evidence: cell(claim.evidence),
    speaker: cell(claim.speaker),
    layer: cell(claim.layer),
    status: cell(claim.status),
    base: cell(claim.base),
    agree: cell(claim.votes?.agree),
    disagree: cell(claim.votes?.disagree),
    pass: cell(claim.votes?.pass),
    source: cell(first?.source),
    start: cell(first?.start),
    end: cell(first?.end),
    quote: cell(first?.exact),
    more_citations: more.length === 0 ? '' : JSON.stringify(more),
  };
}

const relationCells = (relation: MapRelation): Record<RelationColumn, string> => ({
  id: relation.id,
  from: relation.from,
  to: relation.to,
  to_kind: relation.kind === 'undercuts' ? 'relation' : 'claim',
  kind: relation.kind,
  weight: cell(relation.weight),
  impact_mean: cell(relation.impact?.mean),
  impact_count: cell(relation.impact?.count),
  group: cell(relation.group),
  scheme: cell(relation.scheme),
});

/** Both tables, each with a byte order mark, for two files. */
export function writeCsvPair(map: MapDocument, { report }: WriteContext): CsvPair {
  reportLosses(map, 'csv', CARRIED, report);
  const claims = map.claims.map(claimCells).map((cells) => CLAIM_COLUMNS.map((column) => cells[column]));
  const relations = map.relations
    .map(relationCells)
    .map((cells) => RELATION_COLUMNS.map((column) => cells[column]));
  return {
    claims: BYTE_ORDER_MARK + writeTable([CLAIM_COLUMNS, ...claims]),
    relations: BYTE_ORDER_MARK + writeTable([RELATION_COLUMNS, ...relations]),
  };
}

/** Both tables in one text, for where only one file can go: an empty line parts them. */
export const joinedPair = ({ claims, relations }: CsvPair): string =>
  `${claims}\r\n${relations.slice(BYTE_ORDER_MARK.length)}`;
