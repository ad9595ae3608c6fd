import { MAP_LENGTHS } from './map-document';

/** Gives out ids, each once: those that a file tells to what it tells them for, made ones beside them. */
export class IdRegistry {
  readonly #told: ReadonlySet<string>;
  readonly #used = new Set<string>();
  readonly #lastSuffix = new Map<string, number>();
  readonly #separator: string;

  constructor(told: Iterable<string> = [], separator = '~') {
    this.#told = new Set(told);
    this.#separator = separator;
  }

  /** The id itself, the first time; something like it later. */
  take(id: string): string {
    if (this.#used.has(id)) return this.make(id);
    this.#used.add(id);
    return id;
  }

  /** An id like the wish that neither is in use nor told for something else. */
  make(wish: string): string {
    const base = wish.slice(0, MAP_LENGTHS.id - 8);
    let id = wish.slice(0, MAP_LENGTHS.id);
    let suffix = this.#lastSuffix.get(base) ?? 1;
    while (this.#used.has(id) || this.#told.has(id)) {
      suffix += 1;
      id = `${base}${this.#separator}${suffix}`;
    }
    this.#lastSuffix.set(base, suffix);
    this.#used.add(id);
    return id;
  }
}
