import { expect, test } from 'vitest';
import { votesOfOne } from '../opinion-map/contributions';
import { campFacts } from './camp-facts.fixture';
import { drawOpinions } from './draw-map';
import { inSight, withoutStances } from './in-sight';
import { ownPlace } from './own-place';

const facts = campFacts({ people: 60, claims: 20, votes: 14, camps: 2, apart: 1.6, seed: 1 });
const stated = { ...facts, stances: facts.stances.map((_, p) => p - 30) };
const reading = drawOpinions({ facts: stated, before: null });
const shown = { ...reading.shown, own: ownPlace(facts, reading, votesOfOne(facts.matrix, 3), 3) };

test('an old map has the words of now, and nowhere a claim that is out of sight since', () => {
  const gone = new Set([
    ...shown.cruxes.slice(0, 2).flatMap(({ items }) => items.map(({ claimId }) => claimId)),
    ...shown.axes.ends.left.map(({ claimId }) => claimId),
    ...shown.own.pulls.slice(0, 2).map(({ claimId }) => claimId),
    ...shown.groups.flatMap(({ representative }) => representative[0]?.claimId ?? []),
  ]);
  expect(gone.size).toBeGreaterThan(2);
  const left = facts.claims.filter(({ claimId }) => !gone.has(claimId));
  const now = new Map(left.map((claim) => [claim.claimId, { ...claim, text: `${claim.text} Now.` }]));
  const seen = inSight(shown, now);
  for (const claimId of gone) expect(JSON.stringify(seen)).not.toContain(`"${claimId}"`);
  expect(seen.claims.map(({ text }) => text)).toEqual(left.map(({ text }) => `${text} Now.`));
  expect([...seen.cruxes, ...seen.commonGround].every(({ items }) => items.length > 0)).toBe(true);
  const all = new Map(facts.claims.map((claim) => [claim.claimId, claim]));
  expect(inSight(shown, all)).toEqual(shown);
});

test('a map for who is not told where others stand has no stance on it', () => {
  expect(shown.dots.some(({ stance }) => stance !== null)).toBe(true);
  const { dots, groups, ...rest } = withoutStances(shown);
  expect([...dots, ...groups].every(({ stance }) => stance === null)).toBe(true);
  const { dots: _, groups: __, ...same } = shown;
  expect(rest).toEqual(same);
});
