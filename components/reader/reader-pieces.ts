import { lanesOf, MOST_LANES } from '@/lib/domain/annotation/lanes';
import { type MarkedRange, segmentsOf } from '@/lib/domain/annotation/segments';
import type { AnnotationKind, PassageView } from '@/lib/domain/debate/view';

/** A note's stretch of the text. */
export interface NoteMark extends MarkedRange {
  kind: AnnotationKind;
  isOwn: boolean;
}

/** A stretch of the selected claim; one whose place was found changed waits for somebody to look. */
export interface ClaimMark {
  start: number;
  end: number;
  isChanged: boolean;
}

/** A piece of a sentence that one set of marks covers. */
export interface ReadPiece {
  start: number;
  end: number;
  /** By lane, from the words downwards; null where the lane is free. */
  lanes: (NoteMark | null)[];
  isClaim: boolean;
  isChanged: boolean;
  isHeld: boolean;
}

export interface SentencePieces {
  pieces: ReadPiece[];
  /** Notes here that found no lane: they are counted. */
  hidden: number;
}

export interface ParagraphPieces {
  /** In the order of the sentences. */
  sentences: SentencePieces[];
  laneCount: number;
}

type Stretch = Pick<MarkedRange, 'start' | 'end'>;

const touches = (one: Stretch, other: Stretch): boolean => one.start < other.end && one.end > other.start;

/**
 * A paragraph's sentences in flat pieces, so that overlapping highlights can be drawn: notes as lines in lanes, the
 * selected claim and what is held as tints that do not add up.
 */
export function paragraphPieces(
  { start, end, sentences }: Pick<PassageView, 'start' | 'end' | 'sentences'>,
  { notes, claim, held }: { notes: readonly NoteMark[]; claim: readonly ClaimMark[]; held: Stretch | null },
): ParagraphPieces {
  const lanes = lanesOf(notes);
  const drawn = new Map(notes.filter(({ id }) => lanes.has(id)).map((note) => [note.id, note]));
  const left = notes.filter(({ id, start: from, end: to }) => from < to && !lanes.has(id));
  const ranges: MarkedRange[] = [
    // Ends of sentences are cuts too: a piece belongs to one of them.
    ...sentences.map((sentence) => ({ id: SENTENCE, start: sentence.start, end: sentence.end })),
    ...drawn.values(),
    ...claim.map((one) => ({ ...one, id: one.isChanged ? CHANGED : CLAIM })),
    ...(held ? [{ ...held, id: HELD }] : []),
  ];
  const segments = segmentsOf(start, end, ranges);
  let next = 0;
  let laneCount = 0;
  const read = sentences.map((sentence): SentencePieces => {
    while ((segments[next]?.start ?? end) < sentence.start) next += 1;
    const pieces: ReadPiece[] = [];
    for (let segment = segments[next]; segment && segment.end <= sentence.end; segment = segments[next]) {
      const inLane: (NoteMark | null)[] = [];
      for (const id of segment.ids) {
        const note = drawn.get(id);
        const lane = lanes.get(id);
        if (!note || lane === undefined) continue;
        while (inLane.length <= lane) inLane.push(null);
        inLane[lane] = note;
      }
      laneCount = Math.max(laneCount, inLane.length);
      pieces.push({
        start: segment.start,
        end: segment.end,
        lanes: inLane,
        isClaim: segment.ids.includes(CLAIM) || segment.ids.includes(CHANGED),
        isChanged: segment.ids.includes(CHANGED),
        isHeld: segment.ids.includes(HELD),
      });
      next += 1;
    }
    return { pieces, hidden: left.filter((note) => touches(note, sentence)).length };
  });
  return { sentences: read, laneCount: Math.min(MOST_LANES, laneCount) };
}

// No id of a note: those are UUIDs.
const SENTENCE = 'sentence';
const CLAIM = 'claim';
const CHANGED = 'changed';
const HELD = 'held';
