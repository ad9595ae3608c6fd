import { MAP_FORMAT } from '../../formats/map-document';
import { RefusedError } from '../../formats/refusal';
import { type ImportPlan, planMap } from '../../import/plan-map';
import type { PolisComment } from './table-reader';
import type { PolisVotes } from './votes-reader';

/**
 * From a Polis export to what a debate and a class on it can hold. Pure: the same files give the same plan. Nothing in the files
 * says which side a comment speaks for or what it is a reason for, so its claim has no side and no relation.
 */

/** Both files of an export, as they were read. */
export interface Conversation {
  votes: PolisVotes;
  comments: readonly PolisComment[];
}

/** Words for what the files do not say. */
export interface ConversationWords {
  title: string;
  question: string;
  motion: string;
  language: string;
  /** Of the side for the motion, and of the one against it. */
  sides: readonly [string, string];
}

export interface ConversationPlan {
  /** The motion and a claim for each comment, in the order of their ids. */
  map: ImportPlan;
  /** For each column of the votes the ref of its claim; null where the claim was left out for want of words. */
  refOf: readonly (string | null)[];
}

const MOTION = 'motion';
const refOf = (id: number): string => `comment ${id}`;

/** The code of a comment's claim: its number there, so that one can be found by the other. */
export const codeOfComment = (id: number): string => `C${id}`;

/**
 * Plans the debate of a conversation. Comments that moderation took out, or that are about the conversation itself, become
 * declined claims: their votes are kept and count nowhere.
 * @throws RefusedError when people voted on a comment that the comments do not have, or when none of them has words
 */
export function planConversation(
  { votes, comments }: Conversation,
  { title, question, motion, language, sides }: ConversationWords,
): ConversationPlan {
  const known = new Set(comments.map(({ id }) => id));
  const isVotedOn = new Uint8Array(votes.matrix.claims);
  for (const claim of votes.matrix.claim) isVotedOn[claim] = 1;
  const missing = votes.claimIds.find((id, claim) => isVotedOn[claim] === 1 && !known.has(id));
  if (missing !== undefined) throw new RefusedError('comment-missing', { id: missing }, { line: 1 });
  const inOrder = [...comments].sort((a, b) => a.id - b.id);
  const map = planMap(
    {
      format: MAP_FORMAT,
      title,
      question,
      language,
      sides: [
        { key: 'for', name: sides[0], speaks: 'for' },
        { key: 'against', name: sides[1], speaks: 'against' },
      ],
      sources: [],
      claims: [
        { id: MOTION, text: motion, isMotion: true, side: null, citations: [] },
        ...inOrder.map(({ id, text, moderation, isMeta }) => ({
          id: refOf(id),
          code: codeOfComment(id),
          text,
          isMotion: false,
          side: null,
          status: moderation === -1 || isMeta ? ('declined' as const) : ('published' as const),
          citations: [],
        })),
      ],
      relations: [],
    },
    { language, sides },
  );
  const written = new Set(map.claims.map(({ ref }) => ref));
  // The motion is one.
  if (written.size < 2) throw new RefusedError('no-claims');
  return {
    map,
    refOf: votes.claimIds.map((id) => (written.has(refOf(id)) ? refOf(id) : null)),
  };
}
