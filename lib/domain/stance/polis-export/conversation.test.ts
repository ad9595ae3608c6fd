import { describe, expect, test } from 'vitest';
import { RefusedError, refusalLine } from '../../formats/refusal';
import { planConversation } from './conversation';
import {
  COMMENTS,
  commentsFile,
  IDS,
  LONG,
  namelessRows,
  readComments,
  readVotes,
  votesFile,
  WORDS,
} from './conversation.fixture';
import { commentsText, type PersonVotes, type RoomClaim, roomExport, votesLinesOf } from './room-export';

const words = { ...WORDS, sides: ['For', 'Against'] as const };
const conversation = () => ({ votes: readVotes(votesFile()), comments: readComments(commentsFile()) });

describe('a conversation as a debate', () => {
  test('has a claim for each comment, under its number, without a side, a relation or an author', () => {
    const { map, refOf } = planConversation(conversation(), words);
    const [motion, ...claims] = map.claims;
    expect(motion).toMatchObject({ isMotion: true, text: WORDS.motion });
    expect(claims.map(({ code }) => code)).toEqual([...IDS, 31].map((id) => `C${id}`));
    expect(new Set(claims.map(({ side }) => side))).toEqual(new Set([null]));
    expect(map.relations).toEqual([]);
    expect(refOf).toEqual(IDS.map((id) => `comment ${id}`));
    expect(JSON.stringify(map)).not.toContain('pid-');
  });

  test('declines what moderation took out and what is about the conversation, and takes the undecided', () => {
    const { claims } = planConversation(conversation(), words).map;
    const declined = claims.filter(({ status }) => status === 'declined').map(({ code }) => code);
    expect(declined).toEqual(['C19', 'C29']);
    expect(claims.find(({ code }) => code === 'C3')?.status).toBe('published');
  });

  test('keeps all the words of a comment that is too long for a claim', () => {
    const { claims, report } = planConversation(conversation(), words).map;
    const long = claims.find(({ code }) => code === 'C5');
    expect(long?.text.endsWith('…')).toBe(true);
    expect(long?.fullText).toBe(LONG);
    expect(report.guessed).toHaveLength(1);
  });

  test('leaves out a comment without words, with the votes on it', () => {
    const comments = COMMENTS.map((one) => (one.id === 7 ? { ...one, text: '  ' } : one));
    const { map, refOf } = planConversation({ votes: readVotes(votesFile()), comments }, words);
    expect(map.claims.some(({ code }) => code === 'C7')).toBe(false);
    expect(refOf[IDS.indexOf(7)]).toBeNull();
  });

  test('is refused where people voted on a comment that is not there, and not where nobody did', () => {
    const votes = readVotes(votesFile());
    const without = (id: number) => COMMENTS.filter((one) => one.id !== id);
    // Claim 13 was never seen.
    expect(planConversation({ votes, comments: without(13) }, words).refOf[IDS.indexOf(13)]).toBeNull();
    let said = '';
    try {
      planConversation({ votes, comments: without(11) }, words);
    } catch (error) {
      if (error instanceof RefusedError) said = refusalLine(error.refusal);
    }
    expect(said).toBe('line 1: People voted on the comment 11, which is not in the table of comments.');
  });
});

describe('a room in the shape of an export', () => {
  const claim = (code: string, isOut = false): RoomClaim => ({ code, text: `=${code}, said`, isOut });
  const person = (name: string, votes: number[], isImported = true): PersonVotes => ({
    person: name,
    isImported,
    claims: votes.map((_, place) => place),
    votes,
  });
  const draws = (count: number) => Array.from({ length: count }, (_, index) => count - index);

  test('numbers people in the order of the draws, and names nobody', () => {
    const rows = [person('ada', [1, -1]), person('ben', [0])];
    const made = roomExport([claim('C4'), claim('C2')], rows, draws(2));
    const text = [...votesLinesOf(made)].join('');
    expect(text.split('\n').slice(0, 3)).toEqual([
      'participant,group-id,n-comments,n-votes,n-agree,n-disagree,2,4',
      '0,,0,1,0,0,,0',
      '1,,0,2,1,1,-1,1',
    ]);
    expect(text).not.toMatch(/ada|ben/);
  });

  test('keeps the numbers of comments where all claims have one, and counts from 0 where one has none', () => {
    const rows = [person('ada', [1, 1])];
    expect(roomExport([claim('C4'), claim('C0')], rows, draws(1)).written.claimIds).toEqual([0, 4]);
    expect(roomExport([claim('C4'), claim('D1')], rows, draws(1)).written.claimIds).toEqual([0, 1]);
  });

  test('says what moderation took out, and no cell is a formula', () => {
    const text = commentsText(
      roomExport([claim('C0'), claim('C1', true)], [person('ada', [1, 1])], draws(1)),
    );
    expect(readComments(text).map(({ moderation }) => moderation)).toEqual([1, -1]);
    expect(text).toContain(`"'=C0, said"`);
  });

  test('leaves out whom the number of their votes would tell, and nobody of those who came from elsewhere', () => {
    const alike = Array.from({ length: 6 }, (_, index) =>
      person(`own ${index}`, [1, index % 2 ? 1 : -1], false),
    );
    const few = [person('lone', [1], false), person('other', [-1], false)];
    const imported = [person('from elsewhere', [0])];
    const rows = [...alike, ...few, ...imported];
    const told = (all: PersonVotes[]) =>
      namelessRows(
        [...votesLinesOf(roomExport([claim('C0'), claim('C1')], all, draws(all.length)))].join(''),
      );
    // Their two votes on the one claim stand for fewer than five: the others go with them.
    expect(told(rows)).toEqual(['0:0']);
    expect(told([...alike, ...imported])).toHaveLength(7);
    // Fewer than five people here are told nothing of.
    expect(told([...alike.slice(0, 4), ...imported])).toEqual(['0:0']);
  });

  test('is an empty table where nobody voted', () => {
    const made = roomExport([claim('C0')], [], []);
    expect([...votesLinesOf(made)]).toHaveLength(1);
  });
});
