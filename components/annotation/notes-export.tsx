'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { DownloadList } from '@/components/ui/download-list';
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
      <DownloadList
        files={EXPORT_FORMATS.map((format) => ({
          key: format,
          name: t(format),
          about: t(`${format}About`),
          label: t('take', { format: t(format) }),
        }))}
        buttonText={t('download')}
        pending={pending}
        trouble={trouble}
        onTake={(format) => void take(format)}
      />
      <Button className="justify-self-start" onClick={() => window.print()}>
        {t('print')}
      </Button>
    </div>
  );
}
