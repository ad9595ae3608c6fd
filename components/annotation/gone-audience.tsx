'use client';

import { useTranslations } from 'next-intl';
import type { Visibility } from '@/lib/domain/debate/view';
import { audienceWords } from './audience-words';
import { useNoteRoom } from './note-room';

/** Says of a draft that whom it was for cannot be chosen any more, and who reads it instead. Quiet while nothing is gone. */
export function GoneAudience({ gone, now }: { gone: Visibility | null; now: Visibility }) {
  const t = useTranslations('contribute');
  const room = audienceWords(useNoteRoom());
  return (
    <div role="status" className="empty:hidden">
      {gone === null ? null : (
        <p className="text-caption text-muted">
          {t('noteForm.audienceGone', {
            was: t(`audience.name.${gone}`, { room }),
            now: t(`audience.name.${now}`, { room }),
          })}
        </p>
      )}
    </div>
  );
}
