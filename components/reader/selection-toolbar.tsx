'use client';

import { BookmarkPlus, ChevronDown, CircleHelp, MessageSquare, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { SideMark } from '@/components/claim/side-mark';
import { Kbd } from '@/components/ui/kbd';
import { PASSAGE_ACTIONS, type PassageAction } from './passage-action';
import { putToolbar, type ToolbarPlace } from './toolbar-place';
import type { Here } from './what-is-here';

const ICONS = { comment: MessageSquare, question: CircleHelp, cite: BookmarkPlus, claim: Plus } as const;

export interface SelectionToolbarProps {
  place: ToolbarPlace;
  here: Here;
  /** Language of the debate: what people wrote carries its own. */
  language: string;
  /** Opened by keyboard: the focus goes in. */
  hasFocus: boolean;
  onAct: (action: PassageAction) => void;
  onClaim: (code: string) => void;
  onNote: (id: string) => void;
  onClose: () => void;
}

/**
 * What can be made of a passage, and what speaks of it already. It stands over the first line of the selection, on a
 * phone at the bottom edge.
 */
export function SelectionToolbar(props: SelectionToolbarProps) {
  const { place, here, hasFocus, onAct, onClose } = props;
  const t = useTranslations('text.toolbar');
  const bar = useRef<HTMLDivElement>(null);
  const [isListing, setIsListing] = useState(false);
  const listId = useId();
  const hasAny = here.claims.length + here.notes.length > 0;
  useEffect(() => {
    if (hasFocus) bar.current?.querySelector('button')?.focus();
  }, [hasFocus]);

  useLayoutEffect(() => {
    if (bar.current) putToolbar(bar.current, place);
  }, [place]);

  const handleKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      onClose();
      return;
    }
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
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
      <div className="reader-toolbar-row">
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
      {hasAny && (
        <button
          type="button"
          className="reader-here-button"
          aria-expanded={isListing}
          aria-controls={listId}
          onClick={() => setIsListing((old) => !old)}
        >
          {t('here', { claims: here.claims.length, notes: here.notes.length })}
          <ChevronDown aria-hidden="true" size={14} strokeWidth={1.75} />
        </button>
      )}
      {hasAny && isListing && <HereList {...props} id={listId} />}
    </div>
  );
}

/** A sentence with several marks opens them as a list. */
function HereList({ id, here, language, onClaim, onNote }: SelectionToolbarProps & { id: string }) {
  const t = useTranslations('text.toolbar');
  const kind = useTranslations('contribute.note.kind');
  return (
    <ul id={id} className="reader-here" aria-label={t('list')}>
      {here.claims.map((claim) => (
        <li key={claim.id}>
          <button type="button" data-side={claim.side} onClick={() => onClaim(claim.code)}>
            <SideMark side={claim.side} />
            <span className="reader-claim-code">{claim.code}</span>
            <span className="reader-claim-text" lang={language} dir="auto">
              {claim.text}
            </span>
          </button>
        </li>
      ))}
      {here.notes.map((note) => (
        <li key={note.id}>
          <button type="button" onClick={() => onNote(note.id)}>
            <MessageSquare aria-hidden="true" size={11} strokeWidth={1.75} />
            <span className="reader-here-kind">{kind(note.kind)}</span>
            <span className="reader-claim-text" dir="auto">
              {note.body}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
