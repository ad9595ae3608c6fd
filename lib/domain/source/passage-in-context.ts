import type { CitationView, SourceView } from '../debate/view';

/** A citation with the paragraph around it, to be read where the text itself is not. */
export interface PassageInContext {
  passageKey: string;
  label: string;
  sourceTitle: string;
  attribution: string;
  language: string;
  before: string;
  quote: string;
  after: string;
}

type Cited = Pick<
  CitationView,
  'sourceKey' | 'sourceVersionId' | 'standing' | 'passageKey' | 'passageLabel' | 'start' | 'end' | 'exact'
>;

/**
 * The words of a citation within those of its paragraph; the quotation alone when the newest text has it no more. Null when
 * the text is not among the sources.
 */
export function passageInContext(sources: readonly SourceView[], citation: Cited): PassageInContext | null {
  const source = sources.find(({ key }) => key === citation.sourceKey);
  if (!source) return null;
  const { start, end } = citation;
  const facts = {
    passageKey: citation.passageKey,
    label: citation.passageLabel,
    sourceTitle: source.title,
    attribution: source.attribution,
    language: source.language,
  };
  const { text } = source.version;
  const passage = source.passages.find((one) => one.start <= start && start < one.end);
  if (!passage || citation.standing === 'lost' || citation.sourceVersionId !== source.version.id) {
    return { ...facts, before: '', quote: citation.exact, after: '' };
  }
  return {
    ...facts,
    before: text.slice(passage.start, start),
    quote: text.slice(start, end),
    after: text.slice(end, Math.max(end, passage.end)),
  };
}
