import { z } from 'zod';
import { readJson } from '../formats/json';
import { fieldOf, jsonPlace, parseJson, recordOf } from '../formats/json-text';
import type { ConversionLimits } from '../formats/limits';
import { type Refusal, RefusedError } from '../formats/refusal';
import { ReportWriter } from '../formats/report';
import { sourceText } from '../formats/source-text';
import { err, ok, type Result } from '../result';
import { checkGraph, type GraphProblemCode } from './check-graph';
import type { ArgumentClaim, ArgumentGraph, ArgumentRelation } from './graph';
import { graphOfMap } from './graph-of-map';
import { baseScore, UNRATED_WEIGHT } from './scores';

/**
 * The short form of a map, for computing only: `{"claims":[{"id","base"}],"relations":[{"id","from","to","kind"}]}`.
 * A claim may have votes in the place of a base score; a relation may have a weight and a group; claims may carry their
 * text, which changes nothing. Ids of claims and of relations may coincide: the kind says which is meant.
 */
const SHORT_FORM = 'the short form of a map';

const id = z.string().min(1).max(200);
const score = z.number().min(0).max(1);
const count = z.int().min(0).max(1_000_000_000);

const shortClaim = z
  .strictObject({
    id,
    base: score.optional(),
    votes: z.strictObject({ agree: count, disagree: count, pass: count.optional() }).optional(),
    text: z.string().optional(),
  })
  .refine(({ base, votes }) => (base === undefined) !== (votes === undefined), {
    message: 'a claim has either a base score or votes',
  })
  .transform(({ id, base, votes }): ArgumentClaim => ({ id, base: base ?? (votes ? baseScore(votes) : 0) }));

const shortRelation = z
  .strictObject({
    id,
    from: id,
    to: id,
    kind: z.enum(['supports', 'attacks', 'undercuts']),
    weight: score.optional(),
    group: id.nullable().optional(),
  })
  .transform(
    ({ weight = UNRATED_WEIGHT, group = null, ...relation }): ArgumentRelation => ({
      ...relation,
      weight,
      group,
    }),
  );

const PROBLEMS: Readonly<Record<GraphProblemCode, (id: string) => string>> = {
  'claim-repeated': (id) => `The claim "${id}" is there twice.`,
  'relation-repeated': (id) => `The relation "${id}" is there twice.`,
  'score-outside': (id) => `The number of "${id}" is not within 0 and 1.`,
  'claim-unknown': (id) => `The relation "${id}" leads from or to a claim that is not there.`,
  'relation-unknown': (id) => `The undercut "${id}" leads to a relation that is not there.`,
  'group-split': (id) => `The relation "${id}" is linked with one of another kind or target.`,
  'undercuts-in-a-circle': (id) => `The undercut "${id}" leads back to itself.`,
};

function refuseShape(text: string, path: (string | number)[], issue: z.core.$ZodIssue): never {
  const steps = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  const stray = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const full = [...path, ...steps, ...stray];
  const name = full.at(-1) ?? '';
  throw new RefusedError(
    'shape-wrong',
    {
      where: typeof name === 'number' ? `Entry ${name}` : `"${name}"`,
      format: SHORT_FORM,
      problem: stray.length > 0 ? 'the key is not known' : issue.message,
    },
    jsonPlace(text, full),
  );
}

/** Checks a list element by element, so that a file of nothing but faults costs one. */
function listFrom<T>(
  text: string,
  list: unknown,
  name: 'claims' | 'relations',
  schema: z.ZodType<T>,
  most: number,
): T[] {
  if (!Array.isArray(list)) {
    const values = { where: `"${name}"`, format: SHORT_FORM, problem: 'a list is expected' };
    throw new RefusedError('shape-wrong', values, jsonPlace(text, [name]));
  }
  if (list.length > most) {
    const code = name === 'claims' ? 'too-many-claims' : 'too-many-relations';
    throw new RefusedError(code, { limit: most }, jsonPlace(text, [name]));
  }
  return list.map((element: unknown, index) => {
    const parsed = schema.safeParse(element);
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    // A failure without an issue is a fault of the library.
    if (!issue) throw parsed.error;
    return refuseShape(text, [name, index], issue);
  });
}

function readShort(
  text: string,
  value: unknown,
  { maxClaims, maxRelations }: ConversionLimits,
): ArgumentGraph {
  const record = recordOf(value);
  const stray = Object.keys(record).find((key) => key !== 'claims' && key !== 'relations');
  if (stray !== undefined) {
    const values = { where: `"${stray}"`, format: SHORT_FORM, problem: 'the key is not known' };
    throw new RefusedError('shape-wrong', values, jsonPlace(text, [stray]));
  }
  const claims = listFrom(text, fieldOf(record, 'claims'), 'claims', shortClaim, maxClaims);
  const relations = listFrom(text, fieldOf(record, 'relations'), 'relations', shortRelation, maxRelations);
  const checked = checkGraph({ claims, relations });
  if (!checked.ok) {
    const { code, id } = checked.error;
    const list = code === 'claim-repeated' ? 'claims' : 'relations';
    const ids = list === 'claims' ? claims.map((claim) => claim.id) : relations.map((line) => line.id);
    const values = { problem: PROBLEMS[code](id) };
    throw new RefusedError('map-unsound', values, jsonPlace(text, [list, ids.lastIndexOf(id)]));
  }
  return checked.value;
}

/**
 * Reads the graph of a map from own JSON (`standpoint/map@1`) or from its short form; own JSON is known by its `format`.
 * @returns the graph, or why the file is not taken
 */
export function readGraph(bytes: Uint8Array, limits: ConversionLimits): Result<ArgumentGraph, Refusal> {
  try {
    const text = sourceText(bytes, limits);
    const value = parseJson(text, limits);
    if (!Object.hasOwn(recordOf(value), 'format')) return ok(readShort(text, value, limits));
    const context = {
      limits,
      report: new ReportWriter('read'),
      fallbackTitle: '',
      sadfaceAttacks: 'auto',
    } as const;
    return ok(graphOfMap(readJson(text, context)));
  } catch (error) {
    if (error instanceof RefusedError) return err(error.refusal);
    throw error;
  }
}
