import { type Failure, failure } from '@/lib/domain/failure';
import { tooDeepAt } from '@/lib/domain/formats/json-scan';
import { err, ok, type Result } from '@/lib/domain/result';

/** A body as JSON and as the text it came as (for the request's hash). */
export interface JsonBody {
  text: string;
  value: unknown;
}

/** Deepest nesting that any of our bodies needs, with room to spare. */
const MOST_DEPTH = 32;

/**
 * Reads a JSON body of at most `limit` bytes. Bytes are counted as they arrive and reading stops at the limit, whatever
 * Content-Length says, so an endless body costs no memory.
 */
export async function readJson(request: Request, limit: number): Promise<Result<JsonBody, Failure>> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/json(\s*;\s*charset="?utf-8"?)?\s*$/i.test(type))
    return err(failure('wrong-content-type'));
  if (Number(request.headers.get('content-length') ?? 0) > limit) return err(failure('body-too-large'));

  const bytes = await readAtMost(request, limit);
  if (!bytes) return err(failure('body-too-large'));
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (tooDeepAt(text, MOST_DEPTH) >= 0) return err(failure('malformed-json'));
    return ok({ text, value: JSON.parse(text) });
  } catch {
    return err(failure('malformed-json'));
  }
}

async function readAtMost(request: Request, limit: number): Promise<Uint8Array | null> {
  if (!request.body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > limit) {
      await reader.cancel();
      return null;
    }
    chunks.push(value);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}
