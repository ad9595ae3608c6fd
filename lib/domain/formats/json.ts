import type { z } from 'zod';
import type { JsonRecord } from './json-text';
import { fieldOf, jsonPlace, listOf, parseJson, recordOf } from './json-text';
import type { ConversionLimits } from './limits';
import type { MapDocument } from './map-document';
import { MAP_FORMAT, mapClaim, mapDocumentShape, mapRelation, mapSource } from './map-document';
import type { ReadContext } from './reading';
import { RefusedError } from './refusal';
import { mapProblems } from './sound-map';

/** Own JSON in and out: lossless, and strict about what it takes. */

const PARTS = { sources: mapSource, claims: mapClaim, relations: mapRelation };
type Part = keyof typeof PARTS;

const limitOf = (part: Part, { maxSources, maxClaims, maxRelations }: ConversionLimits): number =>
  ({ sources: maxSources, claims: maxClaims, relations: maxRelations })[part];
const head = mapDocumentShape.omit({ sources: true, claims: true, relations: true });

/** Elements of a list within a claim or a source: citations, paragraphs, sentences. */
const LONGEST_PART_LIST = 20_000;

type Path = (string | number)[];

/** Length of the first list that is too long, or 0. */
function longList(value: unknown): number {
  if (Array.isArray(value) && value.length > LONGEST_PART_LIST) return value.length;
  for (const part of Array.isArray(value) ? value : Object.values(recordOf(value))) {
    const length = typeof part === 'object' ? longList(part) : 0;
    if (length > 0) return length;
  }
  return 0;
}

function refuseIssue(text: string, path: Path, issue: z.core.$ZodIssue): never {
  const extra = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const full = [
    ...path,
    ...issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step)),
    ...extra,
  ];
  const name = full.at(-1) ?? 'The file';
  const problem = extra.length > 0 ? 'the key is not known' : issue.message;
  throw new RefusedError(
    'shape-wrong',
    { where: typeof name === 'number' ? `Entry ${name}` : `"${name}"`, format: MAP_FORMAT, problem },
    jsonPlace(text, full),
  );
}

/** Checks one element at a time, so that a file of nothing but faults costs one. */
function checkPart(text: string, path: Path, schema: z.ZodType, value: unknown): void {
  const count = longList(value);
  if (count > 0) {
    throw new RefusedError('list-too-long', { count, limit: LONGEST_PART_LIST }, jsonPlace(text, path));
  }
  const [issue] = schema.safeParse(value).error?.issues ?? [];
  if (issue) refuseIssue(text, path, issue);
}

function checkVersion(text: string, record: JsonRecord): void {
  const format = fieldOf(record, 'format');
  if (format === MAP_FORMAT) return;
  if (typeof format === 'string' && format.startsWith('standpoint/map@')) {
    const values = { found: format, expected: MAP_FORMAT };
    throw new RefusedError('version-unknown', values, jsonPlace(text, ['format']));
  }
  const values = { where: '"format"', format: MAP_FORMAT, problem: `it should be "${MAP_FORMAT}"` };
  throw new RefusedError('shape-wrong', values, jsonPlace(text, ['format']));
}

function checkLengths(text: string, map: MapDocument, { limits }: ReadContext): void {
  const whole = map.sources.findIndex((source) => source.text.length > limits.maxSourceLength);
  if (whole >= 0) {
    const values = { length: map.sources[whole]?.text.length ?? 0, limit: limits.maxSourceLength };
    throw new RefusedError('text-too-long', values, jsonPlace(text, ['sources', whole, 'text']));
  }
  const long = map.claims.findIndex((claim) => claim.text.length > limits.maxTextLength);
  if (long >= 0) {
    const values = { length: map.claims[long]?.text.length ?? 0, limit: limits.maxTextLength };
    throw new RefusedError('text-too-long', values, jsonPlace(text, ['claims', long, 'text']));
  }
}

/**
 * Reads own JSON. Nothing is dropped or guessed: what is not a sound map is refused, with its line.
 * @throws RefusedError
 */
export function readJson(text: string, context: ReadContext): MapDocument {
  const value = parseJson(text, context.limits);
  const record = recordOf(value);
  checkVersion(text, record);
  const { sources: _s, claims: _c, relations: _r, ...rest } = record;
  checkPart(text, [], head, rest);
  for (const [part, schema] of Object.entries(PARTS) as [Part, z.ZodType][]) {
    const list = fieldOf(record, part);
    if (!Array.isArray(list)) {
      const values = { where: `"${part}"`, format: MAP_FORMAT, problem: 'a list is expected' };
      throw new RefusedError('shape-wrong', values, jsonPlace(text, [part]));
    }
    const limit = limitOf(part, context.limits);
    if (list.length > limit) {
      // The one too many; what stands before it would be taken.
      throw new RefusedError(`too-many-${part}`, { limit }, jsonPlace(text, [part, limit]));
    }
    for (const [index, element] of listOf(list).entries()) checkPart(text, [part, index], schema, element);
  }
  const map = mapDocumentShape.parse(value);
  checkLengths(text, map, context);
  for (const { path, message } of mapProblems(map)) {
    throw new RefusedError('map-unsound', { problem: message }, jsonPlace(text, path));
  }
  context.report.count('claims', map.claims.length);
  context.report.count('relations', map.relations.length);
  return map;
}

/** Own JSON, indented; keys in the order of the schema. */
export const writeJson = (map: MapDocument): string =>
  `${JSON.stringify(mapDocumentShape.parse(map), null, 2)}\n`;
