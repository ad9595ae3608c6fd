import { AifBuilder } from './aif-writer';
import type { CarriedField } from './losses';
import { reportLosses } from './losses';
import type { MapCitation, MapClaim, MapDocument } from './map-document';
import type { MarkedText } from './passage-html';
import { writeMarkedText } from './passage-html';
import type { ReportWriter } from './report';
import type { WriteContext } from './writing';
import { reasonsOf, reportLinked } from './writing';

/** xAIF out: AIF, and the sources as one text in which spans mark the passages. */

const BETWEEN_SOURCES = '\n\n';

const CARRIED: readonly CarriedField[] = [
  'sources',
  'source-text',
  'speaker',
  'citations',
  'offsets',
  'quotes',
  'undercuts',
  'group',
  'scheme',
];

interface Passage {
  claim: MapClaim;
  start: number;
  end: number;
}

/** All texts, one after the other, and where each begins. */
function joinedText(map: MapDocument, report: ReportWriter): { text: string; offsets: Map<string, number> } {
  const offsets = new Map<string, number>();
  const withText = map.sources.filter((source) => source.text !== '');
  let text = '';
  for (const source of withText) {
    if (text !== '') text += BETWEEN_SOURCES;
    offsets.set(source.key, text.length);
    text += source.text;
  }
  if (withText.length > 1) report.merged('sources-joined', '/sources', { count: withText.length });
  return { text, offsets };
}

/** Passages that lie within one another or apart; one that crosses an earlier one is left out. */
function nested(passages: readonly Passage[], report: ReportWriter): Passage[] {
  const sorted = [...passages].sort((a, b) => a.start - b.start || b.end - a.end);
  const open: number[] = [];
  return sorted.filter(({ claim, start, end }) => {
    while ((open.at(-1) ?? Number.POSITIVE_INFINITY) <= start) open.pop();
    if (end > (open.at(-1) ?? Number.POSITIVE_INFINITY)) {
      report.dropped('passage-crosses', `claim ${claim.id}`);
      return false;
    }
    open.push(end);
    return true;
  });
}

const isMarkable = (citation: MapCitation): citation is MapCitation & { start: number; end: number } =>
  citation.start !== undefined && citation.end !== undefined && citation.start < citation.end;

/** xAIF as its editors read it. */
export function writeXaif(map: MapDocument, { report }: WriteContext): string {
  const builder = new AifBuilder(map);
  const { text, offsets } = joinedText(map, report);
  const passages: Passage[] = [];
  let unmarked = 0;
  for (const claim of map.claims) {
    for (const citation of claim.citations) {
      const base = offsets.get(citation.source);
      if (base === undefined || !isMarkable(citation)) unmarked += 1;
      else passages.push({ claim, start: base + citation.start, end: base + citation.end });
    }
  }
  if (unmarked > 0) {
    const values = { format: 'xAIF', field: 'citations', count: unmarked };
    report.dropped('field-not-carried', '/citations', values);
  }
  const spoken = new Set<string>();
  const marks: MarkedText['marks'] = nested(passages, report).map(({ claim, start, end }) => {
    spoken.add(claim.id);
    return { id: builder.locution(claim, text.slice(start, end)), start, end };
  });
  builder.speakers(spoken);
  reportLosses(map, 'xaif', CARRIED, report);
  reportLinked(reasonsOf(map.relations), report);
  const { nodes, edges, locutions, participants, schemefulfillments } = builder.parts;
  const aif = {
    nodes,
    edges: edges.map(({ formEdgeID: _, ...edge }) => edge),
    schemefulfillments,
    descriptorfulfillments: [],
    participants,
    locutions: locutions.map(({ source: _, ...locution }) => locution),
  };
  const ova = { firstname: '', surname: '', url: '', nodes: [], edges: [] };
  return `${JSON.stringify({ AIF: aif, text: writeMarkedText({ text, marks }), OVA: ova }, null, 1)}\n`;
}
