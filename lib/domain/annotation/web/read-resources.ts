import { fieldOf, type JsonRecord } from '../../formats/json-text';
import { resourceAdvice } from './advice';
import { type Checker, isIri, isObject, onlyOne, type Path, several, strings } from './checker';
import { checkStates, readSelectors } from './read-selectors';
import type { WebBody, WebTarget } from './web-annotation';

/**
 * Bodies and targets (sections 3.2 and 4 of the model): an IRI, a text, something elsewhere, a part of something elsewhere,
 * or several of these at once.
 */

const SETS = ['Choice', 'Composite', 'List', 'Independents'];
const DIRECTIONS = ['ltr', 'rtl', 'auto'];

type Role = 'body' | 'target';

/** One of what a body or target may be, checked. */
type Resource =
  | { type: 'iri'; iri: string; record: JsonRecord | null }
  | { type: 'text'; value: string; record: JsonRecord }
  | { type: 'specific'; iri: string; record: JsonRecord; path: Path };

const typesOf = (record: JsonRecord): string[] => strings(fieldOf(record, 'type'));
const has = (record: JsonRecord, key: string): boolean => fieldOf(record, key) !== undefined;

/** Whatever a key holds, one or several; a choice stands for its first, any other set for all that are in it. */
function resources(check: Checker, value: unknown, role: Role, path: Path): Resource[] {
  const isList = Array.isArray(value);
  return several(value).flatMap((one, index) => resource(check, one, role, isList ? [...path, index] : path));
}

function resource(check: Checker, value: unknown, role: Role, path: Path, isInSet = false): Resource[] {
  if (isIri(value)) return [{ type: 'iri', iri: value, record: null }];
  if (!isObject(value)) return check.refuse(path, 'an IRI or an object is expected');
  const types = typesOf(value);
  const set = SETS.find((name) => types.includes(name));
  if (set !== undefined) return setOf(check, set, value, role, path);
  // Whether a body that calls itself a text is one is said by its value, which has to be there.
  const isText = has(value, 'value') || types.includes('TextualBody');
  const isSpecific = has(value, 'source') || types.includes('SpecificResource');
  if (isText && (isSpecific || has(value, 'items')))
    check.refuse(path, 'a text has neither "source" nor "items"');
  if (isSpecific && has(value, 'items')) check.refuse(path, 'a part of a source has no "items"');
  checkMade(check, value, path);
  resourceAdvice(check, value, path);
  if (isText) {
    if (role === 'target') check.refuse(path, 'a text cannot be annotated without an IRI of its own');
    return [{ type: 'text', value: check.text(value, 'value', path), record: value }];
  }
  if (isSpecific) return [specific(check, value, path)];
  if (!has(value, 'id')) check.refuse(path, '"id", "source", "value" or "items" is missing');
  if (has(value, 'items')) check.refuse(path, 'only sets have "items"');
  if (has(value, 'purpose')) {
    // The model's own assertions forbid it to what is said or annotated itself, and do not look into sets.
    if (!isInSet) check.refuse(path, 'only texts and parts of sources have a "purpose"');
    check.warn([...path, 'purpose'], 'not-well-formed');
  }
  return [{ type: 'iri', iri: check.iri(fieldOf(value, 'id'), [...path, 'id']), record: value }];
}

function setOf(check: Checker, name: string, record: JsonRecord, role: Role, path: Path): Resource[] {
  for (const key of ['value', 'source', 'purpose']) {
    if (has(record, key)) check.refuse([...path, key], 'a set has "items" instead');
  }
  check.iriIfThere(record, 'id', path);
  const items = fieldOf(record, 'items');
  if (!Array.isArray(items) || items.length === 0)
    return check.refuse(has(record, 'items') ? [...path, 'items'] : path, 'a set has a list of "items"');
  const all = items.map((item, index) => resource(check, item, role, [...path, 'items', index], true));
  return name === 'Choice' ? (all[0] ?? []) : all.flat();
}

function specific(check: Checker, record: JsonRecord, path: Path): Resource {
  const source = onlyOne(fieldOf(record, 'source'));
  const at = [...path, 'source'];
  if (!has(record, 'source')) check.refuse(path, '"source" is missing');
  let iri: string;
  if (isIri(source)) iri = source;
  else {
    const described = check.object(source, at);
    iri = check.iri(fieldOf(described, 'id'), [...at, 'id']);
    checkMade(check, described, at);
    resourceAdvice(check, described, at);
  }
  check.iriIfThere(record, 'id', path);
  checkStates(check, record, path);
  return { type: 'specific', iri, record, path };
}

/** When, by what right and from where: the same for everything that can be annotated or said. */
function checkMade(check: Checker, record: JsonRecord, path: Path): void {
  for (const key of ['created', 'modified', 'generated']) check.momentIfThere(record, key, path);
  check.irisIfThere(record, 'rights', path);
  check.iriIfThere(record, 'canonical', path);
  check.irisIfThere(record, 'via', path);
  const direction = fieldOf(record, 'textDirection');
  if (direction !== undefined && !DIRECTIONS.some((one) => one === onlyOne(direction)))
    check.refuse([...path, 'textDirection'], 'one of ltr, rtl and auto is expected');
}

/** @throws RefusedError when a body is none that the model has */
export function readBodies(check: Checker, value: unknown, path: Path): WebBody[] {
  return resources(check, value, 'body', path).map((one): WebBody => {
    const purposes = one.record === null ? [] : strings(fieldOf(one.record, 'purpose'));
    if (one.type !== 'text') {
      // What is wrong with the place of a body is as wrong as with that of a target.
      if (one.type === 'specific') readSelectors(check, one.record, one.path);
      return { type: 'resource', iri: one.iri, purposes };
    }
    const [format = null] = strings(fieldOf(one.record, 'format'));
    const [language = null] = strings(fieldOf(one.record, 'language'));
    return { type: 'text', value: one.value, format, language, purposes };
  });
}

/** @throws RefusedError when a target is none that the model has */
export function readTargets(check: Checker, value: unknown, path: Path): WebTarget[] {
  return resources(check, value, 'target', path).flatMap((one): WebTarget[] => {
    if (one.type === 'text') return [];
    const selectors = one.type === 'specific' ? readSelectors(check, one.record, one.path) : [];
    return [{ iri: one.iri, selectors }];
  });
}

/**
 * Whether a text or a part of a source, or one in a set, is styled: then the annotation has to name the style sheet. What is
 * elsewhere as a whole cannot be styled; a class there means nothing.
 */
export const isStyled = (value: unknown): boolean =>
  several(value).some(
    (one) =>
      isObject(one) &&
      ((has(one, 'styleClass') && (has(one, 'source') || has(one, 'value'))) ||
        several(fieldOf(one, 'items')).some(isStyled)),
  );
