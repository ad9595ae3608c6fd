import { expect, test } from 'vitest';
import { sketchDebate } from '@/lib/domain/debate/testing/debate-sketch';
import { claimOf, relationOf } from '@/lib/domain/debate/testing/plain-debate';
import type { DebateView } from '@/lib/domain/debate/view';
import { LIMITS } from '@/lib/domain/text/limits';
import {
  addClaimOf,
  claimTextProblem,
  draftFromDeclined,
  emptyClaimDraft,
  isComparable,
  usualSide,
} from './claim-form-state';

const debate = {
  ...sketchDebate([{ code: 'D1' }, { code: 'H1' }], [{ from: 'D1', kind: 'supports', to: 'M' }]),
  sides: [
    { key: 'x', name: 'X', role: 'a', speaks: 'for' },
    { key: 'y', name: 'Y', role: 'b', speaks: 'against' },
  ],
} as unknown as DebateView;
const [d1, h1] = debate.claims;

test('support is offered for the side of what it supports, objection and undercut for the other', () => {
  expect(usualSide(debate, 'D1', 'support')).toBe('a');
  expect(usualSide(debate, 'D1', 'object')).toBe('b');
  expect(usualSide(debate, 'H1', 'undercut')).toBe('a');
  expect(usualSide(debate, 'M', 'support')).toBe('a');
  expect(usualSide(debate, 'M', 'object')).toBe('b');
});

test('what is sent has one line of text, only known fields, and a speaker only for quoted or reported words', () => {
  const citation = { sourceVersionId: 'v', start: 0, end: 4, exact: 'Text', label: '9' };
  const draft = {
    ...emptyClaimDraft(debate, d1 ?? null, 'support', { citation }),
    text: '  One\n point. ',
    speaker: ' A. Person ',
  };
  expect(addClaimOf(draft)).toEqual({
    text: 'One point.',
    side: 'a',
    evidence: 'reported',
    speaker: 'A. Person',
    citations: [{ sourceVersionId: 'v', start: 0, end: 4, exact: 'Text' }],
    relation: { kind: 'supports', toClaimId: 'D1' },
  });
  expect(addClaimOf({ ...draft, evidence: 'inferred' })?.speaker).toBeNull();
});

test('an undercut goes against a line, and without a line there is nothing to send', () => {
  const undercut = { ...emptyClaimDraft(debate, d1 ?? null, 'undercut', {}), text: 'So what.' };
  expect(addClaimOf(undercut)?.relation).toEqual({ kind: 'undercuts', toRelationId: 'D1>M' });
  expect(addClaimOf({ ...emptyClaimDraft(debate, h1 ?? null, 'undercut', {}), text: 'So what.' })).toBeNull();
});

test('a text is too long by what a person counts, not by code units', () => {
  expect(claimTextProblem('   ')).toEqual({ type: 'empty' });
  expect(claimTextProblem('👨‍👩‍👧‍👦'.repeat(LIMITS.claimText))).toBeNull();
  expect(claimTextProblem('a'.repeat(LIMITS.claimText + 2))).toEqual({ type: 'too-long', count: 2 });
});

test('a claim that was turned down is written anew from its words, where it stood', () => {
  const declined = claimOf('H9', {
    status: 'declined',
    text: 'What I meant.',
    evidence: 'quoted',
    speaker: 'A. Person',
  });
  const having = (relation: ReturnType<typeof relationOf>): DebateView => ({
    ...debate,
    claims: [...debate.claims, declined],
    relations: [...debate.relations, relation],
  });
  const reason = relationOf('H9', 'attacks', 'D1', { status: 'declined' });
  expect(draftFromDeclined(having(reason), declined)).toMatchObject({
    text: 'What I meant.',
    side: 'b',
    evidence: 'quoted',
    speaker: 'A. Person',
    intent: 'object',
    targetId: 'D1',
  });
  const undercut = relationOf('H9', 'undercuts', { line: 'D1>M' }, { status: 'declined' });
  expect(draftFromDeclined(having(undercut), declined)).toMatchObject({
    intent: 'undercut',
    targetId: 'D1',
    lineId: 'D1>M',
  });
  const gone = relationOf('H9', 'attacks', 'D7', { status: 'declined' });
  expect(draftFromDeclined(having(gone), declined)).toBeNull();
});

test('what no claim can be is not compared with claims', () => {
  expect(isComparable('  Too short ')).toBe(false);
  expect(isComparable('Mines are dear.')).toBe(true);
  expect(isComparable('a'.repeat(LIMITS.claimText))).toBe(true);
  expect(isComparable('a'.repeat(LIMITS.claimText + 1))).toBe(false);
});
