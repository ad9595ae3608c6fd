import { useTranslations } from 'next-intl';
import { memo } from 'react';
import type { SelectedRange } from '@/lib/domain/annotation/segments';
import type { NoteMark, ReadPiece, SentencePieces } from './reader-pieces';
import type { ReadSentence } from './reading';
import { sentenceId } from './sentence-id';

export interface ReaderSentenceProps {
  text: string;
  read: ReadSentence;
  marks: SentencePieces;
  /** On paper notes are named by letters. */
  letters: ReadonlyMap<string, string>;
  heldRange: SelectedRange | null;
  showsUncited: boolean;
  showsCoverage: boolean;
  /** The one stop of the Tab key in the text. */
  isCurrent: boolean;
  /** Nothing can be said about it here: it is words, and no button. */
  isReadOnly?: boolean | undefined;
}

/**
 * One sentence: a button whose toolbar offers what can be said about it, marked by the sides whose claims rest on it.
 * A span rather than <button>, so that its words can be selected with a pointer. What is not of the text (counts, letters)
 * is written by the style sheet: it is neither selected nor copied.
 */
export const ReaderSentence = memo(function ReaderSentence(props: ReaderSentenceProps) {
  const { text, read, marks, letters, heldRange, showsUncited, showsCoverage, isReadOnly = false } = props;
  const t = useTranslations('text.sentence');
  const { sentence, citedBy, isUncited, codes, noteCount, isChanged } = read;
  const isHeld = heldRange !== null && heldRange.start <= sentence.start && heldRange.end >= sentence.end;
  const says = [
    ...(codes.length > 0 ? [t('citedBy', { codes: codes.join(', ') })] : isReadOnly ? [] : [t('context')]),
    ...(isChanged ? [t('changed')] : []),
    ...(noteCount > 0 ? [t('notes', { count: noteCount })] : []),
  ];
  const last = marks.pieces.length - 1;
  return (
    <span
      {...(isReadOnly ? {} : { role: 'button', tabIndex: props.isCurrent ? 0 : -1, 'aria-expanded': isHeld })}
      id={sentenceId(sentence.key)}
      className="reader-sentence"
      data-sentence={sentence.key}
      data-cited={citedBy ?? (isUncited && showsUncited ? 'none' : undefined)}
      data-codes={codes.join(' ') || undefined}
      data-coverage={showsCoverage ? coverageWords(read, t) : undefined}
      data-bare={(showsCoverage && isUncited && !sentence.isContext) || undefined}
      aria-description={says.join('. ') || undefined}
    >
      {marks.pieces.map((piece, index) => (
        <span
          key={piece.start}
          className="reader-piece"
          data-from={piece.start}
          data-claim-passage={piece.isClaim || undefined}
          data-changed={piece.isChanged || undefined}
          data-held={piece.isHeld || undefined}
          data-more={index === last && marks.hidden > 0 ? `+${marks.hidden}` : undefined}
          data-letters={lettersAt(piece, letters)}
        >
          <InLanes lanes={piece.lanes} from={0}>
            {text.slice(piece.start, piece.end)}
          </InLanes>
        </span>
      ))}
    </span>
  );
});

/** Each lane is a line of its own under the words: what kind of note it is says the line, whose it is its weight. */
function InLanes({
  lanes,
  from,
  children,
}: {
  lanes: readonly (NoteMark | null)[];
  from: number;
  children: string;
}) {
  if (from >= lanes.length) return children;
  const inner = (
    <InLanes lanes={lanes} from={from + 1}>
      {children}
    </InLanes>
  );
  const note = lanes[from];
  if (!note) return inner;
  return (
    <span className="reader-lane" data-lane={from} data-kind={note.kind} data-own={note.isOwn || undefined}>
      {inner}
    </span>
  );
}

const lettersAt = ({ end, lanes }: ReadPiece, letters: ReadonlyMap<string, string>): string | undefined =>
  lanes.flatMap((note) => (note && note.end === end ? (letters.get(note.id) ?? []) : [])).join(' ') ||
  undefined;

/** In a few signs, claims and notes; words where no claim rests on what should have one. */
function coverageWords(
  { sentence, codes, noteCount, isUncited }: ReadSentence,
  t: ReturnType<typeof useTranslations<'text.sentence'>>,
): string {
  if (isUncited && !sentence.isContext && noteCount === 0) return t('bare');
  return t('counts', { claims: codes.length, notes: noteCount });
}
