import { fieldOf, type JsonRecord } from '../../formats/json-text';
import { type Checker, isIri, isObject, type Path, several } from './checker';
import { MOTIVATIONS } from './web-annotation';

/** What the model only advises: the file is taken, and a warning says what is odd. */

const MEDIA_TYPE = /^(application|audio|example|font|image|message|model|multipart|text|video)\//;
const LANGUAGE = /^[a-z]{2,3}(-|$)/i;
const KNOWN: readonly string[] = MOTIVATIONS;

type Test = (value: unknown) => boolean;

function advised(check: Checker, record: JsonRecord, key: string, path: Path, isRight: Test): void {
  const value = fieldOf(record, key);
  if (value === undefined) return;
  const all = several(value);
  if (all.length === 0 || !all.every(isRight)) check.warn([...path, key], 'not-well-formed');
}

function oneAdvised(check: Checker, record: JsonRecord, key: string, path: Path): void {
  const value = fieldOf(record, key);
  if (Array.isArray(value) && value.length > 1) check.warn([...path, key], 'not-one');
}

const isText: Test = (value) => typeof value === 'string';
const isAgent: Test = (value) => isIri(value) || isObject(value);

/** Who made it: names are texts, addresses are IRIs. */
function agents(check: Checker, record: JsonRecord, key: string, path: Path): void {
  advised(check, record, key, path, isAgent);
  for (const one of several(fieldOf(record, key))) {
    if (!isObject(one)) continue;
    const at = [...path, key];
    advised(check, one, 'id', at, isIri);
    for (const name of ['name', 'nickname', 'type', 'email_sha1']) advised(check, one, name, at, isText);
    for (const address of ['email', 'homepage']) advised(check, one, address, at, isIri);
  }
}

/** `motivation` of an annotation, `purpose` of a body: words of the model, or IRIs of somebody's own. */
export function motivations(
  check: Checker,
  record: JsonRecord,
  key: 'motivation' | 'purpose',
  path: Path,
): void {
  advised(check, record, key, path, isText);
  for (const one of several(fieldOf(record, key))) {
    if (typeof one === 'string' && !KNOWN.includes(one) && !isIri(one))
      check.warn([...path, key], 'not-known');
  }
  oneAdvised(check, record, key, path);
}

/** Of everything that has a maker: annotations, bodies, targets. */
export function makers(check: Checker, record: JsonRecord, path: Path): void {
  agents(check, record, 'creator', path);
  agents(check, record, 'generator', path);
  advised(check, record, 'audience', path, isAgent);
}

/** Of bodies and targets. */
export function resourceAdvice(check: Checker, record: JsonRecord, path: Path): void {
  makers(check, record, path);
  motivations(check, record, 'purpose', path);
  advised(check, record, 'type', path, isText);
  advised(
    check,
    record,
    'format',
    path,
    (value) => typeof value === 'string' && (MEDIA_TYPE.test(value) || isIri(value)),
  );
  oneAdvised(check, record, 'format', path);
  const isLanguage: Test = (value) => typeof value === 'string' && LANGUAGE.test(value);
  advised(check, record, 'language', path, isLanguage);
  advised(check, record, 'processingLanguage', path, isLanguage);
  oneAdvised(check, record, 'processingLanguage', path);
  advised(check, record, 'accessibility', path, isText);
  advised(check, record, 'renderedVia', path, isAgent);
  advised(check, record, 'scope', path, isAgent);
  advised(check, record, 'styleClass', path, isText);
}

/** Of annotations. */
export function annotationAdvice(check: Checker, record: JsonRecord, path: Path): void {
  makers(check, record, path);
  motivations(check, record, 'motivation', path);
  const stylesheet = fieldOf(record, 'stylesheet');
  const isSheet =
    isIri(stylesheet) ||
    (isObject(stylesheet) &&
      (isIri(fieldOf(stylesheet, 'id')) || typeof fieldOf(stylesheet, 'value') === 'string'));
  if (stylesheet !== undefined && !isSheet) check.warn([...path, 'stylesheet'], 'not-well-formed');
}
