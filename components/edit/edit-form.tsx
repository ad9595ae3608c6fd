'use client';

import { useTranslations } from 'next-intl';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { SendProblem } from '@/components/claim/send-problem';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import type { SendOutcome } from '@/lib/client/contribution-types';

/**
 * Sends one change and keeps what went wrong for showing. A second press while the first is under way does nothing.
 * @returns the answer of a change that was taken, or the state that a refused one met
 */
export function useSending(): {
  isSending: boolean;
  problem: string | null;
  setProblem: (problem: string | null) => void;
  send: <T>(change: () => Promise<SendOutcome<T>>) => Promise<Sent<T>>;
} {
  const t = useTranslations('edit.dialog');
  const [isSending, setIsSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const send = async <T,>(change: () => Promise<SendOutcome<T>>): Promise<Sent<T>> => {
    if (isSending) return { type: 'none' };
    setProblem(null);
    setIsSending(true);
    const outcome = await change();
    setIsSending(false);
    if (outcome.status === 'sent') return { type: 'sent', value: outcome.value };
    if (outcome.status !== 'failed') return { type: 'none' };
    if (outcome.code === 'out-of-date' && outcome.current !== null)
      return { type: 'conflict', current: outcome.current };
    setProblem(outcome.message || t('unreachable'));
    return { type: 'none' };
  };
  return { isSending, problem, setProblem, send };
}

export type Sent<T> = { type: 'sent'; value: T } | { type: 'conflict'; current: unknown } | { type: 'none' };

export interface EditFormProps {
  title: string;
  send: string;
  isSending: boolean;
  problem: string | null;
  /** What somebody else did meanwhile, said before the form is sent again. */
  conflict?: string | null;
  onSend: () => void;
  onClose: () => void;
  size?: 'medium' | 'large';
  children: ReactNode;
}

/** A dialog with a form that changes the map: what is asked, what went wrong, send and cancel. */
export function EditForm(props: EditFormProps) {
  const t = useTranslations('edit.dialog');
  const { conflict = null, onSend, onClose } = props;
  const handleKey = (event: KeyboardEvent) => {
    // Letters typed here are words, not the keys of the map or the outline behind.
    event.stopPropagation();
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onSend();
    }
  };
  return (
    <Dialog isOpen onClose={onClose} title={props.title} closeLabel={t('close')} size={props.size ?? 'large'}>
      <form
        noValidate
        className="grid gap-5"
        onKeyDown={handleKey}
        onSubmit={(event) => {
          event.preventDefault();
          onSend();
        }}
      >
        {props.children}
        <p
          role="alert"
          className="rounded border border-control bg-paper p-3 text-ui empty:hidden text-pretty"
        >
          {conflict}
        </p>
        <SendProblem message={props.problem} />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" variant="primary" isPending={props.isSending}>
            {props.send}
          </Button>
          <Button variant="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
