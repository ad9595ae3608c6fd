import type { AnnotationThread } from '@/lib/domain/annotation/view';
import type {
  CitationView,
  ClaimView,
  PassageView,
  SentenceView,
  SourceView,
} from '@/lib/domain/debate/view';
import { isLost, waitsForReview } from './citation-standing';
import type { NoteMark } from './reader-pieces';

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
  /** Notes on it or on a part of it. */
  noteCount: number;
  /** The place of one of those claims here was found changed and waits for somebody to look. */
  isChanged: boolean;
}

/** A paragraph with all that stands beside it. */
export interface ReadParagraph {
  passage: PassageView;
  sentences: ReadSentence[];
  /** Claims whose main passage is here. */
  claims: ClaimView[];
  /** Claims that also rest on this paragraph; their main passage is elsewhere. */
  also: ClaimView[];
  /** Notes that start here. */
  threads: AnnotationThread[];
  /** Stretches of all notes on a part of it, those that start before it too. */
  marks: NoteMark[];
}

/** Which claims take part in the picture. */
export interface ReadingChoice {
  showsA: boolean;
  showsB: boolean;
  /** The text is an older version: of claims only what it alone still has stands in it. */
  isOlder?: boolean;
}

/** What of the margin and the marks is shown. */
export interface ReaderChoice extends ReadingChoice {
  showsUncited: boolean;
  showsNotes: boolean;
  showsCoverage: boolean;
}

/** A claim on its way out carries nothing any more. */
export const carries = (claim: ClaimView): boolean =>
  claim.status === 'published' || claim.status === 'suggested';

/** The paragraphs of a source with what rests on them. Claims keep the order of `claims`, threads theirs. */
export function readParagraphs(
  source: SourceView,
  claims: readonly ClaimView[],
  threads: readonly AnnotationThread[],
  { showsA, showsB, isOlder = false }: ReadingChoice,
): ReadParagraph[] {
  const isShown = ({ side }: ClaimView): boolean => side === 'n' || (side === 'a' ? showsA : showsB);
  const allCiting = claims
    .filter(carries)
    .flatMap((claim) =>
      claim.citations
        .filter((citation) => citation.sourceKey === source.key)
        .filter((citation) => (isOlder ? isOfVersion(citation, source) : !isLost(citation)))
        .map((citation, index) => ({ claim, citation, isMain: index === 0 })),
    )
    .map((one, order) => ({ ...one, order }));
  const { passages } = source;
  const stretches = allCiting
    .filter(({ citation }) => isOfVersion(citation, source))
    .map((one) => ({ ...one, start: one.citation.start, end: one.citation.end }));
  // The text has changed since: all that still holds is the paragraph, and its first sentence stands for it.
  const older = allCiting.filter(({ citation }) => !isOfVersion(citation, source));
  const over = byPassage(stretches, passages);
  const citingIn = groupBy(allCiting, ({ citation }) => citation.passageKey);
  const olderIn = groupBy(older, ({ citation }) => citation.passageKey);
  const notes = byPassage(noteMarks(threads, source), passages);
  const threadsIn = groupBy(threads, ({ note }) => passageOf(note.target, source)?.key ?? null);
  return passages.map((passage, index) => {
    const here = (citingIn.get(passage.key) ?? []).filter(({ claim }) => isShown(claim));
    const main = unique(here.filter(({ isMain }) => isMain).map(({ claim }) => claim));
    const marks = notes[index] ?? [];
    return {
      passage,
      sentences: passage.sentences.map((sentence, place) => {
        const allOver = [
          ...(over[index] ?? []).filter((one) => touches(one, sentence)),
          ...(place === 0 ? (olderIn.get(passage.key) ?? []) : []),
        ];
        // In the order of the claims, wherever their passages begin.
        const shown = allOver.filter(({ claim }) => isShown(claim)).sort((a, b) => a.order - b.order);
        return {
          sentence,
          citedBy: citedBy(new Set(shown.map(({ claim }) => claim.side))),
          isUncited: allOver.length === 0,
          codes: unique(shown.map(({ claim }) => claim.code)),
          noteCount: marks.filter((one) => touches(one, sentence)).length,
          isChanged: shown.some(({ citation }) => waitsForReview(citation)),
        };
      }),
      claims: main,
      also: unique(here.map(({ claim }) => claim)).filter((claim) => !main.includes(claim)),
      threads: threadsIn.get(passage.key) ?? [],
      marks,
    };
  });
}

type Stretch = { start: number; end: number };

const touches = (one: Stretch, other: Stretch): boolean => one.start < other.end && one.end > other.start;

/** The stretches over each passage, with one walk through both. */
function byPassage<T extends Stretch>(stretches: readonly T[], passages: readonly PassageView[]): T[][] {
  const lists: T[][] = passages.map(() => []);
  let first = 0;
  for (const one of [...stretches].sort((a, b) => a.start - b.start)) {
    while (first < passages.length && (passages[first]?.end ?? 0) <= one.start) first += 1;
    for (let at = first; at < passages.length && (passages[at]?.start ?? 0) < one.end; at += 1)
      lists[at]?.push(one);
  }
  return lists;
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string | null): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** Where notes with words stand in this text. */
export function noteMarks(threads: readonly AnnotationThread[], source: SourceView): NoteMark[] {
  return threads.flatMap(({ note }) => {
    const { id, target, kind, isOwn, isRemoved } = note;
    if (target.type !== 'passage' || isRemoved || !isOfVersion(target, source)) return [];
    return [{ id, start: target.start, end: target.end, kind, isOwn }];
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

/** The paragraph in which a note starts. */
function passageOf(target: AnnotationThread['note']['target'], source: SourceView): PassageView | null {
  if (target.type !== 'passage' || !isOfVersion(target, source)) return null;
  let low = 0;
  let high = source.passages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((source.passages[middle]?.start ?? 0) <= target.start) low = middle + 1;
    else high = middle;
  }
  const passage = source.passages[low - 1];
  return passage && target.start < Math.max(passage.end, passage.start + 1) ? passage : null;
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
  if (isLost(main) && !isOfVersion(main, source)) return null;
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
