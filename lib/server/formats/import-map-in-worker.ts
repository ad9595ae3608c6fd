// Reading files of strangers in a thread of its own. The Argdown parser can be made to work for hours, and any parser can
// be made to fill the memory; a thread is ended, the process is not.

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { ImportedMap, ImportOptions } from '../../domain/formats/import-map';
import type { Refusal } from '../../domain/formats/refusal';
import { refusal } from '../../domain/formats/refusal';
import type { Result } from '../../domain/result';
import { err } from '../../domain/result';
import type { ImportTask } from './import-worker';

type Answer = { type: 'started' } | { type: 'done'; result: Result<ImportedMap, Refusal> };

export interface WorkerBounds {
  /** From the start of reading, ms. By default it grows with the size: 2 s, and 4 s for each million bytes. */
  deadlineMs?: number;
  /** Of the thread's heap. */
  memoryMb?: number;
}

/** Starting the thread and loading the parser, which no file can make longer. */
const PATIENCE_TO_START_MS = 60_000;
const MEMORY_MB = 768;

const deadlineFor = (bytes: number): number => Math.round(2_000 + (bytes / 1_000_000) * 4_000);

/** Where the source files are: the folder that the program runs in. */
const fileIn = (path: string): string => join(process.cwd(), path);

function startWorker(memoryMb: number): Worker {
  return new Worker(pathToFileURL(fileIn('lib/server/formats/import-thread.mjs')), {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: memoryMb, stackSizeMb: 4 },
    stdout: true,
    stderr: true,
  });
}

function readInThread(
  task: ImportTask,
  deadlineMs: number,
  memoryMb: number,
): Promise<Result<ImportedMap, Refusal>> {
  const worker = startWorker(memoryMb);
  let clock: NodeJS.Timeout | undefined;
  return new Promise<Result<ImportedMap, Refusal>>((resolve, reject) => {
    const late = () =>
      resolve(err(refusal('out-of-time', { seconds: Math.round(deadlineMs / 100) / 10 }, { line: 1 })));
    clock = setTimeout(() => reject(new Error('The import thread did not start.')), PATIENCE_TO_START_MS);
    worker.on('message', (answer: Answer) => {
      if (answer.type === 'done') return resolve(answer.result);
      clearTimeout(clock);
      clock = setTimeout(late, deadlineMs);
    });
    worker.once('error', (error: Error & { code?: string }) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve(err(refusal('out-of-memory', {}, { line: 1 })));
      else reject(error);
    });
    worker.once('exit', (code) => reject(new Error(`The import thread ended with code ${code}.`)));
    worker.postMessage(task);
  }).finally(() => {
    clearTimeout(clock);
    void worker.terminate();
  });
}

/**
 * `importMap` in a thread with a deadline and bounded memory; who calls it sees to how many run at a time. It runs from the root of the source tree.
 * What runs out of either is refused like any other file.
 */
export const importMapInWorker = (
  bytes: Uint8Array,
  options: ImportOptions = {},
  { deadlineMs = deadlineFor(bytes.length), memoryMb = MEMORY_MB }: WorkerBounds = {},
): Promise<Result<ImportedMap, Refusal>> => readInThread({ bytes, options }, deadlineMs, memoryMb);
