import { useTranslations } from 'next-intl';
import type { AnnotationView } from '@/lib/domain/annotation/view';

/** How the writer of a note is called here. */
export function useAuthorName(): (note: Pick<AnnotationView, 'isEditors' | 'authorAlias'>) => string {
  const t = useTranslations('contribute.note');
  return ({ isEditors, authorAlias }) => (isEditors ? t('editors') : (authorAlias ?? t('gone')));
}
