'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useRef, useState } from 'react';
import { FormNote } from '@/components/account/form-parts';
import { DraftLine } from '@/components/draft/draft-line';
import { useFormDraft } from '@/components/form/use-form-draft';
import { Button } from '@/components/ui/button';
import { controlStyle, TextArea } from '@/components/ui/field';
import { announce } from '@/components/ui/live-region';
import { type Chosen, type FileTrouble, type LookedAt, lookAt, textOfFile } from '@/lib/client/import-file';
import type { ReadableFormat } from '@/lib/domain/formats/format-names';
import { ImportReview } from './import-review';
import type { ImportTarget } from './import-target';
import { useFileTrouble } from './use-file-trouble';

export interface ReadableChoice {
  name: ReadableFormat;
  label: string;
}

/** Takes a file or pasted text, shows what would become of it, and writes it when asked to: as a debate of its own, or into one. */
export function ImportForm({
  formats,
  language,
  into,
}: {
  formats: readonly ReadableChoice[];
  language: string;
  into: ImportTarget | null;
}) {
  const t = useTranslations('debate.import');
  const say = useFileTrouble();
  const [isReading, setIsReading] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [looked, setLooked] = useState<LookedAt | null>(null);
  const note = useRef<HTMLDivElement>(null);
  const formRef = useRef<HTMLFormElement>(null);
  const { draft, onInput } = useFormDraft(
    into ? `import:${into.roomId}` : 'import:new',
    formRef,
    () => undefined,
  );
  const fileId = useId();
  const formatId = useId();

  const refuse = (found: FileTrouble) => {
    setTrouble(say(found));
    // The words stand above a long form: whoever pressed below should come to them.
    requestAnimationFrame(() => note.current?.focus());
  };

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isReading) return;
    const form = new FormData(event.currentTarget);
    setIsReading(true);
    setTrouble(null);
    setLooked(null);
    const chosen = await chosenOf(form);
    const result = chosen.ok ? await lookAt(chosen.value) : chosen;
    setIsReading(false);
    if (!result.ok) return refuse(result.trouble);
    setLooked(result.value);
    announce(t('looked'));
  };

  return (
    <div className="grid gap-8">
      <form
        ref={formRef}
        noValidate
        onInput={onInput}
        onSubmit={(event) => void submit(event)}
        className="grid gap-5"
      >
        <FormNote noteRef={note} text={trouble} />
        <DraftLine draft={draft} />
        <div className="grid gap-1.5">
          <label htmlFor={fileId} className="font-strong">
            {t('file')}
          </label>
          <p className="text-caption text-muted text-pretty">{t('fileHint')}</p>
          <input
            id={fileId}
            type="file"
            name="file"
            multiple
            className={`${controlStyle} py-2.5 file:me-3 file:rounded file:border file:border-control file:bg-wash file:px-3 file:py-1`}
          />
        </div>
        <TextArea
          name="text"
          label={t('paste')}
          rows={5}
          className="max-h-80 font-mono text-caption!"
          spellCheck={false}
        />
        <div className="grid gap-1.5">
          <label htmlFor={formatId} className="font-strong">
            {t('format')}
          </label>
          <select
            id={formatId}
            name="from"
            defaultValue=""
            className="h-12 rounded border border-control bg-raised px-3 text-body"
          >
            <option value="">{t('formatAuto')}</option>
            {formats.map(({ name, label }) => (
              <option key={name} value={name}>
                {label}
              </option>
            ))}
          </select>
        </div>
        <Button type="submit" size="large" isPending={isReading}>
          {isReading ? t('reading') : t('look')}
        </Button>
      </form>
      {looked ? (
        <ImportReview
          key={looked.read.map.title + looked.preview.counts.claims}
          looked={looked}
          language={language}
          into={into}
          formatLabel={formats.find(({ name }) => name === looked.read.from)?.label ?? looked.read.from}
          onTrouble={refuse}
          onWritten={() => draft.clear()}
        />
      ) : null}
    </div>
  );
}

type ChosenOutcome = { ok: true; value: Chosen } | { ok: false; trouble: FileTrouble };

/** The file or files that were chosen, or the text that was pasted. Of two files the one named for relations is second. */
async function chosenOf(form: FormData): Promise<ChosenOutcome> {
  const files = form.getAll('file').filter((file): file is File => file instanceof File && file.name !== '');
  const format = String(form.get('from') ?? '');
  const from = format === '' ? {} : { from: format as ReadableFormat };
  const [first, second] = [...files].sort(
    (a, b) => Number(/relation/i.test(a.name)) - Number(/relation/i.test(b.name)),
  );
  if (!first) return { ok: true, value: { fileName: '', text: String(form.get('text') ?? ''), ...from } };
  const text = await textOfFile(first);
  if (!text.ok) return text;
  const chosen: Chosen = { fileName: first.name.slice(0, 255), text: text.value, ...from };
  if (!second) return { ok: true, value: chosen };
  const relations = await textOfFile(second);
  return relations.ok ? { ok: true, value: { ...chosen, relations: relations.value } } : relations;
}
