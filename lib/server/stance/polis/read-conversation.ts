import { type Refusal, refusal } from '../../../domain/formats/refusal';
import { err, type Result } from '../../../domain/result';
import type { Conversation } from '../../../domain/stance/polis-export/conversation';
import type { ConversationFile } from '../../../domain/stance/polis-export/schema';
import { runInThread, type ThreadBounds } from '../../thread/run-in-thread';

/** The texts of both files. */
export interface ConversationTask {
  votes: string;
  comments: string;
}

/** What was read, or which file is not taken and why. */
export type ReadConversation = Result<Conversation, { file: ConversationFile; refusal: Refusal }>;

/** Two files of 5 MB take a second of this. */
const BOUNDS: ThreadBounds = { deadlineMs: 20_000, memoryMb: 512 };

/** Reads the texts of both files in a thread with a deadline and bounded memory; who calls it sees to how many run at a time. */
export async function readConversation(
  task: ConversationTask,
  bounds: ThreadBounds = BOUNDS,
): Promise<ReadConversation> {
  const outcome = await runInThread<ReadConversation>(
    'lib/server/stance/polis/conversation-thread.mjs',
    task,
    bounds,
  );
  if (outcome.ok) return outcome.value;
  const values = outcome.error === 'out-of-time' ? { seconds: Math.round(bounds.deadlineMs / 1000) } : {};
  return err({ file: 'votes', refusal: refusal(outcome.error, values, { line: 1 }) });
}
