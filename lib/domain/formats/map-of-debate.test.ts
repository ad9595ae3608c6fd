import { expect, test } from 'vitest';
import { claimOf, debateOf, relationOf } from '../debate/testing/plain-debate';
import type { CitationStanding, CitationView, ClaimView, RelationView, SourceView } from '../debate/view';
import { exportMap } from './export-map';
import { mapOfDebate, unsettledCitations } from './map-of-debate';
import { soundMap } from './sound-map';

const claims = [
  claimOf('D1', { tally: { agree: 3, disagree: 1, pass: 2 }, speaker: 'A minister', evidence: 'reported' }),
  claimOf('D2'),
  claimOf('H1', { layer: 'beyond' }),
  claimOf('C9', { status: 'suggested' }),
];
const debate = debateOf(claims, [
  relationOf('D1', 'supports', 'M', { id: 'one', group: 'a long id', tally: { mean: 3, count: 2 } }),
  relationOf('D2', 'supports', 'M', { id: 'two', group: 'a long id' }),
  relationOf('H1', 'undercuts', { line: 'one' }, { id: 'three', group: 'left alone' }),
  relationOf('C9', 'attacks', 'D1', { id: 'four' }),
  relationOf('H1', 'attacks', 'D2', { id: 'five', status: 'archived' }),
]);

test('a debate becomes a sound map of what is published, with codes for ids', () => {
  const map = soundMap.parse(mapOfDebate([debate], []));
  expect(map.claims.map(({ id, isMotion, side }) => [id, isMotion, side])).toEqual([
    ['M', true, null],
    ['D1', false, 'one'],
    ['D2', false, 'one'],
    ['H1', false, 'other'],
  ]);
  expect(map.claims[1]).toMatchObject({ votes: { agree: 3, disagree: 1, pass: 2 }, speaker: 'A minister' });
  expect(map.claims[2]?.votes).toBeUndefined();
  expect(map.relations).toEqual([
    { id: 'r1', from: 'D1', to: 'M', kind: 'supports', group: 'g1', impact: { mean: 3, count: 2 } },
    { id: 'r2', from: 'D2', to: 'M', kind: 'supports', group: 'g1' },
    { id: 'r3', from: 'H1', to: 'r1', kind: 'undercuts' },
  ]);
});

test('the parts of several motions are joined, and what they share is there once', () => {
  const motion = { ...debate.motion, id: 'N', code: 'M2', text: 'It is otherwise.' };
  const other = {
    ...debateOf([claims[0] ?? claimOf('D1')], [relationOf('D1', 'attacks', 'N', { id: 'six' })]),
    motion,
  };
  const map = soundMap.parse(mapOfDebate([debate, other], []));
  expect(map.claims.map(({ id }) => id)).toEqual(['M', 'M2', 'D1', 'D2', 'H1']);
  expect(map.relations.at(-1)).toMatchObject({ from: 'D1', to: 'M2', kind: 'attacks' });
});

test('an id that a claim has already is not given to a line', () => {
  const map = mapOfDebate([debateOf([claimOf('r1')], [relationOf('r1', 'supports', 'M')])], []);
  expect(soundMap.parse(map).relations[0]?.id).not.toBe('r1');
});

const mapOf = (claimViews: ClaimView[], relations: RelationView[], sources: SourceView[] = []) =>
  soundMap.parse(mapOfDebate([debateOf(claimViews, relations)], sources));

test('a line to an archived claim is left out, with what undercuts it and what undercuts that', () => {
  const map = mapOf(
    [claimOf('D1'), claimOf('D2'), claimOf('H1'), claimOf('C9', { status: 'archived' })],
    [
      relationOf('D1', 'supports', 'C9', { id: 'one' }),
      relationOf('H1', 'undercuts', { line: 'one' }, { id: 'two' }),
      relationOf('D2', 'undercuts', { line: 'two' }, { id: 'three' }),
      relationOf('C9', 'undercuts', { line: 'four' }, { id: 'five' }),
      relationOf('D2', 'attacks', 'M', { id: 'four' }),
    ],
  );
  expect(map.claims.map(({ id }) => id)).toEqual(['M', 'D1', 'D2', 'H1']);
  expect(map.relations).toEqual([{ id: 'r1', from: 'D2', to: 'M', kind: 'attacks' }]);
});

test('premises are linked with those of the same kind and target only, and stay apart from the same line without a group', () => {
  const { relations } = mapOf(
    [claimOf('D1'), claimOf('D2'), claimOf('H1')],
    [
      relationOf('D1', 'supports', 'M', { id: 'one', group: 'g' }),
      relationOf('D2', 'supports', 'M', { id: 'two', group: 'g' }),
      relationOf('H1', 'attacks', 'M', { id: 'three', group: 'g' }),
      relationOf('H1', 'supports', 'D1', { id: 'four', group: 'h' }),
      relationOf('H1', 'supports', 'D1', { id: 'five' }),
    ],
  );
  expect(relations.map(({ from, group }) => [from, group])).toEqual([
    ['D1', 'g1'],
    ['D2', 'g1'],
    ['H1', undefined],
    ['H1', 'g2'],
    ['H1', undefined],
  ]);
});

test('a source keeps its address, also in the text formats', () => {
  const text = 'Bells ring.';
  const url = 'https://example.org/bells';
  const source: SourceView = {
    id: 's',
    key: 'paper',
    kind: 'text',
    title: 'A paper',
    attribution: '',
    url,
    language: 'en',
    version: { id: 'v', number: 1, createdAt: '2026-11-23T08:00:00.000Z', text },
    passages: [],
  };
  const citation = {
    id: 'c',
    sourceVersionId: 'v',
    versionNumber: 1,
    standing: 'here' as const,
    isUndecided: false,
    sourceKey: 'paper',
    start: 0,
    end: 5,
    exact: 'Bells',
    passageKey: 'p1',
    passageLabel: '1',
  };
  const map = mapOf(
    [claimOf('D1', { citations: [citation] })],
    [relationOf('D1', 'supports', 'M')],
    [source],
  );
  expect(map.sources).toMatchObject([{ key: 'paper', url, text }]);
  expect(map.claims[1]?.citations).toEqual([{ source: 'paper', start: 0, end: 5, exact: 'Bells' }]);
  for (const format of ['kialo', 'markdown', 'argdown', 'json'] as const) {
    const written = exportMap(map, format, { writtenAt: '2026-11-23T08:00:00' });
    expect(written.ok && written.value.files[0].text, format).toContain('example.org/bells');
  }
});

test('evidence that is lost or that nobody has decided on is counted, and every export says so', () => {
  const shared = claimOf('D1', {
    citations: [citation('one', 'here'), citation('two', 'lost'), citation('three', 'changed', true)],
  });
  const moved = claimOf('D2', { citations: [citation('four', 'here', true)] });
  const unseen = claimOf('C9', { status: 'suggested', citations: [citation('five', 'lost')] });
  const view = debateOf([shared, moved, unseen], []);
  // A claim under two motions is counted once.
  const unsettled = unsettledCitations([view, view]);
  expect(unsettled).toEqual({ lost: 1, undecided: 2 });
  const map = mapOfDebate([debateOf([claimOf('D1')], [])], []);
  for (const format of ['json', 'argdown', 'csv'] as const) {
    const written = exportMap(map, format, { writtenAt: '2026-01-01T00:00:00', unsettled });
    if (!written.ok) throw new Error('It can be written');
    const said = written.value.report.dropped.map(({ reason, values }) => [reason, values.count]);
    expect(said).toContainEqual(['citations-lost', 1]);
    expect(said).toContainEqual(['citations-undecided', 2]);
  }
  const clean = exportMap(map, 'json', {
    writtenAt: '2026-01-01T00:00:00',
    unsettled: { lost: 0, undecided: 0 },
  });
  expect(clean.ok && clean.value.report.dropped).toEqual([]);
});

function citation(id: string, how: CitationStanding, isUndecided = false): CitationView {
  return {
    ...{ id, sourceKey: 'S', sourceVersionId: 'v', versionNumber: 1, standing: how, isUndecided },
    ...{ passageKey: 'p1', passageLabel: '1', start: 0, end: 1, exact: 'x' },
  };
}
