import type { CitationView, PassageView } from '../debate/view';

/** What of a text is used: by claims that cite it and by the notes that this reader sees. Pure figures, no judgement. */

/** A stretch of the text, UTF-16 offsets, end exclusive. */
export interface Stretch {
  start: number;
  end: number;
}

export interface CoverageClaim {
  id: string;
  citations: readonly Pick<CitationView, 'sourceVersionId' | 'start' | 'end'>[];
}

export interface SentenceCoverage extends Stretch {
  key: string;
  /** Background that no claim needs to cite. */
  isContext: boolean;
  /** Different claims with a citation that has a letter or more in this sentence. */
  claimCount: number;
  noteCount: number;
}

export interface PassageCoverage {
  key: string;
  sentences: SentenceCoverage[];
  /** Different claims and notes on any of it. */
  claimCount: number;
  noteCount: number;
  /** Share of its characters under a citation, under a note, and under either; 0..1. */
  citedShare: number;
  notedShare: number;
  density: number;
}

export interface Coverage {
  passages: PassageCoverage[];
  /** Keys of the sentences that no claim cites and no note is on, in the order of the text. */
  bare: string[];
  /** The same of those that are background. */
  bareContext: string[];
  /** Ids of the claims that cite no passage of any text. */
  claimsWithoutPassage: string[];
  /** Sentences that are no background, and how many of them a claim cites. */
  sentenceCount: number;
  citedCount: number;
}

interface Mark extends Stretch {
  id: string;
}

/** Marks in the order of their starts, so that a paragraph looks at few of them. */
const inOrder = (marks: readonly Mark[]): Mark[] =>
  marks.filter(({ start, end }) => start < end).sort((a, b) => a.start - b.start || a.end - b.end);

const touching = (marks: readonly Mark[], { start, end }: Stretch): Mark[] =>
  marks.filter((one) => one.start < end && start < one.end);

const different = (marks: readonly Mark[]): number => new Set(marks.map(({ id }) => id)).size;

/** Characters of `place` under one of the marks, which are in the order of their starts. */
function covered(marks: readonly Mark[], place: Stretch): number {
  let sum = 0;
  let upTo = place.start;
  for (const { start, end } of marks) {
    const from = Math.max(start, upTo);
    const to = Math.min(end, place.end);
    if (from < to) {
      sum += to - from;
      upTo = to;
    }
  }
  return sum;
}

/** The marks on each passage, with one walk through both. */
function byPassage(marks: readonly Mark[], passages: readonly Stretch[]): Mark[][] {
  const lists: Mark[][] = passages.map(() => []);
  let first = 0;
  for (const mark of marks) {
    while (first < passages.length && (passages[first]?.end ?? 0) <= mark.start) first += 1;
    for (let at = first; at < passages.length && (passages[at]?.start ?? 0) < mark.end; at += 1) {
      lists[at]?.push(mark);
    }
  }
  return lists;
}

/**
 * How the text of one version is used.
 * @param claims those that count, such as the published ones that the reader sees; their citations of other versions and
 * texts do not count here, but keep a claim from being one without a passage
 * @param notes on passages of this version
 */
export function coverageOf(
  version: { id: string; passages: readonly PassageView[] },
  claims: readonly CoverageClaim[],
  notes: readonly Mark[],
): Coverage {
  const { passages } = version;
  const citations = inOrder(
    claims.flatMap(({ id, citations: all }) =>
      all
        .filter(({ sourceVersionId }) => sourceVersionId === version.id)
        .map(({ start, end }) => ({ id, start, end })),
    ),
  );
  const cited = byPassage(citations, passages);
  const noted = byPassage(inOrder(notes), passages);
  const found = passages.map((passage, index): PassageCoverage => {
    const claimMarks = cited[index] ?? [];
    const noteMarks = noted[index] ?? [];
    const length = Math.max(1, passage.end - passage.start);
    return {
      key: passage.key,
      sentences: passage.sentences.map(({ key, start, end, isContext }) => ({
        key,
        start,
        end,
        isContext,
        claimCount: different(touching(claimMarks, { start, end })),
        noteCount: different(touching(noteMarks, { start, end })),
      })),
      claimCount: different(claimMarks),
      noteCount: different(noteMarks),
      citedShare: covered(claimMarks, passage) / length,
      notedShare: covered(noteMarks, passage) / length,
      density: covered(inOrder([...claimMarks, ...noteMarks]), passage) / length,
    };
  });
  const sentences = found.flatMap((passage) => passage.sentences);
  const isBare = ({ claimCount, noteCount }: SentenceCoverage) => claimCount + noteCount === 0;
  const counted = sentences.filter(({ isContext }) => !isContext);
  return {
    passages: found,
    bare: counted.filter(isBare).map(({ key }) => key),
    bareContext: sentences.filter((one) => one.isContext && isBare(one)).map(({ key }) => key),
    claimsWithoutPassage: claims.filter(({ citations: all }) => all.length === 0).map(({ id }) => id),
    sentenceCount: counted.length,
    citedCount: counted.filter(({ claimCount }) => claimCount > 0).length,
  };
}
