'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useRef, useState } from 'react';
import { FormNote } from '@/components/account/form-parts';
import { viewHref } from '@/components/debate/view-address';
import { textOf } from '@/components/form/use-submission';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { newEventId } from '@/lib/client/event-id';
import { addSource } from '@/lib/client/sources';
import type { ReadDocument } from '@/lib/domain/source/document/document';
import type { Loss } from '@/lib/domain/source/document/losses';
import { likelyLanguage } from '@/lib/domain/source/likely-language';
import { markedText } from '@/lib/domain/source/marked-text';
import { LIMITS } from '@/lib/domain/text/limits';
import { graphemeLength } from '@/lib/domain/text/plain-text';
import { DocumentChooser } from './document-chooser';
import { sourceAnchor } from './source-address';
import { TextEditor } from './text-editor';
import { useDocumentTrouble } from './use-document-trouble';
import { useWarnBeforeLeaving } from './use-warn-before-leaving';

type Field = 'title' | 'attribution' | 'url';

/** Adds a source: a document is read, looked over and mended, and saved with its title. */
export function AddSourceForm({
  slug,
  language: usual,
  languages,
}: {
  slug: string;
  language: string;
  languages: readonly string[];
}) {
  const t = useTranslations('sources');
  const { ofSaving } = useDocumentTrouble();
  const [taken, setTaken] = useState<{ losses: Loss[]; title: string; turn: number } | null>(null);
  const [marked, setMarked] = useState('');
  const [language, setLanguage] = useState(usual);
  const [faults, setFaults] = useState<Partial<Record<Field, string>>>({});
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isSaving, setIsSaving] = useState(false);
  const [isSaved, setIsSaved] = useState(false);
  // The same press, sent again after a lost connection, adds one source; a changed text is another one.
  const [key, setKey] = useState(newEventId);
  const form = useRef<HTMLFormElement>(null);
  const note = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const languageId = useId();
  useWarnBeforeLeaving(marked.trim() !== '' && !isSaved);

  const take = (document: ReadDocument, fileName: string | null) => {
    setMarked(markedText(document.text, document.paragraphs));
    setLanguage(likelyLanguage(document.text, languages) ?? usual);
    const named = fileName?.replace(/\.[a-z]{2,8}$/i, '').replaceAll('_', ' ') ?? '';
    setTaken((before) => ({
      losses: document.losses,
      title: document.title ?? named,
      turn: (before?.turn ?? 0) + 1,
    }));
    setKey(newEventId());
    requestAnimationFrame(() => heading.current?.focus());
  };

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isSaving) return;
    const given = new FormData(event.currentTarget);
    const title = textOf(given, 'title').trim();
    const attribution = textOf(given, 'attribution').trim();
    const url = textOf(given, 'url').trim();
    const found: Partial<Record<Field, string>> = {};
    if (title === '' || graphemeLength(title) > LIMITS.sourceTitle)
      found.title = t('trouble.text', { most: LIMITS.sourceTitle });
    if (graphemeLength(attribution) > LIMITS.sourceAttribution)
      found.attribution = t('trouble.optionalText', { most: LIMITS.sourceAttribution });
    if (url !== '' && !(/^https?:\/\/\S+$/i.test(url) && URL.canParse(url) && url.length <= LIMITS.sourceUrl))
      found.url = t('trouble.url', { most: LIMITS.sourceUrl });
    setFaults(found);
    setTrouble(null);
    if (Object.keys(found).length > 0) {
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    setIsSaving(true);
    const input = { title, text: marked, attribution: attribution || null, url: url || null, language };
    const result = await addSource(slug, input, key);
    if (result.ok) {
      setIsSaved(true);
      const text = viewHref(slug, 'text', { isBeyondOn: true });
      // After the state is kept, so that nobody is asked whether to leave.
      requestAnimationFrame(() => window.location.assign(text + sourceAnchor(result.value.source.key)));
      return;
    }
    setIsSaving(false);
    if (result.error.kind === 'http') setKey(newEventId());
    setTrouble(ofSaving(result.error));
    requestAnimationFrame(() => note.current?.focus());
  };

  return (
    <div className="grid gap-10">
      <DocumentChooser hasText={taken !== null} onRead={take} onKeep={null} />
      {taken === null ? null : (
        <>
          <TextEditor
            marked={marked}
            onChange={setMarked}
            losses={taken.losses}
            language={language}
            headingRef={heading}
          />
          <form
            ref={form}
            key={taken.turn}
            noValidate
            onSubmit={(event) => void submit(event)}
            className="grid max-w-[46rem] gap-5"
          >
            <h2 className="text-heading font-strong">{t('facts.legend')}</h2>
            <FormNote noteRef={note} text={trouble} />
            <TextField
              name="title"
              label={t('facts.title')}
              defaultValue={taken.title}
              maxLength={LIMITS.sourceTitle * 2}
              required
              error={faults.title}
            />
            <TextField
              name="attribution"
              label={t('facts.attribution')}
              note={t('facts.optional')}
              hint={t('facts.attributionHint')}
              error={faults.attribution}
            />
            <TextField
              name="url"
              type="url"
              inputMode="url"
              label={t('facts.url')}
              note={t('facts.optional')}
              maxLength={LIMITS.sourceUrl}
              error={faults.url}
            />
            <div className="grid gap-1.5">
              <label htmlFor={languageId} className="font-strong">
                {t('facts.language')}
              </label>
              <p id={`${languageId}-hint`} className="text-caption text-muted">
                {t('facts.languageHint')}
              </p>
              <select
                id={languageId}
                aria-describedby={`${languageId}-hint`}
                value={language}
                onChange={({ target }) => setLanguage(target.value)}
                className="h-12 rounded border border-control bg-raised px-3 text-body"
              >
                {languages.map((tag) => (
                  <option key={tag} value={tag}>
                    {t('facts.languageName', { tag })}
                  </option>
                ))}
              </select>
            </div>
            <Button
              type="submit"
              variant="primary"
              size="large"
              isPending={isSaving}
              className="justify-self-start"
            >
              {isSaving ? t('facts.saving') : t('facts.save')}
            </Button>
          </form>
        </>
      )}
    </div>
  );
}
