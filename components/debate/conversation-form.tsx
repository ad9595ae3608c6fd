'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useRef, useState } from 'react';
import { FormNote, SubmitButton } from '@/components/account/form-parts';
import { textOf } from '@/components/form/use-submission';
import { controlStyle, TextArea, TextField } from '@/components/ui/field';
import { newEventId } from '@/lib/client/event-id';
import { type FileTrouble, importConversation } from '@/lib/client/import-file';
import {
  CONVERSATION_FILES,
  type ConversationFile,
  PAGE_LIMITS,
} from '@/lib/domain/stance/polis-export/schema';
import { LIMITS } from '@/lib/domain/text/limits';
import { graphemeLength } from '@/lib/domain/text/plain-text';
import { useFileTrouble } from './use-file-trouble';
import { viewHref } from './view-address';

const TEXTS = {
  title: LIMITS.debateTitle,
  question: LIMITS.debateQuestion,
  motion: LIMITS.claimText,
} as const;
type Field = ConversationFile | keyof typeof TEXTS;

const fileOf = (form: FormData, field: ConversationFile): File | null => {
  const file = form.get(field);
  return file instanceof File && file.name !== '' ? file : null;
};

/** Takes the two files of a Polis export and the words that they leave open, and goes to the opinion map of what was made. */
export function ConversationForm({
  languages,
  usualLanguage,
}: {
  languages: readonly string[];
  usualLanguage: string;
}) {
  const t = useTranslations('debate.conversation');
  const usual = useTranslations('debate.import');
  const ofDebate = useTranslations('debate.new');
  const say = useFileTrouble();
  // The same press, sent again after a lost connection, makes one debate.
  const [key, setKey] = useState(newEventId);
  const [isWriting, setIsWriting] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [faults, setFaults] = useState<Partial<Record<Field, string>>>({});
  const note = useRef<HTMLDivElement>(null);
  const formRef = useRef<HTMLFormElement>(null);
  const id = useId();

  const focusFault = () =>
    requestAnimationFrame(() =>
      formRef.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
    );

  const refuse = (found: FileTrouble, file: ConversationFile | null) => {
    if (file !== null) {
      setFaults({ [file]: say(found) });
      focusFault();
      return;
    }
    setTrouble(say(found));
    requestAnimationFrame(() => note.current?.focus());
  };

  const faultsOf = (form: FormData): Partial<Record<Field, string>> => {
    const found: Partial<Record<Field, string>> = {};
    for (const field of CONVERSATION_FILES) if (!fileOf(form, field)) found[field] = t('fileMissing');
    for (const [field, most] of Object.entries(TEXTS) as [keyof typeof TEXTS, number][]) {
      const text = textOf(form, field).trim();
      const isLeftOut = field === 'question' && text === '';
      if (!isLeftOut && (text === '' || graphemeLength(text) > most)) {
        found[field] = ofDebate('fault.text', { most });
      }
    }
    return found;
  };

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isWriting) return;
    const form = new FormData(event.currentTarget);
    const found = faultsOf(form);
    setFaults(found);
    setTrouble(null);
    const [votes, comments] = [fileOf(form, 'votes'), fileOf(form, 'comments')];
    if (Object.keys(found).length > 0 || !votes || !comments) {
      focusFault();
      return;
    }
    setIsWriting(true);
    const title = textOf(form, 'title').trim();
    const made = await importConversation(
      { votes, comments },
      {
        title,
        question: textOf(form, 'question').trim() || title,
        motion: textOf(form, 'motion').trim(),
        language: textOf(form, 'language'),
        sides: { a: usual('usualSideA'), b: usual('usualSideB') },
      },
      key,
    );
    if (made.ok) return window.location.assign(viewHref(made.value.room.slug, 'stances'));
    setIsWriting(false);
    const { trouble: why } = made;
    // The key stands for what was sent with it; what is sent next may differ.
    if (why.kind === 'failed' && why.error.kind === 'http' && why.error.code === 'idempotency-mismatch') {
      setKey(newEventId());
    }
    refuse(why, made.file);
  };

  return (
    <form ref={formRef} noValidate onSubmit={(event) => void submit(event)} className="grid gap-5">
      <FormNote noteRef={note} text={trouble} />
      <p className="text-caption text-muted text-pretty">
        {t('limit', { megabytes: PAGE_LIMITS.bytes / 1_000_000, votes: PAGE_LIMITS.votes })}
      </p>
      {CONVERSATION_FILES.map((field) => (
        <div key={field} className="grid gap-1.5">
          <label htmlFor={`${id}-${field}`} className="font-strong">
            {t(field)}
          </label>
          <p id={`${id}-${field}-hint`} className="text-caption text-muted text-pretty">
            {t(`${field}Hint`)}
          </p>
          <input
            id={`${id}-${field}`}
            type="file"
            name={field}
            accept=".csv,text/csv"
            aria-invalid={faults[field] ? true : undefined}
            aria-describedby={`${id}-${field}-hint ${id}-${field}-error`}
            className={`${controlStyle} py-2.5 file:me-3 file:rounded file:border file:border-control file:bg-wash file:px-3 file:py-1`}
          />
          <p id={`${id}-${field}-error`} aria-live="polite" className="text-caption text-danger empty:hidden">
            {faults[field]}
          </p>
        </div>
      ))}
      <TextField
        name="title"
        label={ofDebate('titleField')}
        maxLength={LIMITS.debateTitle * 2}
        required
        error={faults.title}
      />
      <TextField
        name="question"
        label={ofDebate('question')}
        note={ofDebate('optional')}
        hint={t('questionHint')}
        maxLength={LIMITS.debateQuestion * 2}
        error={faults.question}
      />
      <TextArea
        name="motion"
        rows={2}
        className="min-h-12!"
        label={ofDebate('motion.legend', { count: 1 })}
        hint={t('motionHint')}
        maxLength={LIMITS.claimText * 2}
        required
        error={faults.motion}
      />
      <div className="grid gap-1.5">
        <label htmlFor={`${id}-language`} className="font-strong">
          {ofDebate('language')}
        </label>
        <select
          id={`${id}-language`}
          name="language"
          defaultValue={usualLanguage}
          className="h-12 rounded border border-control bg-raised px-3 text-body"
        >
          {languages.map((tag) => (
            <option key={tag} value={tag}>
              {ofDebate('languageName', { tag })}
            </option>
          ))}
        </select>
      </div>
      <p className="text-caption text-muted text-pretty">{t('whatBecomes')}</p>
      <SubmitButton isPending={isWriting} pendingText={usual('writing')}>
        {usual('write')}
      </SubmitButton>
    </form>
  );
}
