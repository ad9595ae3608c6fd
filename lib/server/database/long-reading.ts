import 'server-only';
import { database, type Transaction } from './client';

/**
 * Reads of a conversation as large as they come: a statement has as long as all of them together, instead of the few seconds that
 * are enough for every other request.
 */
const MOST_MS = 60_000;

/** Reads what belongs together, as it stood in one moment. */
export const longReading = <T>(read: (tx: Transaction) => Promise<T>): Promise<T> =>
  database().prisma.$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT set_config('statement_timeout', ${String(MOST_MS)}, true)`;
      return read(tx);
    },
    { isolationLevel: 'RepeatableRead', maxWait: 5_000, timeout: MOST_MS },
  );
