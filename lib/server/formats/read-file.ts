import 'server-only';
import { type Failure, failure } from '../../domain/failure';
import type { ImportedMap } from '../../domain/formats/import-map';
import type { ReadFile } from '../../domain/formats/schema';
import { IMPORT_LIMITS } from '../../domain/import/schema';
import { err, ok, type Result } from '../../domain/result';
import type { Actor } from '../../policy/actor';
import { can } from '../../policy/can';
import { importMapInWorker } from './import-map-in-worker';

/** Each reading has a thread with a heap of its own: so many at a time fit beside the rest of a small server. */
const MOST_AT_ONCE = 2;
/** Whoever comes later than this many is asked to try again. */
const MOST_WAITING = 16;

/** What is read by page is to be imported by page: what no import takes is refused here, where its line is known. */
const PAGE_LIMITS = {
  maxClaims: IMPORT_LIMITS.claims,
  maxRelations: IMPORT_LIMITS.relations,
  maxSources: IMPORT_LIMITS.sources,
  maxSourceLength: IMPORT_LIMITS.sourceText,
};

let reading = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T | null> {
  if (reading >= MOST_AT_ONCE) {
    if (waiting.length >= MOST_WAITING) return null;
    await new Promise<void>((resolve) => waiting.push(resolve));
  }
  reading += 1;
  try {
    return await work();
  } finally {
    reading -= 1;
    waiting.shift()?.();
  }
}

/**
 * Reads a file of another tool as a map and says what was lost and guessed on the way; writes nothing. A file that is not
 * taken is `file-refused`, with the reason and the place in `current`.
 */
export async function readFile(actor: Actor, input: ReadFile): Promise<Result<ImportedMap, Failure>> {
  if (actor.kind !== 'person') return err(failure('not-signed-in'));
  if (!can(actor, 'debate:create', null)) return err(failure('not-allowed'));
  const bytes = (text: string) => new TextEncoder().encode(text);
  const read = await inTurn(() =>
    importMapInWorker(bytes(input.text), {
      from: input.from,
      fileName: input.fileName,
      limits: PAGE_LIMITS,
      relations: input.relations === undefined ? undefined : bytes(input.relations),
    }),
  );
  if (read === null) return err(failure('database-busy'));
  return read.ok ? ok(read.value) : err(failure('file-refused', { field: 'text', current: read.error }));
}
