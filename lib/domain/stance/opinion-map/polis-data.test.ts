import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { historyOfPublished, publishedConversation } from '../polis-export/published';
import { commentsReader } from '../polis-export/table-reader';
import { VotesReader } from '../polis-export/votes-reader';
import { adjustedRandIndex } from './agreement';
import { consensusClaims, groupInformedConsensus } from './consensus';
import { polisMap } from './polis-mode';
import { claimPriorities } from './priorities';
import { claimPositions, extremities } from './projection';
import { representativeClaims } from './representative';
import { claimTallies, groupTallies } from './statistics';

// Conversations that were held on Polis, under CC BY 4.0 but not part of the project. Where they lie beside the checkout,
// what Polis served about them is computed again. Elsewhere the made-up conversation must do.

const folder = resolve(import.meta.dirname, '../../../../../shared/data/polis');
const isHere = existsSync(folder);

interface Reader<Item> {
  push(chunk: Uint8Array): void;
  finish(): Item;
}

function read<Item>(reader: Reader<Item>, set: string, name: string): Item {
  reader.push(readFileSync(join(folder, set, name)));
  return reader.finish();
}

function conversation(set: string) {
  const votes = read(new VotesReader(), set, 'participants-votes.csv');
  const comments = read(commentsReader(), set, 'comments.csv');
  const out = new Set(comments.filter(({ moderation }) => moderation === -1).map(({ id }) => id));
  return { ...votes, isOut: Uint8Array.from(votes.claimIds, (id) => (out.has(id) ? 1 : 0)) };
}

const served = z.object({
  pca: z.object({
    center: z.array(z.number()),
    comps: z.array(z.array(z.number())),
    'comment-extremity': z.array(z.number()),
  }),
  'base-clusters': z.object({ members: z.array(z.array(z.number())), x: z.array(z.number()) }),
  repness: z.record(
    z.string(),
    z.array(
      z.object({
        tid: z.number(),
        'repful-for': z.string(),
        'p-success': z.number(),
        'p-test': z.number(),
        repness: z.number(),
        'repness-test': z.number(),
      }),
    ),
  ),
  consensus: z.record(z.string(), z.array(z.object({ tid: z.number() }))),
  'group-aware-consensus': z.record(z.string(), z.number()),
  'comment-priorities': z.record(z.string(), z.number()),
});

/** Largest difference of two lists, in the size of the second one's numbers. */
const apart = (found: ArrayLike<number>, expected: readonly number[]): number =>
  expected.reduce(
    (most, value, i) => Math.max(most, Math.abs((found[i] as number) - value) / Math.max(1, Math.abs(value))),
    0,
  );

function servedConversation(): void {
  const text = readFileSync(join(folder, 'scoop-biodiversity/published.json'), 'utf8');
  const published = publishedConversation(text);
  const expected = served.parse(JSON.parse(text));
  const { matrix, participants, claimIds, group } = conversation('scoop-biodiversity');
  const isOut = Uint8Array.from(claimIds, (id) => (published.out.has(id) ? 1 : 0));
  const isMeta = Uint8Array.from(claimIds, (id) => (published.meta.has(id) ? 1 : 0));
  const map = polisMap(matrix, isOut, historyOfPublished(published, participants, claimIds));
  const tallies = groupTallies(matrix, group);

  test('one update from the served base clusters gives the served groups', () => {
    expect(adjustedRandIndex(map.group, group)).toBe(1);
    expect(map.groups.map(({ size }) => size)).toEqual([72, 371]);
  });

  test('axes, centre and extremities are the served ones, whose sign is the other', () => {
    for (const [a, axis] of map.components.axes.entries()) {
      const loadings = expected.pca.comps[a] ?? [];
      expect(Math.abs(loadings.reduce((sum, w, c) => sum + w * (axis[c] as number), 0))).toBeGreaterThan(
        0.9999999,
      );
    }
    expect(
      apart(
        map.components.centre.map((mean) => -mean),
        expected.pca.center,
      ),
    ).toBeLessThan(1e-9);
    const reach = extremities(claimPositions(map.components, isOut));
    expect(apart(reach, expected.pca['comment-extremity'])).toBeLessThan(1e-9);
    const placeOf = new Map(participants.map((name, p) => [Number(name), p]));
    const means = expected['base-clusters'].members.map(
      (members) =>
        -members.reduce((sum, m) => sum + (map.x[placeOf.get(m) as number] as number), 0) / members.length,
    );
    expect(apart(means, expected['base-clusters'].x)).toBeLessThan(1e-9);
  });

  test('representative claims are the served ones, in their order', () => {
    for (const [g, id] of tallies.ids.entries()) {
      const claims = expected.repness[id] ?? [];
      const found = representativeClaims(tallies, g, isOut);
      expect(found.map(({ claim, for: stands }) => [claimIds[claim], stands])).toEqual(
        claims.map(({ tid, 'repful-for': stands }) => [tid, stands]),
      );
      const statistics = found.map((record) => record.statistics);
      expect(
        apart(
          statistics.map(({ share }) => share),
          claims.map((c) => c['p-success']),
        ),
      ).toBeLessThan(1e-9);
      expect(
        apart(
          statistics.map(({ shareZ }) => shareZ),
          claims.map((c) => c['p-test']),
        ),
      ).toBeLessThan(1e-9);
      expect(
        apart(
          statistics.map(({ ratio }) => ratio),
          claims.map((c) => c.repness),
        ),
      ).toBeLessThan(1e-9);
      // This one is served with six places.
      expect(
        apart(
          statistics.map(({ ratioZ }) => ratioZ),
          claims.map((c) => c['repness-test']),
        ),
      ).toBeLessThan(1e-6);
    }
  });

  test('consensus of all and of groups, and priorities, are the served ones', () => {
    const { agree, disagree } = consensusClaims(claimTallies(matrix), isOut);
    const idsOf = (answer: string) => expected.consensus[answer]?.map(({ tid }) => tid);
    expect(agree.map(({ claim }) => claimIds[claim])).toEqual(idsOf('agree'));
    expect(disagree.map(({ claim }) => claimIds[claim])).toEqual(idsOf('disagree'));
    const inOrder = (values: Record<string, number>) => claimIds.map((id) => values[id] ?? Number.NaN);
    expect(apart(groupInformedConsensus(tallies), inOrder(expected['group-aware-consensus']))).toBeLessThan(
      1e-9,
    );
    const priorities = claimPriorities(tallies, extremities(claimPositions(map.components, isOut)), isMeta);
    expect(apart(priorities, inOrder(expected['comment-priorities']))).toBeLessThan(1e-9);
  });
}

if (isHere) {
  describe('a conversation that Polis served', () => servedConversation());

  // Without the history of a conversation its groups come out nearly, and how nearly is known.
  test.each([
    ['scoop-biodiversity', 536, 314, 29_719, 0.98],
    ['vtaiwan-uberx', 1921, 197, 49_443, 0.92],
    ['brexit-consensus', 204, 50, 5303, 0.5],
  ])(
    '%s: from a cold start the groups agree with the published ones',
    (set, people, claims, count, agreement) => {
      const { matrix, group, isOut } = conversation(set);
      expect([matrix.people, matrix.claims, matrix.vote.length]).toEqual([people, claims, count]);
      expect(adjustedRandIndex(polisMap(matrix, isOut).group, group)).toBeGreaterThan(agreement);
    },
  );
} else {
  test('conversations held on Polis are not here, so none is read', () => {
    expect(isHere).toBe(false);
  });
}
