import type { Failure } from '../../domain/failure';
import { err, type Result } from '../../domain/result';
import { database, type Transaction } from './client';
import { isConflict } from './faults';

/**
 * Carries an expected failure out of `inTransaction`, so that everything written before it is rolled back; for what is called so
 * deep within that it answers with no failure of its own.
 */
export class RolledBack extends Error {
  constructor(readonly failure: Failure) {
    super(failure.code);
  }
}

const MOST_ATTEMPTS = 3;
/** Of a transaction, unless its caller knows that it takes longer. */
const TIMEOUT_MS = 8000;
const pause = (attempt: number) =>
  new Promise((resolve) => setTimeout(resolve, (2 ** attempt + Math.random()) * 20));

/**
 * Runs `work` in one transaction. A failure rolls back all of it; a serialisation conflict or deadlock runs it again, at
 * most three times, with jitter.
 */
export async function inTransaction<T>(
  work: (tx: Transaction) => Promise<Result<T, Failure>>,
  timeoutMs = TIMEOUT_MS,
): Promise<Result<T, Failure>> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await database().prisma.$transaction(
        async (tx) => {
          const result = await work(tx);
          if (!result.ok) throw new RolledBack(result.error);
          return result;
        },
        { maxWait: 3000, timeout: timeoutMs },
      );
    } catch (error) {
      if (error instanceof RolledBack) return err(error.failure);
      if (attempt >= MOST_ATTEMPTS || !isConflict(error)) throw error;
      await pause(attempt);
    }
  }
}
