import { describe, expect, it } from 'vitest';
import { checkContent } from './check';
import { claimWordingProblems, shortTitleProblems } from './check-wording';
import type { ClaimContent, DebateContent, NoteContent, RelationContent } from './types';

const cats: ClaimContent = {
  code: 'A1',
  sideKey: 'pro',
  text: 'Cats keep mice out of the bakery.',
  shortTitle: 'Cats keep mice out',
  evidence: 'reported',
  layer: 'article',
  citations: [{ sourceKey: 'digest', sentenceId: 'p1.s2', quote: 'mice stay away' }],
};
const hair: ClaimContent = {
  code: 'B1',
  sideKey: 'con',
  text: 'Cat hair gets into bread.',
  shortTitle: 'Cat hair gets into bread',
  evidence: 'quoted',
  layer: 'article',
  speaker: 'A baker',
  citations: [{ sourceKey: 'digest', sentenceId: 'p2.s1' }],
};
const law: ClaimContent = {
  code: 'C1',
  sideKey: null,
  text: 'The bakery rules forbid animals where bread is made.',
  shortTitle: 'The rules forbid animals',
  evidence: 'beyond',
  layer: 'beyond',
  citations: [{ sourceKey: 'rules', sentenceId: 'art-1.s1' }],
};
const note: NoteContent = {
  key: 'n1',
  sourceKey: 'digest',
  sentenceId: 'p2.s1',
  quote: 'no cats',
  kind: 'question',
  body: 'Who says so?',
};
const supports: RelationContent = { code: 'A1>M', fromCode: 'A1', kind: 'supports', toCode: 'M' };
const undercuts: RelationContent = { code: 'B1>(A1>M)', fromCode: 'B1', kind: 'undercuts', toCode: 'A1>M' };
const attacks: RelationContent = { code: 'C1>A1', fromCode: 'C1', kind: 'attacks', toCode: 'A1' };

const digest = {
  key: 'digest',
  title: 'Cats',
  kind: 'digest',
  attribution: 'A digest.',
  language: 'en',
  paragraphs: [
    {
      id: 'p1',
      sentences: [
        { id: 'p1.s1', text: 'A bakery has a cat.', context: true },
        { id: 'p1.s2', text: 'Since then mice stay away.' },
      ],
    },
    { id: 'p2', sentences: [{ id: 'p2.s1', text: 'A baker wants “no cats” near bread.' }] },
  ],
} as const;
const rules = {
  ...digest,
  key: 'rules',
  kind: 'treaty',
  paragraphs: [{ id: 'art-1', sentences: [{ id: 'art-1.s1', text: 'No animals where bread is made.' }] }],
} as const;

const soundDebate: DebateContent = {
  slug: 'cats',
  title: 'Cats',
  question: 'Should a bakery keep a cat?',
  summary: 'A small debate.',
  language: 'en',
  motion: { code: 'M', text: 'A bakery should keep a cat.', shortTitle: 'Keep a cat' },
  sides: [
    { key: 'pro', name: 'Pro', speaks: 'for', order: 0 },
    { key: 'con', name: 'Con', speaks: 'against', order: 1 },
  ],
  sources: [digest, rules],
  claims: [cats, hair, law],
  relations: [supports, undercuts, attacks],
  notes: [note],
  tour: [{ claimCode: 'M', words: 'Look here.' }],
};

const withCats = (change: Partial<ClaimContent>): DebateContent => ({
  ...soundDebate,
  claims: [{ ...cats, ...change }, hair, law],
});
const withSentences = (
  sentences: DebateContent['sources'][0]['paragraphs'][0]['sentences'],
): DebateContent => ({
  ...soundDebate,
  sources: [{ ...digest, paragraphs: [{ id: 'p1', sentences }, digest.paragraphs[1]] }, rules],
});
const withRelations = (...relations: RelationContent[]): DebateContent => ({
  ...soundDebate,
  relations: [supports, undercuts, attacks, ...relations],
});
const withNote = (change: Partial<NoteContent>): DebateContent => ({
  ...soundDebate,
  notes: [{ ...note, ...change }],
});
const citing = (sentenceId: string, quote?: string, sourceKey = 'digest'): Partial<ClaimContent> => ({
  citations: [cats.citations, [{ sourceKey, sentenceId, ...(quote === undefined ? {} : { quote }) }]].flat(),
});
const [first, second] = digest.paragraphs[0].sentences;

const { speaker: _speaker, ...hairWithoutSpeaker } = hair;

const faults: [fault: string, debate: DebateContent, problem: string][] = [
  [
    'a side twice',
    { ...soundDebate, sides: [...soundDebate.sides, { key: 'pro', name: 'P', speaks: 'for', order: 2 }] },
    'The side pro is there more than once.',
  ],
  [
    'two sides in one place',
    { ...soundDebate, sides: soundDebate.sides.map((side) => ({ ...side, order: 0 })) },
    'The order of sides 0 is there more than once.',
  ],
  [
    'a source twice',
    { ...soundDebate, sources: [digest, rules, rules] },
    'The source rules is there more than once.',
  ],
  [
    'a claim twice',
    { ...soundDebate, claims: [cats, hair, law, cats] },
    'The claim A1 is there more than once.',
  ],
  [
    'a claim with the code of the motion',
    { ...soundDebate, claims: [cats, hair, law, { ...cats, code: 'M' }] },
    'The claim M is there more than once.',
  ],
  [
    'a tour to nowhere',
    { ...soundDebate, tour: [{ claimCode: 'Q1', words: 'Look.' }] },
    'Step 1 of the tour stands at Q1, which is not there.',
  ],
  [
    'a tour without words',
    { ...soundDebate, tour: [{ claimCode: 'M', words: ' ' }] },
    'Step 1 of the tour says nothing, or too much.',
  ],
  ['a note twice', { ...soundDebate, notes: [note, note] }, 'The note n1 is there more than once.'],
  [
    'a paragraph twice',
    {
      ...soundDebate,
      sources: [{ ...digest, paragraphs: [...digest.paragraphs, digest.paragraphs[0]] }, rules],
    },
    'The paragraph of digest p1 is there more than once.',
  ],
  [
    'a sentence out of its place',
    withSentences([second, first]),
    'Sentence p1.s2 of digest stands where p1.s1 is expected.',
  ],
  ['a paragraph without sentences', withSentences([]), 'Paragraph p1 of digest has no sentence.'],
  [
    'white space in a sentence',
    withSentences([first, { ...second, text: 'Since then  mice stay away.' }]),
    'Sentence p1.s2 of digest is empty or has stray white space.',
  ],
  [
    'a sentence that nothing cites',
    withSentences([{ id: 'p1.s1', text: first.text }, second]),
    'Sentence p1.s1 of digest is neither cited nor marked context.',
  ],
  [
    'a context sentence that is cited',
    withSentences([first, { ...second, context: true }]),
    'Sentence p1.s2 of digest is marked context, but a claim cites it.',
  ],
  [
    'an over-long claim',
    withCats({ text: `Cats ${'really '.repeat(13)}help.` }),
    'Claim A1 has 101 characters, more than 90.',
  ],
  [
    'an over-long motion',
    { ...soundDebate, motion: { ...soundDebate.motion, text: `Cats ${'really '.repeat(13)}help.` } },
    'The motion has 101 characters, more than 90.',
  ],
  [
    'an over-long short title',
    withCats({ shortTitle: 'c'.repeat(49) }),
    'Claim A1 has a short title of 49 characters, more than 48.',
  ],
  ['an unknown side', withCats({ sideKey: 'dogs' }), 'Claim A1 names the unknown side dogs.'],
  ['a claim without citation', withCats({ citations: [] }), 'Claim A1 has no citation.'],
  [
    'a citation of an unknown source',
    withCats(citing('p1.s2', undefined, 'novel')),
    'Claim A1 cites the unknown source novel.',
  ],
  [
    'a citation of a missing sentence',
    withCats(citing('p1.s9')),
    'Claim A1 cites p1.s9, which digest does not have.',
  ],
  [
    'a quote that is not in the sentence',
    withCats(citing('p1.s2', 'rats stay')),
    'Claim A1 quotes words that are not in p1.s2: rats stay',
  ],
  ['an empty quote', withCats(citing('p1.s2', '')), 'Claim A1 quotes words that are not in p1.s2: '],
  [
    'a quote that is there twice',
    withCats(citing('p1.s2', 'a')),
    'Claim A1 quotes words that are in p1.s2 more than once: a',
  ],
  [
    'a quote of the whole sentence',
    withCats(citing('p1.s2', second.text)),
    'Claim A1 quotes the whole of p1.s2: leave the quote out.',
  ],
  [
    'a citation twice',
    withCats({ citations: [...cats.citations, ...cats.citations] }),
    'Claim A1 cites p1.s2 twice.',
  ],
  [
    'evidence of another layer',
    withCats({ evidence: 'beyond' }),
    'Claim A1 has evidence beyond in layer article.',
  ],
  [
    'a claim of the article that cites the treaty',
    withCats(citing('art-1.s1', undefined, 'rules')),
    'Claim A1 of layer article cites art-1.s1 of a treaty.',
  ],
  [
    'a quoted claim without speaker',
    { ...soundDebate, claims: [cats, hairWithoutSpeaker, law] },
    'Claim B1 is quoted but has no speaker.',
  ],
  [
    'a quoted claim without quotation',
    withCats({ evidence: 'quoted', speaker: 'A cat' }),
    'Claim A1 is quoted but cites no sentence with a quotation.',
  ],
  [
    'a speaker of an inference',
    withCats({ evidence: 'inferred', speaker: 'A cat' }),
    'Claim A1 is inferred, which has no speaker.',
  ],
  ['a relation twice', withRelations(supports), 'Relation A1>M is there more than once.'],
  [
    'a claim that both supports and attacks',
    withRelations({ ...supports, kind: 'attacks' }),
    'Relation A1>M is there more than once.',
  ],
  [
    'a relation of a claim to itself',
    withRelations({ code: 'A1>A1', fromCode: 'A1', kind: 'supports', toCode: 'A1' }),
    'Relation A1>A1 joins a claim to itself.',
  ],
  [
    'a relation from an unknown claim',
    withRelations({ code: 'Z9>M', fromCode: 'Z9', kind: 'supports', toCode: 'M' }),
    'Relation Z9>M starts at the unknown claim Z9.',
  ],
  [
    'a relation to an unknown claim',
    withRelations({ code: 'A1>Z9', fromCode: 'A1', kind: 'supports', toCode: 'Z9' }),
    'Relation A1>Z9 ends at the unknown claim Z9.',
  ],
  [
    'a relation from the motion',
    withRelations({ code: 'M>A1', fromCode: 'M', kind: 'supports', toCode: 'A1' }),
    'Relation M>A1 starts at the motion.',
  ],
  [
    'a support of a relation',
    withRelations({ code: 'C1>A1>M', fromCode: 'C1', kind: 'supports', toCode: 'A1>M' }),
    'Relation C1>A1>M ends at the unknown claim A1>M.',
  ],
  [
    'an undercut of a claim',
    withRelations({ code: 'C1>(B1)', fromCode: 'C1', kind: 'undercuts', toCode: 'B1' }),
    'Relation C1>(B1) undercuts B1, which is not a relation.',
  ],
  [
    'an undercut of its own relation',
    withRelations({ code: 'A1>(A1>M)', fromCode: 'A1', kind: 'undercuts', toCode: 'A1>M' }),
    'Relation A1>(A1>M) undercuts a relation of its own claim.',
  ],
  [
    'a relation with the code of another',
    { ...soundDebate, relations: [supports, undercuts, { ...attacks, code: 'C1>M' }] },
    'Relation C1>M should have the code C1>A1.',
  ],
  [
    'a claim that nothing joins to the motion',
    { ...soundDebate, relations: [supports, undercuts] },
    'Claim C1 does not reach the motion.',
  ],
  [
    'a ring apart from the motion',
    {
      ...soundDebate,
      relations: [
        supports,
        { code: 'B1>C1', fromCode: 'B1', kind: 'supports', toCode: 'C1' },
        { code: 'C1>B1', fromCode: 'C1', kind: 'attacks', toCode: 'B1' },
      ],
    },
    'Claim B1 does not reach the motion.',
  ],
  [
    'a note on a missing sentence',
    withNote({ sentenceId: 'p9.s1' }),
    'Note n1 cites p9.s1, which digest does not have.',
  ],
  [
    'a note on words that are not there',
    withNote({ quote: 'no dogs' }),
    'Note n1 quotes words that are not in p2.s1: no dogs',
  ],
  ['an empty note', withNote({ body: ' ' }), 'Note n1 is empty.'],
];

describe('checkContent', () => {
  it('finds nothing in sound content', () => {
    expect(checkContent(soundDebate)).toEqual([]);
  });

  it.each(faults)('finds %s', (_fault, debate, problem) => {
    expect(checkContent(debate)).toContain(problem);
  });

  it('finds a claim through an undercut of a relation that reaches the motion', () => {
    expect(checkContent({ ...soundDebate, relations: [attacks, undercuts, supports] })).toEqual([]);
  });
});

describe('the wording of a claim', () => {
  it.each([
    'It makes mice go away.',
    'They bring hair into bread.',
    'This is why bakeries keep cats.',
    'That is why bakeries keep cats.',
    'Such cats are dear.',
    'The danger is great.',
    'The danger outlives the war by decades.',
    'The step answers a threat.',
    'Bakeries keep cats because of it.',
    'Cats help, and these bakeries know.',
    'Two points. One claim.',
    'No full stop',
    ' Cats help.',
    '',
  ])('is refused: %s', (text) => {
    expect(claimWordingProblems('Claim', text)).not.toEqual([]);
  });

  it.each([
    'That an enemy ignores a rule does not free others.',
    'The danger of mines outlives a war.',
    'Ukraine decided through its own institutions.',
    'Britain’s cats, item by item, are ordinary cats.',
  ])('is accepted: %s', (text) => {
    expect(claimWordingProblems('Claim', text)).toEqual([]);
  });

  it.each(['', 'It helps', 'Cats help.', 'c'.repeat(49)])('a short title is refused: %s', (shortTitle) => {
    expect(shortTitleProblems('Claim', shortTitle)).not.toEqual([]);
  });
});
