import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { outlineOf } from './outline';
import { readSkeleton, writeSkeleton } from './skeleton';
import { sketchDebate } from './testing/debate-sketch';
import { largeMap } from './testing/large-map.fixture';
import {
  FAMILY_SHARE,
  familyOf,
  openingPart,
  pageUnder,
  partAround,
  placesInWhole,
  wholeMap,
} from './whole-map';

/** Random maps: any claim may answer any other, the motion or a line; circles and loose claims are among them. */
const maps = fc
  .array(
    fc.record({
      to: fc.nat(),
      kind: fc.constantFrom('supports', 'attacks', 'undercuts'),
      second: fc.option(fc.nat(), { nil: null }),
      side: fc.constantFrom('a', 'b', 'n'),
      status: fc.constantFrom('published', 'published', 'published', 'suggested'),
    }),
    { minLength: 1, maxLength: 60 },
  )
  .map((rows) => {
    const code = (index: number) => `C${index}`;
    const relations = rows.flatMap(({ to, kind, second }, index) => {
      const target = to % (index + 2);
      const from = code(index);
      const first =
        target >= rows.length || target === index
          ? { from, to: 'M', kind: 'supports' as const }
          : kind === 'undercuts'
            ? { from, to: 'M', kind: 'attacks' as const }
            : { from, to: code(target), kind: kind as 'supports' | 'attacks' };
      const more =
        second === null ? [] : [{ from, to: code(second % rows.length), kind: 'supports' as const }];
      return [first, ...more.filter((one) => one.to !== from && one.to !== first.to)];
    });
    const sketch = sketchDebate(
      rows.map(({ side, status }, index) => ({
        code: code(index),
        side: side as 'a',
        status: status as 'published',
      })),
      relations,
    );
    return wholeMap('M', sketch.claims, sketch.relations);
  });

/** The map as imported: the motion is no claim, sides do not matter here. */
function imported(size: number) {
  const { claims, relations } = largeMap(size);
  return wholeMap(
    'm',
    claims
      .filter(({ isMotion }) => !isMotion)
      .map(({ id, code = id }) => ({ id, code, side: 'n', layer: 'article', status: 'published' }) as const),
    relations.map(({ id, from, to, kind }) => ({
      id,
      kind,
      fromClaimId: from,
      toClaimId: kind === 'undercuts' ? null : to,
      toRelationId: kind === 'undercuts' ? to : null,
      layer: 'article',
      status: 'published',
    })),
  );
}

const hostOf = (whole: ReturnType<typeof wholeMap>, id: string): string =>
  whole.outline.nodeById.get(id)?.parentId ?? whole.motionId;

describe('the part that a page opens with', () => {
  test('keeps to its budget and hangs together', () => {
    fc.assert(
      fc.property(maps, fc.integer({ min: 1, max: 40 }), (whole, budget) => {
        const part = openingPart(whole, null, budget);
        expect(part.size).toBeLessThanOrEqual(budget);
        for (const id of part) {
          const host = hostOf(whole, id);
          expect(host === whole.motionId || part.has(host), id).toBe(true);
        }
        if (whole.claims.length <= Math.min(budget, FAMILY_SHARE))
          expect(part.size).toBe(whole.claims.length);
      }),
    );
  });

  test('holds the claim that was asked for and all that it stands under', () => {
    fc.assert(
      fc.property(maps, fc.nat(), fc.integer({ min: 1, max: 10 }), (whole, at, budget) => {
        const focus = whole.claims[at % whole.claims.length]?.id ?? '';
        for (const part of [openingPart(whole, focus, budget), partAround(whole, focus, budget)]) {
          for (let id = focus; id !== whole.motionId; id = hostOf(whole, id)) expect(part.has(id)).toBe(true);
        }
      }),
    );
  });

  test('has both sides in it as far as both have claims', () => {
    const sketch = sketchDebate(
      Array.from({ length: 60 }, (_, index) => ({ code: index < 50 ? `D${index}` : `H${index}` })),
      Array.from({ length: 60 }, (_, index) => ({
        from: index < 50 ? `D${index}` : `H${index}`,
        to: 'M',
        kind: 'supports' as const,
      })),
    );
    const part = [...openingPart(wholeMap('M', sketch.claims, sketch.relations), null, 8)];
    expect(part.filter((id) => id.startsWith('D'))).toHaveLength(4);
  });
});

describe('a part beside the whole', () => {
  test('is numbered, placed and counted as the whole is', () => {
    fc.assert(
      fc.property(maps, fc.nat(), fc.integer({ min: 1, max: 30 }), (whole, at, budget) => {
        const focus = whole.claims[at % whole.claims.length]?.id ?? '';
        const ids = openingPart(whole, focus, budget);
        const outline = outlineOf(
          {
            motion: { id: whole.motionId },
            claims: whole.claims.filter(({ id }) => ids.has(id)),
            relations: whole.relations.filter(({ fromClaimId }) => ids.has(fromClaimId)),
            part: {
              claimCount: whole.claims.length,
              hash: '',
              places: placesInWhole(whole, ids),
              relationOrder: {},
            },
          },
          { isBeyondOn: true },
        );
        let unread = outline.unread;
        for (const node of outline.nodes) {
          const full = whole.outline.nodeById.get(node.claim.id);
          expect([node.parentId, node.number, node.position, node.setSize, node.below]).toEqual([
            full?.parentId,
            full?.number,
            full?.position,
            full?.setSize,
            full?.below,
          ]);
          expect(node.unread + node.children.length).toBe(full?.children.length);
          unread += node.unread;
          const orders = node.children.map(({ position }) => position);
          expect(orders).toEqual([...orders].sort((a, b) => a - b));
        }
        expect(outline.nodes.length).toBe(ids.size);
        if (unread === 0) expect(ids.size).toBe(whole.claims.length);
      }),
    );
  });

  test('loses no claim over all pages, and gives none twice', () => {
    fc.assert(
      fc.property(maps, fc.integer({ min: 1, max: 7 }), (whole, size) => {
        const seen: string[] = [];
        for (const host of [whole.motionId, ...whole.claims.map(({ id }) => id)]) {
          for (let after: string | null = null, first = true; first || after !== null; first = false) {
            const page = pageUnder(whole, host, after, size);
            expect(page.ids.size).toBeLessThanOrEqual(size);
            seen.push(...page.ids);
            after = page.next;
          }
        }
        expect(seen.sort()).toEqual(whole.claims.map(({ id }) => id).sort());
      }),
    );
  });
});

describe('the skeleton', () => {
  test('says the structure and the counts of the whole map', () => {
    fc.assert(
      fc.property(maps, (whole) => {
        const tally = (id: string) => (id.endsWith('3') ? null : { agree: id.length, disagree: 1, pass: 0 });
        const written = writeSkeleton(whole, 'h', {
          votes: tally,
          impacts: () => ({ mean: 2.5, count: 2 }),
          groups: () => null,
          ownChoice: (id) => (id.length % 2 === 0 ? 'disagree' : null),
          ownWeight: (id) => (id.length % 2 === 0 ? 3 : null),
        });
        const read = readSkeleton(JSON.parse(JSON.stringify(written)));
        expect(read.claims.length).toBe(whole.claims.length);
        for (const claim of read.claims) {
          const node = whole.outline.nodeById.get(claim.id);
          expect(claim.ownVote.choice).toBe(claim.id.length % 2 === 0 ? 'disagree' : null);
          expect(claim).toMatchObject({
            code: node?.claim.code,
            side: node?.claim.side,
            status: node?.claim.status,
            parentId: node?.parentId,
            tally: tally(claim.id),
          });
        }
        const byId = new Map(whole.relations.map((relation) => [relation.id, relation]));
        for (const { id, kind, fromClaimId, toClaimId, toRelationId } of read.relations)
          expect(byId.get(id)).toMatchObject({ kind, fromClaimId, toClaimId, toRelationId });
      }),
    );
  });
});

test('a map of three thousand claims is read and parted', () => {
  const whole = imported(3000);
  const part = openingPart(whole, whole.claims[2900]?.id ?? null);
  expect(Object.keys(placesInWhole(whole, part)).length).toBeGreaterThan(part.size);
  expect(whole.outline.nodes).toHaveLength(3000);
  expect(familyOf(whole, 'm').length).toBeGreaterThan(10);
  expect(Math.max(...whole.outline.nodes.map(({ depth }) => depth))).toBeGreaterThan(6);
});
