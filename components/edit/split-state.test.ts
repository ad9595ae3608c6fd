import { expect, test } from 'vitest';
import { claimOf, debateOf, relationOf } from '@/lib/domain/debate/testing/plain-debate';
import { firstParts, linesAtClaim, linesLeft, splitBody } from './split-state';

const out = relationOf('D1', 'supports', 'M');
const onIt = relationOf('H1', 'attacks', 'D1');
const closed = relationOf('H2', 'attacks', 'D1', { status: 'archived' });
const claim = claimOf('D1', { evidence: 'quoted', speaker: 'A mayor' });
const debate = debateOf([claim, claimOf('H1'), claimOf('H2')], [out, onIt, closed]);

test('parts begin with the claim’s own lines, the first with all of them, none with a closed one', () => {
  const [first, second] = firstParts(debate, claim);
  expect(first).toMatchObject({ text: claim.text, side: 'a', relationIds: [out.id, onIt.id] });
  expect(second).toMatchObject({ text: '', side: 'a', relationIds: [out.id] });
});

test('lines that no part keeps are named', () => {
  const lines = linesAtClaim(debate, 'D1');
  const parts = firstParts(debate, claim);
  expect(linesLeft(lines, parts)).toEqual([]);
  expect(linesLeft(lines, parts.slice(1))).toEqual([onIt]);
});

test('the body has plain words, and only lines that still stand', () => {
  const parts = firstParts(debate, claim).map((part) => ({ ...part, text: ' One \n thing. ' }));
  const body = splitBody(claim, [out], parts, 3);
  expect(body).toMatchObject({ revision: 3, parts: [{ relationIds: [out.id] }, { relationIds: [out.id] }] });
  expect(body.parts[0]).toMatchObject({ text: 'One thing.', evidence: 'quoted', speaker: 'A mayor' });
});
