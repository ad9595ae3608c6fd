import type {
  ArgdownArgument,
  ArgdownEnd,
  ArgdownMember,
  ArgdownModel,
  ArgdownStatement,
} from './argdown-model';
import type { IdRegistry } from './id-registry';
import { fieldOf, recordOf } from './json-text';
import { isWebAddress } from './kialo-text';
import type { MapCitation, MapSource } from './map-document';
import { MAP_LENGTHS } from './map-document';
import type { DraftClaim, MapDraft } from './map-draft';
import { visibleId, visibleLine } from './map-draft';
import type { OwnClaim } from './own-fields';
import { ownClaim, soundOrNothing } from './own-fields';
import type { ReportWriter } from './report';

/** Statements and arguments of Argdown as claims. */

/** Titles of statements and of arguments are apart. */
export const endKey = ({ kind, title }: Pick<ArgdownEnd, 'kind' | 'title'>): string =>
  `${kind === 'statement' ? '[' : '<'}${title}`;

export interface ArgdownClaims {
  /** Claim ids by `endKey`. */
  ids: ReadonlyMap<string, string>;
  sources: MapSource[];
}

interface ClaimContext {
  draft: MapDraft;
  report: ReportWriter;
  ids: IdRegistry;
  sides: ReadonlySet<string>;
  sources: ReadonlySet<string>;
}

interface Titled {
  kind: 'statement' | 'argument';
  title: string;
  members: ArgdownMember[];
  data: unknown;
}

const UNTITLED = /^Untitled \d+$/;

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The fields of own data, one by one, so that a single wrong one costs no other. */
function ownFields(data: unknown, place: string, report: ReportWriter): Partial<OwnClaim> {
  const fields: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(recordOf(data))) {
    const schema = Object.hasOwn(ownClaim.shape, name)
      ? ownClaim.shape[name as keyof typeof ownClaim.shape]
      : undefined;
    const sound = schema ? soundOrNothing(schema, value) : undefined;
    if (sound !== undefined) fields[name] = sound;
    else if (name !== 'text') report.dropped('field-unknown', place, { field: name });
  }
  return fields as Partial<OwnClaim>;
}

/** Sources that links in the text name, once for each address. */
class LinkedSources {
  readonly list: MapSource[] = [];
  readonly #keys = new Map<string, string>();
  readonly #report: ReportWriter;

  constructor(report: ReportWriter) {
    this.#report = report;
  }

  citations({ ranges, text }: ArgdownMember, place: string): MapCitation[] {
    const keys = new Set<string>();
    for (const { url, start, stop } of ranges) {
      if (url === undefined) continue;
      if (isWebAddress(url)) keys.add(this.#key(url, oneLine(text.slice(start, stop + 1))));
      else this.#report.dropped('link-not-a-source', place, { url });
    }
    return [...keys].map((source) => ({ source }));
  }

  #key(address: string, title: string): string {
    const known = this.#keys.get(address);
    if (known !== undefined) return known;
    const key = `link-${this.list.length + 1}`;
    this.#keys.set(address, key);
    const url = address.slice(0, MAP_LENGTHS.url);
    this.list.push({
      key,
      title: visibleLine(title, MAP_LENGTHS.line) || url.slice(0, MAP_LENGTHS.line),
      url,
      text: '',
    });
    return key;
  }
}

function wordsOf(titled: Titled, isOwn: boolean, place: string, report: ReportWriter) {
  const worded = titled.members.filter(({ text }) => oneLine(text) !== '');
  const wordings = new Set(worded.map(({ text }) => oneLine(text)));
  if (wordings.size > 1) report.merged('several-wordings', place, { title: titled.title });
  const [first] = worded;
  if (!first) {
    report.guessed('title-as-text', place, { title: titled.title });
    return { text: titled.title, member: titled.members[0] };
  }
  const shown = oneLine(first.text);
  const exact = fieldOf(recordOf(titled.data), 'text');
  const isSame = isOwn && typeof exact === 'string' && oneLine(exact) === shown;
  return { text: isSame ? exact : shown, member: first };
}

/** What becomes a claim: statements, and arguments that are not written out and stand for no relation. */
function titledOf(model: ArgdownModel, isRelation: (argument: ArgdownArgument) => boolean): Titled[] {
  const statements = model.statements.map((statement: ArgdownStatement) => ({
    ...statement,
    kind: 'statement' as const,
  }));
  const args = model.arguments
    .filter((argument) => argument.steps.length === 0 && !isRelation(argument))
    .map((argument) => ({ ...argument, kind: 'argument' as const }));
  const at = ({ members: [first] }: Titled) => (first?.line ?? 0) * 100_000 + (first?.column ?? 0);
  return [...statements, ...args].sort((a, b) => at(a) - at(b));
}

/** Adds the claims of a model to a draft. `isOwn` when the file was written by `writeArgdown`. */
export function addArgdownClaims(
  model: ArgdownModel,
  isOwn: boolean,
  isRelation: (argument: ArgdownArgument) => boolean,
  { draft, report, ids: registry, sides, sources }: ClaimContext,
): ArgdownClaims {
  const ids = new Map<string, string>();
  const links = new LinkedSources(report);
  const titled = titledOf(model, isRelation);
  const fields = new Map<Titled, Partial<OwnClaim>>();
  for (const each of titled) {
    const place = `line ${each.members[0]?.line ?? 1}`;
    if (isOwn) fields.set(each, ownFields(each.data, place, report));
    else
      for (const field of Object.keys(recordOf(each.data))) report.dropped('field-unknown', place, { field });
  }
  // Own ids are given out first: a title must not take one.
  for (const each of titled) {
    const { id } = fields.get(each) ?? {};
    if (id !== undefined) ids.set(endKey(each), registry.take(id));
  }
  for (const each of titled) {
    const place = `line ${each.members[0]?.line ?? 1}`;
    const wish = visibleId(each.title).trim() || 'claim';
    const id = ids.get(endKey(each)) ?? registry.make(wish);
    ids.set(endKey(each), id);
    const { text, member } = wordsOf(each, isOwn, place, report);
    for (const { tags, line } of each.members)
      for (const tag of tags) report.dropped('tag', `line ${line}`, { tag });
    const { id: _, side, citations, ...own } = fields.get(each) ?? {};
    const known = (citations ?? []).filter(({ source }) => {
      if (!sources.has(source)) report.dropped('source-missing', place, { source });
      return sources.has(source);
    });
    if (side && !sides.has(side)) report.dropped('side-missing', place, { side });
    const shortTitle =
      isOwn || UNTITLED.test(each.title) ? undefined : visibleLine(each.title, MAP_LENGTHS.line);
    const claim: DraftClaim = {
      ...(shortTitle && shortTitle !== text ? { shortTitle } : {}),
      ...own,
      id,
      text,
      side: side && sides.has(side) ? side : null,
      citations: [...known, ...(member ? links.citations(member, place) : [])],
      place,
    };
    draft.claim(claim);
  }
  return { ids, sources: links.list };
}
