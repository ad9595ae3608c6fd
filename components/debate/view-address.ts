/** The views of a debate, in the order of their tabs; they share one selection through the address. */
export const DEBATE_VIEWS = ['map', 'outline', 'text', 'stances'] as const;
export type DebateViewName = (typeof DEBATE_VIEWS)[number];

/** What the address says besides the debate and the view. */
export interface ViewSelection {
  /** Code of the selected claim, or of the motion. */
  claim: string | null;
  /** Code of the motion that is looked at; null for the debate's first. */
  motion: string | null;
  /** The layer "Beyond the article" is shown. */
  isBeyondOn: boolean;
  /** A paragraph or sentence of a source, e.g. `p9` or `p9.s2`; the text view goes there. */
  passage: string | null;
  /** Key of the source that the text view shows or goes to; the version that an address asks for goes with it. */
  source: string | null;
  /** Hypothetical changes of strength, as lib/domain/argument/what-if-address writes them; not checked yet. */
  whatIf: string | null;
  /** Archived and declined claims and lines are shown too, to whoever may see them. */
  showsClosed: boolean;
  /** Claims are marked with what they do to the groups of the opinion map: divide, unite, neither. */
  showsEffects: boolean;
  /** Code of a merged or split claim that the address named; the selected one took its place. */
  cameFrom: string | null;
  /** The step of the guided tour that is walked, from 1. */
  tourStep: number | null;
}

/** Reads the selection out of a query; unknown parameters are left alone. */
export function selectionOf(query: { get(name: string): string | null }): ViewSelection {
  return {
    claim: query.get('claim') || null,
    motion: query.get('motion') || null,
    isBeyondOn: query.get('layer') === 'beyond',
    passage: query.get('passage') || null,
    source: query.get('source') || null,
    whatIf: query.get('whatif') || null,
    showsClosed: query.get('archived') === 'shown',
    showsEffects: query.get('effects') === 'shown',
    cameFrom: query.get('was') || null,
    tourStep: stepOf(query.get('tour')),
  };
}

const stepOf = (text: string | null): number | null =>
  text !== null && /^[1-9]\d?$/.test(text) ? Number(text) : null;

/**
 * The query with parts of the selection changed, and its other parameters as they were.
 * @param query with or without its `?`
 * @returns with its `?`; empty when there is nothing to say
 */
export function withSelection(query: string, change: Partial<ViewSelection>): string {
  const params = new URLSearchParams(query);
  const put = (name: string, value: string | null) =>
    value === null ? params.delete(name) : params.set(name, value);
  if (change.claim !== undefined) {
    put('claim', change.claim);
    // It tells of the claim that was selected until now.
    put('was', null);
  }
  if (change.cameFrom !== undefined) put('was', change.cameFrom);
  if (change.motion !== undefined) put('motion', change.motion);
  if (change.isBeyondOn !== undefined) put('layer', change.isBeyondOn ? 'beyond' : null);
  if (change.showsClosed !== undefined) put('archived', change.showsClosed ? 'shown' : null);
  if (change.showsEffects !== undefined) put('effects', change.showsEffects ? 'shown' : null);
  if (change.passage !== undefined) put('passage', change.passage);
  if (change.source !== undefined) {
    put('source', change.source);
    put('version', null);
  }
  if (change.whatIf !== undefined) put('whatif', change.whatIf);
  if (change.tourStep !== undefined) put('tour', change.tourStep === null ? null : String(change.tourStep));
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

/** Address of a text as it stood: what it says of places is about this version. */
export const versionHref = (
  slug: string,
  { sourceKey, version, ...rest }: { sourceKey: string; version: number } & Partial<ViewSelection>,
): string => {
  const query = withSelection(
    `?${new URLSearchParams({ source: sourceKey, version: String(version) })}`,
    rest,
  );
  return viewHref(slug, 'text') + query;
};

/** Address of a view of a debate with something selected in it. */
export function viewHref(slug: string, view: DebateViewName, selection: Partial<ViewSelection> = {}): string {
  return `/debates/${encodeURIComponent(slug)}/${view}${withSelection('', selection)}`;
}
