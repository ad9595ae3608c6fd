import { describe, expect, test } from 'vitest';
import { DEFAULT_LIMITS } from './limits';
import type { DraftRelation } from './map-draft';
import { MapDraft } from './map-draft';
import { guessMotions } from './motion-guess';
import { linksIn, reasonsIn } from './reading.fixture';
import { ReportWriter } from './report';

type Link = [from: string, kind: DraftRelation['kind'], to: string, more?: Partial<DraftRelation>];

/** A map of the claims that the links and `claims` name, in alphabetical order; relations are r1, r2 … */
function draftOf(links: Link[], claims: string[]) {
  const report = new ReportWriter('read');
  const draft = new MapDraft(report, DEFAULT_LIMITS);
  for (const id of claims) draft.claim({ id, text: `Claim ${id}.`, place: `claim ${id}` });
  for (const [index, [from, kind, to, more]] of links.entries()) {
    draft.relation({ id: `r${index + 1}`, from, kind, to, place: `/${index + 1}`, ...more });
  }
  const map = draft.finish({ title: 'T', language: 'en' }, '');
  const { dropped, guessed, merged } = report.entries();
  return { map, dropped: reasonsIn(dropped), guessed: reasonsIn(guessed), merged: reasonsIn(merged) };
}

describe('a map in the making', () => {
  test('keeps the first of relations that say the same, and what undercuts the others meets it', () => {
    const { map, merged } = draftOf(
      [
        ['u', 'undercuts', 'r3'],
        ['a', 'supports', 'm'],
        ['a', 'supports', 'm'],
        ['u', 'undercuts', 'r2'],
        ['a', 'supports', 'm', { group: 'g' }],
      ],
      ['m', 'a', 'u'],
    );
    expect(linksIn(map)).toEqual(['u undercuts (a supports m)', 'a supports m', 'a supports m']);
    expect(map.relations.map(({ id, to }) => [id, to])).toEqual([
      ['r1', 'r2'],
      ['r2', 'm'],
      ['r5', 'm'],
    ]);
    expect(merged).toEqual(['/3 relation-repeated', '/4 relation-repeated']);
  });

  test('drops what leads nowhere, and then what undercut it', () => {
    const { map, dropped } = draftOf(
      [
        ['a', 'supports', 'gone'],
        ['b', 'undercuts', 'r1'],
        ['c', 'undercuts', 'r2'],
        ['gone', 'attacks', 'a'],
        ['a', 'undercuts', 'b'],
        ['a', 'supports', 'r7'],
        ['b', 'supports', 'a'],
      ],
      ['a', 'b', 'c'],
    );
    expect(linksIn(map)).toEqual(['b supports a']);
    expect(dropped).toEqual([
      '/1 relation-end-missing',
      '/4 relation-end-missing',
      '/5 relation-end-missing',
      '/6 relation-end-missing',
      '/2 relation-end-missing',
      '/3 relation-end-missing',
    ]);
  });

  test('drops undercuts in a circle, and those that lead into one', () => {
    const { map, dropped } = draftOf(
      [
        ['a', 'undercuts', 'r2'],
        ['b', 'undercuts', 'r3'],
        ['c', 'undercuts', 'r2'],
        ['a', 'supports', 'a'],
      ],
      ['a', 'b', 'c'],
    );
    expect(map.relations).toEqual([]);
    expect(dropped).toEqual([
      '/4 relation-to-itself',
      '/1 undercuts-in-a-circle',
      '/2 undercuts-in-a-circle',
      '/3 undercuts-in-a-circle',
    ]);
  });

  test('gives relations without an id one that nothing has', () => {
    const { map } = draftOf(
      [
        ['a', 'supports', 'r1', { id: 'r2' }],
        ['a', 'attacks', 'r1', { id: undefined }],
      ],
      ['r1', 'a'],
    );
    expect(map.relations.map(({ id }) => id)).toEqual(['r2', 'r3']);
  });

  test('takes hidden characters out of texts, and says how many', () => {
    const report = new ReportWriter('read');
    const draft = new MapDraft(report, DEFAULT_LIMITS);
    draft.claim({ id: 'a', text: ' \u202eOne\u0000\r\ntwo\ud800 ', place: '/0' });
    expect(draft.finish({}, 'T').claims[0]?.text).toBe('One\ntwo');
    expect(report.entries().dropped).toMatchObject([{ reason: 'hidden-characters', values: { count: 3 } }]);
  });

  test('of thousands of undercuts of undercuts is made in time', () => {
    const links = Array.from({ length: 20_000 }, (_, index): Link => ['a', 'undercuts', `r${index + 2}`]);
    expect(draftOf(links, ['a']).map.relations).toEqual([]);
    const sound = [
      ['b', 'supports', 'a'] as Link,
      ...links.map((_, index): Link => ['a', 'undercuts', `r${index + 1}`]),
    ];
    expect(draftOf(sound, ['a', 'b']).map.relations).toHaveLength(20_001);
  });
});

describe('motions that a file does not mark', () => {
  const relation = (from: string, to: string, kind: 'supports' | 'undercuts' = 'supports') => ({
    id: `${from}>${to}`,
    from,
    to,
    kind,
  });
  const claims = (ids: string) => [...ids].map((id) => ({ id }));

  test.each([
    ['the claim that all lead to', 'abc', [relation('a', 'b'), relation('c', 'b')], ['b']],
    [
      'of several that lead nowhere, the one that most leads to',
      'abcd',
      [relation('a', 'b'), relation('a', 'c'), relation('d', 'c')],
      ['c'],
    ],
    [
      'in a circle, the claim that most leads to',
      'abc',
      [relation('a', 'b'), relation('b', 'a'), relation('c', 'a')],
      ['a'],
    ],
    [
      'not a claim that leads on, however much leads to it',
      'abcde',
      [relation('a', 'b'), relation('c', 'b'), relation('d', 'b'), relation('b', 'e')],
      ['e'],
    ],
    [
      'one for each large part',
      'abcdef',
      [relation('a', 'b'), relation('c', 'd'), relation('e', 'f')],
      ['b', 'd', 'f'],
    ],
    [
      'none for parts that are small beside the largest',
      'abcdefg',
      [relation('a', 'b'), relation('c', 'b'), relation('d', 'b'), relation('e', 'b'), relation('f', 'g')],
      ['b'],
    ],
    ['the first where nothing is related', 'abc', [], ['a']],
    ['not who undercuts', 'abu', [relation('a', 'b'), relation('u', 'a>b', 'undercuts')], ['b']],
  ])('are %s', (_, ids, relations, motions) => {
    expect(guessMotions(claims(ids), relations)).toEqual(motions);
  });
});
