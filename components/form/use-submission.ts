'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { AccountFailure } from '@/lib/client/account';

/** What is wrong with a form: words per field, and words for the whole. */
export interface FormTrouble<Field extends string> {
  fields: Partial<Record<Field, string>>;
  whole: string | null;
}

interface SubmissionOptions<Field extends string> {
  fields: readonly Field[];
  /** Finds what can be seen without asking the server; null when the form may be sent. */
  check: (form: FormData) => Partial<Record<Field, string>> | null;
  send: (form: FormData) => Promise<{ ok: true } | { ok: false; error: AccountFailure }>;
  /** The field that a failure without one belongs to, e.g. a taken name. */
  place?: (failure: AccountFailure) => Field | null;
  onDone: () => void;
}

const NO_TROUBLE = { fields: {}, whole: null };

/**
 * One press, one request: a second press while the first is under way does nothing. On failure the form keeps what was
 * typed, the words stand beside their field, and focus goes to the first field that is wrong (or to the words above the
 * form). `formRef` goes on the form, `noteRef` on the words above it.
 */
export function useSubmission<Field extends string>(options: SubmissionOptions<Field>) {
  const words = useTranslations('failure');
  const t = useTranslations('account');
  const formRef = useRef<HTMLFormElement>(null);
  const noteRef = useRef<HTMLDivElement>(null);
  const isSending = useRef(false);
  const [isPending, setIsPending] = useState(false);
  const [trouble, setTrouble] = useState<FormTrouble<Field>>(NO_TROUBLE);

  useEffect(() => {
    const first = formRef.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (Object.keys(trouble.fields).length > 0) first?.focus();
    else if (trouble.whole) noteRef.current?.focus();
  }, [trouble]);

  const explain = (failure: AccountFailure): FormTrouble<Field> => {
    const sentence = failure.code === 'unreachable' ? t('form.unreachable') : words(failure.code);
    const text =
      failure.code === 'internal' && failure.requestId ? `${sentence} (${failure.requestId})` : sentence;
    const field = options.fields.find((known) => known === failure.field) ?? options.place?.(failure) ?? null;
    if (field === null) return { fields: {}, whole: text };
    return { fields: { [field]: text } as Partial<Record<Field, string>>, whole: null };
  };

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isSending.current) return;
    const form = new FormData(event.currentTarget);
    const found = options.check(form);
    if (found) return setTrouble({ fields: found, whole: null });
    isSending.current = true;
    setIsPending(true);
    const result = await options.send(form);
    if (result.ok) {
      // Stays pending: the next page is on its way.
      options.onDone();
      return;
    }
    isSending.current = false;
    setIsPending(false);
    setTrouble(explain(result.error));
  };

  return { formRef, noteRef, isPending, trouble, submit };
}

/** The text of a field as typed. */
export const textOf = (form: FormData, field: string): string => {
  const value = form.get(field);
  return typeof value === 'string' ? value : '';
};
