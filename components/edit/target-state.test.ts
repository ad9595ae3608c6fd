import { expect, test } from 'vitest';
import { claimOf, debateOf, relationOf } from '@/lib/domain/debate/testing/plain-debate';
import { changeTarget, targetBody, targetOf, targetOptions } from './target-state';

const d1 = relationOf('D1', 'supports', 'M');
const h1 = relationOf('H1', 'attacks', 'M');
const h2 = relationOf('H2', 'undercuts', { line: d1.id });
const made = debateOf(
  [claimOf('D1'), claimOf('D2', { status: 'suggested' }), claimOf('H1'), claimOf('H2')],
  [d1, h1, h2],
);
const debate = { ...made, motions: [{ id: 'M', code: 'M', text: 'We should.', shortTitle: null }] };
const codes = (options: { code: string }[]) => options.map(({ code }) => code);

test('a line leads to motions and published claims, not to its own claim nor where one leads already', () => {
  expect(codes(targetOptions(debate, 'D1', 'supports'))).toEqual(['H1', 'H2']);
  expect(codes(targetOptions(debate, 'H2', 'attacks'))).toEqual(['M', 'D1', 'H1']);
  expect(codes(targetOptions(debate, 'D1', 'supports', d1))).toEqual(['M', 'H1', 'H2']);
});

test('an undercut meets claims that have a line', () => {
  expect(codes(targetOptions(debate, 'D1', 'undercuts'))).toEqual(['H1', 'H2']);
});

test('an only line is chosen with its claim, and another kind asks for what no longer fits', () => {
  const start = { kind: 'undercuts', claimId: null, lineId: null } as const;
  const chosen = changeTarget(debate, 'D1', start, { claimId: 'H1' });
  expect(chosen).toEqual({ kind: 'undercuts', claimId: 'H1', lineId: h1.id });
  expect(targetBody(chosen)).toEqual({ kind: 'undercuts', toRelationId: h1.id });
  const supports = changeTarget(debate, 'D1', chosen, { kind: 'supports' });
  expect(targetBody(supports)).toEqual({ kind: 'supports', toClaimId: 'H1' });
  const motion = changeTarget(
    debate,
    'H2',
    { kind: 'supports', claimId: 'M', lineId: null },
    { kind: 'undercuts' },
  );
  expect(targetBody(motion)).toBeNull();
  expect(motion.claimId).toBeNull();
});

test('where a line leads now is read from it, also through the line that it meets', () => {
  expect(targetOf(debate, h1)).toEqual({ kind: 'attacks', claimId: 'M', lineId: null });
  expect(targetOf(debate, h2)).toEqual({ kind: 'undercuts', claimId: 'D1', lineId: d1.id });
});
