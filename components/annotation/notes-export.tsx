'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { exportOwnNotes } from '@/lib/client/notes';
import { save } from '@/lib/client/save-file';
import { EXPORT_FORMATS, type NoteExportFormat } from '@/lib/domain/annotation/web/exported-note';

/** A person's own notes as files, one button for each format, and on paper. */
export function NotesExport({ roomId }: { roomId: string }) {
  const t = useTranslations('notes.export');
  const inTrouble = useTranslations('notes.import.trouble');
  const words = useTranslations('failure');
  const [pending, setPending] = useState<NoteExportFormat | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);

  const take = async (format: NoteExportFormat) => {
    setPending(format);
    setTrouble(null);
    const result = await exportOwnNotes(roomId, format);
    setPending(null);
    if (result.ok) {
      for (const { name, mediaType, text } of result.value.files) save(name, mediaType, text);
      return;
    }
    const code = result.error.kind === 'http' ? result.error.code : null;
    setTrouble(code === null ? inTrouble('unreachable') : words(code));
  };

  return (
    <div className="grid gap-3">
      <ul className="grid border-t border-hairline">
        {EXPORT_FORMATS.map((format) => (
          <li
            key={format}
            className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 border-b border-hairline py-2"
          >
            <span>
              <span className="block font-strong">{t(format)}</span>
              <span className="block text-caption text-muted text-pretty">{t(`${format}About`)}</span>
            </span>
            <Button
              size="small"
              isPending={pending === format}
              aria-label={t('take', { format: t(format) })}
              onClick={() => void take(format)}
            >
              {t('download')}
            </Button>
          </li>
        ))}
      </ul>
      <p role="alert" className="text-caption text-danger empty:hidden">
        {trouble}
      </p>
      <Button className="justify-self-start" onClick={() => window.print()}>
        {t('print')}
      </Button>
    </div>
  );
}
