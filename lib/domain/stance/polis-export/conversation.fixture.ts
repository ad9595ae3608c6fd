import { SMALL_ROWS, smallVotes } from '../opinion-map/small-conversation.fixture';
import { claimTallies } from '../opinion-map/statistics';
import { commentsReader, type PolisComment } from './table-reader';
import { type PolisVotes, VotesReader } from './votes-reader';
import { commentLines, votesLines } from './writer';

/** The two files of a made-up conversation: gaps in the numbers, a comment that moderation took out and one about the conversation. */

export const IDS = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29];
const OUT = 29;
const META = 19;

export const WORDS = {
  title: 'Night trains',
  question: 'Should night trains return?',
  motion: 'Night trains should return.',
  language: 'en',
  sides: { a: 'For', b: 'Against' },
};

export const LONG = `Beds are few, ${'and fares are high, '.repeat(20)}so it says.`;

export const COMMENTS: PolisComment[] = [
  ...IDS.map(
    (id): PolisComment => ({
      id,
      text: id === 5 ? LONG : `Comment ${id}, "as\nit is".`,
      moderation: id === OUT ? -1 : id === 3 ? 0 : 1,
      isMeta: id === META,
    }),
  ),
  { id: 31, text: 'Nobody voted on this one.', moderation: 1, isMeta: false },
];

const VOTES = {
  matrix: smallVotes(),
  participants: SMALL_ROWS.map((_, person) => `pid-${900 - person}`),
  claimIds: IDS,
};

export const votesFile = (): string => [...votesLines(VOTES)].join('');
export const commentsFile = (comments = COMMENTS): string =>
  [...commentLines(comments, IDS, claimTallies(VOTES.matrix))].join('');

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export function readVotes(text: string): PolisVotes {
  const reader = new VotesReader();
  reader.push(bytesOf(text));
  return reader.finish();
}

export function readComments(text: string): PolisComment[] {
  const reader = commentsReader();
  reader.push(bytesOf(text));
  return reader.finish();
}

/** The rows of a file of votes without their names, sorted: the same for the same votes of other people in another order. */
export function namelessRows(text: string): string[] {
  const { matrix, claimIds } = readVotes(text);
  const rows = Array.from({ length: matrix.people }, (_, person) => {
    const [from, to] = [matrix.rowStart[person] as number, matrix.rowStart[person + 1] as number];
    const cells = Array.from(matrix.claim.subarray(from, to), (claim, i) => {
      return `${claimIds[claim]}:${matrix.vote[from + i]}`;
    });
    return cells.join(' ');
  });
  return rows.sort();
}
