/**
 * What a map loses or gains on its way into a debate, beyond what reading its file already told. Each entry names the
 * place in the map (`claim c1`, `relation r2`, `source s3`, `side x`) and a reason from a closed list; words for people
 * are the interface's.
 */

export const IMPORT_REASONS = {
  dropped: [
    'claim-empty',
    'relation-of-dropped',
    'motion-gives-reason',
    'relation-to-itself',
    'undercuts-own-line',
    'undercut-of-dropped',
    'side-left-out',
    'citation-not-found',
    'votes-left-out',
    'weight-left-out',
    'scheme-unknown',
    'question-unknown',
    'url-left-out',
    'passage-empty',
  ],
  guessed: [
    'text-shortened',
    'title-shortened',
    'question-missing',
    'language-missing',
    'sides-missing',
    'sides-from-relations',
    'motion-missing',
    'motion-made',
    'code-changed',
    'source-from-citations',
    'passages-from-paragraphs',
  ],
  merged: ['relation-repeated', 'citation-repeated'],
} as const;

type List = keyof typeof IMPORT_REASONS;
export type ImportReason<L extends List = List> = (typeof IMPORT_REASONS)[L][number];

export interface ImportEntry<L extends List = List> {
  place: string;
  reason: ImportReason<L>;
  values: Record<string, string | number>;
}

export type ImportReport = { [L in List]: ImportEntry<L>[] };

export const emptyReport = (): ImportReport => ({ dropped: [], guessed: [], merged: [] });

/** Adds an entry to one of the three lists. */
export function note<L extends List>(
  report: ImportReport,
  list: L,
  reason: ImportReason<L>,
  place: string,
  values: ImportEntry['values'] = {},
): void {
  (report[list] as ImportEntry<L>[]).push({ place, reason, values });
}
