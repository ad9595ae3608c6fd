'use client';

import { useTranslations } from 'next-intl';

/** One thing that a conversion lost, guessed or joined. */
export interface ReportLine {
  place: string;
  reason: string;
  /** A sentence in the reader's language. */
  message: string;
}

const MOST_LINES = 50;

/** What became of a map on its way between formats: a sentence for each kind of change, with its places. */
export function ReportList({ title, lines }: { title: string; lines: readonly ReportLine[] }) {
  const t = useTranslations('debate.report');
  const byMessage = new Map<string, ReportLine[]>();
  for (const line of lines) byMessage.set(line.message, [...(byMessage.get(line.message) ?? []), line]);
  const kinds = [...byMessage];
  return (
    <section className="grid gap-2 rounded border border-hairline bg-raised px-4 py-3">
      <h3 className="font-strong">{title}</h3>
      {kinds.length === 0 ? null : (
        <ul className="grid gap-2 text-caption">
          {kinds.slice(0, MOST_LINES).map(([message, all]) => {
            const found = all.filter(({ place }) => place !== '');
            return (
              <li key={message}>
                <span className="block">{message}</span>
                <span className="block text-muted empty:hidden">
                  {found
                    .slice(0, 5)
                    .map(({ place }) => place)
                    .join(', ')}
                  {found.length > 5 ? ` ${t('more', { count: found.length - 5 })}` : null}
                </span>
              </li>
            );
          })}
        </ul>
      )}
      {kinds.length > MOST_LINES ? (
        <p className="text-caption">{t('moreKinds', { count: kinds.length - MOST_LINES })}</p>
      ) : null}
    </section>
  );
}
