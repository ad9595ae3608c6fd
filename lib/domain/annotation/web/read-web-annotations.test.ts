import { describe, expect, test } from 'vitest';
import { bodyAsMarkdown } from './body-as-markdown';
import { noteOf } from './notes';
import { readWebAnnotations } from './read-web-annotations';
import { ANNOTATION_CONTEXT, warningLine } from './web-annotation';

const base = {
  '@context': ANNOTATION_CONTEXT,
  id: 'https://notes.example/1',
  type: 'Annotation',
  body: { type: 'TextualBody', value: 'True.' },
  target: 'https://texts.example/mines',
};

const readText = (text: string) => readWebAnnotations(new TextEncoder().encode(text));
const read = (value: unknown) => readText(JSON.stringify(value));

/** An annotation with some of its keys changed; `undefined` takes a key away. */
const changed = (change: Record<string, unknown>) => read({ ...base, ...change });

/** The place that is wrong, or null when the file is taken. */
const placeOf = (result: ReturnType<typeof read>): string | null =>
  result.ok ? null : (result.error.pointer ?? '');

const warningsOf = (result: ReturnType<typeof read>): string[] => {
  if (!result.ok) throw new Error(result.error.message);
  return result.value.warnings.map(warningLine);
};

const onPart = (more: Record<string, unknown>) => ({
  target: { type: 'SpecificResource', source: 'https://texts.example/mines', ...more },
});
const selected = (selector: unknown) => changed(onPart({ selector }));
const quote = { type: 'TextQuoteSelector', exact: 'mines', prefix: 'the ', suffix: ' lie' };

describe('an annotation is taken', () => {
  test.each([
    ['with its context among others', { '@context': ['https://more.example/context', ANNOTATION_CONTEXT] }],
    ['with Annotation among its types', { type: ['Annotation', 'https://more.example/Kind'] }],
    ['without a body', { body: undefined }],
    ['with words alone', { body: undefined, bodyValue: 'True.' }],
    [
      'with several bodies and targets',
      { body: ['https://a.example/', base.body], target: [base.target, base.target] },
    ],
    ['with a choice of bodies', { body: { type: 'Choice', items: [base.body, 'https://a.example/'] } }],
    [
      'on things that belong together',
      { target: { type: 'List', items: ['https://a.example/', 'https://b.example/'] } },
    ],
    ['with an IRI in another script', { id: 'https://notes.example/нотатка' }],
    ['with a URN for its name', { id: 'urn:uuid:dbfb1861-0ecf-41ad-be94-a584e5c4f1df' }],
    ['at a moment of another time zone', { created: '2026-02-28T23:59:60.5+05:30' }],
    [
      'with a right, a copy and an origin',
      { rights: ['https://a.example/by'], canonical: 'urn:a:b', via: 'https://b.example/' },
    ],
    [
      'in somebody’s style',
      { stylesheet: { type: 'CssStylesheet', value: '.red{}' }, ...onPart({ styleClass: 'red' }) },
    ],
    [
      'by a described maker',
      { creator: { id: 'https://a.example/me', type: 'Person', name: 'Ibis', email: 'mailto:a@b.example' } },
    ],
    ['for an audience', { audience: { id: 'https://a.example/pupils', type: 'schema:Audience' } }],
    [
      'on a described source',
      onPart({ source: { id: 'https://a.example/', format: 'text/html', created: '2026-01-01T00:00:00Z' } }),
    ],
    [
      'at a moment of its source',
      onPart({
        state: { type: 'TimeState', sourceDate: '2026-01-01T00:00:00Z', cached: 'https://c.example/' },
      }),
    ],
    [
      'on a copy of its source as it was',
      onPart({ state: { type: 'TimeState', cached: 'https://c.example/' } }),
    ],
    ['on something styled that cannot be', { target: { id: 'https://a.example/', styleClass: 'red' } }],
    [
      'over a time of its source',
      onPart({
        state: [
          {
            type: 'TimeState',
            sourceDateStart: '2026-01-01T00:00:00Z',
            sourceDateEnd: '2026-02-01T00:00:00Z',
          },
        ],
      }),
    ],
    [
      'as a server sent its source',
      onPart({
        state: {
          type: 'HttpRequestState',
          value: 'Accept: text/plain',
          refinedBy: { type: 'TimeState', sourceDate: '2026-01-01T00:00:00Z' },
        },
      }),
    ],
    ['with keys of somebody’s own', { 'x:more': { deep: [1, 2] } }],
  ])('%s', (_, change) => {
    const result = changed(change);
    expect(placeOf(result)).toBeNull();
    expect(warningsOf(result)).toEqual([]);
  });

  test.each([
    ['a quote', quote],
    ['a position', { type: 'TextPositionSelector', start: 3, end: 9 }],
    ['bytes', { type: 'DataPositionSelector', start: 0, end: 1 }],
    ['a fragment', { type: 'FragmentSelector', value: 'p9', conformsTo: 'https://a.example/spec' }],
    ['a CSS path', { type: 'CssSelector', value: 'p > em' }],
    ['an XPath', { type: 'XPathSelector', value: '/html/body/p[2]' }],
    ['a drawing elsewhere', { type: 'SvgSelector', id: 'https://a.example/area.svg' }],
    ['from one place to another', { type: 'RangeSelector', startSelector: quote, endSelector: quote }],
    ['several ways', [quote, { type: 'TextPositionSelector', start: 3, end: 9 }]],
    ['a selector elsewhere', 'https://a.example/selector'],
  ])('by %s', (_, selector) => expect(placeOf(selected(selector))).toBeNull());
});

describe('an annotation is refused', () => {
  test.each([
    ['no context', { '@context': undefined }, '/@context'],
    ['a context of others', { '@context': ['https://a.example/'] }, '/@context'],
    ['no name', { id: undefined }, '/id'],
    ['two names', { id: ['https://a.example/1', 'https://a.example/2'] }, '/id'],
    ['a name that is no IRI', { id: 'note 1' }, '/id'],
    ['no type', { type: undefined }, '/type'],
    ['another type', { type: 'Note' }, '/type'],
    ['no target', { target: undefined }, ''],
    ['an empty list of targets', { target: [] }, ''],
    ['a number for a target', { target: 9 }, '/target'],
    ['words for a target', { target: 'that page' }, '/target'],
    ['one of two targets wrong', { target: ['https://a.example/', null] }, '/target/1'],
    ['a target without a name', { target: { format: 'text/html' } }, '/target'],
    ['a text for a target', { target: { type: 'TextualBody', value: 'a' } }, '/target'],
    ['body and words', { bodyValue: 'True.' }, '/bodyValue'],
    ['two words', { body: undefined, bodyValue: ['a', 'b'] }, '/bodyValue'],
    ['a number for words', { body: undefined, bodyValue: 1 }, '/bodyValue'],
    ['words for a body', { body: 'True.' }, '/body'],
    ['a body that says nothing', { body: { type: 'TextualBody', format: 'text/plain' } }, '/body'],
    ['two values of a body', { body: { type: 'TextualBody', value: ['a', 'b'] } }, '/body/value'],
    ['a text with a source', { body: { value: 'a', source: 'https://a.example/' } }, '/body'],
    ['a text with items', { body: { value: 'a', items: ['https://a.example/'] } }, '/body'],
    ['a choice of nothing', { body: { type: 'Choice', items: [] } }, '/body/items'],
    ['a choice without items', { body: { type: 'Choice' } }, '/body'],
    ['a choice with words', { body: { type: 'Choice', value: 'a', items: [base.body] } }, '/body/value'],
    [
      'a choice with a source',
      { body: { type: 'Choice', source: 'https://a.example/', items: [base.body] } },
      '/body/source',
    ],
    [
      'a choice with a purpose',
      { body: { type: 'Choice', purpose: 'tagging', items: [base.body] } },
      '/body/purpose',
    ],
    [
      'a wrong one in a choice',
      { body: { type: 'Choice', items: [base.body, { type: 'TextualBody' }] } },
      '/body/items/1',
    ],
    [
      'something elsewhere with a purpose',
      { body: { id: 'https://a.example/', purpose: 'tagging' } },
      '/body',
    ],
    ['something elsewhere with items', { body: { id: 'https://a.example/', items: [] } }, '/body'],
    ['a part of nothing', { target: { type: 'SpecificResource', selector: quote } }, '/target'],
    [
      'a part of two sources',
      onPart({ source: ['https://a.example/', 'https://b.example/'] }),
      '/target/source',
    ],
    ['a source without a name', onPart({ source: { format: 'text/html' } }), '/target/source/id'],
    [
      'a source of a wrong date',
      onPart({ source: { id: 'https://a.example/', modified: 'today' } }),
      '/target/source/modified',
    ],
    ['a style without a sheet', onPart({ styleClass: 'red' }), ''],
    ['a date without a time zone', { created: '2026-01-01T00:00:00' }, '/created'],
    ['a date alone', { created: '2026-01-01' }, '/created'],
    ['a day that the calendar lacks', { created: '2026-02-30T00:00:00Z' }, '/created'],
    ['two dates', { modified: ['2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z'] }, '/modified'],
    ['a number for a date', { generated: 20260101 }, '/generated'],
    ['a wrong date of a body', { body: { ...base.body, created: 'today' } }, '/body/created'],
    ['rights in words', { rights: 'all of them' }, '/rights'],
    ['rights of a body in words', { body: { ...base.body, rights: [] } }, '/body/rights'],
    ['two copies of record', { canonical: ['urn:a:b', 'urn:a:c'] }, '/canonical'],
    [
      'a copy of record in words',
      { target: { id: 'https://a.example/', canonical: 'that one' } },
      '/target/canonical',
    ],
    ['an origin in words', { via: 'a friend' }, '/via'],
    ['a direction that is none', { body: { ...base.body, textDirection: 'up' } }, '/body/textDirection'],
    ['a state of another kind', onPart({ state: { type: 'MoodState' } }), '/target/state/type'],
    ['a state in words', onPart({ state: 'as of today' }), '/target/state'],
    ['a time state without a time', onPart({ state: { type: 'TimeState' } }), '/target/state'],
    [
      'half a span of time',
      onPart({ state: { type: 'TimeState', sourceDateStart: '2026-01-01T00:00:00Z' } }),
      '/target/state',
    ],
    ['a request without a header', onPart({ state: { type: 'HttpRequestState' } }), '/target/state'],
  ])('for %s', (_, change, pointer) => {
    const result = changed(change);
    expect(placeOf(result)).toBe(pointer);
    if (!result.ok) expect(result.error).toMatchObject({ code: 'shape-wrong', line: 1 });
  });

  test.each([
    ['no kind', { exact: 'mines' }, '/target/selector/type'],
    ['another kind', { type: 'MoodSelector', value: 'a' }, '/target/selector/type'],
    ['two kinds', { type: ['TextQuoteSelector', 'CssSelector'], exact: 'a' }, '/target/selector/type'],
    ['a quote of nothing', { type: 'TextQuoteSelector', prefix: 'a' }, '/target/selector'],
    ['a quote of two', { type: 'TextQuoteSelector', exact: ['a', 'b'] }, '/target/selector/exact'],
    ['a number before it', { ...quote, prefix: 1 }, '/target/selector/prefix'],
    ['no end', { type: 'TextPositionSelector', start: 1 }, '/target/selector'],
    ['an end below zero', { type: 'TextPositionSelector', start: 1, end: -1 }, '/target/selector/end'],
    ['half an offset', { type: 'DataPositionSelector', start: 0.5, end: 2 }, '/target/selector/start'],
    ['a fragment of nothing', { type: 'FragmentSelector' }, '/target/selector'],
    [
      'a fragment of words',
      { type: 'FragmentSelector', value: 'a', conformsTo: 'html' },
      '/target/selector/conformsTo',
    ],
    ['a path of nothing', { type: 'XPathSelector' }, '/target/selector'],
    [
      'a drawing twice',
      { type: 'SvgSelector', id: 'https://a.example/', value: '<svg/>' },
      '/target/selector',
    ],
    ['a range without an end', { type: 'RangeSelector', startSelector: quote }, '/target/selector'],
    [
      'a range from nowhere',
      { type: 'RangeSelector', startSelector: 'here', endSelector: quote },
      '/target/selector/startSelector',
    ],
    [
      'a wrong one inside',
      { type: 'FragmentSelector', value: 'p9', refinedBy: { type: 'TextQuoteSelector' } },
      '/target/selector/refinedBy',
    ],
    ['one of two wrong', [quote, { type: 'CssSelector' }], '/target/selector/1'],
    ['an empty list', [], '/target/selector'],
  ])('for a selector with %s', (_, selector, pointer) => {
    expect(placeOf(selected(selector))).toBe(pointer);
    // A body may be a part of something too.
    const body = { source: 'https://a.example/', selector };
    expect(placeOf(changed({ body }))).toBe(pointer.replace('/target', '/body'));
  });
});

test.each([
  [{ creator: 6 }, '/creator: "creator" is not written as the model asks'],
  [{ creator: { email: 'a@b' } }, '/creator/email: "email" is not written as the model asks'],
  [{ generator: 'a program' }, '/generator: "generator" is not written as the model asks'],
  [{ audience: 'pupils' }, '/audience: "audience" is not written as the model asks'],
  [{ motivation: 'bragging' }, '/motivation: "motivation" is no word of the model'],
  [{ motivation: ['tagging', 'linking'] }, '/motivation: "motivation" should have one value'],
  [{ stylesheet: 3 }, '/stylesheet: "stylesheet" is not written as the model asks'],
  [{ body: { ...base.body, format: 6 } }, '/body/format: "format" is not written as the model asks'],
  [
    { body: { ...base.body, format: ['text/plain', 'text/html'] } },
    '/body/format: "format" should have one value',
  ],
  [
    { body: { ...base.body, language: 'English!' } },
    '/body/language: "language" is not written as the model asks',
  ],
  [
    { body: { ...base.body, processingLanguage: ['en', 'de'] } },
    '/body/processingLanguage: "processingLanguage" should have one value',
  ],
  [{ body: { ...base.body, purpose: 'bragging' } }, '/body/purpose: "purpose" is no word of the model'],
  [
    { target: { id: 'https://a.example/', accessibility: 4 } },
    '/target/accessibility: "accessibility" is not written as the model asks',
  ],
  [
    { body: { type: 'Choice', items: [{ id: 'https://a.example/', purpose: 'tagging' }] } },
    '/body/items/0/purpose: "purpose" is not written as the model asks',
  ],
  [onPart({ scope: 'here' }), '/target/scope: "scope" is not written as the model asks'],
  [
    onPart({ renderedVia: 'a browser' }),
    '/target/renderedVia: "renderedVia" is not written as the model asks',
  ],
])('what should be otherwise is taken with a warning: %j', (change, warning) => {
  expect(warningsOf(changed(change))).toEqual([warning]);
});

describe('collections and pages', () => {
  const { '@context': _, ...item } = base;
  const page = { type: 'AnnotationPage', id: 'https://a.example/1', items: [item] };
  const collection = {
    '@context': ANNOTATION_CONTEXT,
    id: 'https://a.example/all',
    type: 'AnnotationCollection',
    label: 'All',
    total: 1,
    first: page,
  };
  const alone = { '@context': ANNOTATION_CONTEXT, ...page };

  test.each([
    ['a list', [base, base], { kind: 'list', isPart: false }],
    [
      'a page',
      { ...alone, startIndex: 0, partOf: { id: 'https://a.example/all' } },
      { kind: 'page', isPart: false },
    ],
    ['a page among others', { ...alone, next: 'https://a.example/2' }, { kind: 'page', isPart: true }],
    [
      'a page of names',
      { ...alone, items: ['https://a.example/n'] },
      { references: ['https://a.example/n'] },
    ],
    ['a collection', collection, { kind: 'collection', isPart: false }],
    ['a collection of more', { ...collection, total: 9 }, { kind: 'collection', isPart: true }],
    [
      'a collection elsewhere',
      { ...collection, first: 'https://a.example/1' },
      { annotations: [], isPart: true },
    ],
    [
      'a collection of nothing',
      { ...collection, total: 0, first: undefined },
      { annotations: [], isPart: false },
    ],
  ])('%s is taken', (_name, value, expected) => {
    expect(read(value)).toMatchObject({ ok: true, value: { document: expected } });
  });

  test.each([
    ['an item of another kind', { ...alone, items: [4] }, '/items/0'],
    [
      'a wrong item',
      { ...collection, first: { ...page, items: [{ ...item, id: 'x' }] } },
      '/first/items/0/id',
    ],
    ['no items', { ...alone, items: undefined }, '/items'],
    ['a page without a name', { ...alone, id: undefined }, '/id'],
    ['half a start', { ...alone, startIndex: 0.5 }, '/startIndex'],
    ['a next page in words', { ...alone, next: 'the next' }, '/next'],
    ['a previous page in words', { ...alone, prev: 2 }, '/prev'],
    ['a whole in words', { ...alone, partOf: 'all' }, '/partOf'],
    ['a page without a context', page, '/@context'],
    ['a negative total', { ...collection, total: -1 }, '/total'],
    ['a total in words', { ...collection, total: 'one' }, '/total'],
    ['a label that is no text', { ...collection, label: 3 }, '/label'],
    ['no first page of something', { ...collection, first: undefined }, ''],
    ['a first page of another kind', { ...collection, first: { ...page, type: 'Page' } }, '/first/type'],
    ['a last page in words', { ...collection, last: 'the end' }, '/last'],
    ['one of a list without a context', [base, item], '/1/@context'],
  ])('are refused for %s', (_name, value, pointer) => expect(placeOf(read(value))).toBe(pointer));
});

describe('a file of strangers', () => {
  test.each([
    ['broken JSON', '{"id": }', 'json-syntax'],
    ['half a file', '{"id": "a"', 'json-truncated'],
    ['a key twice', '{"id": "a", "id": "b"}', 'key-repeated'],
    ['brackets without end', '['.repeat(1000), 'too-deep'],
    ['nothing', '  ', 'empty'],
    ['a word', '"Annotation"', 'shape-wrong'],
    ['nothing at all', 'null', 'shape-wrong'],
    ['a prototype', '{"__proto__": {"type": "Annotation"}}', 'shape-wrong'],
  ])('with %s is refused', (_, text, code) => {
    expect(readText(text)).toMatchObject({ ok: false, error: { code } });
  });

  test('with more annotations than a room can take is refused', () => {
    expect(read(Array.from({ length: 5001 }, () => base))).toMatchObject({
      ok: false,
      error: { code: 'list-too-long', values: { count: 5001, limit: 5000 } },
    });
  });

  test('with the same fault in thousands of places is warned of a hundred times', () => {
    const result = read(Array.from({ length: 500 }, () => ({ ...base, motivation: 'bragging' })));
    expect(warningsOf(result)).toHaveLength(100);
  });
});

describe('an annotation as a note', () => {
  const noteFrom = (change: Record<string, unknown>) => {
    const result = changed(change);
    const annotation = result.ok ? result.value.document.annotations[0] : undefined;
    return annotation && noteOf(annotation, bodyAsMarkdown);
  };

  test('has the words of HTML without its tags, and tags apart', () => {
    const body = [
      { type: 'TextualBody', value: '<p>Not <b>true</b>.</p><script>x()</script>', format: 'text/html' },
      { type: 'TextualBody', value: 'sources', purpose: 'tagging' },
      'https://a.example/why',
    ];
    expect(noteFrom({ body })).toMatchObject({
      body: 'Not true.\n\n<https://a.example/why>',
      tags: ['sources'],
      kind: 'comment',
    });
  });

  test('stands where a quote inside a fragment stands, but not at an offset inside one', () => {
    const inside = (refinedBy: unknown) =>
      noteFrom(onPart({ selector: { type: 'FragmentSelector', value: 'p9', refinedBy } }));
    expect(inside(quote)).toMatchObject({ target: { type: 'passage', exact: 'mines', start: null } });
    expect(inside({ type: 'TextPositionSelector', start: 1, end: 2 })).toBe('selector-unknown');
  });

  test.each([
    ['no words', { body: undefined }, 'no-words'],
    ['a tag alone', { body: { value: 'a', purpose: 'tagging' } }, 'no-words'],
    ['two targets', { target: [base.target, base.target] }, 'several-targets'],
    [
      'an area of a picture',
      onPart({ selector: { type: 'SvgSelector', value: '<svg/>' } }),
      'selector-unknown',
    ],
  ])('is none with %s', (_, change, reason) => expect(noteFrom(change)).toBe(reason));
});
