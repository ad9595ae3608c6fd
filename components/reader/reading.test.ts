import { describe, expect, it } from 'vitest';
import type { AnnotationThread } from '@/lib/domain/annotation/view';
import { sketchDebate } from '@/lib/domain/debate/testing/debate-sketch';
import type { ClaimView, SourceView } from '@/lib/domain/debate/view';
import { countUncited, mainSentenceKeyOf, readParagraphs, sentenceKeyOf } from './reading';

const text = 'One here. Two here.\n\nThree here.';
const source: SourceView = {
  id: 'source',
  key: 'digest',
  kind: 'digest',
  title: 'A digest',
  attribution: 'In our own words.',
  url: null,
  language: 'en',
  version: { id: 'v1', number: 1, createdAt: '2025-09-01T00:00:00.000Z', text },
  passages: [
    {
      key: 'p1',
      label: '1',
      heading: null,
      start: 0,
      end: 19,
      sentences: [
        { key: 'p1.s1', start: 0, end: 9, isContext: false },
        { key: 'p1.s2', start: 10, end: 19, isContext: false },
      ],
    },
    {
      key: 'p2',
      label: '2',
      heading: null,
      start: 21,
      end: 32,
      sentences: [{ key: 'p2.s1', start: 21, end: 32, isContext: true }],
    },
  ],
};

const citing = (code: string, ...places: [passageKey: string, start: number, end: number][]): ClaimView => {
  const [claim] = sketchDebate([{ code }], []).claims;
  if (!claim) throw new Error('a sketch of one claim has one claim');
  const citations = places.map(([passageKey, start, end], index) => ({
    id: `${code}-${index}`,
    sourceKey: 'digest',
    sourceVersionId: 'v1',
    versionNumber: 1,
    standing: 'here' as const,
    isUndecided: false,
    passageKey,
    passageLabel: passageKey.slice(1),
    start,
    end,
    exact: text.slice(start, end),
  }));
  return { ...claim, citations };
};

const both = { showsA: true, showsB: true };
const read = (claims: ClaimView[], choice = both) => readParagraphs(source, claims, [], choice);
const marks = (claims: ClaimView[], choice = both) =>
  read(claims, choice).flatMap(({ sentences }) => sentences.map(({ citedBy }) => citedBy));

describe('what rests on a text', () => {
  it('marks a sentence by the sides whose claims cite it or a part of it', () => {
    expect(marks([citing('D1', ['p1', 0, 9]), citing('H1', ['p1', 4, 14])])).toEqual(['ab', 'b', null]);
    expect(marks([citing('X1', ['p2', 21, 32])])).toEqual([null, null, 'n']);
  });

  it('shows a claim in full at its first citation and as a mention at the others', () => {
    const [first, second] = read([citing('D1', ['p2', 21, 26], ['p1', 0, 9])]);
    expect(first?.claims.map(({ code }) => code)).toEqual([]);
    expect(first?.also.map(({ code }) => code)).toEqual(['D1']);
    expect(second?.claims.map(({ code }) => code)).toEqual(['D1']);
  });

  it('mentions a claim once that cites a paragraph twice', () => {
    const [first] = read([citing('D1', ['p1', 0, 9], ['p1', 10, 19])]);
    expect(first?.claims).toHaveLength(1);
    expect(first?.also).toEqual([]);
  });

  it('leaves out a side that is switched off, but counts its sentences as cited', () => {
    const claims = [citing('D1', ['p1', 0, 9])];
    expect(marks(claims, { showsA: false, showsB: true })).toEqual([null, null, null]);
    const [first] = read(claims, { showsA: false, showsB: true });
    expect(first?.sentences.map(({ isUncited }) => isUncited)).toEqual([false, true]);
    expect(countUncited(source, claims)).toBe(2);
  });

  it('lets a claim of another version stand at its paragraph only', () => {
    const claim = citing('D1', ['p1', 10, 19]);
    const older = { ...claim, citations: claim.citations.map((one) => ({ ...one, sourceVersionId: 'v0' })) };
    expect(marks([older])).toEqual(['a', null, null]);
  });

  it('says where a place waits for review, and marks nothing for a passage that is gone', () => {
    const claim = citing('D1', ['p1', 0, 9]);
    const as = (standing: string): ClaimView => ({
      ...claim,
      citations: claim.citations.map((one) => ({
        ...one,
        standing: standing as never,
        sourceVersionId: standing === 'lost' ? 'v0' : 'v1',
      })),
    });
    expect(read([as('changed')])[0]?.sentences.map(({ isChanged }) => isChanged)).toEqual([true, false]);
    expect(read([as('here')])[0]?.sentences.map(({ isChanged }) => isChanged)).toEqual([false, false]);
    expect(marks([as('lost')])).toEqual([null, null, null]);
    expect(read([as('lost')])[0]?.claims).toEqual([]);
  });

  it('marks in an older version what it alone still has', () => {
    const lost = (code: string, sourceVersionId: string): ClaimView => {
      const claim = citing(code, ['p1', 0, 9]);
      const citations = claim.citations.map((one) => ({
        ...one,
        sourceVersionId,
        standing: 'lost' as const,
        isUndecided: true,
      }));
      return { ...claim, citations };
    };
    const claims = [lost('D1', 'v1'), lost('H1', 'v0'), citing('H2', ['p2', 21, 32])];
    const newer = claims.map((claim) => ({
      ...claim,
      citations: claim.citations.map((one) =>
        one.standing === 'here' ? { ...one, sourceVersionId: 'v2' } : one,
      ),
    }));
    const [first, second] = readParagraphs(source, newer, [], { ...both, isOlder: true });
    expect(first?.claims.map(({ code }) => code)).toEqual(['D1']);
    expect(first?.sentences.map(({ citedBy, isChanged }) => [citedBy, isChanged])).toEqual([
      ['a', false],
      [null, false],
    ]);
    expect(second?.claims).toEqual([]);
  });

  it('gives a note to the paragraph in which it starts', () => {
    const target = { type: 'passage', sourceVersionId: 'v1', start: 10, end: 26, exact: '' } as const;
    const threads = [{ note: { id: 'n', target }, replies: [] }] as unknown as AnnotationThread[];
    const [first, second] = readParagraphs(source, [], threads, both);
    expect(first?.threads).toHaveLength(1);
    expect(second?.threads).toHaveLength(0);
    // Its words are marked wherever they stand.
    expect(second?.marks.map(({ id }) => id)).toEqual(['n']);
    expect(first?.sentences.map(({ noteCount }) => noteCount)).toEqual([0, 1]);
  });
});

describe('a passage in the address', () => {
  it('names a sentence, or a paragraph by its first one', () => {
    expect(sentenceKeyOf(source, 'p1.s2')).toBe('p1.s2');
    expect(sentenceKeyOf(source, 'p2')).toBe('p2.s1');
    expect(sentenceKeyOf(source, 'p7')).toBeNull();
  });
});

describe('the place of a selected claim', () => {
  it('is the sentence in which its first passage begins', () => {
    expect(mainSentenceKeyOf(source, citing('A', ['p1', 10, 19], ['p2', 21, 32]))).toBe('p1.s2');
  });

  it('is nowhere for a claim without a passage in this text', () => {
    const elsewhere = citing('A', ['p1', 0, 9]);
    const citations = elsewhere.citations.map((citation) => ({ ...citation, sourceKey: 'treaty' }));
    expect(mainSentenceKeyOf(source, { ...elsewhere, citations })).toBeNull();
    expect(mainSentenceKeyOf(source, citing('A'))).toBeNull();
    const lost = elsewhere.citations.map((one) => ({
      ...one,
      sourceVersionId: 'v0',
      standing: 'lost' as const,
    }));
    expect(mainSentenceKeyOf(source, { ...elsewhere, citations: lost })).toBeNull();
  });
});
