import 'server-only';
import { type Failure, failure } from '../../domain/failure';
import { err, ok, type Result } from '../../domain/result';
import type { ReadDocument } from '../../domain/source/document/document';
import type { ReadDocumentInput } from '../../domain/source/document/schema';
import type { Actor } from '../../policy/actor';
import { inTurn } from '../thread/in-turn';
import type { DocumentFile } from './read-document';
import { readDocumentInWorker } from './read-document-in-worker';

/**
 * A document as the text of a source, and what was lost on the way; writes nothing. A document that is not taken is
 * `file-refused`, with the reason in `current`. A person has one reading at a time: others wait for the same few threads.
 */
export async function readSourceDocument(
  actor: Actor,
  input: ReadDocumentInput,
): Promise<Result<ReadDocument, Failure>> {
  if (actor.kind !== 'person') return err(failure('not-signed-in'));
  const file = fileOf(input);
  if (!file) return err(failure('invalid-input', { field: 'content' }));
  const read = await inTurn(() => readDocumentInWorker(file), `document/${actor.userId}`);
  if (read === null) return err(failure('database-busy'));
  return read.ok ? ok(read.value) : err(failure('file-refused', { field: 'content', current: read.error }));
}

function fileOf({ fileName = '', content, text, format = 'text' }: ReadDocumentInput): DocumentFile | null {
  if (content === undefined) return { bytes: new TextEncoder().encode(text), fileName, kind: format };
  // Buffers skip what is no base64; a length that differs tells that something was skipped.
  const bytes = Buffer.from(content, 'base64');
  const isWhole = Math.ceil(bytes.length / 3) * 4 === content.length;
  return isWhole ? { bytes: Uint8Array.from(bytes), fileName } : null;
}
