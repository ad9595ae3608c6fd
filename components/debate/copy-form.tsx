'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FormNote, SubmitButton } from '@/components/account/form-parts';
import { textOf, useSubmission } from '@/components/form/use-submission';
import { TextField } from '@/components/ui/field';
import type { AccountResult } from '@/lib/client/account';
import { copyDebate } from '@/lib/client/debates';
import { newEventId } from '@/lib/client/event-id';
import { LIMITS } from '@/lib/domain/text/limits';
import { graphemeLength } from '@/lib/domain/text/plain-text';
import { viewHref } from './view-address';

const KEEPS = ['all', 'editors', 'frame'] as const;

/** Makes a debate of one's own out of another one. */
export function CopyForm({ slug, title }: { slug: string; title: string }) {
  const t = useTranslations('debate.about.copy');
  const [key] = useState(newEventId);
  const send = async (form: FormData): Promise<AccountResult> => {
    const keep = KEEPS.find((name) => name === textOf(form, 'keep')) ?? 'all';
    const made = await copyDebate(slug, { title: textOf(form, 'title').trim(), keep }, key);
    if (!made.ok) return made;
    window.location.assign(viewHref(made.value.slug, 'map'));
    return { ok: true, value: undefined };
  };
  const { formRef, noteRef, isPending, trouble, submit } = useSubmission<'title'>({
    fields: ['title'],
    check: (form) => {
      const length = graphemeLength(textOf(form, 'title').trim());
      return length === 0 || length > LIMITS.debateTitle
        ? { title: t('titleFault', { most: LIMITS.debateTitle }) }
        : null;
    },
    send,
    onDone: () => undefined,
  });
  return (
    <form ref={formRef} method="post" noValidate onSubmit={submit} className="grid max-w-[28rem] gap-4">
      <FormNote noteRef={noteRef} text={trouble.whole} />
      <TextField
        name="title"
        label={t('titleField')}
        defaultValue={t('usualTitle', { title }).slice(0, LIMITS.debateTitle)}
        maxLength={LIMITS.debateTitle * 2}
        required
        error={trouble.fields.title}
      />
      <fieldset className="grid gap-1">
        <legend className="mb-1 font-strong">{t('keep')}</legend>
        {KEEPS.map((name, index) => (
          <label key={name} className="flex min-h-8 items-baseline gap-2 pointer-coarse:min-h-11">
            <input
              type="radio"
              name="keep"
              value={name}
              defaultChecked={index === 0}
              className="size-4 accent-ink"
            />
            {t(`keeps.${name}`)}
          </label>
        ))}
      </fieldset>
      <SubmitButton isPending={isPending} pendingText={t('pending')}>
        {t('submit')}
      </SubmitButton>
    </form>
  );
}
