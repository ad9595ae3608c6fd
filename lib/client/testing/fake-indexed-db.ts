/**
 * As much of IndexedDB as this app uses, with a disk that the test holds up: transactions take effect when they are
 * committed, one after the other, and a page that is gone before that has written nothing.
 */
export class FakeDisk {
  private readonly kept = new Map<string, unknown>();
  private readonly waiting: (() => void)[] = [];
  private isHeld = false;
  /** Makes the next openings fail. */
  failedOpenings = 0;
  /** Makes the next transactions fail as they are committed. */
  failedCommits = 0;
  readonly durabilities: string[] = [];

  /** From here on nothing is committed before `release`. */
  hold(): void {
    this.isHeld = true;
  }

  release(): void {
    this.isHeld = false;
    for (const commit of this.waiting.splice(0)) commit();
  }

  /** The page is gone: what was not committed never will be. */
  crash(): void {
    this.isHeld = false;
    this.waiting.splice(0);
  }

  get contents(): ReadonlyMap<string, unknown> {
    return this.kept;
  }

  /** For `indexedDB` of a page. */
  factory(): Pick<IDBFactory, 'open'> {
    return {
      open: () => {
        const request = new FakeRequest<unknown>();
        queueMicrotask(() => {
          if (this.failedOpenings > 0) {
            this.failedOpenings -= 1;
            request.fail(new Error('refused'));
          } else request.succeed({ transaction: this.begin });
        });
        return request as unknown as IDBOpenDBRequest;
      },
    };
  }

  private readonly begin = (_table: string, mode: string, { durability }: { durability: string }) => {
    const transaction = new FakeTransaction(new Map(this.kept));
    this.durabilities.push(`${mode} ${durability}`);
    const commit = () => {
      if (transaction.isAborted) return;
      if (this.failedCommits > 0 && mode === 'readwrite') {
        this.failedCommits -= 1;
        transaction.error = new Error('quota');
        return transaction.onabort?.();
      }
      for (const change of transaction.changes) change(this.kept);
      transaction.oncomplete?.();
    };
    // A transaction is committed once nothing is asked of it any more.
    setImmediate(() => {
      if (this.isHeld && mode === 'readwrite') this.waiting.push(commit);
      else commit();
    });
    return transaction;
  };
}

class FakeRequest<T> {
  result: T | undefined;
  error: unknown = null;
  onsuccess: (() => void) | null = null;
  onerror: (() => void) | null = null;
  onupgradeneeded: (() => void) | null = null;

  succeed(result: T): void {
    this.result = result;
    this.onsuccess?.();
  }

  fail(error: unknown): void {
    this.error = error;
    this.onerror?.();
  }
}

class FakeTransaction {
  error: unknown = null;
  oncomplete: (() => void) | null = null;
  onabort: (() => void) | null = null;
  isAborted = false;
  readonly changes: ((kept: Map<string, unknown>) => void)[] = [];

  constructor(private readonly seen: Map<string, unknown>) {}

  abort(): void {
    this.isAborted = true;
    this.error = new Error('aborted');
    this.onabort?.();
  }

  objectStore() {
    const ask = <T>(answer: () => T) => {
      const request = new FakeRequest<T>();
      queueMicrotask(() => request.succeed(answer()));
      return request;
    };
    const change = (made: (kept: Map<string, unknown>) => void) => {
      this.changes.push(made);
      made(this.seen);
    };
    return {
      get: (key: string) => ask(() => structuredClone(this.seen.get(key))),
      getAllKeys: () => ask(() => [...this.seen.keys()]),
      getAll: () => ask(() => structuredClone([...this.seen.values()])),
      put: (value: unknown, key: string) => {
        const copy = structuredClone(value);
        change((kept) => void kept.set(key, copy));
      },
      delete: (key: string) => change((kept) => void kept.delete(key)),
      clear: () => change((kept) => kept.clear()),
    };
  }
}
