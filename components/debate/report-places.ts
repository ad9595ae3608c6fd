/** Names what is meant by a place of a report: a claim, a line of a file; null where the whole map is meant. */
export type ReportPlace =
  | { kind: 'line' | 'claim' | 'relation' | 'source' | 'side'; name: string }
  | string
  | null;

/**
 * Reads a place as a report writes it. Fields of the whole map (`/language`, `map`, `relations`) say nothing that the
 * sentence beside them does not say; a place deep in a file (`/nodes/3`) stays as it is.
 */
export function reportPlace(text: string): ReportPlace {
  const [, kind, name = ''] = /^(line|claim|relation|source|side) (.+)$/s.exec(text) ?? [];
  if (kind === 'line' || kind === 'claim' || kind === 'relation' || kind === 'source' || kind === 'side') {
    return { kind, name };
  }
  return /^(?:\/?[a-z-]*)$/.test(text) ? null : text;
}

/** What reading a file told, without what taking it in tells again with what is done about it. */
export const notSaidAgain = <E extends { reason: string }>(
  read: readonly E[],
  planned: readonly { reason: string }[],
): E[] =>
  planned.some(({ reason }) => reason === 'language-missing')
    ? read.filter(({ reason }) => reason !== 'language-unknown')
    : [...read];
