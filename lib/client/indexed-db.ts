import { promisifyRequest } from 'idb-keyval';
import type { KeptStorage } from './kept-types';

const TABLE = 'kept';
/** A database that does not open in this time is done without, and tried again later. */
const OPENING_MS = 5_000;

function opening(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name);
  request.onupgradeneeded = () => request.result.createObjectStore(TABLE);
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('IndexedDB does not open')), OPENING_MS);
    promisifyRequest(request)
      .then(resolve, reject)
      .finally(() => clearTimeout(late));
  });
}

/**
 * Keeps things in one table of an IndexedDB. A promise is kept only after the transaction has completed, for that is
 * when the browser has the data; a connection that the browser closed by itself is opened once more.
 */
export function inIndexedDb(name: string): KeptStorage {
  let connection: Promise<IDBDatabase> | null = null;

  const connected = (): Promise<IDBDatabase> => {
    connection ??= opening(name).then((db) => {
      // Browsers close connections when they are short of memory, or when a person clears the site's data.
      db.onclose = () => {
        connection = null;
      };
      return db;
    });
    return connection.catch((reason: unknown) => {
      connection = null;
      throw reason;
    });
  };

  async function transaction<T>(
    mode: IDBTransactionMode,
    durability: IDBTransactionDurability,
    work: (table: IDBObjectStore) => Promise<T>,
  ): Promise<T> {
    const attempt = async () => {
      const transaction = (await connected()).transaction(TABLE, mode, { durability });
      const completed = promisifyRequest(transaction);
      const worked = work(transaction.objectStore(TABLE)).catch((reason: unknown) => {
        // What was written before the fault goes with it.
        if (transaction.error === null) transaction.abort();
        throw reason;
      });
      const [result] = await Promise.all([worked, completed]);
      return result;
    };
    return attempt().catch(() => {
      connection = null;
      return attempt();
    });
  }

  return {
    isLasting: true,
    change: (keys, decide) =>
      // Promised words and presses are on the disk, not in a buffer of the machine's, before that is said.
      transaction('readwrite', 'strict', async (table) => {
        const old = await Promise.all(keys.map((key) => promisifyRequest<unknown>(table.get(key))));
        const { set = [], remove = [] } = decide(new Map(keys.map((key, index) => [key, old[index]])));
        for (const [key, value] of set) table.put(value, key);
        for (const key of remove) table.delete(key);
      }),
    entries: (prefix) =>
      transaction('readonly', 'default', async (table) => {
        const [keys, values] = await Promise.all([
          promisifyRequest(table.getAllKeys()),
          promisifyRequest<unknown[]>(table.getAll()),
        ]);
        return keys.flatMap((key, index): [string, unknown][] =>
          typeof key === 'string' && key.startsWith(prefix) ? [[key, values[index]]] : [],
        );
      }),
    clear: () =>
      transaction('readwrite', 'strict', async (table) => {
        table.clear();
      }),
  };
}
