import type { AifGraph, AifNode } from './aif-graph';
import { readAifGraph } from './aif-graph';
import { assertedBy, draftFromAif } from './aif-reader';
import { fieldOf, jsonPlace, listOf, parseJson, recordOf, stringOf } from './json-text';
import type { MapDocument, MapSource } from './map-document';
import { MAP_LENGTHS } from './map-document';
import type { MapDraft } from './map-draft';
import { visibleId, visibleLine } from './map-draft';
import type { MarkedText } from './passage-html';
import { readMarkedText } from './passage-html';
import type { ReadContext } from './reading';
import { RefusedError } from './refusal';
import type { ReportWriter } from './report';

/** xAIF: AIF with the text it was drawn from, in which spans mark the words of each node. */

const SOURCE_KEY = 'text';

/** The claims that a marked node is about: itself, or what it asserts. */
function claimsOf(graph: AifGraph, node: AifNode | undefined): string[] {
  if (!node) return [];
  return node.type === 'I' ? [node.id] : assertedBy(graph, node).map(({ claim }) => claim.id);
}

function cite(marked: MarkedText, graph: AifGraph, draft: MapDraft, report: ReportWriter): void {
  for (const { id, start, end } of marked.marks) {
    const claims = claimsOf(graph, graph.nodes.get(visibleId(id))).filter((claim) => draft.has(claim));
    if (claims.length === 0 || start === end || end - start > MAP_LENGTHS.prose) {
      report.dropped('passage-without-claim', `node ${id.slice(0, MAP_LENGTHS.id)}`);
      continue;
    }
    for (const claim of claims) {
      draft.cite(claim, { source: SOURCE_KEY, start, end, exact: marked.text.slice(start, end) });
    }
  }
}

/** What is neither argument nor passage. */
function reportRest(root: Record<string, unknown>, aif: Record<string, unknown>, report: ReportWriter): void {
  const ova = recordOf(fieldOf(root, 'OVA'));
  if (listOf(fieldOf(ova, 'nodes')).length > 0)
    report.dropped('field-unknown', '/OVA/nodes', { field: 'OVA.nodes' });
  if (['firstname', 'surname'].some((name) => stringOf(fieldOf(ova, name)))) {
    report.dropped('person-details', '/OVA');
  }
  for (const field of ['descriptorfulfillments', 'cqdescriptorfulfillments']) {
    if (listOf(fieldOf(aif, field)).length > 0) report.dropped('field-unknown', `/AIF/${field}`, { field });
  }
}

/**
 * Reads xAIF. The HTML of the text becomes plain text; nothing of its markup is kept.
 * @throws RefusedError
 */
export function readXaif(text: string, context: ReadContext): MapDocument {
  const root = recordOf(parseJson(text, context.limits));
  const aif = recordOf(fieldOf(root, 'AIF'));
  if (!Array.isArray(fieldOf(aif, 'nodes'))) {
    const values = { where: '"AIF.nodes"', format: 'xAIF', problem: 'a list is expected' };
    throw new RefusedError('shape-wrong', values, { line: 1 });
  }
  const graph = readAifGraph(aif, '/AIF', context);
  const marked = readMarkedText(stringOf(fieldOf(root, 'text')) ?? '');
  if (marked.text.length > MAP_LENGTHS.sourceText) {
    const values = { length: marked.text.length, limit: MAP_LENGTHS.sourceText };
    throw new RefusedError('text-too-long', values, jsonPlace(text, ['text']));
  }
  const marks = new Set(marked.marks.map((mark) => mark.id));
  const draft = draftFromAif(graph, context, marks);
  cite(marked, graph, draft, context.report);
  reportRest(root, aif, context.report);
  const title = visibleLine(context.fallbackTitle, MAP_LENGTHS.line) || SOURCE_KEY;
  const sources: MapSource[] =
    marked.text.trim() === '' ? [] : [{ key: SOURCE_KEY, title, text: marked.text }];
  return draft.finish({ sources }, context.fallbackTitle);
}
