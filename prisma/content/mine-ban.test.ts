import { describe, expect, it } from 'vitest';
import { checkContent } from './check';
import { MAX_CLAIM_LENGTH, MAX_SHORT_TITLE_LENGTH } from './check-wording';
import { mineBanDebate } from './mine-ban/debate';
import { citationRange, sourceText } from './source-text';
import type { ClaimContent, SourceContent } from './types';

const { claims, relations, sources, sides, notes, motion, tour } = mineBanDebate;

/**
 * The map as its specification states it: code, side, evidence, relations (S supports, A attacks, U undercuts), and
 * the cited paragraphs in order. Restated here so that a slip in the content shows.
 */
const expectedMap: [code: string, side: string | null, evidence: string, relations: string, cites: string][] =
  [
    ['D1', 'defence', 'reported', 'S M', 'p9'],
    ['D1a', 'defence', 'quoted', 'S D1', 'p3 p8 p9'],
    ['D1b', 'defence', 'asserted', 'S D1a', 'p8'],
    ['D1c', 'defence', 'reported', 'S D1', 'p4 p8'],
    ['D1d', 'defence', 'quoted', 'S D1', 'p9 p7'],
    ['D2', 'defence', 'reported', 'S M', 'p3 p8'],
    ['D3', 'defence', 'reported', 'S M', 'p7 p12'],
    ['D4', 'defence', 'asserted', 'S M', 'p10'],
    ['D4a', 'defence', 'reported', 'S D4', 'p10'],
    ['D4b', 'defence', 'asserted', 'S D4, S D3', 'p10'],
    ['D5', 'defence', 'asserted', 'S M', 'p11 p4'],
    ['D5a', 'defence', 'reported', 'S D5, S D1c', 'p4 p11'],
    ['D6', 'defence', 'reported', 'S M', 'p6 p2'],
    ['D7', 'defence', 'inferred', 'A H2', 'p8'],
    ['H1', 'humanitarian', 'reported', 'A M', 'p12 p5'],
    ['H1a', 'humanitarian', 'reported', 'S H1, A D3', 'p12 p5'],
    ['H2', 'humanitarian', 'asserted', 'A M', 'p12'],
    ['H2a', 'humanitarian', 'inferred', 'S H2', 'p12'],
    ['H3', 'humanitarian', 'reported', 'A M', 'p5 p12'],
    ['H3a', 'humanitarian', 'reported', 'S H3', 'p12'],
    ['H4', 'humanitarian', 'inferred', 'A M', 'p11 p6'],
    ['H4a', 'humanitarian', 'reported', 'S H4', 'p6 p2'],
    ['H4b', 'humanitarian', 'inferred', 'S H4, A D4', 'p10'],
    ['H5', 'humanitarian', 'inferred', 'U D1>M', 'p12 p9'],
    ['H6', 'humanitarian', 'inferred', 'U D1d>D1', 'p12'],
    ['X1', null, 'inferred', 'A D5', 'p11'],
    ['X2', null, 'inferred', 'A D3', 'p2 p6'],
    ['B1', null, 'beyond', 'A D3, A D1', 'art-20-3'],
    ['B2', null, 'beyond', 'S H6', 'art-1-1-a'],
    ['B3', null, 'beyond', 'S H2', 'art-5'],
    ['B4', null, 'beyond', 'A D1', 'art-2'],
    ['B5', null, 'beyond', 'S H1', 'art-6-3'],
  ];

const expectedRelations = expectedMap.flatMap(([from, , , list]) =>
  list.split(', ').map((one) => {
    const [letter = '', to = ''] = one.split(' ');
    const kind = { S: 'supports', A: 'attacks', U: 'undercuts' }[letter];
    return {
      code: kind === 'undercuts' ? `${from}>(${to})` : `${from}>${to}`,
      fromCode: from,
      kind,
      toCode: to,
    };
  }),
);

const sourceOf = (key: string): SourceContent => {
  const source = sources.find((one) => one.key === key);
  if (!source) throw new Error(`No source ${key}.`);
  return source;
};
const digest = sourceOf('digest');
const convention = sourceOf('convention');
const sentencesOf = (source: SourceContent) => source.paragraphs.flatMap(({ sentences }) => sentences);
const paragraphOf = (sentenceId: string) => sentenceId.replace(/\.s\d+$/, '');
const byCode = (a: { code: string }, b: { code: string }) => a.code.localeCompare(b.code);
const wordsIn = (text: string) => text.split(/\s+/).length;
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
const mean = (numbers: readonly number[]) => sum(numbers) / numbers.length;

describe('the worked debate', () => {
  it('has no problem that the checker knows', () => {
    expect(checkContent(mineBanDebate)).toEqual([]);
  });

  it('asks its question about the motion', () => {
    expect(mineBanDebate.slug).toBe('ukraine-mine-ban');
    expect(mineBanDebate.title).toBe('Ukraine and the mine-ban treaty');
    expect(mineBanDebate.question).toBe('Was Ukraine right to begin leaving the mine-ban treaty?');
    expect(motion.text).toBe('Ukraine was right to begin withdrawing from the Ottawa Convention.');
  });

  it('has one side that speaks for the motion and one against', () => {
    expect(sides.map(({ name, speaks }) => [name, speaks])).toEqual([
      ['Defence', 'for'],
      ['Humanitarian', 'against'],
    ]);
  });

  it('has each claim of the specified map, with its side, evidence, layer and cited paragraphs in order', () => {
    const found = claims.map(({ code, sideKey, evidence, layer, citations }) => [
      code,
      sideKey,
      evidence,
      layer,
      [...new Set(citations.map(({ sentenceId }) => paragraphOf(sentenceId)))].join(' '),
    ]);
    const expected = expectedMap.map(([code, side, evidence, , cites]) => [
      code,
      side,
      evidence,
      evidence === 'beyond' ? 'beyond' : 'article',
      cites,
    ]);
    expect(found).toEqual(expected);
  });

  it('has every relation of the specified map and no other', () => {
    expect(expectedRelations).toHaveLength(37);
    expect([...relations].sort(byCode)).toEqual([...expectedRelations].sort(byCode));
  });

  it('lists the reasons under the motion in the order of the outline', () => {
    expect(relations.filter(({ toCode }) => toCode === 'M').map(({ fromCode }) => fromCode)).toEqual([
      'D1',
      'D2',
      'D3',
      'D4',
      'D5',
      'D6',
      'H1',
      'H2',
      'H3',
      'H4',
    ]);
  });

  it('keeps claims and short titles to their lengths', () => {
    for (const { text, shortTitle } of claims) {
      expect(text.length, text).toBeLessThanOrEqual(MAX_CLAIM_LENGTH);
      expect(shortTitle.length, shortTitle).toBeLessThanOrEqual(MAX_SHORT_TITLE_LENGTH);
    }
    expect([MAX_CLAIM_LENGTH, MAX_SHORT_TITLE_LENGTH]).toEqual([90, 48]);
  });

  it('names the treaty in each claim that speaks of it', () => {
    for (const { text } of claims) {
      const opening = /\bthe (?:treaty|ban|convention)\b/i.exec(text);
      if (!opening) continue;
      expect(text.slice(0, opening.index), text).toMatch(/mine[- ]ban|Ottawa Convention|decree/i);
    }
  });

  it('gives no two claims the same text or short title', () => {
    expect(new Set(claims.map(({ text }) => text)).size).toBe(claims.length);
    expect(new Set(claims.map(({ shortTitle }) => shortTitle)).size).toBe(claims.length);
  });

  it('writes apostrophes and quotation marks as typographic ones', () => {
    expect(JSON.stringify(mineBanDebate).replaceAll('\\"', '"')).not.toMatch(/\w'\w/);
    for (const { text } of [...claims, ...sources.flatMap(sentencesOf)]) expect(text).not.toMatch(/["']/);
  });
});

describe('the sources of the worked debate', () => {
  it('are a digest of twelve paragraphs and the articles of the Convention that are cited', () => {
    expect(digest.paragraphs.map(({ id }) => id)).toEqual(
      Array.from({ length: 12 }, (_, at) => `p${at + 1}`),
    );
    expect(convention.paragraphs.map(({ id }) => id)).toEqual([
      'art-1-1-a',
      'art-2',
      'art-5',
      'art-6-3',
      'art-20-2',
      'art-20-3',
    ]);
    expect([digest.kind, convention.kind]).toEqual(['digest', 'treaty']);
  });

  it('have a citation of a claim on every sentence that is not marked context', () => {
    const cited = new Set(claims.flatMap(({ citations }) => citations.map(({ sentenceId }) => sentenceId)));
    for (const { id, context } of sources.flatMap(sentencesOf)) expect(cited.has(id), id).toBe(!context);
    const context = sentencesOf(digest).filter((sentence) => sentence.context);
    expect(context.map(({ id }) => id)).toEqual(['p1.s1', 'p6.s1']);
  });

  it('carry each citation and each note at the very words', () => {
    for (const { code, citations } of [...claims, { code: 'notes', citations: notes }]) {
      for (const citation of citations) {
        const source = sourceOf(citation.sourceKey);
        const { text } = sourceText(source);
        const { start, end, exact, prefix, suffix } = citationRange(source, citation);
        expect(text.slice(start, end), `${code} at ${citation.sentenceId}`).toBe(exact);
        expect(text).toContain(prefix + exact + suffix);
      }
    }
  });

  it('quote nobody but Roman Kostenko, once, in a few words, with his name and where he was reported', () => {
    const texts = [
      ...sources.flatMap(({ title, attribution }) => [title, attribution]),
      ...sources.flatMap(sentencesOf).map(({ text }) => text),
      ...claims.flatMap(({ text, shortTitle }) => [text, shortTitle]),
      ...notes.map(({ body }) => body),
    ];
    const quoting = texts.filter((text) => /[“”«»„"]/.test(text));
    expect(quoting).toHaveLength(1);
    expect(quoting[0]).toMatch(/Roman Kostenko, a member of parliament, .*Firstpost.*“[^“”]*”/);
    const fragments = quoting[0]?.match(/“[^“”]*”/g) ?? [];
    expect(fragments).toEqual(['“cannot remain bound by conditions”']);
  });

  it('can be followed by a sixteen-year-old: short sentences, on average under 20 words, none over 36', () => {
    for (const source of sources) {
      const lengths = sentencesOf(source).map(({ text }) => wordsIn(text));
      expect(mean(lengths), source.key).toBeLessThan(source.kind === 'digest' ? 20 : 25);
      expect(Math.max(...lengths), source.key).toBeLessThanOrEqual(36);
    }
  });
});

describe('the critical reading notes', () => {
  it('are on the passages that the specification names', () => {
    const places = notes.map(({ sentenceId }) => paragraphOf(sentenceId));
    expect(places).toEqual(['p5', 'p9', 'p10', 'p11', 'p12', 'p12', 'p12']);
    expect(notes.every(({ sourceKey }) => sourceKey === 'digest')).toBe(true);
  });

  it('use no HTML and no links', () => {
    for (const { body } of notes) expect(body).not.toMatch(/[<>]|\]\(|https?:/);
  });
});

/**
 * Fairness in figures. The article gives Defence 14 claims and Humanitarian 11, which no wording can change; what can
 * be even is how long and how well documented each claim is. Bounds leave a sentence's worth of slack, no more.
 */
describe('both sides are treated alike', () => {
  const ofSide = (key: string) => claims.filter(({ sideKey }) => sideKey === key);
  const defence = ofSide('defence');
  const humanitarian = ofSide('humanitarian');
  const answersMotion = ({ code }: ClaimContent) =>
    relations.some(({ fromCode, toCode }) => fromCode === code && toCode === motion.code);

  /** How far the larger value exceeds the smaller: 0.1 is ten per cent. */
  const excess = (measure: (side: ClaimContent[]) => number) => {
    const values = [measure(defence), measure(humanitarian)];
    return Math.max(...values) / Math.min(...values) - 1;
  };

  it('claims are equally long, within 10 %', () => {
    expect(excess((side) => mean(side.map(({ text }) => text.length)))).toBeLessThanOrEqual(0.1);
    expect(excess((side) => mean(side.map(({ text }) => wordsIn(text))))).toBeLessThanOrEqual(0.1);
  });

  it('reasons next to the motion are equally long, within 15 %', () => {
    const atMotion = (side: ClaimContent[]) => side.filter(answersMotion);
    expect([atMotion(defence).length, atMotion(humanitarian).length]).toEqual([6, 4]);
    expect(excess((side) => mean(atMotion(side).map(({ text }) => wordsIn(text))))).toBeLessThanOrEqual(0.15);
  });

  it('claims are equally well cited, within 10 %', () => {
    expect(excess((side) => mean(side.map(({ citations }) => citations.length)))).toBeLessThanOrEqual(0.1);
  });

  it('short titles are equally long, within 15 %', () => {
    expect(excess((side) => mean(side.map(({ shortTitle }) => shortTitle.length)))).toBeLessThanOrEqual(0.15);
  });

  it('all words of a side together follow its number of claims, within 5 %', () => {
    const words = (side: ClaimContent[]) => sum(side.map(({ text }) => wordsIn(text)));
    const ratio = words(defence) / words(humanitarian) / (defence.length / humanitarian.length);
    expect(Math.abs(ratio - 1)).toBeLessThanOrEqual(0.05);
  });

  it('each side answers the other, and each has claims that rest on named speakers', () => {
    const answersAcross = (own: ClaimContent[], other: ClaimContent[]) =>
      relations.some(
        ({ fromCode, toCode, kind }) =>
          kind !== 'supports' &&
          own.some(({ code }) => code === fromCode) &&
          other.some(({ code }) => toCode === code || toCode.startsWith(`${code}>`)),
      );
    expect(answersAcross(defence, humanitarian)).toBe(true);
    expect(answersAcross(humanitarian, defence)).toBe(true);
    for (const side of [defence, humanitarian]) {
      const share = side.filter(({ speaker }) => speaker !== undefined).length / side.length;
      expect(share).toBeGreaterThan(1 / 3);
    }
  });

  it('the tour shows each side equally often and in equally many words, within 10 %', () => {
    const stepsAt = (side: ClaimContent[]) =>
      tour.filter(({ claimCode }) => side.some(({ code }) => code === claimCode));
    expect(stepsAt(defence)).toHaveLength(stepsAt(humanitarian).length);
    expect(excess((side) => sum(stepsAt(side).map(({ words }) => wordsIn(words))))).toBeLessThanOrEqual(0.1);
  });
});
