'use client';

import { useTranslations } from 'next-intl';
import { KeyTableDialog } from '@/components/ui/key-table-dialog';

const ROWS = [
  { id: 'agree', keys: ['A', '1'] },
  { id: 'disagree', keys: ['D', '2'] },
  { id: 'pass', keys: ['P', '3'] },
  { id: 'later', keys: ['L'] },
  { id: 'undo', keys: ['Z'] },
  { id: 'passage', keys: ['E'] },
  { id: 'help', keys: ['?'] },
] as const;

/** The keys of the vote. */
export function VoteKeysDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('pupil.keys');
  return (
    <KeyTableDialog
      title={t('title')}
      closeLabel={t('close')}
      heads={{ key: t('key'), does: t('does') }}
      rows={ROWS.map(({ id, keys }) => ({ id, keys, does: t(id) }))}
      onClose={onClose}
    />
  );
}
