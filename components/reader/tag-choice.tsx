import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { hasTag } from '@/components/annotation/tag-words';

/** Whether a tag is the one that was chosen, in whatever letters; pressed again it chooses nothing. */
export const isSameTag = (chosen: string | null, tag: string): boolean =>
  chosen !== null && hasTag([chosen], tag);

/** Says which notes of a text are left in the margin after a tag was pressed, wherever in the text the reader is. */
export function TagChoice({
  tag,
  shownCount,
  total,
  onClear,
}: {
  tag: string | null;
  /** Threads with the tag. */
  shownCount: number;
  /** Threads of the text. */
  total: number;
  onClear: () => void;
}) {
  const t = useTranslations('text.margin');
  const inList = useTranslations('contribute.noteList');
  return (
    <div className="no-print sticky bottom-3 z-10 flex justify-center">
      <p
        role="status"
        className={
          tag === null
            ? 'sr-only'
            : 'flex flex-wrap items-center gap-x-3 rounded border border-control bg-raised px-3.5 py-1.5 text-caption shadow-sm'
        }
      >
        {tag === null ? null : (
          <>
            <bdi>{t('tagged', { tag })}</bdi>
            <span className="text-muted">{inList('shown', { count: shownCount, total })}</span>
            <button
              type="button"
              onClick={onClear}
              className="inline-flex min-h-6 items-center gap-1 underline underline-offset-3 pointer-coarse:min-h-11"
            >
              <X aria-hidden="true" strokeWidth={1.75} className="size-3" />
              {inList('showAll')}
            </button>
          </>
        )}
      </p>
    </div>
  );
}
