import { motivationOf, type NoteTarget, needsClass, type PortableNote } from './notes';
import { ANNOTATION_CONTEXT } from './web-annotation';

/** Writes notes as W3C Web Annotations, collections of them, and the pages of a collection. */

type Json = Record<string, unknown>;

/** Who wrote the file: the app at its address. */
export interface Generator {
  iri: string;
  name: string;
}

const textual = (value: string, purpose: string, more: Json = {}): Json => ({
  type: 'TextualBody',
  value,
  ...more,
  purpose,
});

function targetJson(target: NoteTarget): unknown {
  if (target.type !== 'passage') return target.iri;
  const { source, exact, prefix, suffix, start, end } = target;
  const quote = exact === '' ? [] : [{ type: 'TextQuoteSelector', exact, prefix, suffix }];
  const position = start === null || end === null ? [] : [{ type: 'TextPositionSelector', start, end }];
  return { type: 'SpecificResource', source, selector: [...quote, ...position] };
}

/** One annotation; alone in its document it names the context. */
export function webAnnotation(note: PortableNote, generator: Generator | null, isAlone = true): Json {
  const motivation = motivationOf(note);
  const language = note.language === null ? {} : { language: note.language };
  return {
    ...(isAlone ? { '@context': ANNOTATION_CONTEXT } : {}),
    id: note.iri,
    type: 'Annotation',
    motivation,
    ...(note.alias === null ? {} : { creator: { type: 'Person', nickname: note.alias } }),
    ...(note.createdAt === null ? {} : { created: note.createdAt }),
    ...(note.editedAt === null ? {} : { modified: note.editedAt }),
    ...(generator === null
      ? {}
      : { generator: { id: generator.iri, type: 'Software', name: generator.name } }),
    body: [
      textual(note.body, motivation, { format: 'text/markdown', ...language }),
      ...(needsClass(note) ? [textual(note.kind, 'classifying')] : []),
      ...note.tags.map((tag) => textual(tag, 'tagging')),
    ],
    target: targetJson(note.target),
  };
}

/** Annotations in a collection, as they are found: where it lives, and which part of it is asked for. */
export interface Container {
  iri: string;
  label: string;
  /** RFC 3339: when the newest of what it holds was written or changed. */
  modified: string | null;
  total: number;
  pageSize: number;
  /** Address of one of its pages, from 0. */
  pageIri: (page: number) => string;
}

/** The number of the last page, from 0; pages of an empty collection end with the first. */
export const lastPage = ({ total, pageSize }: Container): number =>
  Math.max(0, Math.ceil(total / pageSize) - 1);

/** A collection; with `first` as an address, or as a whole page. */
export function annotationCollection(container: Container, first: Json | null, isAlone = true): Json {
  const { iri, label, modified, total, pageIri } = container;
  return {
    ...(isAlone ? { '@context': [ANNOTATION_CONTEXT, 'http://www.w3.org/ns/ldp.jsonld'] } : {}),
    id: iri,
    type: ['BasicContainer', 'AnnotationCollection'],
    label,
    total,
    ...(modified === null ? {} : { modified }),
    ...(total === 0 ? {} : { first: first ?? pageIri(0), last: pageIri(lastPage(container)) }),
  };
}

/** One page of a collection: what is on it, and what comes before and after. */
export function annotationPage(
  container: Container,
  page: number,
  items: readonly (Json | string)[],
  isAlone = true,
): Json {
  const { iri, total, modified, pageSize, pageIri } = container;
  return {
    ...(isAlone ? { '@context': ANNOTATION_CONTEXT } : {}),
    id: pageIri(page),
    type: 'AnnotationPage',
    ...(isAlone
      ? { partOf: { id: iri, total, ...(modified === null ? {} : { modified }) } }
      : { partOf: iri }),
    startIndex: page * pageSize,
    ...(page > 0 ? { prev: pageIri(page - 1) } : {}),
    ...(page < lastPage(container) ? { next: pageIri(page + 1) } : {}),
    items,
  };
}

/** A whole export: a collection with its only page inside. */
export function writeWebAnnotations(
  notes: readonly PortableNote[],
  { iri, label, generator }: { iri: string; label: string; generator: Generator | null },
): string {
  const moments = notes
    .flatMap(({ createdAt, editedAt }) => [editedAt ?? createdAt])
    .filter((moment): moment is string => moment !== null)
    .sort();
  const container: Container = {
    iri,
    label,
    modified: moments.at(-1) ?? null,
    total: notes.length,
    pageSize: Math.max(1, notes.length),
    pageIri: () => `${iri}#all`,
  };
  const items = notes.map((note) => webAnnotation(note, generator, false));
  const collection = annotationCollection(container, annotationPage(container, 0, items, false));
  const whole = { ...collection, '@context': ANNOTATION_CONTEXT, type: 'AnnotationCollection' };
  return `${JSON.stringify(whole, null, 2)}\n`;
}
