import { addArgdownClaims } from './argdown-claims';
import type { ArgdownModel } from './argdown-model';
import { parseArgdown } from './argdown-parse';
import { ReifiedRelations, toldIds } from './argdown-reified';
import { ArgdownRelationReader } from './argdown-relations';
import { IdRegistry } from './id-registry';
import { fieldOf, listOf, recordOf, stringOf } from './json-text';
import type { MapDocument, MapSource } from './map-document';
import { MAP_FORMAT, mapDocumentShape, mapSource } from './map-document';
import type { DraftHead } from './map-draft';
import { MapDraft } from './map-draft';
import { soundOrNothing } from './own-fields';
import type { ReadContext } from './reading';
import type { ReportWriter } from './report';

/** Argdown: statements and arguments become claims, arrows and written-out arguments become relations. */

function reportCounts(model: ArgdownModel, report: ReportWriter): void {
  report.count('statements', model.statements.length);
  report.count('arguments', model.arguments.length);
  report.count('pcsArguments', model.arguments.filter(({ steps }) => steps.length > 0).length);
  report.count('sections', model.topSections);
  report.count('tags', model.tags);
  for (const { type } of model.relations) report.count(`relations.${type}`);
}

/** What of the file is not about claims and relations. */
function reportRest(model: ArgdownModel, report: ReportWriter): void {
  for (const { title, line } of model.headings) report.dropped('heading', `line ${line}`, { title });
  for (const { line, isAddress } of model.comments) {
    report.dropped(isAddress ? 'address-cut' : 'comment', `line ${line}`);
  }
  for (const { written, line } of model.specialCharacters) {
    report.guessed('special-character', `line ${line}`, { written });
  }
}

const HEAD_FIELDS = ['title', 'model', 'format', 'abstract'];
const OWN_HEAD_FIELDS = [...HEAD_FIELDS, 'question', 'summary', 'language', 'sides', 'sources'];

function headOf(frontMatter: unknown, isOwn: boolean, report: ReportWriter): DraftHead {
  const record = recordOf(frontMatter);
  for (const field of Object.keys(record)) {
    if ((isOwn ? OWN_HEAD_FIELDS : HEAD_FIELDS).includes(field)) continue;
    if (field === 'author') report.dropped('person-details', 'line 1');
    else report.dropped('field-unknown', 'line 1', { field });
  }
  const text = (field: string) => stringOf(fieldOf(record, field));
  if (!isOwn) return { title: text('title'), summary: text('abstract'), sides: [], sources: [] };
  const { shape } = mapDocumentShape;
  return {
    title: text('title'),
    question: text('question'),
    summary: text('summary'),
    language: text('language'),
    sides: soundOrNothing(shape.sides, fieldOf(record, 'sides')) ?? [],
    sources: listOf(fieldOf(record, 'sources')).flatMap(
      (item): MapSource | never[] => soundOrNothing(mapSource, item) ?? [],
    ),
  };
}

/** A parsed model as a map. */
export function mapFromArgdown(
  model: ArgdownModel,
  { limits, report, fallbackTitle }: ReadContext,
): MapDocument {
  reportCounts(model, report);
  const isOwn = fieldOf(recordOf(model.frontMatter), 'format') === MAP_FORMAT;
  const head = headOf(model.frontMatter, isOwn, report);
  const draft = new MapDraft(report, limits);
  const ids = new IdRegistry(isOwn ? toldIds(model) : []);
  const reified = new ReifiedRelations(model, ids);
  const claims = addArgdownClaims(model, isOwn, reified.has, {
    draft,
    report,
    ids,
    sides: new Set(head.sides?.map((side) => side.key)),
    sources: new Set(head.sources?.map((source) => source.key)),
  });
  new ArgdownRelationReader(model, { claims, reified, draft, report, ids }).read();
  reportRest(model, report);
  return draft.finish({ ...head, sources: [...(head.sources ?? []), ...claims.sources] }, fallbackTitle);
}

/**
 * Reads Argdown, strict or loose.
 * @throws RefusedError
 */
export async function readArgdown(text: string, context: ReadContext): Promise<MapDocument> {
  return mapFromArgdown(await parseArgdown(text, context.limits), context);
}
