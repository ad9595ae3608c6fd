import { useTranslations } from 'next-intl';
import type { MarkedRange, SelectedRange } from '@/lib/domain/annotation/segments';
import { segmentsOf } from '@/lib/domain/annotation/segments';
import type { ReadSentence } from './reading';
import { sentenceId } from './sentence-id';

/**
 * One sentence: a button whose toolbar offers what can be said about it, marked by the sides whose claims rest on it.
 * A span rather than <button>, so that its words can be selected with a pointer.
 */
export function ReaderSentence({
  text,
  read,
  marks,
  lookedAt,
  heldRange,
  showsUncited,
}: {
  text: string;
  read: ReadSentence;
  marks: readonly MarkedRange[];
  /** The note that is being looked at in the margin. */
  lookedAt: string | null;
  heldRange: SelectedRange | null;
  showsUncited: boolean;
}) {
  const t = useTranslations('text.sentence');
  const { sentence, citedBy, isUncited, codes } = read;
  const isHeld = heldRange !== null && heldRange.start <= sentence.start && heldRange.end >= sentence.end;
  return (
    // biome-ignore lint/a11y/useSemanticElements: words inside <button> cannot be selected in every browser
    <span
      role="button"
      tabIndex={0}
      id={sentenceId(sentence.key)}
      className="reader-sentence"
      data-sentence={sentence.key}
      data-cited={citedBy ?? (isUncited && showsUncited ? 'none' : undefined)}
      aria-expanded={isHeld}
      aria-description={codes.length > 0 ? t('citedBy', { codes: codes.join(', ') }) : t('context')}
    >
      {segmentsOf(sentence.start, sentence.end, marks).map(({ start, end, ids }) => (
        <span
          key={start}
          className="reader-piece"
          data-claim-passage={ids.includes('claim') || undefined}
          data-held={ids.includes('held') || undefined}
          data-noted={ids.some((id) => id !== 'claim' && id !== 'held') || undefined}
          data-looked-at={(lookedAt !== null && ids.includes(lookedAt)) || undefined}
        >
          {text.slice(start, end)}
        </span>
      ))}
    </span>
  );
}
