/** What a document had and its text has not, or has by a guess: each with how often. The interface has a sentence for each. */
export const LOSS_CODES = [
  /** Left out. */
  'images',
  'embedded',
  'links',
  'page-parts',
  'forms',
  'hidden',
  'headers-footers',
  'page-numbers',
  'comments',
  'formulas',
  'turned-text',
  'front-matter',
  'marks-removed',
  /** Kept in another form or place. */
  'tables',
  'footnotes',
  'tracked-changes',
  'text-boxes',
  /** Guessed. */
  'encoding',
  'title-guessed',
  'headings-guessed',
  'lines-joined',
  'hyphens-joined',
  'columns',
  'pages-laid-out',
  'pages-without-text',
  'unreadable',
] as const;

export type LossCode = (typeof LOSS_CODES)[number];

export interface Loss {
  code: LossCode;
  /** How many of them; for `encoding` always 1. */
  count: number;
  /** The encoding that was guessed. */
  name?: string;
}

/** Counts losses while a document is read. */
export class Losses {
  readonly #counts = new Map<LossCode, number>();
  #encoding: string | null = null;

  add(code: LossCode, count = 1): void {
    if (count > 0) this.#counts.set(code, (this.#counts.get(code) ?? 0) + count);
  }

  /** The encoding was not said, and is a guess. */
  guessEncoding(name: string): void {
    this.#encoding = name;
    this.#counts.set('encoding', 1);
  }

  /** In the order of `LOSS_CODES`. */
  list(): Loss[] {
    return LOSS_CODES.flatMap((code): Loss[] => {
      const count = this.#counts.get(code);
      if (count === undefined) return [];
      return [
        code === 'encoding' && this.#encoding ? { code, count, name: this.#encoding } : { code, count },
      ];
    });
  }
}
