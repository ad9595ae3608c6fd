/** Reads that many ask for in one moment are made once: who asks while one is under way waits for it and takes its answer. */
export function sharedReading<T>(): (key: string, read: () => Promise<T>) => Promise<T> {
  const underway = new Map<string, Promise<T>>();
  return (key, read) => {
    const known = underway.get(key);
    if (known) return known;
    const reading = read().finally(() => underway.delete(key));
    underway.set(key, reading);
    return reading;
  };
}
