import 'server-only';
import { type Failure, failure } from '../../domain/failure';
import type { ImportedMap } from '../../domain/formats/import-map';
import type { ReadFile } from '../../domain/formats/schema';
import { IMPORT_LIMITS } from '../../domain/import/schema';
import { err, ok, type Result } from '../../domain/result';
import type { Actor } from '../../policy/actor';
import { can } from '../../policy/can';
import { inTurn } from '../thread/in-turn';
import { importMapInWorker } from './import-map-in-worker';

/** What is read by page is to be imported by page: what no import takes is refused here, where its line is known. */
const PAGE_LIMITS = {
  maxClaims: IMPORT_LIMITS.claims,
  maxRelations: IMPORT_LIMITS.relations,
  maxSources: IMPORT_LIMITS.sources,
  maxSourceLength: IMPORT_LIMITS.sourceText,
};

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
