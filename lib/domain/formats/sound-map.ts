import type { MapDocument, MapRelation, MapSource } from './map-document';
import { mapDocumentShape } from './map-document';

/** What a schema of shapes cannot say about a map: references, ranges, uniqueness. */

/** Closed list, so that each rule can be named in any language. */
export type MapRule =
  | 'id-repeated'
  | 'key-repeated'
  | 'code-repeated'
  | 'side-unknown'
  | 'source-unknown'
  | 'claim-unknown'
  | 'target-unknown'
  | 'target-not-a-claim'
  | 'target-not-a-relation'
  | 'relation-to-itself'
  | 'relation-repeated'
  | 'undercuts-in-a-circle'
  | 'group-split'
  | 'range-outside'
  | 'range-half'
  | 'quote-differs';

export interface MapProblem {
  path: (string | number)[];
  code: MapRule;
  message: string;
}

function* repeated(
  values: Iterable<string | undefined>,
  pathOf: (index: number) => (string | number)[],
  code: MapRule,
  noun: string,
  seen = new Set<string>(),
): Generator<MapProblem> {
  let index = -1;
  for (const value of values) {
    index += 1;
    if (value === undefined) continue;
    if (seen.has(value))
      yield { path: pathOf(index), code, message: `The ${noun} "${value}" is there twice.` };
    seen.add(value);
  }
}

function* rangeProblems(
  range: { start: number; end: number },
  bounds: { start: number; end: number },
  path: (string | number)[],
  mayBeEmpty = true,
): Generator<MapProblem> {
  const isEmpty = mayBeEmpty ? range.start > range.end : range.start >= range.end;
  if (isEmpty || range.start < bounds.start || range.end > bounds.end) {
    yield {
      path,
      code: 'range-outside',
      message: `${range.start} to ${range.end} is not a range within ${bounds.start} to ${bounds.end}.`,
    };
  }
}

function* sourceProblems(source: MapSource, at: (string | number)[]): Generator<MapProblem> {
  const passages = source.passages ?? [];
  const keys = new Set<string>();
  yield* repeated(
    passages.map((passage) => passage.key),
    (i) => [...at, 'passages', i, 'key'],
    'key-repeated',
    'passage key',
    keys,
  );
  const sentenceKeys = new Set<string>();
  for (const [index, passage] of passages.entries()) {
    const path = [...at, 'passages', index];
    yield* rangeProblems(passage, { start: 0, end: source.text.length }, path);
    const sentences = passage.sentences ?? [];
    yield* repeated(
      sentences.map((sentence) => sentence.key),
      (i) => [...path, 'sentences', i, 'key'],
      'key-repeated',
      'sentence key',
      sentenceKeys,
    );
    for (const [place, sentence] of sentences.entries()) {
      yield* rangeProblems(sentence, passage, [...path, 'sentences', place]);
    }
  }
}

function* citationProblems(map: MapDocument): Generator<MapProblem> {
  const sources = new Map(map.sources.map((source) => [source.key, source]));
  for (const [claimIndex, claim] of map.claims.entries()) {
    for (const [index, citation] of claim.citations.entries()) {
      const path = ['claims', claimIndex, 'citations', index];
      const source = sources.get(citation.source);
      if (!source) {
        yield {
          path: [...path, 'source'],
          code: 'source-unknown',
          message: `No source has the key "${citation.source}".`,
        };
        continue;
      }
      const { start, end, exact } = citation;
      if ((start === undefined) !== (end === undefined)) {
        yield { path, code: 'range-half', message: 'A citation has a start and an end, or neither.' };
      }
      if (start === undefined || end === undefined) continue;
      // Where the text is not at hand, nobody can say what stands at an offset.
      const length = source.text === '' ? Number.POSITIVE_INFINITY : source.text.length;
      const problems = [...rangeProblems({ start, end }, { start: 0, end: length }, path, false)];
      yield* problems;
      if (problems.length > 0 || exact === undefined || source.text === '') continue;
      if (source.text.slice(start, end) !== exact) {
        yield {
          path: [...path, 'exact'],
          code: 'quote-differs',
          message: `The text of "${source.key}" says something else from ${start} to ${end}.`,
        };
      }
    }
  }
}

/**
 * How many undercuts lie between each relation and the claim that its chain of targets ends at: 0 for a relation that
 * meets a claim (or nothing), null for one whose chain leads back into itself.
 */
export function undercutDepths(
  relations: readonly Pick<MapRelation, 'id' | 'to'>[],
): ReadonlyMap<string, number | null> {
  const targets = new Map(relations.map((relation) => [relation.id, relation.to]));
  const depths = new Map<string, number | null>();
  for (const { id } of relations) {
    const way: string[] = [];
    const onWay = new Set<string>();
    let at = id;
    for (
      let to = targets.get(at);
      to !== undefined && !depths.has(at) && !onWay.has(at);
      to = targets.get(at)
    ) {
      way.push(at);
      onWay.add(at);
      at = to;
    }
    let depth = onWay.has(at) ? null : (depths.get(at) ?? (depths.has(at) ? null : -1));
    for (const step of way.reverse()) {
      if (depth !== null) depth += 1;
      depths.set(step, depth);
    }
  }
  return depths;
}

function* relationProblems(map: MapDocument): Generator<MapProblem> {
  const claims = new Set(map.claims.map((claim) => claim.id));
  const relations = new Set(map.relations.map((relation) => relation.id));
  const depths = undercutDepths(map.relations);
  const groups = new Map<string, MapRelation>();
  const ends = new Set<string>();
  for (const [index, relation] of map.relations.entries()) {
    const path = ['relations', index];
    const { from, to, kind, group } = relation;
    if (!claims.has(from)) {
      yield { path: [...path, 'from'], code: 'claim-unknown', message: `No claim has the id "${from}".` };
    }
    const known = claims.has(to) || relations.has(to);
    if (!known) {
      yield {
        path: [...path, 'to'],
        code: 'target-unknown',
        message: `Nothing in the map has the id "${to}".`,
      };
    } else if (kind === 'undercuts' && !relations.has(to)) {
      yield {
        path: [...path, 'to'],
        code: 'target-not-a-relation',
        message: `An undercut meets a relation; "${to}" is a claim.`,
      };
    } else if (kind !== 'undercuts' && !claims.has(to)) {
      yield {
        path: [...path, 'to'],
        code: 'target-not-a-claim',
        message: `Only an undercut meets a relation; "${to}" is one.`,
      };
    } else if (depths.get(relation.id) === null) {
      yield {
        path: [...path, 'to'],
        code: 'undercuts-in-a-circle',
        message: `The undercut "${relation.id}" leads back to itself.`,
      };
    }
    if (from === to) {
      yield { path, code: 'relation-to-itself', message: `The claim "${from}" is related to itself.` };
    }
    const end = JSON.stringify([from, to, kind, group ?? null]);
    if (ends.has(end)) {
      yield {
        path,
        code: 'relation-repeated',
        message: `Another relation says that "${from}" ${kind} "${to}".`,
      };
    }
    ends.add(end);
    if (group === undefined) continue;
    const first = groups.get(group);
    if (!first) groups.set(group, relation);
    else if (first.to !== to || first.kind !== kind) {
      yield {
        path: [...path, 'group'],
        code: 'group-split',
        message: `The linked premises "${group}" have more than one target or kind.`,
      };
    }
  }
}

/** Everything that is unsound in a map of the right shape, in the order of the file. */
export function* mapProblems(map: MapDocument): Generator<MapProblem> {
  yield* repeated(
    map.sides.map((side) => side.key),
    (i) => ['sides', i, 'key'],
    'key-repeated',
    'side key',
  );
  yield* repeated(
    map.sources.map((source) => source.key),
    (i) => ['sources', i, 'key'],
    'key-repeated',
    'source key',
  );
  for (const [index, source] of map.sources.entries()) yield* sourceProblems(source, ['sources', index]);
  const ids = new Set<string>();
  yield* repeated(
    map.claims.map((claim) => claim.id),
    (i) => ['claims', i, 'id'],
    'id-repeated',
    'id',
    ids,
  );
  yield* repeated(
    map.relations.map((relation) => relation.id),
    (i) => ['relations', i, 'id'],
    'id-repeated',
    'id',
    ids,
  );
  yield* repeated(
    map.claims.map((claim) => claim.code),
    (i) => ['claims', i, 'code'],
    'code-repeated',
    'code',
  );
  const sides = new Set(map.sides.map((side) => side.key));
  for (const [index, claim] of map.claims.entries()) {
    if (claim.side !== null && !sides.has(claim.side)) {
      yield {
        path: ['claims', index, 'side'],
        code: 'side-unknown',
        message: `No side has the key "${claim.side}".`,
      };
    }
  }
  yield* citationProblems(map);
  yield* relationProblems(map);
}

/** Enough to mend a file by; a broken generator breaks every line in the same way. */
const MOST_PROBLEMS = 20;

/** A whole map: shape, sizes, and every reference and range in it sound. */
export const soundMap = mapDocumentShape.superRefine((map, context) => {
  let told = 0;
  for (const { path, code, message } of mapProblems(map)) {
    context.addIssue({ code: 'custom', path, message, params: { rule: code } });
    told += 1;
    if (told === MOST_PROBLEMS) return;
  }
});
