/**
 * What a W3C Web Annotation says, as far as this app can use it (https://www.w3.org/TR/annotation-model/). Offsets are code
 * points, as in the model; `lib/domain/text/code-points.ts` turns them into offsets of ours.
 */

export const ANNOTATION_CONTEXT = 'http://www.w3.org/ns/anno.jsonld';

/** The model's words for why somebody annotates (section 3.3.5). */
export const MOTIVATIONS = [
  'assessing',
  'bookmarking',
  'classifying',
  'commenting',
  'describing',
  'editing',
  'highlighting',
  'identifying',
  'linking',
  'moderating',
  'questioning',
  'replying',
  'tagging',
] as const;

/** Where in its source a target stands. */
export type WebSelector =
  | { type: 'quote'; exact: string; prefix: string; suffix: string }
  | { type: 'position'; start: number; end: number }
  /** Sound, but nothing that a place in a text of ours can be found by. */
  | { type: 'other'; name: string };

export type WebBody =
  | {
      type: 'text';
      value: string;
      format: string | null;
      language: string | null;
      purposes: readonly string[];
    }
  /** Something elsewhere on the web. */
  | { type: 'resource'; iri: string; purposes: readonly string[] };

export interface WebTarget {
  iri: string;
  /** Ways to say the same place; none when the whole is meant. */
  selectors: readonly WebSelector[];
}

export interface WebAgent {
  iri: string | null;
  name: string | null;
}

export interface WebAnnotation {
  id: string;
  motivations: readonly string[];
  bodies: readonly WebBody[];
  targets: readonly WebTarget[];
  creator: WebAgent | null;
  /** As written: RFC 3339, with its time zone. */
  created: string | null;
  modified: string | null;
}

/** What a document holds: one annotation, a list, a collection with its first page, or a page. */
export type WebDocumentKind = 'annotation' | 'list' | 'collection' | 'page';

export interface WebDocument {
  kind: WebDocumentKind;
  annotations: readonly WebAnnotation[];
  /** Annotations that are only named, and would have to be fetched. */
  references: readonly string[];
  /** Of a collection or page: there is more elsewhere. */
  isPart: boolean;
}

/** What the model says SHOULD be otherwise; the file is taken. */
export interface WebWarning {
  code: 'not-one' | 'not-known' | 'not-well-formed';
  /** The key it is about. */
  key: string;
  /** JSON pointer. */
  pointer: string;
}

const WARNINGS: Record<WebWarning['code'], (key: string) => string> = {
  'not-one': (key) => `"${key}" should have one value`,
  'not-known': (key) => `"${key}" is no word of the model`,
  'not-well-formed': (key) => `"${key}" is not written as the model asks`,
};

/** A warning in one English line: `/body/format: "format" is not written as the model asks`. */
export const warningLine = ({ code, key, pointer }: WebWarning): string =>
  `${pointer}: ${WARNINGS[code](key)}`;

/** A document of JSON-LD with the IRI that it is at. */
export type WebJson = Record<string, unknown> & { id: string };
