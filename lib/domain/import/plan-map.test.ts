import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAP_FORMAT, type MapClaim, type MapDocument, type MapRelation } from '../formats/map-document';
import { graphemeLength } from '../text/plain-text';
import { planMap } from './plan-map';
import { shorten } from './shorten';

const defaults = { language: 'uk', sides: ['За', 'Проти'] } as const;
const claim = (id: string, more: Partial<MapClaim> = {}): MapClaim => ({
  id,
  text: `What ${id} says.`,
  isMotion: id === 'm',
  side: null,
  citations: [],
  ...more,
});
const relation = (
  id: string,
  from: string,
  to: string,
  kind: MapRelation['kind'] = 'supports',
  more: Partial<MapRelation> = {},
): MapRelation => ({ id, from, to, kind, ...more });
const map = (more: Partial<MapDocument>): MapDocument => ({
  format: MAP_FORMAT,
  title: 'A map',
  question: 'Is it so?',
  language: 'en',
  sides: [
    { key: 'x', name: 'X', speaks: 'for' },
    { key: 'y', name: 'Y', speaks: 'against' },
  ],
  sources: [],
  claims: [claim('m'), claim('a', { side: 'x' }), claim('b', { side: 'y' })],
  relations: [relation('1', 'a', 'm'), relation('2', 'b', 'm', 'attacks')],
  ...more,
});
const reasons = (document: MapDocument) => {
  const { dropped, guessed, merged } = planMap(document, defaults).report;
  return [...dropped, ...guessed, ...merged].map(({ reason, place }) => `${reason} ${place}`);
};

test('a map that a debate can hold is taken as it is, without a word', () => {
  const plan = planMap(map({}), defaults);
  expect(plan.report).toEqual({ dropped: [], guessed: [], merged: [] });
  expect(plan.claims.map(({ ref, isMotion, side }) => [ref, isMotion, side])).toEqual([
    ['m', true, null],
    ['a', false, 0],
    ['b', false, 1],
  ]);
  expect(plan.relations.map(({ ref, from, to }) => [ref, from, to])).toEqual([
    ['1', 'a', 'm'],
    ['2', 'b', 'm'],
  ]);
});

describe('what a debate cannot hold is told', () => {
  test('long words are shortened, and kept whole for a note', () => {
    const words = `${'word '.repeat(80)}end.`;
    const plan = planMap(map({ claims: [claim('m'), claim('a', { text: words })], relations: [] }), defaults);
    const [, a] = plan.claims;
    expect(a?.text.length).toBeLessThanOrEqual(280);
    expect(a?.text.endsWith('word…')).toBe(true);
    expect(a?.fullText).toBe(words.trim());
    expect(plan.report.guessed).toMatchObject([{ reason: 'text-shortened', place: 'claim a' }]);
  });

  test('a claim without anything to see goes, with its lines and what undercuts them', () => {
    const document = map({
      claims: [claim('m'), claim('a', { text: ' \u200b ' }), claim('b')],
      relations: [relation('1', 'a', 'm'), relation('2', 'b', '1', 'undercuts')],
    });
    expect(reasons(document)).toEqual([
      'claim-empty claim a',
      'relation-of-dropped relation 1',
      'undercut-of-dropped relation 2',
    ]);
  });

  test('lines that a debate refuses', () => {
    const document = map({
      relations: [
        relation('1', 'm', 'a'),
        relation('2', 'a', 'm'),
        relation('3', 'a', 'm', 'attacks'),
        relation('4', 'a', '2', 'undercuts'),
        relation('5', 'b', '2', 'undercuts'),
        relation('6', 'b', 'm', 'attacks', { weight: 0.4, group: 'alone' }),
      ],
    });
    expect(reasons(document)).toEqual([
      'motion-gives-reason relation 1',
      'weight-left-out relation 6',
      'undercuts-own-line relation 4',
      'relation-repeated relation 3',
    ]);
    expect(planMap(document, defaults).relations.map(({ ref, group }) => [ref, group])).toEqual([
      ['2', null],
      ['6', null],
      ['5', null],
    ]);
  });

  test('a scheme that is not one of ours', () => {
    const document = map({
      relations: [
        relation('1', 'a', 'm', 'supports', { scheme: 'Argument From Analogy' }),
        relation('2', 'b', 'm', 'attacks', { scheme: 'Default Conflict' }),
      ],
    });
    expect(reasons(document)).toEqual(['scheme-unknown relation 2']);
    expect(planMap(document, defaults).relations.map(({ scheme }) => scheme)).toEqual(['analogy', null]);
  });

  test('codes that are no codes are drawn anew; votes stay behind', () => {
    const document = map({
      claims: [
        claim('m'),
        claim('a', { code: 'A1', votes: { agree: 1, disagree: 0, pass: 0 } }),
        claim('b', { code: '1.2.3' }),
      ],
    });
    expect(reasons(document)).toEqual(['votes-left-out claim a', 'code-changed claim b']);
    expect(planMap(document, defaults).claims.map(({ code }) => code)).toEqual([null, 'A1', null]);
  });
});

describe('what a map does not say is guessed, and told', () => {
  test('sides, from which way each line turns', () => {
    const document = map({
      sides: [],
      claims: ['m', 'a', 'b', 'c', 'd', 'u'].map((id) => claim(id)),
      relations: [
        relation('1', 'a', 'm'),
        relation('2', 'b', 'm', 'attacks'),
        relation('3', 'c', 'b', 'attacks'),
        relation('4', 'd', 'b'),
        relation('5', 'u', '4', 'undercuts'),
      ],
    });
    const plan = planMap(document, defaults);
    expect(Object.fromEntries(plan.claims.map(({ ref, side }) => [ref, side]))).toEqual({
      m: null,
      a: 0,
      b: 1,
      c: 0,
      d: 1,
      u: 0,
    });
    expect(plan.sides.map(({ name, speaks }) => [name, speaks])).toEqual([
      ['За', 'for'],
      ['Проти', 'against'],
    ]);
  });

  test('the motion: what most leads to and leads nowhere, or else the question', () => {
    const open = map({ claims: [claim('a'), claim('b'), claim('c')], relations: [relation('1', 'a', 'c')] });
    expect(planMap(open, defaults).claims[0]).toMatchObject({ ref: 'c', isMotion: true });
    const loose = map({ claims: [claim('a')], relations: [] });
    expect(planMap(loose, defaults).claims[0]).toMatchObject({ text: 'Is it so?', isMotion: true });
    expect(reasons(loose)).toContain('motion-made map');
  });

  test('language, a second side and a title too long', () => {
    const document = map({ language: 'und', sides: [{ key: 'against', name: 'No', speaks: 'against' }] });
    const plan = planMap(
      { ...document, title: 'T'.repeat(400), claims: [claim('m')], relations: [] },
      defaults,
    );
    expect(plan.language).toBe('uk');
    expect(plan.sides.map(({ key, speaks }) => [key, speaks])).toEqual([
      ['against', 'against'],
      ['for', 'for'],
    ]);
    expect(plan.title).toHaveLength(120);
    expect(plan.report.guessed.map(({ reason }) => reason)).toEqual([
      'language-missing',
      'title-shortened',
      'sides-missing',
    ]);
  });
});

test('a claim that no text carries is not said to stand in one', () => {
  const citation = { source: 's', start: 0, end: 5, exact: 'Words' };
  const [, bare, cited, said] = planMap(
    map({
      sources: [{ key: 's', title: 'A text', text: 'Words of a text.' }],
      claims: [
        claim('m'),
        claim('a', { side: 'x' }),
        claim('b', { side: 'y', citations: [citation] }),
        claim('c', { side: 'y', evidence: 'asserted' }),
      ],
    }),
    defaults,
  ).claims;
  expect([bare?.evidence, cited?.evidence, said?.evidence]).toEqual(['beyond', 'asserted', 'asserted']);
});

describe('sources', () => {
  const cited = (text: string, citations: MapClaim['citations'], more: object = {}) =>
    planMap(
      map({
        sources: [{ key: 's', title: 'Source', text, ...more }],
        claims: [claim('m'), claim('a', { citations })],
        relations: [],
      }),
      defaults,
    );

  test('a text is parted into paragraphs and sentences, and citations stay where they are', () => {
    const text = 'One. Two here.\nSame paragraph.\n \nThree\u202e.';
    const plan = cited(text, [
      { source: 's', start: 5, end: 14 },
      { source: 's', exact: 'Same' },
      { source: 's' },
    ]);
    const [source] = plan.sources;
    expect(source?.text).toBe('One. Two here.\nSame paragraph.\n \nThree .');
    expect(source?.passages.map(({ key, start, end }) => [key, text.slice(start, end).length])).toEqual([
      ['p1', 30],
      ['p2', 7],
    ]);
    expect(source?.passages[0]?.sentences.map(({ start, end }) => text.slice(start, end))).toEqual([
      'One.',
      'Two here.',
      'Same paragraph.',
    ]);
    expect(plan.claims[1]?.citations.map(({ start, end }) => text.slice(start, end))).toEqual([
      'Two here.',
      'Same',
      'One. Two here.\nSame paragraph.',
    ]);
  });

  test('a source without its text is what is known of it', () => {
    const plan = cited(
      '',
      [{ source: 's', exact: 'Said so.' }, { source: 's', exact: 'Said so.' }, { source: 's' }],
      {
        url: 'https://example.org/a',
      },
    );
    expect(plan.sources[0]).toMatchObject({
      url: 'https://example.org/a',
      kind: 'text',
      text: 'Source\nhttps://example.org/a\n\nSaid so.',
    });
    expect(
      plan.claims[1]?.citations.map(({ start, end }) => plan.sources[0]?.text.slice(start, end)),
    ).toEqual(['Said so.', plan.sources[0]?.text]);
    expect(plan.report.merged.map(({ reason }) => reason)).toEqual(['citation-repeated']);
  });

  test('an address that is not of the web, and words that are not in the text, are left out', () => {
    const plan = cited('Something.', [{ source: 's', exact: 'Nothing.' }], { url: 'javascript:alert(1)' });
    expect(plan.sources[0]?.url).toBeNull();
    expect(plan.claims[1]?.citations).toEqual([]);
    expect(plan.report.dropped.map(({ reason }) => reason)).toEqual(['url-left-out', 'citation-not-found']);
  });
});

test('shortened text fits, by graphemes and by code points, and keeps its beginning', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.integer({ min: 2, max: 80 }),
      (text, longest) => {
        const short = shorten(text, longest);
        expect([...short].length).toBeLessThanOrEqual(longest);
        expect(graphemeLength(short)).toBeLessThanOrEqual(longest);
        if (short !== text) expect(text.startsWith(short.slice(0, -1).trimEnd())).toBe(true);
      },
    ),
  );
});
