import { err, type Result } from '../../domain/result';
import type { ReadDocument } from '../../domain/source/document/document';
import { type DocumentRefusal, documentRefusal } from '../../domain/source/document/document-refusal';
import { runInThread, type ThreadBounds } from '../thread/run-in-thread';
import type { DocumentFile } from './read-document';

const MEMORY_MB = 512;

/** It grows with the size: 8 s, and 4 s for each million bytes. */
const deadlineFor = (bytes: number): number => Math.round(8_000 + (bytes / 1_000_000) * 4_000);

/**
 * `readDocument` in a thread with a deadline and bounded memory; what runs out of either is refused like any other
 * document. Who calls sees to how many run at a time (`inTurn`).
 */
export async function readDocumentInWorker(
  file: DocumentFile,
  { deadlineMs = deadlineFor(file.bytes.length), memoryMb = MEMORY_MB }: Partial<ThreadBounds> = {},
): Promise<Result<ReadDocument, DocumentRefusal>> {
  const outcome = await runInThread<Result<ReadDocument, DocumentRefusal>>(
    'lib/server/source/document-thread.mjs',
    file,
    { deadlineMs, memoryMb },
  );
  if (outcome.ok) return outcome.value;
  const seconds = Math.round(deadlineMs / 100) / 10;
  return err(documentRefusal(outcome.error, outcome.error === 'out-of-time' ? { seconds } : {}));
}
