import type { ImportedMap, ImportOptions } from './import-map';
import { importMap } from './import-map';
import type { MapClaim, MapDocument, MapRelation } from './map-document';
import { MAP_FORMAT } from './map-document';
import { refusalLine } from './refusal';
import type { ReportEntry } from './report';

/** Reading in tests: small files, short answers. */

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The map of a file that is taken; throws when it is refused. */
export async function read(text: string, options: ImportOptions = {}): Promise<ImportedMap> {
  const result = await importMap(bytesOf(text), { fileName: 'file', ...options });
  if (result.ok) return result.value;
  throw new Error(refusalLine(result.error));
}

/** The one line with which a file is refused; throws when it is taken. */
export async function refused(content: string | Uint8Array, options: ImportOptions = {}): Promise<string> {
  const bytes = typeof content === 'string' ? bytesOf(content) : content;
  const result = await importMap(bytes, options);
  if (!result.ok) return refusalLine(result.error);
  throw new Error(`taken as ${result.value.from}`);
}

/** `line 3 tag`, one for each entry. */
export const reasonsIn = (entries: readonly ReportEntry[]): string[] =>
  entries.map(({ place, reason }) => `${place} ${reason}`);

/** `b supports a`, one for each relation; `u undercuts (b supports a)`. */
export function linksIn({ relations }: MapDocument): string[] {
  const byId = new Map(relations.map((relation) => [relation.id, relation]));
  const say = ({ from, kind, to }: MapRelation): string => {
    const met = kind === 'undercuts' ? byId.get(to) : undefined;
    return `${from} ${kind} ${met ? `(${say(met)})` : to}`;
  };
  return relations.map(say);
}

/** Sets of linked premises, each as `a + b`. */
export function groupsIn({ relations }: MapDocument): string[] {
  const groups = new Map<string, string[]>();
  for (const { group, from } of relations) {
    if (group !== undefined) groups.set(group, [...(groups.get(group) ?? []), from]);
  }
  return [...groups.values()].map((froms) => froms.join(' + '));
}

export const claim = (id: string, more: Partial<MapClaim> = {}): MapClaim => ({
  id,
  text: `Claim ${id}.`,
  isMotion: false,
  side: null,
  citations: [],
  ...more,
});

export const mapOf = (
  claims: readonly MapClaim[],
  relations: readonly MapRelation[] = [],
  more: Partial<MapDocument> = {},
): MapDocument => ({
  format: MAP_FORMAT,
  title: 'A map',
  language: 'en',
  sides: [],
  sources: [],
  claims: [...claims],
  relations: [...relations],
  ...more,
});
