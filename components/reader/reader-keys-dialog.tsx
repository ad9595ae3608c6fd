'use client';

import { useTranslations } from 'next-intl';
import { KeyTableDialog } from '@/components/ui/key-table-dialog';

/** The table of keys, as `use-text-selection.ts` has them. */
const ROWS = [
  ['tab', ['Tab']],
  ['sentence', ['←', '→']],
  ['paragraph', ['↑', '↓']],
  ['ends', ['Home', 'End']],
  ['take', ['Enter']],
  ['longer', ['Shift', '←', '→']],
  ['endWord', ['Shift', 'Ctrl', '←', '→']],
  ['startWord', ['Shift', 'Alt', '←', '→']],
  ['comment', ['C']],
  ['question', ['Q']],
  ['cite', ['E']],
  ['claim', ['M']],
  ['search', ['/']],
  ['help', ['?']],
  ['escape', ['Esc']],
] as const;

/** Every key of the text. Opened with `?`. */
export function ReaderKeysDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('text.keys');
  return (
    <KeyTableDialog
      title={t('title')}
      closeLabel={t('close')}
      heads={{ key: t('key'), does: t('does') }}
      rows={ROWS.map(([id, keys]) => ({ id, keys, does: t(id) }))}
      onClose={onClose}
    />
  );
}
