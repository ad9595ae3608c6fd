// The thread in which the two files of a stranger's Polis export are read: it can be ended, and its memory is bounded. Started by
// `readConversation`; its imports are relative, because nothing resolves aliases here.

import { parentPort } from 'node:worker_threads';
import { RefusedError } from '../../../domain/formats/refusal';
import type { Conversation } from '../../../domain/stance/polis-export/conversation';
import type { ConversationFile } from '../../../domain/stance/polis-export/schema';
import { commentsReader } from '../../../domain/stance/polis-export/table-reader';
import { VotesReader } from '../../../domain/stance/polis-export/votes-reader';
import type { ConversationTask, ReadConversation } from './read-conversation';

/** Reads both files, or says which of them is refused and why. */
function read(task: ConversationTask): ReadConversation {
  let file: ConversationFile = 'votes';
  try {
    const votesReader = new VotesReader();
    votesReader.push(new TextEncoder().encode(task.votes));
    const votes = votesReader.finish();
    file = 'comments';
    const comments = commentsReader(['comment-id', 'comment-body']);
    comments.push(new TextEncoder().encode(task.comments));
    const conversation: Conversation = { votes, comments: comments.finish() };
    return { ok: true, value: conversation };
  } catch (error) {
    if (error instanceof RefusedError) return { ok: false, error: { file, refusal: error.refusal } };
    throw error;
  }
}

parentPort?.once('message', (task: ConversationTask) => {
  parentPort?.postMessage({ type: 'started' });
  parentPort?.postMessage({ type: 'done', result: read(task) });
});
