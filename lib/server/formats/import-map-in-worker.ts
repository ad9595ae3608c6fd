import type { ImportedMap, ImportOptions } from '../../domain/formats/import-map';
import { type Refusal, refusal } from '../../domain/formats/refusal';
import { err, type Result } from '../../domain/result';
import { runInThread, type ThreadBounds } from '../thread/run-in-thread';
import type { ImportTask } from './import-worker';

const MEMORY_MB = 768;

/** It grows with the size: 2 s, and 4 s for each million bytes. */
const deadlineFor = (bytes: number): number => Math.round(2_000 + (bytes / 1_000_000) * 4_000);

/**
 * `importMap` in a thread with a deadline and bounded memory; who calls it sees to how many run at a time. It runs from the root of the source tree.
 * What runs out of either is refused like any other file.
 */
export async function importMapInWorker(
  bytes: Uint8Array,
  options: ImportOptions = {},
  { deadlineMs = deadlineFor(bytes.length), memoryMb = MEMORY_MB }: Partial<ThreadBounds> = {},
): Promise<Result<ImportedMap, Refusal>> {
  const task: ImportTask = { bytes, options };
  const outcome = await runInThread<Result<ImportedMap, Refusal>>(
    'lib/server/formats/import-thread.mjs',
    task,
    { deadlineMs, memoryMb },
  );
  if (outcome.ok) return outcome.value;
  const seconds = Math.round(deadlineMs / 100) / 10;
  return err(refusal(outcome.error, outcome.error === 'out-of-time' ? { seconds } : {}, { line: 1 }));
}
