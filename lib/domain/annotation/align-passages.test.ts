import { describe, expect, test } from 'vitest';
import { alignPassages, MOST_ALIGNED } from './align-passages';
import { carriedSentence } from './carried-sentence';

const digest = [
  { key: 'p1', text: 'The council of Lindenau wants to close the ferry in 2027 and build a bridge.' },
  { key: 'p2', text: 'The ferrymen say that 140 families live from the crossing.' },
  { key: 'p3', text: 'Doctors expect ambulances to need nine minutes less to the hospital.' },
  { key: 'p4', text: 'Nobody has reckoned what the bridge will cost after its opening.' },
];

const article = [
  'A bridge too soon?',
  'Lindenau’s council has decided: from 2027 a bridge shall take the place of the ferry, which will then be closed.',
  'For the ferrymen this is a blow. About 140 families, their spokesman says, have been living from the crossing for generations.',
  'The weather was fine on the day of the vote, and a band played in the square until the evening.',
  'At the hospital they are pleased. An ambulance, according to two doctors, would save nine minutes.',
  'What it will cost to keep the bridge once it has been opened was reckoned by nobody.',
];

const keysOf = (to: readonly string[]) =>
  alignPassages(
    digest,
    to.map((text) => ({ text })),
  ).map(({ key }) => key);

describe('paragraphs of an article and of its digest', () => {
  test('are paired by what they say; headings and what the digest leaves out have no counterpart', () => {
    expect(keysOf(article)).toEqual([null, 'p1', 'p2', null, 'p3', 'p4']);
  });

  test('are paired though two stand in another order', () => {
    const [head = '', one = '', two = '', , three = '', four = ''] = article;
    expect(keysOf([head, one, four, two, three])).toEqual([null, 'p1', 'p4', 'p2', 'p3']);
  });

  test('merge into one, with all their keys', () => {
    const [, one = '', two = '', , three = ''] = article;
    const [first, second] = alignPassages(digest, [{ text: `${one} ${two}` }, { text: three }]);
    expect([first?.key, ...(first?.also ?? []).map(({ key }) => key)].sort()).toEqual(['p1', 'p2']);
    expect(second).toMatchObject({ key: 'p3', also: [] });
  });

  test('that are the same are alike to 1; a similarity is never more', () => {
    const same = alignPassages(digest, digest);
    expect(same.map(({ key }) => key)).toEqual(['p1', 'p2', 'p3', 'p4']);
    expect(same.every(({ similarity }) => similarity > 0.99 && similarity <= 1)).toBe(true);
  });

  test('have none where there is nothing to pair, or too much', () => {
    const nothing = { key: null, similarity: 0, also: [] };
    expect(alignPassages([], [{ text: 'A text.' }])).toEqual([nothing]);
    expect(alignPassages(digest, [])).toEqual([]);
    expect(alignPassages(digest, [{ text: '' }])).toEqual([nothing]);
    const many = Array.from({ length: MOST_ALIGNED + 1 }, () => ({ text: 'The ferry.' }));
    expect(alignPassages(digest, many)[0]).toEqual(nothing);
  });
});

describe('a cited sentence', () => {
  const paragraph = article[2] ?? '';
  const sentences = [
    { start: 0, end: 32 },
    { start: 33, end: paragraph.length },
  ];

  test('is carried to the sentence that says the same', () => {
    const found = carriedSentence('140 families live from the crossing.', paragraph, sentences);
    expect(found).toMatchObject({ ...sentences[1], isSentence: true });
  });

  test('is carried to the whole paragraph when no sentence stands out', () => {
    const found = carriedSentence('Cats sleep a lot.', paragraph, sentences);
    expect(found).toEqual({ start: 0, end: paragraph.length, similarity: 0, isSentence: false });
  });
});
