'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { AttachedNote, NotesImport } from '@/lib/domain/annotation/web/import-view';

/** Of each list: a file of a thousand notes is not read line by line. */
const MOST_LINES = 50;

/** What an import would do: where each note would stand, and what would be left out and why. */
export function NotesImportReport({
  found: { attached, left, warnings, referenceCount },
}: {
  found: NotesImport;
}) {
  const t = useTranslations('notes.import');
  const how = ({ how, on, exact }: AttachedNote) => {
    if (how === 'answer' || how === 'whole') return t(`on.${on}`);
    return `${t(`on.${on}`)}: ${t(`how.${how}`, { exact })}`;
  };
  const areAllKnown =
    attached.length === 0 && left.length > 0 && left.every(({ reason }) => reason === 'known');
  return (
    <section className="grid gap-3 rounded border border-hairline bg-raised px-4 py-3">
      <h3 className="font-strong">
        {areAllKnown ? t('allKnown', { count: left.length }) : t('attached', { count: attached.length })}
      </h3>
      <Lines
        lines={attached.map((note) => ({
          id: note.iri,
          quote: note.quote,
          body: note.body,
          said: how(note),
        }))}
      />
      {left.length === 0 ? null : (
        <>
          <h3 className="font-strong">{t('left', { count: left.length })}</h3>
          <Lines
            lines={left.map(({ iri, quote, body, reason }) => ({
              id: iri,
              quote,
              body: body === '' ? iri : body,
              said: t(`reason.${reason}`),
            }))}
          />
        </>
      )}
      {referenceCount > 0 ? (
        <p className="text-caption">{t('references', { count: referenceCount })}</p>
      ) : null}
      {warnings.length > 0 ? (
        <p className="text-caption">{t('warnings', { count: warnings.length })}</p>
      ) : null}
    </section>
  );
}

interface Line {
  id: string;
  quote: string;
  body: string;
  said: ReactNode;
}

function Lines({ lines }: { lines: readonly Line[] }) {
  const t = useTranslations('notes.import');
  if (lines.length === 0) return null;
  return (
    <ul className="grid gap-2 text-caption">
      {lines.slice(0, MOST_LINES).map(({ id, quote, body, said }, index) => (
        // One annotation may be in a file twice.
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is made anew with each file
        <li key={`${index} ${id}`}>
          <span dir="auto" className="block font-serif text-ui wrap-anywhere">
            {body}
          </span>
          {quote === '' ? null : (
            <q dir="auto" className="block text-muted wrap-anywhere">
              {quote}
            </q>
          )}
          <span className="block text-muted">{said}</span>
        </li>
      ))}
      {lines.length > MOST_LINES ? <li>{t('more', { count: lines.length - MOST_LINES })}</li> : null}
    </ul>
  );
}
