import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commentsReader } from '../polis-export/table-reader';
import { VotesReader } from '../polis-export/votes-reader';
import { adjustedRandIndex } from './agreement';
import { nativeMap, updatedNativeMap } from './native-mode';
import { polisMap } from './polis-mode';
import { seededRandom, shuffled } from './random';
import { type VoteMatrix, voteMatrix, withRows, withVotes } from './vote-matrix';

// Conversations that were held on Polis, under CC BY 4.0 but not part of the project; tried where they lie beside the
// checkout. The full comparison, with prediction and replays, is in the bench.

const folder = resolve(import.meta.dirname, '../../../../../shared/data/polis');
const SETS = ['brexit-consensus', 'scoop-biodiversity', 'vtaiwan-uberx', 'yoronchizu-economy'] as const;

function conversation(set: string): { matrix: VoteMatrix; isOut: Uint8Array } {
  const votes = new VotesReader();
  votes.push(readFileSync(join(folder, set, 'participants-votes.csv')));
  const { matrix, claimIds } = votes.finish();
  const comments = commentsReader();
  comments.push(readFileSync(join(folder, set, 'comments.csv')));
  const out = new Set(
    comments
      .finish()
      .filter(({ moderation, isMeta }) => moderation === -1 || isMeta)
      .map(({ id }) => id),
  );
  return { matrix, isOut: Uint8Array.from(claimIds, (id) => (out.has(id) ? 1 : 0)) };
}

const drawn = (matrix: VoteMatrix, random: () => number): VoteMatrix =>
  withVotes(
    matrix,
    Uint8Array.from(matrix.vote, () => (random() < 0.8 ? 1 : 0)),
  );

const PAIRS = 3;

function mapOfSet(set: string): void {
  const { matrix, isOut } = conversation(set);

  it('is the same for people in another order', () => {
    const map = nativeMap(matrix, isOut);
    const order = shuffled(matrix.people, seededRandom(6));
    const other = nativeMap(withRows(matrix, order), isOut);
    expect(Array.from(other.group)).toEqual(Array.from(order, (p) => map.group[p]));
    expect(Array.from(other.x)).toEqual(Array.from(order, (p) => map.x[p]));
  });

  it('is the same for claims in another order', () => {
    const place = shuffled(matrix.claims, seededRandom(9));
    const person = new Int32Array(matrix.claim.length);
    for (let p = 0; p < matrix.people; p += 1)
      person.fill(p, matrix.rowStart[p] as number, matrix.rowStart[p + 1] as number);
    const claim = matrix.claim.map((c) => place[c] as number);
    const other = voteMatrix(matrix.people, matrix.claims, { person, claim, vote: matrix.vote });
    const outThere = new Uint8Array(matrix.claims);
    for (let c = 0; c < matrix.claims; c += 1) outThere[place[c] as number] = isOut[c] as number;
    expect(Array.from(nativeMap(other, outThere).group)).toEqual(Array.from(nativeMap(matrix, isOut).group));
  });

  it('agrees better with itself on other draws of the votes than the established one', () => {
    const random = seededRandom(14);
    let [native, polis] = [0, 0];
    for (let pair = 0; pair < PAIRS; pair += 1) {
      const [one, other] = [drawn(matrix, random), drawn(matrix, random)];
      native += adjustedRandIndex(nativeMap(one, isOut).group, nativeMap(other, isOut).group) / PAIRS;
      polis += adjustedRandIndex(polisMap(one, isOut).group, polisMap(other, isOut).group) / PAIRS;
    }
    expect(native).toBeGreaterThan(polis);
    expect(native).toBeGreaterThanOrEqual(0.8);
  }, 60_000);

  it('comes out of an update as of a cold start', () => {
    const random = seededRandom(2);
    const keep = Uint8Array.from(matrix.vote, () => 1);
    keep[Math.floor(random() * keep.length)] = 0;
    const before = nativeMap(withVotes(matrix, keep), isOut);
    const cold = nativeMap(matrix, isOut);
    const warm = updatedNativeMap(matrix, isOut, before.history);
    expect(warm.groups).toHaveLength(cold.groups.length);
    expect(adjustedRandIndex(warm.group, cold.group)).toBe(1);
    let most = 0;
    for (let p = 0; p < matrix.people; p += 1) {
      most = Math.max(most, Math.abs((warm.x[p] as number) - (cold.x[p] as number)));
      most = Math.max(most, Math.abs((warm.y[p] as number) - (cold.y[p] as number)));
    }
    expect(most).toBeLessThan(1e-6);
  });
}

if (existsSync(folder)) {
  describe.each(SETS)('the map of %s', mapOfSet);
} else {
  it('has no conversations held on Polis here, so none is read', () => {
    expect(existsSync(folder)).toBe(false);
  });
}
