/** Columns of the CSV pair, in the order in which they are written. Only the first few are needed to read. */

export const CLAIM_COLUMNS = [
  'id',
  'text',
  'kind',
  'code',
  'side',
  'short_title',
  'evidence',
  'speaker',
  'layer',
  'status',
  'base',
  'agree',
  'disagree',
  'pass',
  'source',
  'start',
  'end',
  'quote',
  'more_citations',
] as const;

export const RELATION_COLUMNS = [
  'id',
  'from',
  'to',
  'to_kind',
  'kind',
  'weight',
  'impact_mean',
  'impact_count',
  'group',
  'scheme',
] as const;

export type ClaimColumn = (typeof CLAIM_COLUMNS)[number];
export type RelationColumn = (typeof RELATION_COLUMNS)[number];

/** Names that other tables use for a column. */
export const COLUMN_NAMES: Record<string, string> = {
  type: 'kind',
  thesis: 'kind',
  source_id: 'source',
  title: 'short_title',
};
