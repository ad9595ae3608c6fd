import { z } from 'zod';
import { languageTag } from '../../debate/schema';
import { DEFAULT_LIMITS } from '../../formats/limits';
import { line } from '../../text/input';
import { LIMITS } from '../../text/limits';

/** Body of the route that imports a Polis export, and what it answers. */

/** What one request may bring: writing a vote takes its time, and a page waits for it. The command line takes more. */
export const PAGE_LIMITS = {
  /** Of each of the two files. */
  bytes: DEFAULT_LIMITS.maxBytes,
  votes: 200_000,
} as const;

/** The two files of an export, as the interface names them. */
export const CONVERSATION_FILES = ['votes', 'comments'] as const;
export type ConversationFile = (typeof CONVERSATION_FILES)[number];

export const conversationWordsInput = z.strictObject({
  title: line(LIMITS.debateTitle),
  question: line(LIMITS.debateQuestion),
  motion: line(LIMITS.claimText),
  language: languageTag,
  /** Of the side for the motion, and of the one against it. */
  sides: z.strictObject({ a: line(LIMITS.sideName), b: line(LIMITS.sideName) }),
});
export type ConversationWordsGiven = z.infer<typeof conversationWordsInput>;

const fileText = z.string().max(PAGE_LIMITS.bytes);

export const importConversationInput = z.strictObject({
  /** participants-votes.csv */
  votes: fileText,
  /** comments.csv */
  comments: fileText,
  words: conversationWordsInput,
});
export type ImportConversation = z.infer<typeof importConversationInput>;

/** How much an import wrote. */
export interface ConversationCounts {
  /** People with at least one vote that was taken; others get no seat. */
  people: number;
  claims: number;
  /** Of the claims, those that moderation took out or that are about the conversation: they count nowhere. */
  declined: number;
  votes: number;
}
