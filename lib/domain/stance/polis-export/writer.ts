import { guardedCell } from '../../formats/csv-table';
import type { VoteMatrix } from '../opinion-map/vote-matrix';
import type { PolisComment } from './table-reader';

/** Writes votes and claims in the shape of a Polis export, so that other programs for such exports read them. */

/** @param group ids of groups, -1 for none */
export interface WrittenVotes {
  matrix: VoteMatrix;
  participants: readonly string[];
  claimIds: readonly number[];
  group?: ArrayLike<number>;
}

/** participants-votes.csv, line by line. What people wrote is not theirs here: `n-comments` is 0. */
export function* votesLines({ matrix, participants, claimIds, group }: WrittenVotes): Generator<string> {
  yield `participant,group-id,n-comments,n-votes,n-agree,n-disagree,${claimIds.join(',')}\n`;
  for (const [p, participant] of participants.entries()) {
    const cells: string[] = new Array<string>(matrix.claims).fill('');
    const [from, to] = [matrix.rowStart[p] as number, matrix.rowStart[p + 1] as number];
    let [agrees, disagrees] = [0, 0];
    for (let i = from; i < to; i += 1) {
      const vote = matrix.vote[i] as number;
      cells[matrix.claim[i] as number] = String(vote);
      if (vote > 0) agrees += 1;
      if (vote < 0) disagrees += 1;
    }
    const id = group?.[p] ?? -1;
    yield `${quoted(participant)},${id < 0 ? '' : id},0,${to - from},${agrees},${disagrees},${cells.join(',')}\n`;
  }
}

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** comments.csv, line by line, without times and authors. The counts of votes come from the matrix. */
export function* commentLines(
  comments: readonly PolisComment[],
  claimIds: readonly number[],
  { agrees, disagrees }: { agrees: ArrayLike<number>; disagrees: ArrayLike<number> },
): Generator<string> {
  yield 'timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,is-meta,comment-body\n';
  const placeOf = new Map(claimIds.map((id, c) => [id, c]));
  for (const { id, moderation, isMeta, text } of comments) {
    const c = placeOf.get(id) ?? -1;
    const counts = `${agrees[c] ?? 0},${disagrees[c] ?? 0}`;
    yield `,,${id},,${counts},${moderation},${isMeta},${quoted(guardedCell(text))}\n`;
  }
}
