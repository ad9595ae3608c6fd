'use client';

import { Undo2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { IconButton } from '@/components/ui/icon-button';
import { useContributionActions, useMapEdits } from '@/lib/client/contributions';
import type { LastEdit } from '@/lib/client/map-edits';
import type { EditView } from '@/lib/domain/edit/view';

/** What was said already is not said again by the next view. */
const told = new WeakSet<LastEdit>();

/** Says what one changed last, and takes it back. It stays until it is hidden: nobody is hurried. */
export function UndoLine({ lastEdit }: { lastEdit: LastEdit }) {
  const t = useTranslations('edit.undo');
  const { announce } = useContributionActions();
  const { undo, dismiss } = useMapEdits();
  const router = useRouter();
  const [isSending, setIsSending] = useState(false);
  const close = useRef<HTMLButtonElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  // Where the reader was before coming here.
  const cameFrom = useRef<HTMLElement | null>(null);
  const { step, edit, next } = lastEdit;

  const nameOf = ({ kind, code, decided }: EditView) =>
    t(`what.${kind}`, { code: code ?? '', decided: decided ?? 'none' });
  const sentence =
    edit === null
      ? t('nothing')
      : step === 'refused'
        ? t('refused', { what: nameOf(edit), message: lastEdit.message || t('unreachable') })
        : lastEdit.isWaiting
          ? t('waiting', { kind: edit.kind, code: edit.code ?? '' })
          : step === 'undone' && next
            ? t('undoneBefore', { what: nameOf(edit), before: nameOf(next) })
            : t(step, { what: nameOf(edit) });

  // A change says itself what it did; the rest is said here, however it was asked for.
  useEffect(() => {
    if (told.has(lastEdit)) return;
    told.add(lastEdit);
    if (lastEdit.step !== 'made') announce(sentence);
    // An undo may touch more than its answer names: counts, strengths, votes that were carried.
    if (lastEdit.step === 'undone') router.refresh();
  }, [lastEdit, sentence, announce, router]);
  // The button goes with the last thing that it could take back.
  useEffect(() => {
    if (next === null && document.activeElement === document.body && cameFrom.current) close.current?.focus();
  }, [next]);

  const press = async () => {
    setIsSending(true);
    await undo();
    setIsSending(false);
  };
  const hide = () => {
    const back = cameFrom.current;
    dismiss();
    const stop = back?.isConnected ? back : document.querySelector<HTMLElement>('#map, #outline, main');
    stop?.focus({ preventScroll: true });
  };

  return (
    <section
      aria-label={t('label')}
      onFocus={(event) => {
        const before = event.relatedTarget;
        if (before instanceof HTMLElement && !event.currentTarget.contains(before)) cameFrom.current = before;
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        hide();
      }}
      className="no-print fixed start-3 bottom-13 z-20 flex max-w-[min(30rem,calc(100vw-1.5rem))] items-center gap-2 rounded border border-control bg-raised py-1 ps-3.5 pe-1 text-ui shadow-overlay max-sm:top-14 max-sm:bottom-auto"
    >
      <p className="text-pretty">{sentence}</p>
      {next ? (
        <Button
          ref={button}
          size="small"
          isPending={isSending}
          onClick={() => void press()}
          {...(step === 'undone' && { title: t('undoOf', { what: nameOf(next) }) })}
        >
          <Undo2 aria-hidden="true" strokeWidth={1.75} className="size-3.5" />
          {t(step === 'undone' ? 'undoMore' : 'undo')}
        </Button>
      ) : null}
      <IconButton ref={close} size="small" label={t('close')} onClick={hide}>
        <Icon name="close" />
      </IconButton>
    </section>
  );
}
