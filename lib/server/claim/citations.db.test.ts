import { describe, expect, test } from 'vitest';
import { testDatabase } from '../database/testing';
import { aClaim, aDebate, aParticipant, aPerson, type TestDebate } from '../testing/a-debate';
import { codeOf, valueIn } from '../testing/expecting';
import { addCitation, removeCitation } from './citation-commands';
import { addClaim } from './commands';

const { prisma } = testDatabase();

const quoteOf = (debate: TestDebate, start: number, end: number) => ({
  sourceVersionId: debate.sourceVersionId,
  start,
  end,
  exact: debate.text.slice(start, end),
});

describe('a passage for a claim that is there already', () => {
  test('is added by a maintainer once, after the others, and can be taken away again', async () => {
    const debate = await aDebate();
    const owner = await aParticipant(debate.roomId, 'owner');
    const claimId = await aClaim(debate, {});
    const add = (start: number, end: number) =>
      addCitation(owner, debate.roomId, claimId, quoteOf(debate, start, end));
    await add(0, 5);
    const twice = valueIn(await add(6, 10));
    expect(twice.claim.citations.map(({ start }) => start)).toEqual([0, 6]);
    const again = valueIn(await add(6, 10));
    expect(again.claim.citations).toHaveLength(2);
    expect(await prisma.auditEntry.count({ where: { action: 'claim-edit', subjectId: claimId } })).toBe(3);

    const [first] = again.claim.citations;
    const left = valueIn(await removeCitation(owner, debate.roomId, claimId, first?.id ?? ''));
    expect(left.claim.citations.map(({ start }) => start)).toEqual([6]);
    expect(codeOf(await removeCitation(owner, debate.roomId, claimId, first?.id ?? ''))).toBe('not-found');
  });

  test('must say what the text says there', async () => {
    const debate = await aDebate();
    const owner = await aParticipant(debate.roomId, 'owner');
    const wrong = { ...quoteOf(debate, 0, 5), exact: 'Bombs' };
    expect(codeOf(await addCitation(owner, debate.roomId, await aClaim(debate, {}), wrong))).toBe(
      'citation-not-in-text',
    );
  });

  test('is its author’s to add while the claim is a suggestion, and nobody else’s', async () => {
    const debate = await aDebate();
    const [author, other] = [await aPerson(), await aPerson()];
    const added = valueIn(
      await addClaim(author, debate.roomId, {
        text: 'Mines stay when wars end.',
        side: 'b',
        evidence: 'asserted',
        citations: [],
        relation: { kind: 'attacks', toClaimId: debate.motionId },
      }),
    );
    const quote = quoteOf(debate, 0, 5);
    const { id } = added.claim;
    expect(valueIn(await addCitation(author, debate.roomId, id, quote)).claim.citations).toHaveLength(1);
    expect(codeOf(await addCitation(other, debate.roomId, id, quote))).toBe('not-found');
    await prisma.claim.update({ where: { id }, data: { status: 'published' } });
    expect(codeOf(await addCitation(author, debate.roomId, id, quote))).toBe('not-allowed');
    expect(codeOf(await addCitation(other, debate.roomId, id, quote))).toBe('not-allowed');
  });
});
