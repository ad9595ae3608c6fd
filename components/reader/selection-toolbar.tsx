'use client';

import { CircleHelp, MessageSquare, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react';
import { Kbd } from '@/components/ui/kbd';
import { PASSAGE_ACTIONS, type PassageAction } from './passage-action';
import type { ToolbarPlace } from './use-text-selection';

const ICONS = { comment: MessageSquare, question: CircleHelp, claim: Plus } as const;

/** What can be made of a passage. It stands over the first line of the selection, on a phone at the bottom edge. */
export function SelectionToolbar({
  place,
  hasFocus,
  onAct,
  onClose,
}: {
  place: ToolbarPlace;
  /** Opened by keyboard: the focus goes in. */
  hasFocus: boolean;
  onAct: (action: PassageAction) => void;
  onClose: () => void;
}) {
  const t = useTranslations('text.toolbar');
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (hasFocus) bar.current?.querySelector('button')?.focus();
  }, [hasFocus]);

  useLayoutEffect(() => {
    const element = bar.current;
    if (!element) return;
    // Its width depends on the language; it is held inside the text column.
    const left = Math.max(0, Math.min(place.left, place.right - element.offsetWidth));
    element.style.setProperty('--toolbar-left', `${left}px`);
    element.style.setProperty('--toolbar-top', `${place.top}px`);
  }, [place]);

  const handleKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      onClose();
      return;
    }
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const buttons = [...(bar.current?.querySelectorAll('button') ?? [])];
    const at = buttons.findIndex((button) => button.matches(':focus'));
    buttons[(at + step + buttons.length) % buttons.length]?.focus();
  };

  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label={t('label')}
      className="reader-toolbar"
      onKeyDown={handleKeyDown}
      // The press must not take the selection away before its button is heard.
      onPointerDown={(event) => event.preventDefault()}
    >
      {PASSAGE_ACTIONS.map(({ action, key }) => {
        const Icon = ICONS[action];
        return (
          <button key={action} type="button" data-action={action} onClick={() => onAct(action)}>
            <Icon aria-hidden="true" size={14} strokeWidth={1.75} />
            {t(action)}
            <Kbd>{key}</Kbd>
          </button>
        );
      })}
    </div>
  );
}
