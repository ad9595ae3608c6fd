import type { FoundPassage } from '../../domain/annotation/web/find-passages';
import type { ReadNotes } from '../../domain/annotation/web/read-notes';
import { type Failure, failure } from '../../domain/failure';
import { refusal } from '../../domain/formats/refusal';
import { err, ok, type Result } from '../../domain/result';
import { inTurn } from '../thread/in-turn';
import { runInThread, type ThreadBounds } from '../thread/run-in-thread';
import { doFind, doRead, type FindTask, type PassageSearch, type ReadTask } from './notes-task';

const MEMORY_MB = 512;
/** It grows with the size: 4 s, and 4 s for each million code units. */
const deadlineToRead = (units: number): number => Math.round(4_000 + (units / 1_000_000) * 4_000);
const DEADLINE_TO_FIND_MS = 30_000;

/** Up to here the answer is there before a thread has started, in a few hundredths of a second. */
const MOST_UNITS_HERE = 60_000;
const MOST_PASSAGES_HERE = 200;

/** Who asks: one has one reading at a time. The bounds are those of the thread. */
export interface Asking {
  userId: string;
  bounds?: Partial<ThreadBounds>;
}

const refused = (current: unknown): Failure => failure('file-refused', { field: 'text', current });

/** `readNotes`, without holding up anything else; what runs out of time or memory is refused like any other file. */
export async function notesInFile(
  text: string,
  most: number,
  asking: Asking,
): Promise<Result<ReadNotes, Failure>> {
  const task: ReadTask = { type: 'read', text, most };
  const read =
    text.length <= MOST_UNITS_HERE
      ? ok(doRead(task))
      : await inThread<ReturnType<typeof doRead>>(task, deadlineToRead(text.length), asking);
  if (!read.ok) return read;
  return read.value.ok ? read.value : err(refused(read.value.error));
}

/** For each search, for each of its passages, where it stands; without holding up anything else. */
export async function passagesFound(
  searches: readonly PassageSearch[],
  asking: Asking,
): Promise<Result<(FoundPassage | null)[][], Failure>> {
  const task: FindTask = { type: 'find', searches };
  return isSmall(searches)
    ? ok(doFind(task))
    : inThread<ReturnType<typeof doFind>>(task, DEADLINE_TO_FIND_MS, asking);
}

function isSmall(searches: readonly PassageSearch[]): boolean {
  let [units, passages] = [0, 0];
  for (const { in: searched, sought } of searches) {
    units += searched.text.length + (searched.original?.length ?? 0);
    for (const { target } of sought) {
      units += target.exact.length + target.prefix.length + target.suffix.length;
    }
    passages += sought.length;
  }
  return units <= MOST_UNITS_HERE && passages <= MOST_PASSAGES_HERE;
}

async function inThread<T>(
  task: ReadTask | FindTask,
  deadline: number,
  { userId, bounds: { deadlineMs = deadline, memoryMb = MEMORY_MB } = {} }: Asking,
): Promise<Result<T, Failure>> {
  const outcome = await inTurn(
    () => runInThread<T>('lib/server/annotation/notes-thread.mjs', task, { deadlineMs, memoryMb }),
    `notes/${userId}`,
  );
  if (outcome === null) return err(failure('database-busy'));
  if (outcome.ok) return outcome;
  const seconds = Math.round(deadlineMs / 100) / 10;
  return err(refused(refusal(outcome.error, outcome.error === 'out-of-time' ? { seconds } : {})));
}
