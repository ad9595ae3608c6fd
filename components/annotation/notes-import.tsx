'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { FormNote } from '@/components/account/form-parts';
import { useConversionWords } from '@/components/debate/use-conversion-words';
import { Button } from '@/components/ui/button';
import { controlStyle } from '@/components/ui/field';
import { announce } from '@/components/ui/live-region';
import type { ApiFailure } from '@/lib/client/api';
import { newEventId } from '@/lib/client/event-id';
import { textOfFile } from '@/lib/client/import-file';
import { importNotes, previewNotes } from '@/lib/client/notes';
import { refusalIn } from '@/lib/client/refusal-in';
import type { NotesImport as Import } from '@/lib/domain/annotation/web/import-view';
import type { ImportNotes } from '@/lib/domain/annotation/web/schema';
import { NotesImportReport } from './notes-import-report';

/** A text of the debate to look for passages in. */
export interface TextChoice {
  sourceVersionId: string;
  title: string;
}

const VISIBILITIES = ['private', 'room'] as const;
const SELECT = 'h-12 w-full rounded border border-control bg-raised px-3 text-body';

interface Looked {
  input: ImportNotes;
  /** One press writes once, however often it is sent. */
  key: string;
  found: Import;
}

/** Takes a file of Web Annotations, shows where each would stand, and writes them when asked to. */
export function NotesImport({
  roomId,
  texts,
  readers,
}: {
  roomId: string;
  texts: readonly TextChoice[];
  /** Who reads a note of each visibility, in words. */
  readers: Readonly<Record<(typeof VISIBILITIES)[number], string>>;
}) {
  const t = useTranslations('notes.import');
  const say = useTrouble();
  const router = useRouter();
  const [isReading, setIsReading] = useState(false);
  const [isWriting, setIsWriting] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [looked, setLooked] = useState<Looked | null>(null);
  const [written, setWritten] = useState<number | null>(null);
  const note = useRef<HTMLDivElement>(null);
  const [fileId, sourceId, visibilityId] = [useId(), useId(), useId()];

  // The words can take the focus only once they are there to be seen.
  useEffect(() => {
    if (trouble !== null) note.current?.focus();
  }, [trouble]);

  const look = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isReading) return;
    const form = new FormData(event.currentTarget);
    setTrouble(null);
    setLooked(null);
    setWritten(null);
    const file = form.get('file');
    if (!(file instanceof File) || file.name === '') return setTrouble(t('noFile'));
    setIsReading(true);
    const text = await textOfFile(file);
    if (!text.ok) {
      setIsReading(false);
      return setTrouble(
        t(text.trouble.kind === 'too-large' ? 'trouble.tooLarge' : 'trouble.notText', { name: file.name }),
      );
    }
    const input: ImportNotes = {
      text: text.value,
      sourceVersionId: String(form.get('source')),
      visibility: form.get('visibility') === 'room' ? 'room' : 'private',
    };
    const result = await previewNotes(roomId, input);
    setIsReading(false);
    if (!result.ok) return setTrouble(say(result.error));
    setLooked({ input, key: newEventId(), found: result.value });
    announce(t('looked'));
  };

  const write = async ({ input, key }: Looked) => {
    setIsWriting(true);
    const result = await importNotes(roomId, input, key);
    setIsWriting(false);
    if (!result.ok) return setTrouble(say(result.error));
    setLooked(null);
    setWritten(result.value.attached.length);
    // The list above is the server's.
    router.refresh();
  };

  return (
    <div className="grid gap-5">
      <form noValidate onSubmit={(event) => void look(event)} className="grid gap-4">
        <FormNote noteRef={note} text={trouble} />
        <div className="grid gap-1.5">
          <label htmlFor={fileId} className="font-strong">
            {t('file')}
          </label>
          <input
            id={fileId}
            type="file"
            name="file"
            accept=".jsonld,.json,application/ld+json,application/json"
            className={`${controlStyle} py-2.5 file:me-3 file:rounded file:border file:border-control file:bg-wash file:px-3 file:py-1`}
          />
        </div>
        <div className="grid gap-4 sm:grid-cols-2">
          <div className="grid gap-1.5">
            <label htmlFor={sourceId} className="font-strong">
              {t('source')}
            </label>
            <select id={sourceId} name="source" className={SELECT}>
              {texts.map(({ sourceVersionId, title }) => (
                <option key={sourceVersionId} value={sourceVersionId}>
                  {title}
                </option>
              ))}
            </select>
          </div>
          <div className="grid gap-1.5">
            <label htmlFor={visibilityId} className="font-strong">
              {t('visibility')}
            </label>
            <select id={visibilityId} name="visibility" className={SELECT}>
              {VISIBILITIES.map((visibility) => (
                <option key={visibility} value={visibility}>
                  {readers[visibility]}
                </option>
              ))}
            </select>
          </div>
        </div>
        <Button type="submit" isPending={isReading} className="justify-self-start">
          {isReading ? t('reading') : t('look')}
        </Button>
      </form>
      {looked ? (
        <div className="grid gap-3">
          <NotesImportReport found={looked.found} />
          {looked.found.attached.length > 0 ? (
            <Button
              variant="primary"
              className="justify-self-start"
              isPending={isWriting}
              onClick={() => void write(looked)}
            >
              {isWriting ? t('writing') : t('write', { count: looked.found.attached.length })}
            </Button>
          ) : null}
        </div>
      ) : null}
      <p role="status" className="font-strong empty:hidden">
        {written === null ? null : t('written', { count: written })}
      </p>
    </div>
  );
}

/** Words for what is wrong with a file or with its sending. */
function useTrouble(): (error: ApiFailure) => string {
  const t = useTranslations('notes.import.trouble');
  const words = useTranslations('failure');
  const conversion = useConversionWords();
  return (error) => {
    const refusal = refusalIn(error);
    if (refusal) {
      const reason = conversion.refusal(refusal);
      return refusal.line === undefined ? reason : t('atLine', { line: refusal.line, reason });
    }
    return error.kind === 'network' || error.code === null ? t('unreachable') : words(error.code);
  };
}
