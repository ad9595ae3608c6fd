import { fieldOf, type JsonRecord, parseJson } from '../../formats/json-text';
import { type ConversionLimits, DEFAULT_LIMITS } from '../../formats/limits';
import { type Refusal, RefusedError } from '../../formats/refusal';
import { sourceText } from '../../formats/source-text';
import { err, ok, type Result } from '../../result';
import { annotationAdvice } from './advice';
import { Checker, isIri, isObject, onlyOne, type Path, several, strings } from './checker';
import { isStyled, readBodies, readTargets } from './read-resources';
import {
  ANNOTATION_CONTEXT,
  type WebAgent,
  type WebAnnotation,
  type WebBody,
  type WebDocument,
  type WebWarning,
} from './web-annotation';

/**
 * Reads W3C Web Annotations of strangers: one, a list, a collection with its first page, or a page. What the model says MUST
 * be is demanded; what it says SHOULD be is warned of. Keys that the model does not know are left alone.
 */

/** Annotations of one file. */
export const MOST_ANNOTATIONS = 5_000;

export interface ReadAnnotations {
  document: WebDocument;
  warnings: readonly WebWarning[];
}

/** Bytes of a file as annotations, or why not, with the line and the JSON pointer. */
export function readWebAnnotations(
  bytes: Uint8Array,
  limits: ConversionLimits = DEFAULT_LIMITS,
): Result<ReadAnnotations, Refusal> {
  try {
    const text = sourceText(bytes, limits).replace(/^\ufeff/, '');
    const value = parseJson(text, limits);
    const check = new Checker(text);
    return ok({ document: documentOf(check, value), warnings: check.warnings });
  } catch (error) {
    if (error instanceof RefusedError) return err(error.refusal);
    throw error;
  }
}

function documentOf(check: Checker, value: unknown): WebDocument {
  if (Array.isArray(value)) {
    bounded(value, []);
    const annotations = value.map((one, index) =>
      readAnnotation(check, check.object(one, [index]), [index], true),
    );
    return { kind: 'list', annotations, references: [], isPart: false };
  }
  const record = check.object(value, []);
  const types = strings(fieldOf(record, 'type'));
  if (types.includes('AnnotationCollection')) return collectionOf(check, record);
  if (types.includes('AnnotationPage')) return { kind: 'page', ...pageOf(check, record, [], true) };
  const annotations = [readAnnotation(check, record, [], true)];
  return { kind: 'annotation', annotations, references: [], isPart: false };
}

function bounded(list: readonly unknown[], path: Path): void {
  if (list.length <= MOST_ANNOTATIONS) return;
  const pointer = path.length === 0 ? {} : { pointer: `/${path.join('/')}` };
  throw new RefusedError('list-too-long', { count: list.length, limit: MOST_ANNOTATIONS }, pointer);
}

/** The model's context, alone or among others; only what stands by itself has to name it. */
function checkContext(check: Checker, record: JsonRecord, path: Path): void {
  if (!several(fieldOf(record, '@context')).includes(ANNOTATION_CONTEXT))
    check.refuse([...path, '@context'], `${ANNOTATION_CONTEXT} is expected`);
}

function readAnnotation(check: Checker, record: JsonRecord, path: Path, isAlone: boolean): WebAnnotation {
  if (isAlone || fieldOf(record, '@context') !== undefined) checkContext(check, record, path);
  if (!strings(fieldOf(record, 'type')).includes('Annotation'))
    check.refuse([...path, 'type'], 'Annotation is expected');
  const id = check.iri(fieldOf(record, 'id'), [...path, 'id']);
  const [body, bodyValue] = [fieldOf(record, 'body'), fieldOf(record, 'bodyValue')];
  if (body !== undefined && bodyValue !== undefined)
    check.refuse([...path, 'bodyValue'], 'either "body" or "bodyValue" is expected');
  const target = fieldOf(record, 'target');
  if (target === undefined || several(target).length === 0) check.refuse(path, '"target" is missing');
  check.momentIfThere(record, 'generated', path);
  check.irisIfThere(record, 'rights', path);
  check.iriIfThere(record, 'canonical', path);
  check.irisIfThere(record, 'via', path);
  if (fieldOf(record, 'stylesheet') === undefined && (isStyled(body) || isStyled(target)))
    check.refuse(path, 'a "styleClass" is there, but no "stylesheet"');
  annotationAdvice(check, record, path);
  return {
    id,
    motivations: strings(fieldOf(record, 'motivation')),
    bodies:
      bodyValue === undefined
        ? readBodies(check, body, [...path, 'body'])
        : [plainBody(check, bodyValue, path)],
    targets: readTargets(check, target, [...path, 'target']),
    creator: agentOf(fieldOf(record, 'creator')),
    created: check.momentIfThere(record, 'created', path),
    modified: check.momentIfThere(record, 'modified', path),
  };
}

function plainBody(check: Checker, bodyValue: unknown, path: Path): WebBody {
  const value = onlyOne(bodyValue);
  if (typeof value !== 'string') return check.refuse([...path, 'bodyValue'], 'one text is expected');
  return { type: 'text', value, format: 'text/plain', language: null, purposes: [] };
}

/** The first of the makers, by the name that they have, or that they go by. */
function agentOf(value: unknown): WebAgent | null {
  const [first] = several(value);
  if (isIri(first)) return { iri: first, name: null };
  if (!isObject(first)) return null;
  const id = fieldOf(first, 'id');
  const [name = null] = [...strings(fieldOf(first, 'nickname')), ...strings(fieldOf(first, 'name'))];
  return { iri: isIri(id) ? id : null, name };
}

/** Section 5.2: the annotations of a page, whole or by name. */
function pageOf(check: Checker, record: JsonRecord, path: Path, isAlone: boolean): Omit<WebDocument, 'kind'> {
  if (isAlone || fieldOf(record, '@context') !== undefined) checkContext(check, record, path);
  if (!strings(fieldOf(record, 'type')).includes('AnnotationPage'))
    check.refuse([...path, 'type'], 'AnnotationPage is expected');
  check.iri(fieldOf(record, 'id'), [...path, 'id']);
  const whole = onlyOne(fieldOf(record, 'partOf'));
  if (isObject(whole)) check.iri(fieldOf(whole, 'id'), [...path, 'partOf', 'id']);
  else check.iriIfThere(record, 'partOf', path);
  const next = check.iriIfThere(record, 'next', path);
  const previous = check.iriIfThere(record, 'prev', path);
  const startIndex = fieldOf(record, 'startIndex');
  if (startIndex !== undefined) check.natural(startIndex, [...path, 'startIndex']);
  const items = fieldOf(record, 'items');
  if (!Array.isArray(items)) return check.refuse([...path, 'items'], 'a list is expected');
  bounded(items, [...path, 'items']);
  const annotations: WebAnnotation[] = [];
  const references: string[] = [];
  items.forEach((item: unknown, index) => {
    const at = [...path, 'items', index];
    if (isIri(item)) references.push(item);
    else if (isObject(item)) annotations.push(readAnnotation(check, item, at, false));
    else check.refuse(at, 'an annotation or its IRI is expected');
  });
  return { annotations, references, isPart: next !== null || previous !== null };
}

/** Section 5.1: how many there are, and the first of the pages they are on. */
function collectionOf(check: Checker, record: JsonRecord): WebDocument {
  checkContext(check, record, []);
  check.iri(fieldOf(record, 'id'), ['id']);
  const label = fieldOf(record, 'label');
  if (label !== undefined && (several(label).length === 0 || several(label).length > strings(label).length))
    check.refuse(['label'], 'a text is expected');
  const given = fieldOf(record, 'total');
  const total = given === undefined ? null : check.natural(given, ['total']);
  check.momentIfThere(record, 'created', []);
  check.momentIfThere(record, 'modified', []);
  check.irisIfThere(record, 'rights', []);
  check.iriIfThere(record, 'last', []);
  annotationAdvice(check, record, []);
  const first = onlyOne(fieldOf(record, 'first'));
  if (first === undefined) {
    if (fieldOf(record, 'first') !== undefined) check.refuse(['first'], 'one page is expected');
    if (total !== null && total > 0) check.refuse([], '"first" is missing');
    return { kind: 'collection', annotations: [], references: [], isPart: false };
  }
  if (isIri(first)) return { kind: 'collection', annotations: [], references: [], isPart: true };
  const page = pageOf(check, check.object(first, ['first']), ['first'], false);
  const found = page.annotations.length + page.references.length;
  return { kind: 'collection', ...page, isPart: page.isPart || (total !== null && total > found) };
}
