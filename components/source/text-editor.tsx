'use client';

import { useTranslations } from 'next-intl';
import { type RefObject, useDeferredValue, useMemo } from 'react';
import { TextArea } from '@/components/ui/field';
import type { Loss } from '@/lib/domain/source/document/losses';
import { markedParagraphs } from '@/lib/domain/source/marked-text';
import { LIMITS } from '@/lib/domain/text/limits';
import { LossList } from './loss-list';
import { ParagraphPreview } from './paragraph-preview';

export const MOST_PARAGRAPHS = 3_000;

/** The text of a source while it is looked over: to be mended on one side, with its paragraphs on the other. */
export function TextEditor({
  marked,
  onChange,
  losses,
  language,
  headingRef,
}: {
  marked: string;
  onChange: (marked: string) => void;
  /** Null for a text that no document was read for. */
  losses: readonly Loss[] | null;
  language: string;
  headingRef: RefObject<HTMLHeadingElement | null>;
}) {
  const t = useTranslations('sources.edit');
  const settled = useDeferredValue(marked);
  const paragraphs = useMemo(() => markedParagraphs(settled), [settled]);
  const error =
    settled.length > LIMITS.sourceText
      ? t('tooLong', { count: settled.length, most: LIMITS.sourceText })
      : paragraphs.length > MOST_PARAGRAPHS
        ? t('tooMany', { most: MOST_PARAGRAPHS })
        : null;
  return (
    <section className="grid gap-4" aria-labelledby="source-edit">
      <h2 id="source-edit" ref={headingRef} tabIndex={-1} className="text-heading font-strong">
        {t('legend')}
      </h2>
      {losses === null ? null : <LossList losses={losses} />}
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <TextArea
          label={t('text')}
          hint={t('hint')}
          rows={14}
          className="max-h-[34rem] font-serif"
          lang={language}
          dir="auto"
          value={marked}
          onChange={({ target }) => onChange(target.value)}
          error={error}
        />
        <div className="grid gap-1.5">
          <p className="font-strong">{t('preview', { count: paragraphs.length })}</p>
          <ParagraphPreview paragraphs={paragraphs} language={language} />
        </div>
      </div>
    </section>
  );
}
