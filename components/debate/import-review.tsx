'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { newEventId } from '@/lib/client/event-id';
import { type FileTrouble, importDebate, importIntoDebate, type LookedAt } from '@/lib/client/import-file';
import type { ReportEntry } from '@/lib/domain/formats/report';
import type { ImportReason } from '@/lib/domain/import/report';
import { LIMITS } from '@/lib/domain/text/limits';
import type { ImportTarget } from './import-target';
import { type ReportLine, ReportList } from './report-list';
import { notSaidAgain } from './report-places';
import { useConversionWords } from './use-conversion-words';
import { viewHref } from './view-address';

/** What a debate says itself, so that nothing has to be guessed for a map that comes into it. */
const ANSWERED_BY_DEBATE: ReadonlySet<ImportReason> = new Set([
  'title-shortened',
  'question-missing',
  'language-missing',
  'sides-missing',
]);

/** What a file holds, what would be lost and guessed, and the words that it leaves open; then it is written. */
export function ImportReview({
  looked,
  language,
  formatLabel,
  into,
  onTrouble,
  onWritten,
}: {
  looked: LookedAt;
  language: string;
  formatLabel: string;
  /** The debate that the map goes into; null makes one of its own. */
  into: ImportTarget | null;
  onTrouble: (trouble: FileTrouble) => void;
  /** The map is written; waited for before the page is left. */
  onWritten: () => Promise<void>;
}) {
  const t = useTranslations('debate.import');
  const reason = useTranslations('debate.importReason');
  const conversion = useConversionWords();
  const { read, preview } = looked;
  const [key] = useState(newEventId);
  const [isWriting, setIsWriting] = useState(false);
  const planned = (['dropped', 'guessed', 'merged'] as const).map((list) => ({
    list,
    lines: [
      ...notSaidAgain<ReportEntry>(read.report[list], preview.report[list]).map(conversion.line),
      ...preview.report[list]
        .filter(({ reason: code }) => into === null || !ANSWERED_BY_DEBATE.has(code))
        .map(
          (entry): ReportLine => ({
            place: conversion.place(entry.place),
            reason: entry.reason,
            message: reason(entry.reason),
          }),
        ),
    ],
  }));
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isWriting) return;
    const form = new FormData(event.currentTarget);
    const text = (name: string, usual: string) => String(form.get(name) ?? '').trim() || usual;
    setIsWriting(true);
    if (into) {
      const written = await importIntoDebate(looked, into.roomId, { language, sides: into.sides }, key);
      if (written.ok) {
        await onWritten();
        return window.location.assign(viewHref(into.slug, 'map'));
      }
      setIsWriting(false);
      return onTrouble(written.trouble);
    }
    const made = await importDebate(
      looked,
      {
        title: text('title', preview.title),
        question: text('question', preview.question),
        sides: { a: text('sideA', t('usualSideA')), b: text('sideB', t('usualSideB')) },
        language,
      },
      key,
    );
    if (!made.ok) {
      setIsWriting(false);
      onTrouble(made.trouble);
      return;
    }
    await onWritten();
    window.location.assign(viewHref(made.value.slug, 'map'));
  };
  const { counts } = preview;
  return (
    <section aria-labelledby="import-review" className="grid gap-5">
      <div className="grid gap-1">
        <h2 id="import-review" className="text-heading font-strong">
          {t('review', { format: formatLabel })}
        </h2>
        <p>{t('counts', counts)}</p>
        <ul className="font-serif text-body">
          {preview.motions.slice(0, 5).map((motion) => (
            <li key={motion} dir="auto">
              {motion}
            </li>
          ))}
        </ul>
      </div>
      {planned.map(({ list, lines }) =>
        lines.length === 0 ? null : (
          <ReportList key={list} title={t(`lists.${list}`, { count: lines.length })} lines={lines} />
        ),
      )}
      {planned.every(({ lines }) => lines.length === 0) ? <p>{t('lossless')}</p> : null}
      <form noValidate onSubmit={(event) => void submit(event)} className="grid gap-4">
        {into ? null : (
          <>
            <TextField
              name="title"
              label={t('titleField')}
              defaultValue={preview.title}
              maxLength={LIMITS.debateTitle}
            />
            <TextField
              name="question"
              label={t('question')}
              defaultValue={preview.question}
              maxLength={LIMITS.debateQuestion}
            />
            {read.map.sides.length === 0 ? (
              <div className="grid gap-4 sm:grid-cols-2">
                <TextField
                  name="sideA"
                  label={t('sideFor')}
                  defaultValue={t('usualSideA')}
                  maxLength={LIMITS.sideName}
                />
                <TextField
                  name="sideB"
                  label={t('sideAgainst')}
                  defaultValue={t('usualSideB')}
                  maxLength={LIMITS.sideName}
                />
              </div>
            ) : null}
          </>
        )}
        {into ? (
          <ul className="text-caption text-muted text-pretty">
            <li>{t('into.sides', into.sides)}</li>
            <li>{t('into.codes')}</li>
          </ul>
        ) : null}
        <p className="text-caption text-muted text-pretty">
          {t(into ? 'into.allOrNothing' : 'allOrNothing')}
        </p>
        <Button type="submit" variant="primary" size="large" isPending={isWriting}>
          {isWriting ? t('writing') : t(into ? 'into.write' : 'write')}
        </Button>
      </form>
    </section>
  );
}
