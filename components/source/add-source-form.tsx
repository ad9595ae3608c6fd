'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useRef, useState } from 'react';
import { FormNote } from '@/components/account/form-parts';
import { viewHref } from '@/components/debate/view-address';
import { DraftLine } from '@/components/draft/draft-line';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { useDraft } from '@/lib/client/drafts';
import { newEventId } from '@/lib/client/event-id';
import { addSource } from '@/lib/client/sources';
import type { ReadDocument } from '@/lib/domain/source/document/document';
import { likelyLanguage } from '@/lib/domain/source/likely-language';
import { markedText } from '@/lib/domain/source/marked-text';
import { LIMITS } from '@/lib/domain/text/limits';
import { DocumentChooser } from './document-chooser';
import { sourceAnchor } from './source-address';
import { NO_SOURCE } from './source-draft';
import { type FactFault, factFaults, trimmedFacts } from './source-facts';
import { TextEditor } from './text-editor';
import { useDocumentTrouble } from './use-document-trouble';
import { useDraftParts } from './use-draft-parts';
import { useFactFaults } from './use-fact-faults';
import { useWarnBeforeLeaving } from './use-warn-before-leaving';

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
  const textOfFault = useFactFaults();
  const draft = useDraft(`source:new:${slug}`, NO_SOURCE);
  const { pasted, text: marked, losses, title, attribution, url, key } = draft.value;
  const language = languages.find((tag) => tag === draft.value.language) ?? usual;
  const set = useDraftParts(draft);
  const [faults, setFaults] = useState<Partial<Record<FactFault, string>>>({});
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isSaving, setIsSaving] = useState(false);
  const [isSaved, setIsSaved] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const note = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const languageId = useId();
  useWarnBeforeLeaving(marked !== null && marked.trim() !== '' && !isSaved && draft.state !== 'kept');

  const take = (document: ReadDocument, fileName: string | null) => {
    const named = fileName?.replace(/\.[a-z]{2,8}$/i, '').replaceAll('_', ' ') ?? '';
    set({
      text: markedText(document.text, document.paragraphs),
      losses: document.losses,
      title: document.title ?? named,
      attribution: '',
      url: '',
      language: likelyLanguage(document.text, languages) ?? usual,
      // The same press, sent again after a lost connection, adds one source; another text is another one.
      key: newEventId(),
    });
    setFaults({});
    requestAnimationFrame(() => heading.current?.focus());
  };

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isSaving || marked === null) return;
    const facts = trimmedFacts({ title, attribution, url });
    const found: Partial<Record<FactFault, string>> = {};
    for (const fault of factFaults(facts)) found[fault] = textOfFault(fault);
    setFaults(found);
    setTrouble(null);
    if (Object.keys(found).length > 0) {
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    setIsSaving(true);
    const input = {
      title: facts.title,
      text: marked,
      attribution: facts.attribution || null,
      url: facts.url || null,
      language,
    };
    const result = await addSource(slug, input, key);
    if (result.ok) {
      setIsSaved(true);
      await draft.clear(draft.value);
      const text = viewHref(slug, 'text', { isBeyondOn: true });
      // After the state is kept, so that nobody is asked whether to leave.
      requestAnimationFrame(() => window.location.assign(text + sourceAnchor(result.value.source.key)));
      return;
    }
    setIsSaving(false);
    if (result.error.kind === 'http') set({ key: newEventId() });
    setTrouble(ofSaving(result.error));
    requestAnimationFrame(() => note.current?.focus());
  };

  return (
    <div className="grid gap-10">
      <DraftLine draft={draft} />
      <DocumentChooser
        pasted={pasted}
        onPaste={(next) => set({ pasted: next })}
        hasText={marked !== null}
        onRead={take}
        onKeep={null}
      />
      {marked === null ? null : (
        <>
          <TextEditor
            marked={marked}
            onChange={(text) => set({ text })}
            losses={losses}
            language={language}
            headingRef={heading}
          />
          <form
            ref={form}
            noValidate
            onSubmit={(event) => void submit(event)}
            className="grid max-w-[46rem] gap-5"
          >
            <h2 className="text-heading font-strong">{t('facts.legend')}</h2>
            <FormNote noteRef={note} text={trouble} />
            <TextField
              name="title"
              label={t('facts.title')}
              value={title}
              onChange={({ target }) => set({ title: target.value })}
              maxLength={LIMITS.sourceTitle * 2}
              required
              error={faults.title}
            />
            <TextField
              name="attribution"
              value={attribution}
              onChange={({ target }) => set({ attribution: target.value })}
              label={t('facts.attribution')}
              note={t('facts.optional')}
              hint={t('facts.attributionHint')}
              error={faults.attribution}
            />
            <TextField
              name="url"
              type="url"
              value={url}
              onChange={({ target }) => set({ url: target.value })}
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
                onChange={({ target }) => set({ language: target.value })}
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
