import { describe, expect, test } from 'vitest';
import { RefusedError, refusalLine } from '../../formats/refusal';
import { SMALL_EXPECTED, smallVotes } from '../opinion-map/small-conversation.fixture';
import { claimTallies } from '../opinion-map/statistics';
import { historyOfPublished, publishedConversation } from './published';
import { commentsReader, groupsReader } from './table-reader';
import { VotesReader } from './votes-reader';
import { commentLines, votesLines } from './writer';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

interface Reader<Item> {
  push(chunk: Uint8Array): void;
  finish(): Item;
}

/** Hands the text to the reader in pieces of so many bytes. */
function read<Item>(reader: Reader<Item>, text: string | Uint8Array, piece = 7): Item {
  const bytes = typeof text === 'string' ? bytesOf(text) : text;
  for (let at = 0; at < bytes.length; at += piece) reader.push(bytes.subarray(at, at + piece));
  return reader.finish();
}

/** Why a text is refused, in one line; the text itself when it is taken. */
function refusalOf<Item>(reader: Reader<Item>, text: string | Uint8Array): string {
  try {
    read(reader, text, 1 << 16);
    return 'taken';
  } catch (error) {
    if (error instanceof RefusedError) return refusalLine(error.refusal);
    throw error;
  }
}

describe('participants-votes.csv', () => {
  test('is read in pieces of any size, claims in the order of their ids', () => {
    const text = 'participant,group-id,n-votes,12,3\r\n7,1,2,-1,1\r\n"a,b",,1,,0\r\n\r\n9,0,0,,';
    for (const piece of [1, 2, 5, 1000]) {
      const { matrix, participants, claimIds, group } = read(new VotesReader(), text, piece);
      expect(claimIds).toEqual([3, 12]);
      expect(participants).toEqual(['7', 'a,b', '9']);
      expect([...group]).toEqual([1, -1, 0]);
      expect([...matrix.rowStart]).toEqual([0, 2, 3, 3]);
      expect([[...matrix.claim], [...matrix.vote]]).toEqual([
        [0, 1, 0],
        [1, -1, 0],
      ]);
    }
  });

  test('comes back as it was written', () => {
    const written = {
      matrix: smallVotes(),
      participants: Array.from({ length: 20 }, (_, p) => (p === 3 ? 'x, "y"' : `${100 - p}`)),
      claimIds: [2, 3, 5, 7, 11, 13, 17, 19, 23, 29],
      group: Int16Array.from(SMALL_EXPECTED.group),
    };
    const text = [...votesLines(written)].join('');
    expect(text.split('\n')[1]).toBe('100,0,0,9,5,3,1,1,1,-1,-1,,1,0,1,-1');
    expect(read(new VotesReader(), text)).toEqual(written);
  });

  test('takes numbers as spreadsheets and other programs write them', () => {
    const { matrix } = read(new VotesReader(), '\ufeffparticipant,1,2,3,4\n1,1.0,-1.0,0.0,"1"\n');
    expect([...matrix.vote]).toEqual([1, -1, 0, 1]);
  });

  const header = 'participant,group-id,0,1';
  test.each([
    ['nothing', '', 'The file is empty.'],
    ['letters in votes', `${header}\n1,,1,x`, 'line 2: "x" is not a vote on claim 1.'],
    ['votes of two', `${header}\n1,,2,1`, 'line 2: "2" is not a vote on claim 0.'],
    ['a short row', `${header}\n1,,1,1\n2,,1`, 'line 3: The row has 3 cells where the header has 4.'],
    ['a long row', `${header}\n1,,1,1,1`, 'line 2: The row has 5 cells where the header has 4.'],
    ['a participant twice', `${header}\n1,,1,1\n1,,,`, 'line 3: The id "1" is there twice.'],
    ['no participant', `${header}\n,,1,1`, 'line 2: "" is not a value for participant.'],
    ['a claim twice', 'participant,4,4\n', 'line 1: The id "4" is there twice.'],
    ['a claim twice in other words', 'participant,4,04\n', 'line 1: The id "4" is there twice.'],
    ['a group that is none', `${header}\n1,A,1,1`, 'line 2: "A" is not a value for group-id.'],
    ['a first line alone', `${header}\n`, 'There is nobody in the file: no row follows the first line.'],
    ['no claims', 'participant,n-votes\n', 'line 1: There is no claim in the file.'],
    ['another table', 'comment-id,moderated\n1,1', 'line 1: The votes table has no column "participant".'],
    ['a name among claims', 'participant,1,note,2\n', 'line 1: "note" is not a value for comment-id.'],
    ['an open quote', `${header}\n"1,,1,1`, 'line 2: A quoted cell is never closed.'],
    ['UTF-16', Uint8Array.of(0xff, 0xfe, 0x70, 0), 'line 1: The file is UTF-16 text; save it as UTF-8.'],
    ['bytes that are no text', Uint8Array.of(0x50, 0x4b, 3, 4, 0xff), 'line 1: The file is not UTF-8 text.'],
  ])('is refused with %s', (_, text, line) => {
    expect(refusalOf(new VotesReader(), text)).toBe(line);
  });

  test.each([
    ['too many bytes', '1,1\n2,1\n3,1\n4,1\n', 'The file is larger than 28 bytes.'],
    ['a line without end', '11111111111111', 'line 2: A text has 14 characters; at most 13 are taken.'],
    ['too many people', '1,\n2,\n3,\n4,', 'line 5: A list has 4 entries; at most 3 are taken.'],
    ['a long name', '123456,', 'line 2: "123456" is not a value for participant.'],
  ])('is refused with %s', (_, rows, line) => {
    const limits = { people: 3, claims: 2, bytes: 28, line: 13, name: 5 };
    expect(refusalOf(new VotesReader({ ...limits, line: 20 }), 'participant,1,2,3\n')).toMatch(
      /more than 2 claims/,
    );
    const reader = new VotesReader(limits);
    reader.push(bytesOf('participant,1\n'));
    expect(refusalOf(reader, rows)).toBe(line);
  });
});

describe('comments.csv', () => {
  test('gives claims without their authors', () => {
    const text =
      'timestamp,comment-id,author-id,moderated,is-meta,comment-body\r\n' +
      '1,4,9,-1,false,"A ""long"" one,\nin two lines"\n2,0,9,1,TRUE,Häuser\n3,1,9,,,';
    for (const piece of [1, 3, 1000]) {
      expect(read(commentsReader(), text, piece)).toEqual([
        { id: 4, text: 'A "long" one,\nin two lines', moderation: -1, isMeta: false },
        { id: 0, text: 'Häuser', moderation: 1, isMeta: true },
        { id: 1, text: '', moderation: 0, isMeta: false },
      ]);
    }
  });

  test('comes back as it was written, and no spreadsheet computes it', () => {
    const comments = [
      { id: 2, text: '=1+1, "or" so', moderation: 1, isMeta: false },
      { id: 3, text: 'Two\nlines', moderation: -1, isMeta: true },
    ] as const;
    const text = [...commentLines(comments, [2, 3], claimTallies(smallVotes()))].join('');
    expect(text).toContain(`2,,11,6,1,false,"'=1+1`);
    expect(read(commentsReader(), text)).toEqual(comments);
  });

  test.each([
    ['nothing', '', 'The file is empty.'],
    ['no ids', 'moderated\n1', 'line 1: The comments table has no column "comment-id".'],
    ['an id twice', 'comment-id\n1\n2\n1', 'line 4: The id "1" is there twice.'],
    ['letters for an id', 'comment-id\nx', 'line 2: "x" is not a value for comment-id.'],
    [
      'another word of moderation',
      'comment-id,moderated\n1,yes',
      'line 2: "yes" is not a value for moderated.',
    ],
    ['an open quote', 'comment-id,comment-body\n1,"x', 'line 2: A quoted cell is never closed.'],
    ['an uneven row', 'comment-id,comment-body\n1', 'line 2: The row has 1 cells where the header has 2.'],
    ['NUL', 'comment-id\n\0', 'line 2: A control character (U+0000) does not belong in text.'],
    ['bytes that are no text', Uint8Array.of(0x63, 0xff), 'line 1: The file is not UTF-8 text.'],
  ])('is refused with %s', (_, text, line) => {
    expect(refusalOf(commentsReader(), text)).toBe(line);
  });
});

describe('given groups', () => {
  test('are read beside other columns', () => {
    expect(read(groupsReader(), 'participant,n-votes,group-id\n4,1,0\n5,1,\n')).toEqual([
      { participant: '4', group: 0 },
      { participant: '5', group: -1 },
    ]);
    expect(refusalOf(groupsReader(), 'participant,group-id\n4,-2')).toBe(
      'line 2: "-2" is not a value for group-id.',
    );
  });
});

describe('what a server published', () => {
  const published = {
    tids: [4, 2],
    'in-conv': [7, 8],
    'mod-out': [2],
    'meta-tids': [9],
    pca: {
      comps: [
        [0.6, 0.8],
        [0.8, -0.6],
      ],
    },
    'base-clusters': { id: [5, 3], members: [[8], [7, 99]], x: [1, 2] },
  };

  test('becomes what an update goes on from', () => {
    const read = publishedConversation(JSON.stringify(published));
    expect([[...read.out], [...read.meta]]).toEqual([[2, 9], [9]]);
    const history = historyOfPublished(read, ['7', '6', '8'], [2, 3, 4]);
    expect([...history.isIn]).toEqual([1, 0, 1]);
    expect(history.base.ids).toEqual([5, 3]);
    expect([...history.base.slot]).toEqual([1, -1, 0]);
    expect(history.axes.map((axis) => [...axis])).toEqual([
      [0.8, 0, 0.6],
      [-0.6, 0, 0.8],
    ]);
  });

  test.each([
    ['text', 'x', /The JSON is broken/],
    ['another shape', '{"tids":"1"}', /\/tids is not what published.json has there/],
    ['uneven clusters', '{"base-clusters":{"id":[1],"members":[]}}', /1 ids for 0 lists/],
  ])('is refused with %s', (_, text, message) => {
    expect(() => publishedConversation(text)).toThrow(message);
  });

  test('without base clusters is nothing to go on from', () => {
    expect(() => historyOfPublished(publishedConversation('{}'), [], [])).toThrow(/none to go on from/);
  });
});
