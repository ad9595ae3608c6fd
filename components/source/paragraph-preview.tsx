'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import type { MarkedParagraph } from '@/lib/domain/source/marked-text';

const FIRST = 40;

/** The paragraphs of a text as they will be numbered. */
export function ParagraphPreview({
  paragraphs,
  language,
}: {
  paragraphs: readonly MarkedParagraph[];
  language: string;
}) {
  const t = useTranslations('sources.edit');
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? paragraphs : paragraphs.slice(0, FIRST);
  return (
    <div className="grid gap-3">
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard
        tabIndex={0}
        aria-label={t('preview', { count: paragraphs.length })}
        className="max-h-[34rem] overflow-y-auto rounded border border-hairline bg-raised px-3 py-3 sm:px-4"
      >
        <ol className="grid gap-2.5">
          {shown.map(({ words, heading }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph is its number here
            <li key={index} className="grid grid-cols-[2.5rem_1fr] gap-x-2 [content-visibility:auto]">
              {heading === null ? null : (
                <span lang={language} dir="auto" className="col-start-2 pt-1.5 font-strong">
                  {heading}
                </span>
              )}
              <span className="text-caption text-muted tabular-nums">
                <span className="sr-only">{t('number', { number: index + 1 })}</span>
                <span aria-hidden="true">{index + 1}</span>
              </span>
              <span lang={language} dir="auto" className="font-serif text-ui whitespace-pre-line text-pretty">
                {words}
              </span>
            </li>
          ))}
        </ol>
      </section>
      {paragraphs.length > shown.length ? (
        <Button size="small" className="justify-self-start" onClick={() => setShowsAll(true)}>
          {t('more', { count: paragraphs.length })}
        </Button>
      ) : null}
    </div>
  );
}
