import 'server-only';
import { type Failure, failure } from '../domain/failure';
import { err, type Result } from '../domain/result';
import type { Person } from '../policy/actor';
import type { Transaction } from './database/client';
import { inTransaction } from './database/transaction';

/** What marks a repeated request: the client's key and a hash of what was asked. */
export interface Idempotency {
  key: string;
  requestHash: string;
}

/**
 * Runs a creating command once for each key: the first request does the work and keeps its answer in the same
 * transaction; the same request again, even at the same moment, gets that answer. The same key with another request is a
 * mistake and says so.
 */
export function once<T extends object>(
  actor: Person,
  idempotency: Idempotency | null,
  work: (tx: Transaction) => Promise<Result<T, Failure>>,
  timeoutMs?: number,
): Promise<Result<T, Failure>> {
  if (!idempotency) return inTransaction(work, timeoutMs);
  return inTransaction(async (tx) => {
    // Requests with one key wait for each other here; the lock ends with the transaction.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${actor.userId}/${idempotency.key}`}, 0))`;
    const id = { userId: actor.userId, key: idempotency.key };
    const earlier = await tx.idempotencyKey.findUnique({ where: { userId_key: id } });
    if (earlier) {
      if (earlier.requestHash !== idempotency.requestHash) return err(failure('idempotency-mismatch'));
      // Written below as JSON of a T for the very same request.
      return { ok: true, value: earlier.body as unknown as T };
    }
    const result = await work(tx);
    // Only what was done is kept: after a failure nothing was written, and the same request may be tried again.
    if (result.ok) {
      await forgetExpired(tx);
      await tx.idempotencyKey.create({
        data: { ...id, requestHash: idempotency.requestHash, body: result.value },
      });
    }
    return result;
  }, timeoutMs);
}

/** A few old answers go with each new one, so the table stays as large as a day's work; locked ones wait for the next. */
const forgetExpired = (tx: Transaction) => tx.$executeRaw`
  DELETE FROM "IdempotencyKey" WHERE ("userId", "key") IN (
    SELECT "userId", "key" FROM "IdempotencyKey" WHERE "createdAt" < now() - interval '24 hours'
    ORDER BY "createdAt" LIMIT 100 FOR UPDATE SKIP LOCKED)`;

/**
 * Replaces the answer kept for the request that made a note, when the note is removed: its words go from here too, and
 * a request that still arrives again is told that the note is gone.
 */
export async function replaceAnswerOfNote(
  tx: Transaction,
  actor: Person,
  noteId: string,
  answer: object,
): Promise<void> {
  await tx.idempotencyKey.updateMany({
    where: { userId: actor.userId, body: { path: ['annotation', 'id'], equals: noteId } },
    data: { body: answer },
  });
}
