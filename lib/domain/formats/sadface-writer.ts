import { CARRIED_FIELDS, reportLosses } from './losses';
import type { MapClaim, MapDocument, MapSource } from './map-document';
import { OWN_NAMESPACE } from './own-fields';
import { stableUuid } from './stable-uuid';
import type { Reason, WriteContext } from './writing';
import { reasonsOf } from './writing';

/**
 * SADFace 0.2 out. What the format has no place for goes into a metadata namespace of our own, so that the map comes
 * back whole; other programs leave it alone.
 */

const claimUuid = (id: string): string => stableUuid(id);
const reasonUuid = (id: string): string => stableUuid(`reason ${id}`);
const sourceUuid = (key: string): string => stableUuid(`source ${key}`);

function atom(claim: MapClaim, sources: ReadonlyMap<string, MapSource>) {
  const { text, citations, ...own } = claim;
  const marked = citations.flatMap(({ source, start, end, exact }) => {
    const content = sources.get(source)?.text ?? '';
    if (start === undefined || end === undefined || content === '') return [];
    const quote = exact ?? content.slice(start, end);
    return [{ resource_id: sourceUuid(source), text: quote, offset: start, length: end - start }];
  });
  return {
    id: claimUuid(claim.id),
    type: 'atom',
    text,
    sources: marked,
    metadata: { core: {}, [OWN_NAMESPACE]: { ...own, ...(citations.length > 0 ? { citations } : {}) } },
  };
}

function scheme({ id, kind, members }: Reason) {
  const name = members.find((member) => member.scheme !== undefined)?.scheme;
  const relations = members.map(({ kind: _, to, ...relation }) =>
    kind === 'undercuts' ? { ...relation, to } : relation,
  );
  return {
    id: reasonUuid(id),
    type: 'scheme',
    name: kind === 'supports' ? (name ?? 'support') : 'conflict',
    metadata: { core: {}, [OWN_NAMESPACE]: { relations } },
  };
}

function edges(reasons: readonly Reason[]) {
  const edge = (source: string, target: string) => ({
    id: stableUuid(`edge ${source} ${target}`),
    source_id: source,
    target_id: target,
  });
  return reasons.flatMap(({ id, kind, to, members }) => [
    ...members.map(({ from }) => edge(claimUuid(from), reasonUuid(id))),
    edge(reasonUuid(id), kind === 'undercuts' ? reasonUuid(to) : claimUuid(to)),
  ]);
}

/** SADFace 0.2. Analysts are not named. */
export function writeSadface(map: MapDocument, { report, writtenAt }: WriteContext): string {
  const sources = new Map(map.sources.map((source) => [source.key, source]));
  const reasons = reasonsOf(map.relations);
  const { question, language, sides } = map;
  const core = {
    id: stableUuid(`map ${map.title}`),
    title: map.title,
    description: map.summary ?? '',
    notes: '',
    analyst_name: '',
    analyst_email: '',
    created: writtenAt,
    edited: writtenAt,
    version: '0.2',
  };
  const document = {
    metadata: { core, [OWN_NAMESPACE]: { ...(question === undefined ? {} : { question }), language, sides } },
    resources: map.sources.map(({ text, ...own }) => ({
      id: sourceUuid(own.key),
      content: text,
      type: 'text',
      metadata: { core: { title: own.title }, [OWN_NAMESPACE]: own },
    })),
    nodes: [...map.claims.map((claim) => atom(claim, sources)), ...reasons.map(scheme)],
    edges: edges(reasons),
  };
  reportLosses(map, 'sadface', CARRIED_FIELDS, report);
  return `${JSON.stringify(document, null, 1)}\n`;
}
