import type { AnnotationThread } from '@/lib/domain/annotation/view';
import type {
  CitationView,
  ClaimView,
  PassageView,
  SentenceView,
  SourceView,
} from '@/lib/domain/debate/view';

/** Whose claims rest on a sentence: side a, side b, both, only claims of no side, or nobody's. */
export type CitedBy = 'a' | 'b' | 'ab' | 'n' | null;

export interface ReadSentence {
  sentence: SentenceView;
  /** By the sides that are shown. */
  citedBy: CitedBy;
  /** No claim rests on it, shown or not. */
  isUncited: boolean;
  /** Codes of the claims that rest on it or on a part of it. */
  codes: string[];
}

/** A paragraph with all that stands beside it. */
export interface ReadParagraph {
  passage: PassageView;
  sentences: ReadSentence[];
  /** Claims whose main passage is here. */
  claims: ClaimView[];
  /** Claims that also rest on this paragraph; their main passage is elsewhere. */
  also: ClaimView[];
  threads: AnnotationThread[];
}

/** Which claims take part in the picture. */
export interface ReadingChoice {
  showsA: boolean;
  showsB: boolean;
}

/** What of the margin and the marks is shown. */
export interface ReaderChoice extends ReadingChoice {
  showsUncited: boolean;
  showsNotes: boolean;
}

/** A claim on its way out carries nothing any more. */
const carries = (claim: ClaimView): boolean => claim.status === 'published' || claim.status === 'suggested';

/** The paragraphs of a source with what rests on them. Claims keep the order of `claims`, threads theirs. */
export function readParagraphs(
  source: SourceView,
  claims: readonly ClaimView[],
  threads: readonly AnnotationThread[],
  { showsA, showsB }: ReadingChoice,
): ReadParagraph[] {
  const isShown = ({ side }: ClaimView): boolean => side === 'n' || (side === 'a' ? showsA : showsB);
  const allCiting = claims
    .filter(carries)
    .flatMap((claim) =>
      claim.citations
        .filter(({ sourceKey }) => sourceKey === source.key)
        .map((citation, index) => ({ claim, citation, isMain: index === 0 })),
    );
  const citing = allCiting.filter(({ claim }) => isShown(claim));
  return source.passages.map((passage) => {
    const here = citing.filter(({ citation }) => citation.passageKey === passage.key);
    const main = unique(here.filter(({ isMain }) => isMain).map(({ claim }) => claim));
    return {
      passage,
      sentences: passage.sentences.map((sentence) => {
        const allOver = allCiting.filter(({ citation }) => restsOn(citation, sentence, source, passage));
        const over = allOver.filter(({ claim }) => isShown(claim));
        const sides = new Set(over.map(({ claim }) => claim.side));
        return {
          sentence,
          citedBy: citedBy(sides),
          isUncited: allOver.length === 0,
          codes: unique(over.map(({ claim }) => claim.code)),
        };
      }),
      claims: main,
      also: unique(here.map(({ claim }) => claim)).filter((claim) => !main.includes(claim)),
      threads: threads.filter(({ note }) => startsIn(note.target, source, passage)),
    };
  });
}

/** Sentences that no claim rests on, whichever claims are being shown. */
export function countUncited(source: SourceView, claims: readonly ClaimView[]): number {
  const all = readParagraphs(source, claims, [], { showsA: true, showsB: true });
  return all.flatMap(({ sentences }) => sentences).filter(({ isUncited }) => isUncited).length;
}

/** Whether a citation is of this very text; offsets into an older version say nothing here. */
export const isOfVersion = (target: { sourceVersionId: string }, source: SourceView): boolean =>
  target.sourceVersionId === source.version.id;

function restsOn(
  citation: CitationView,
  sentence: SentenceView,
  source: SourceView,
  passage: PassageView,
): boolean {
  if (!isOfVersion(citation, source)) {
    // The text has changed since: all that still holds is the paragraph, and its first sentence stands for it.
    return citation.passageKey === passage.key && sentence === passage.sentences[0];
  }
  return citation.start < sentence.end && citation.end > sentence.start;
}

function startsIn(
  target: AnnotationThread['note']['target'],
  source: SourceView,
  passage: PassageView,
): boolean {
  if (target.type !== 'passage' || !isOfVersion(target, source)) return false;
  return target.start >= passage.start && target.start < Math.max(passage.end, passage.start + 1);
}

function citedBy(sides: ReadonlySet<string>): CitedBy {
  if (sides.has('a')) return sides.has('b') ? 'ab' : 'a';
  if (sides.has('b')) return 'b';
  return sides.has('n') ? 'n' : null;
}

const unique = <T>(items: readonly T[]): T[] => [...new Set(items)];

/** The sentence in which a claim's main passage begins; null when that is in another text. */
export function mainSentenceKeyOf(source: SourceView, claim: ClaimView): string | null {
  const main = claim.citations[0];
  const passage = source.passages.find(({ key }) => key === main?.passageKey);
  if (!main || !passage || main.sourceKey !== source.key) return null;
  return passage.sentences.find((sentence) => restsOn(main, sentence, source, passage))?.key ?? null;
}

/** The paragraph that a passage key of an address names: `p9`, or a sentence of it, `p9.s2`. */
export function sentenceKeyOf(source: SourceView, passageKey: string): string | null {
  for (const passage of source.passages) {
    if (passage.key === passageKey) return passage.sentences[0]?.key ?? null;
    if (passage.sentences.some(({ key }) => key === passageKey)) return passageKey;
  }
  return null;
}
