export interface Change {
  set?: [key: string, value: unknown][];
  remove?: string[];
}

/**
 * What this browser keeps for the person: the outbox and drafts. IndexedDB, because it survives a crash and has room;
 * localStorage where the browser refuses that; memory where it refuses both, so that the page still works.
 */
export interface KeptStorage {
  /** Whether what is kept outlives the page. */
  readonly isLasting: boolean;
  /**
   * Reads, decides and writes in one step that no other tab comes between; all of it or nothing.
   * @returns once it is kept; rejects when it is not
   */
  change(keys: readonly string[], decide: (old: ReadonlyMap<string, unknown>) => Change): Promise<void>;
  /** All pairs whose key begins with the prefix. */
  entries(prefix: string): Promise<[string, unknown][]>;
  clear(): Promise<void>;
}
