import { fieldOf, type JsonRecord } from '../../formats/json-text';
import { type Checker, isDateTime, isIri, isObject, type Path, several } from './checker';
import type { WebSelector } from './web-annotation';

/** Selectors and states of a specific resource (sections 4.2 and 4.3 of the model). */

const SELECTORS = [
  'FragmentSelector',
  'CssSelector',
  'XPathSelector',
  'TextQuoteSelector',
  'TextPositionSelector',
  'DataPositionSelector',
  'SvgSelector',
  'RangeSelector',
] as const;
type SelectorName = (typeof SELECTORS)[number];

const STATES = ['TimeState', 'HttpRequestState'] as const;

const nameIn = <T extends string>(names: readonly T[], record: JsonRecord): T | undefined =>
  names.find((name) => fieldOf(record, 'type') === name);

/** The selectors of a resource; what is refined by a quote is as good as the quote. */
export function readSelectors(check: Checker, resource: JsonRecord, path: Path): WebSelector[] {
  return each(check, resource, 'selector', path).flatMap(({ value, at }) => readSelector(check, value, at));
}

function each(
  check: Checker,
  record: JsonRecord,
  key: string,
  path: Path,
): { value: string | JsonRecord; at: Path }[] {
  const value = fieldOf(record, key);
  if (value === undefined) return [];
  const isList = Array.isArray(value);
  const all = several(value);
  if (all.length === 0) check.refuse([...path, key], 'at least one value is expected');
  return all.map((one, index) => {
    const at = isList ? [...path, key, index] : [...path, key];
    if (isIri(one) || isObject(one)) return { value: one, at };
    return check.refuse(at, 'an IRI or an object is expected');
  });
}

function readSelector(check: Checker, value: string | JsonRecord, path: Path): WebSelector[] {
  if (typeof value === 'string') return [{ type: 'other', name: value }];
  const name = nameIn(SELECTORS, value);
  if (name === undefined)
    return check.refuse([...path, 'type'], 'one kind of selector of the model is expected');
  const own = selectorOf(check, name, value, path);
  const refined = readRefinements(check, value, path);
  // Within another selection an offset counts from that selection's start, not from the text's.
  const quotes = refined.filter((one) => one.type === 'quote');
  if (quotes.length > 0) return quotes;
  return refined.length > 0 && own.type === 'position' ? [{ type: 'other', name }] : [own];
}

function selectorOf(check: Checker, name: SelectorName, record: JsonRecord, path: Path): WebSelector {
  const other: WebSelector = { type: 'other', name };
  switch (name) {
    case 'TextQuoteSelector':
      return {
        type: 'quote',
        exact: check.text(record, 'exact', path),
        prefix: check.textIfThere(record, 'prefix', path) ?? '',
        suffix: check.textIfThere(record, 'suffix', path) ?? '',
      };
    case 'TextPositionSelector':
    case 'DataPositionSelector': {
      const [start, end] = (['start', 'end'] as const).map((key) => {
        const value = fieldOf(record, key);
        if (value === undefined) return check.refuse(path, `"${key}" is missing`);
        return check.natural(value, [...path, key]);
      });
      if (start === undefined || end === undefined) return other;
      if (end < start) check.warn([...path, 'end'], 'not-well-formed');
      return name === 'TextPositionSelector' ? { type: 'position', start, end } : other;
    }
    case 'FragmentSelector':
      check.text(record, 'value', path);
      check.iriIfThere(record, 'conformsTo', path);
      return other;
    case 'CssSelector':
    case 'XPathSelector':
    case 'SvgSelector': {
      const isElsewhere = fieldOf(record, 'id') !== undefined;
      if (isElsewhere && fieldOf(record, 'value') !== undefined)
        check.refuse(path, 'either "value" or "id" is expected');
      if (isElsewhere) check.iriIfThere(record, 'id', path);
      else check.text(record, 'value', path);
      return other;
    }
    case 'RangeSelector':
      for (const key of ['startSelector', 'endSelector']) {
        const value = fieldOf(record, key);
        if (value === undefined) check.refuse(path, `"${key}" is missing`);
        const at = [...path, key];
        readSelector(check, isIri(value) ? value : check.object(value, at), at);
      }
      return other;
  }
}

/** What narrows a selector or a state further down: selectors, or states. */
function readRefinements(check: Checker, record: JsonRecord, path: Path): WebSelector[] {
  return each(check, record, 'refinedBy', path).flatMap(({ value, at }): WebSelector[] => {
    if (typeof value !== 'string' && nameIn(STATES, value) !== undefined) {
      readState(check, value, at);
      return [];
    }
    return readSelector(check, value, at);
  });
}

/** @throws RefusedError when a state of the resource is none of the model's */
export function checkStates(check: Checker, resource: JsonRecord, path: Path): void {
  for (const { value, at } of each(check, resource, 'state', path)) {
    if (typeof value !== 'string') readState(check, value, at);
  }
}

function readState(check: Checker, record: JsonRecord, path: Path): void {
  const name = nameIn(STATES, record);
  if (name === undefined && fieldOf(record, 'type') === undefined && isIri(fieldOf(record, 'id'))) return;
  if (name === undefined) check.refuse([...path, 'type'], 'one kind of state of the model is expected');
  if (name === 'HttpRequestState') check.text(record, 'value', path);
  else checkTimes(check, record, path);
  readRefinements(check, record, path);
}

/** Either when it was, or from when to when; a copy of what it was then says it too. */
function checkTimes(check: Checker, record: JsonRecord, path: Path): void {
  const dates = fieldOf(record, 'sourceDate');
  const [start, end] = [fieldOf(record, 'sourceDateStart'), fieldOf(record, 'sourceDateEnd')];
  if ((start === undefined) !== (end === undefined))
    check.refuse(path, '"sourceDateStart" and "sourceDateEnd" belong together');
  if (dates !== undefined && start !== undefined)
    check.refuse(path, 'either "sourceDate" or a span is expected');
  if (dates === undefined && start === undefined && fieldOf(record, 'cached') === undefined)
    check.refuse(path, '"sourceDate" is missing');
  if (dates !== undefined && (several(dates).length === 0 || !several(dates).every(isDateTime)))
    check.refuse([...path, 'sourceDate'], 'dates and times with their time zone are expected');
  check.momentIfThere(record, 'sourceDateStart', path);
  check.momentIfThere(record, 'sourceDateEnd', path);
  check.iriIfThere(record, 'cached', path);
}
