import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bodyAsMarkdown } from './body-as-markdown';
import { noteOf, type PortableNote } from './notes';
import { readWebAnnotations } from './read-web-annotations';
import {
  annotationCollection,
  annotationPage,
  type Container,
  webAnnotation,
  writeWebAnnotations,
} from './write-web-annotations';

const bytes = (value: unknown) =>
  new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));

const read = (value: unknown) => {
  const result = readWebAnnotations(bytes(value));
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};

const generator = { iri: 'https://debates.example.org', name: 'Standpoint' };
const iri = fc.uuid().map((id) => `https://debates.example.org/notes/${id}`);
// What the app stores: whole characters, without control characters, trimmed.
const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .map((text) => text.replace(/\p{Cc}/gu, '').trim())
  .filter((text) => text !== '');
const context = fc.string({ unit: 'grapheme', maxLength: 32 }).map((text) => text.replace(/\p{Cc}/gu, ''));
const moment = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());

const note: fc.Arbitrary<PortableNote> = fc.record({
  iri,
  kind: fc.constantFrom('comment' as const, 'question' as const, 'evidence' as const, 'concern' as const),
  body: words,
  language: fc.constantFrom('en', 'uk', 'pt-BR', null),
  tags: fc.array(fc.oneof(words, fc.constantFrom('evidence', 'question')), { maxLength: 3 }),
  alias: fc.option(words),
  createdAt: moment,
  editedAt: fc.option(moment),
  target: fc.oneof(
    fc.record({
      type: fc.constant('passage' as const),
      source: iri,
      exact: words,
      prefix: context,
      suffix: context,
      start: fc.nat(),
      end: fc.nat(),
    }),
    fc.record({ type: fc.constant('whole' as const), iri }),
    fc.record({ type: fc.constant('note' as const), iri }),
  ),
});

describe('what is written is read', () => {
  test('to the same notes, without a warning', () => {
    fc.assert(
      fc.property(fc.array(note, { maxLength: 6 }), (notes) => {
        const written = writeWebAnnotations(notes, {
          iri: 'https://debates.example.org/all',
          label: 'All',
          generator,
        });
        const { document, warnings } = read(written);
        expect(document.annotations.map((one) => noteOf(one, bodyAsMarkdown))).toEqual(notes);
        const backwards = notes.filter(
          ({ target }) => target.type === 'passage' && (target.end ?? 0) < (target.start ?? 0),
        );
        expect(warnings.length).toBe(backwards.length);
        expect(document).toMatchObject({ kind: 'collection', isPart: false });
      }),
    );
  });

  test('one by one', () => {
    fc.assert(
      fc.property(note, (one) => {
        const { document } = read(webAnnotation(one, null));
        expect(document.kind).toBe('annotation');
        expect(document.annotations.map((annotation) => noteOf(annotation, bodyAsMarkdown))).toEqual([one]);
      }),
    );
  });
});

describe('a container', () => {
  const container: Container = {
    iri: 'https://debates.example.org/annotations/',
    label: 'Notes',
    modified: '2026-11-23T08:00:00.000Z',
    total: 5,
    pageSize: 2,
    pageIri: (page) => `https://debates.example.org/annotations/?page=${page}`,
  };

  test('names its first and last page, and every page its neighbours', () => {
    expect(annotationCollection(container, null)).toMatchObject({
      total: 5,
      first: container.pageIri(0),
      last: container.pageIri(2),
    });
    const pages = [0, 1, 2].map((page) => annotationPage(container, page, []));
    expect(pages.map(({ prev, next, startIndex }) => [prev, next, startIndex])).toEqual([
      [undefined, container.pageIri(1), 0],
      [container.pageIri(0), container.pageIri(2), 2],
      [container.pageIri(1), undefined, 4],
    ]);
  });

  test('and its pages are what the reader takes', () => {
    expect(read(annotationCollection(container, null)).document).toMatchObject({
      kind: 'collection',
      isPart: true,
    });
    const names = ['https://debates.example.org/notes/1', 'https://debates.example.org/notes/2'];
    expect(read(annotationPage(container, 0, names)).document).toMatchObject({
      kind: 'page',
      references: names,
      isPart: true,
    });
    expect(read(annotationCollection({ ...container, total: 0 }, null)).document.annotations).toEqual([]);
  });
});
