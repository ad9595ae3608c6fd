'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { exportDebate } from '@/lib/client/debates';
import { save } from '@/lib/client/save-file';
import type { FormatName } from '@/lib/domain/formats/format-names';
import { type ReportLine, ReportList } from './report-list';
import { useConversionWords } from './use-conversion-words';

export interface FormatChoice {
  name: FormatName;
  label: string;
}

interface Written {
  label: string;
  lines: ReportLine[];
}

/** The debate's map in every format, each with what that format has no place for. */
export function ExportList({ slug, formats }: { slug: string; formats: readonly FormatChoice[] }) {
  const t = useTranslations('debate.about.export');
  const words = useTranslations('failure');
  const inForm = useTranslations('account.form');
  const conversion = useConversionWords();
  const [pending, setPending] = useState<FormatName | null>(null);
  const [written, setWritten] = useState<Written | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);

  const take = async ({ name: format, label }: FormatChoice) => {
    setPending(format);
    setTrouble(null);
    setWritten(null);
    const result = await exportDebate(slug, format);
    setPending(null);
    if (!result.ok) {
      const { code } = result.error;
      const reason = result.refusal ? [conversion.refusal(result.refusal)] : [];
      setTrouble([code === 'unreachable' ? inForm('unreachable') : words(code), ...reason].join(' '));
      return;
    }
    const { files, report } = result.value;
    for (const { name, mediaType, text } of files) save(name.replace(/^map\./, `${slug}.`), mediaType, text);
    const entries = [...report.dropped, ...report.guessed, ...report.merged];
    setWritten({ label, lines: entries.map(conversion.line) });
  };

  return (
    <div className="grid gap-3">
      <ul className="grid border-t border-hairline">
        {formats.map((choice) => (
          <li
            key={choice.name}
            className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 border-b border-hairline py-2"
          >
            <span>
              <span className="block font-strong">{choice.label}</span>
              <span className="block text-caption text-muted text-pretty">{t(`about.${choice.name}`)}</span>
            </span>
            <Button
              size="small"
              isPending={pending === choice.name}
              aria-label={t('take', { format: choice.label })}
              onClick={() => void take(choice)}
            >
              {t('download')}
            </Button>
          </li>
        ))}
      </ul>
      <p role="alert" className="text-caption text-danger empty:hidden">
        {trouble}
      </p>
      <div role="status">
        {written ? (
          <ReportList
            title={t(written.lines.length === 0 ? 'whole' : 'lost', { format: written.label })}
            lines={written.lines}
          />
        ) : null}
      </div>
    </div>
  );
}
