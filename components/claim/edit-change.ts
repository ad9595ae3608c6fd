/** What an edit does to a claim. There is no usual answer: votes hang on it, so whoever edits says which. */
export type EditChange = 'wording' | 'meaning';

const plain = (text: string): string => text.trim().replace(/\s+/gu, ' ');

/**
 * Whether an edit changes the meaning, as its author says; null while they have yet to say. Words that stay as they are
 * keep their meaning, whatever else is changed with them.
 */
export function changesMeaning(before: string, after: string, chosen: EditChange | null): boolean | null {
  if (plain(before) === plain(after)) return false;
  return chosen === null ? null : chosen === 'meaning';
}

/** What the author of a revision said of it; null for the first one, and where the words stayed. */
export function changeOf(
  revision: { text: string; changesMeaning: boolean },
  before: { text: string } | null,
): EditChange | null {
  if (before === null) return null;
  if (revision.changesMeaning) return 'meaning';
  return plain(before.text) === plain(revision.text) ? null : 'wording';
}
