'use client';

import { useTranslations } from 'next-intl';
import { ConflictView } from '@/components/claim/conflict-view';
import type { AnnotationView } from '@/lib/domain/annotation/view';

/** The note was changed elsewhere, e.g. on another device, while it was edited here. */
export function NoteConflict({
  mine,
  theirs,
  onKeepMine,
  onTakeTheirs,
}: {
  mine: string;
  theirs: AnnotationView;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
}) {
  const t = useTranslations('contribute.noteForm');
  return (
    <ConflictView
      intro={theirs.isRemoved ? t('conflictRemoved') : t('conflict')}
      mine={mine}
      theirs={theirs.body}
      canKeepMine={!theirs.isRemoved}
      onKeepMine={onKeepMine}
      onTakeTheirs={onTakeTheirs}
    />
  );
}
