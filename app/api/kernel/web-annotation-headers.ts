import { createHash } from 'node:crypto';

/** What the W3C Web Annotation Protocol asks an answer to say of itself. */

const MEDIA_TYPE = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"';
const LDP = 'http://www.w3.org/ns/ldp#';

const link = (iri: string, relation: string): string => `<${iri}>; rel="${relation}"`;

/** Strong: the same bytes have the same tag, and others another. */
const etagOf = (value: unknown): string =>
  `"${createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 27)}"`;

const common = (value: unknown, links: readonly string[], vary: string): Record<string, string> => ({
  'content-type': MEDIA_TYPE,
  etag: etagOf(value),
  allow: 'GET, HEAD, OPTIONS',
  vary,
  ...(links.length === 0 ? {} : { link: links.join(', ') }),
});

/** Of one annotation. */
export const annotationHeaders = (value: unknown): Record<string, string> =>
  common(value, [link(`${LDP}Resource`, 'type')], 'Accept');

/** Of a page of a container. */
export const pageHeaders = (value: unknown): Record<string, string> => common(value, [], 'Accept');

/** Of a container: what it is, what binds it, and which of its pictures this one is. */
export const containerHeaders = (value: { id: string }): Record<string, string> => ({
  ...common(
    value,
    [
      link(`${LDP}BasicContainer`, 'type'),
      link('http://www.w3.org/TR/annotation-protocol/', `${LDP}constrainedBy`),
    ],
    'Accept, Prefer',
  ),
  'content-location': value.id,
});
