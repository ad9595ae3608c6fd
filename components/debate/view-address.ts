/** The views of a debate that share one selection through the address. */
export type DebateViewName = 'map' | 'outline' | 'text';

/** What the address says besides the debate and the view. */
export interface ViewSelection {
  /** Code of the selected claim, or of the motion. */
  claim: string | null;
  /** The layer "Beyond the article" is shown. */
  isBeyondOn: boolean;
  /** A paragraph or sentence of a source, e.g. `p9` or `p9.s2`; the text view goes there. */
  passage: string | null;
}

export const NO_SELECTION: ViewSelection = { claim: null, isBeyondOn: false, passage: null };

/** Reads the selection out of a query; unknown parameters are left alone. */
export function selectionOf(query: { get(name: string): string | null }): ViewSelection {
  return {
    claim: query.get('claim') || null,
    isBeyondOn: query.get('layer') === 'beyond',
    passage: query.get('passage') || null,
  };
}

/** The query, with its `?`, that says this selection; empty when there is nothing to say. */
export function selectionQuery({ claim, isBeyondOn, passage }: ViewSelection): string {
  const query = new URLSearchParams();
  if (claim !== null) query.set('claim', claim);
  if (isBeyondOn) query.set('layer', 'beyond');
  if (passage !== null) query.set('passage', passage);
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

/** Address of a view of a debate with something selected in it. */
export function viewHref(slug: string, view: DebateViewName, selection: Partial<ViewSelection> = {}): string {
  return `/debates/${encodeURIComponent(slug)}/${view}${selectionQuery({ ...NO_SELECTION, ...selection })}`;
}
