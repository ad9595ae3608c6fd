'use client';

import { useTranslations } from 'next-intl';
import { KeyTableDialog } from '@/components/ui/key-table-dialog';

/** The table of keys, as `use-map-keys.ts` has them. */
const ROWS = [
  ['tab', ['Tab']],
  ['leftRight', ['←', '→']],
  ['upDown', ['↑', '↓']],
  ['home', ['Home']],
  ['enter', ['Enter']],
  ['space', ['Space']],
  ['line', ['L']],
  ['impact', ['0', '1', '2', '3', '4']],
  ['vote', ['A', 'D', 'P']],
  ['contribute', ['S', 'O', 'U', 'N']],
  ['relate', ['R']],
  ['undo', ['Ctrl', 'Z']],
  ['look', ['F', 'T', 'G']],
  ['zoom', ['+', '−', '1']],
  ['search', ['/']],
  ['help', ['?']],
  ['escape', ['Esc']],
] as const;

export function KeysDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('map.keys');
  return (
    <KeyTableDialog
      title={t('title')}
      closeLabel={t('close')}
      heads={{ key: t('key'), does: t('does') }}
      rows={ROWS.map(([id, keys]) => ({ id, keys, does: t(id) }))}
      onClose={onClose}
    >
      <p className="mt-4 text-caption text-muted">{t('credit')}</p>
    </KeyTableDialog>
  );
}
