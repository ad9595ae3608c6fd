/**
 * The IRIs of what notes are about, and of notes themselves: addresses of the app that stay. A page of the app or an answer
 * of its API stands behind each.
 */

export interface AddressBase {
  /** Of the app, without a slash at the end. */
  home: string;
  slug: string;
}

const page = ({ home, slug }: AddressBase, view: string, query: Record<string, string>): string =>
  `${home}/debates/${encodeURIComponent(slug)}/${view}?${new URLSearchParams(query)}`;

/** A note, served as a Web Annotation. */
export const noteIri = (home: string, roomId: string, noteId: string): string =>
  `${containerIri(home, roomId)}${noteId}`;

/** The container of a room's notes; its pages are asked for by queries. */
export const containerIri = (home: string, roomId: string): string =>
  `${home}/api/v1/rooms/${roomId}/web-annotations/`;

/** A debate as a whole. */
export const debateIri = ({ home, slug }: AddressBase): string =>
  `${home}/debates/${encodeURIComponent(slug)}`;

export const claimIri = (base: AddressBase, code: string): string => page(base, 'map', { claim: code });

/** A line of the map, at the claim that it starts from. */
export const relationIri = (base: AddressBase, fromCode: string, relationId: string): string =>
  `${claimIri(base, fromCode)}#relation-${relationId}`;

export const sourceIri = (base: AddressBase, sourceKey: string): string =>
  page(base, 'text', { source: sourceKey });

/** A source as it stood: offsets are those of this version. */
export const versionIri = (base: AddressBase, sourceKey: string, version: number): string =>
  page(base, 'text', { source: sourceKey, version: String(version) });

/** What an IRI of the app names. */
export type NamedThing =
  | { type: 'note'; roomId: string; noteId: string }
  | { type: 'claim'; slug: string; code: string }
  | { type: 'relation'; slug: string; relationId: string }
  | { type: 'source'; slug: string; sourceKey: string }
  | { type: 'version'; slug: string; sourceKey: string; version: number };

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const NOTE = new RegExp(`^/api/v1/rooms/(${UUID})/web-annotations/(${UUID})$`);
const VIEW = /^\/debates\/([a-z0-9-]{1,80})\/(map|text)$/;
const RELATION = new RegExp(`^#relation-(${UUID})$`);

/** What an IRI names, when it is one of the app at this address. */
export function thingNamed(home: string, iri: string): NamedThing | null {
  if (!URL.canParse(iri)) return null;
  const url = new URL(iri);
  const own = new URL(home);
  const root = own.pathname.replace(/\/+$/, '');
  if (url.origin !== own.origin || !url.pathname.startsWith(`${root}/`)) return null;
  const path = url.pathname.slice(root.length);
  const [, roomId, noteId] = NOTE.exec(path) ?? [];
  if (roomId && noteId) return { type: 'note', roomId, noteId };
  const [, slug, view] = VIEW.exec(path) ?? [];
  if (!slug) return null;
  return view === 'map' ? onMap(slug, url) : inText(slug, url.searchParams);
}

function onMap(slug: string, { searchParams, hash }: URL): NamedThing | null {
  const relationId = RELATION.exec(hash)?.[1];
  if (relationId) return { type: 'relation', slug, relationId };
  const code = searchParams.get('claim');
  return code ? { type: 'claim', slug, code } : null;
}

function inText(slug: string, query: URLSearchParams): NamedThing | null {
  const sourceKey = query.get('source');
  if (!sourceKey) return null;
  const number = query.get('version');
  if (number === null) return { type: 'source', slug, sourceKey };
  return /^[1-9]\d{0,8}$/.test(number) ? { type: 'version', slug, sourceKey, version: Number(number) } : null;
}
