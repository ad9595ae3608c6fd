'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { feedbackHref, sheetHref, sheetsHref } from '@/components/room/room-address';
import { ButtonLink } from '@/components/ui/button';
import { DownloadList } from '@/components/ui/download-list';
import type { ApiFailure } from '@/lib/client/api';
import { takeReportFile } from '@/lib/client/report';
import { save } from '@/lib/client/save-file';
import { FILES_OF_ANSWERS, REPORT_FILES, type ReportFile } from '@/lib/domain/room/report/export';
import type { RoomReport } from '@/lib/domain/room/report/view';
import { NamesCopy } from './names-copy';
import { PrintButton } from './print-button';

/** What can be done with a report: print it, take its tables along. Not on paper. */
export function ReportTools({
  room,
  motion,
  isRevealed,
  ownId,
  can,
}: {
  room: { id: string; slug: string };
  motion: string | null;
  isRevealed: boolean;
  ownId: string | null;
  can: RoomReport['can'];
}) {
  const t = useTranslations('report.tools');
  const words = useTranslations('failure');
  const [pending, setPending] = useState<ReportFile | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const explain = (error: ApiFailure) =>
    error.kind === 'http' && error.code !== null ? words(error.code) : t('unreachable');
  const files = REPORT_FILES.filter((file) => {
    if (file === 'claims') return isRevealed;
    return FILES_OF_ANSWERS.includes(file) ? isRevealed && can.configure : can.maintain;
  });

  const take = async (file: ReportFile) => {
    setPending(file);
    setTrouble(null);
    const result = await takeReportFile(room.id, file, motion);
    setPending(null);
    if (!result.ok) return setTrouble(explain(result.error));
    for (const { name, mediaType, text } of result.value.files) save(name, mediaType, text);
  };

  return (
    <section className="no-print grid gap-5">
      <p className="flex flex-wrap gap-2">
        <PrintButton />
        {ownId ? <ButtonLink href={sheetHref(room.slug, ownId)}>{t('ownSheet')}</ButtonLink> : null}
        {can.grade ? <ButtonLink href={feedbackHref(room.slug)}>{t('feedback')}</ButtonLink> : null}
        {can.maintain ? (
          <ButtonLink href={sheetsHref(room.slug)} prefetch={false}>
            {t('printSheets')}
          </ButtonLink>
        ) : null}
      </p>
      {files.length > 0 ? (
        <div className="grid gap-2">
          <h2 className="text-heading font-strong">{t('files')}</h2>
          <p className="text-ui text-pretty">{t('filesLead')}</p>
          <DownloadList
            files={files.map((file) => ({
              key: file,
              name: t(file),
              about: t(`${file}About`),
              label: t('take', { file: t(file) }),
            }))}
            buttonText={t('download')}
            pending={pending}
            trouble={trouble}
            onTake={(file) => void take(file)}
          />
        </div>
      ) : null}
      {can.revealNames ? <NamesCopy roomId={room.id} explain={explain} /> : null}
    </section>
  );
}
