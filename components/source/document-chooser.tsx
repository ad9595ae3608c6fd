'use client';

import { useTranslations } from 'next-intl';
import { useId, useRef, useState } from 'react';
import { FormNote } from '@/components/account/form-parts';
import { Button } from '@/components/ui/button';
import { controlStyle, TextArea } from '@/components/ui/field';
import { announce } from '@/components/ui/live-region';
import { readDocumentFile, readPastedText } from '@/lib/client/sources';
import type { ReadDocument } from '@/lib/domain/source/document/document';
import type { PastedText } from './source-draft';
import { useDocumentTrouble } from './use-document-trouble';

const ACCEPTED =
  '.txt,.md,.markdown,.html,.htm,.docx,.pdf,text/plain,text/markdown,text/html,application/pdf';

/** Takes a document or a pasted text and has it read; the text that comes out is looked over below. */
export function DocumentChooser({
  pasted,
  onPaste,
  hasText,
  onRead,
  onKeep,
}: {
  pasted: PastedText;
  onPaste: (pasted: PastedText) => void;
  /** There is a text below that another one would replace. */
  hasText: boolean;
  onRead: (document: ReadDocument, fileName: string | null) => void;
  /** Begins with the text as it is; null where there is none. */
  onKeep: (() => void) | null;
}) {
  const t = useTranslations('sources.choose');
  const { ofDocument } = useDocumentTrouble();
  const [isReading, setIsReading] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const { words, isMarkdown } = pasted;
  /** Chosen after the last pasted letter; it is what is read then. */
  const [fileName, setFileName] = useState<string | null>(null);
  const file = useRef<HTMLInputElement>(null);
  const note = useRef<HTMLDivElement>(null);
  const fileId = useId();

  const refuse = (text: string) => {
    setTrouble(text);
    requestAnimationFrame(() => note.current?.focus());
  };

  const read = async () => {
    if (isReading) return;
    const chosen = fileName === null && words.trim() !== '' ? null : (file.current?.files?.[0] ?? null);
    if (chosen === null && words.trim() === '') return refuse(t('nothing'));
    setIsReading(true);
    setTrouble(null);
    const name = chosen?.name ?? t('pasted');
    const outcome = chosen
      ? await readDocumentFile(chosen)
      : await readPastedText(words, isMarkdown ? 'markdown' : 'text');
    setIsReading(false);
    if (!outcome.ok) return refuse(ofDocument(outcome.trouble, name));
    announce(t('took', { name, count: outcome.value.paragraphs.length }));
    onRead(outcome.value, chosen?.name ?? null);
  };

  return (
    <section className="grid gap-4" aria-labelledby={`${fileId}-legend`}>
      <h2 id={`${fileId}-legend`} className="text-heading font-strong">
        {t('legend')}
      </h2>
      <FormNote noteRef={note} text={trouble} />
      <div className="grid gap-1.5">
        <label htmlFor={fileId} className="font-strong">
          {t('file')}
        </label>
        <p id={`${fileId}-hint`} className="text-caption text-muted text-pretty">
          {t('fileHint')}
        </p>
        <input
          ref={file}
          id={fileId}
          type="file"
          accept={ACCEPTED}
          aria-describedby={`${fileId}-hint`}
          onChange={({ target }) => setFileName(target.files?.[0]?.name ?? null)}
          className={`${controlStyle} py-2.5 file:me-3 file:rounded file:border file:border-control file:bg-wash file:px-3 file:py-1`}
        />
      </div>
      <TextArea
        label={t('paste')}
        rows={4}
        className="max-h-72 font-serif"
        value={words}
        onChange={({ target }) => {
          // What was done last is what is read.
          if (file.current) file.current.value = '';
          setFileName(null);
          onPaste({ ...pasted, words: target.value });
        }}
      />
      {words === '' ? null : (
        <label className="flex items-center gap-2.5 pointer-coarse:min-h-11">
          <input
            type="checkbox"
            checked={isMarkdown}
            onChange={({ target }) => onPaste({ ...pasted, isMarkdown: target.checked })}
            className="size-4 accent-ink"
          />
          {t('markdown')}
        </label>
      )}
      <p role="status" className="text-caption text-pretty empty:hidden">
        {fileName !== null && words.trim() !== '' ? t('fileIsRead', { name: fileName }) : null}
      </p>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button
          variant={hasText ? 'plain' : 'primary'}
          size="large"
          isPending={isReading}
          onClick={() => void read()}
        >
          {isReading ? t('reading') : t('read')}
        </Button>
        {onKeep && !hasText ? (
          <Button size="large" onClick={onKeep}>
            {t('keep')}
          </Button>
        ) : null}
        {hasText ? <p className="text-caption text-muted">{t('replaces')}</p> : null}
      </div>
    </section>
  );
}
