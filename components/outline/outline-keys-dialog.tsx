'use client';

import { useTranslations } from 'next-intl';
import { Dialog } from '@/components/ui/dialog';
import { KeyList, OUTLINE_KEYS } from './outline-key-list';

/** Every key of the outline. Opened with `?`. */
export function OutlineKeysDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('outline.keys');
  return (
    <Dialog isOpen onClose={onClose} title={t('title')} closeLabel={t('close')}>
      <KeyList entries={OUTLINE_KEYS} className="outline-keys-all" />
    </Dialog>
  );
}
