'use client';

import { useTranslations } from 'next-intl';
import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import { TextArea } from '@/components/ui/field';
import { announce } from '@/components/ui/live-region';
import { useNoteActs } from '@/lib/client/contributions';
import { Choices, useChoices } from './choices';
import { type MentionInProgress, mentionInProgress, withMention } from './mention-text';
import { useNoteRoom } from './note-room';

/** The words of a note. After an @ the people of the room are offered by their aliases. */
export function NoteWords({
  label,
  hint,
  error,
  value,
  onChange,
  isReadOnly = false,
  ref,
}: {
  label: string;
  hint: string;
  error: string | null;
  value: string;
  onChange: (value: string) => void;
  /** While it is being sent: what is typed then would be lost with the form. */
  isReadOnly?: boolean;
  ref: Ref<HTMLTextAreaElement>;
}) {
  const t = useTranslations('contribute.mention');
  const area = useRef<HTMLTextAreaElement>(null);
  useImperativeHandle(ref, () => area.current as HTMLTextAreaElement);
  const [mention, setMention] = useState<MentionInProgress | null>(null);
  const { isSignedIn } = useNoteRoom();
  const { aliases: people, isRefused } = useAliases(isSignedIn ? (mention?.typed ?? '') : '');
  const isThere = mention !== null && people.length > 0;

  useEffect(() => {
    if (people.length > 0) announce(t('offered', { count: people.length }));
  }, [people, t]);
  useEffect(() => {
    if (isRefused) announce(t('noSeat'));
  }, [isRefused, t]);

  const choose = (alias: string) => {
    if (mention === null) return;
    const next = withMention(value, mention, alias);
    setMention(null);
    onChange(next.text);
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(next.caret, next.caret);
    });
  };
  const items = isThere ? people : [];
  const choices = useChoices(items, choose, { isEager: true, onClose: () => setMention(null) });
  const look = (element: HTMLTextAreaElement) =>
    setMention(
      element.selectionStart === element.selectionEnd
        ? mentionInProgress(element.value, element.selectionStart)
        : null,
    );
  const handleKey = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // Ctrl+Enter sends whatever is offered.
    if (!event.ctrlKey && !event.metaKey) choices.handleKey(event);
  };

  return (
    <div className="relative">
      <TextArea
        ref={area}
        label={label}
        hint={hint}
        error={error}
        value={value}
        readOnly={isReadOnly}
        rows={3}
        aria-autocomplete="list"
        aria-controls={isThere ? choices.listId : undefined}
        aria-activedescendant={choices.activeId}
        onKeyDown={handleKey}
        onBlur={() => setMention(null)}
        onClick={(event) => look(event.currentTarget)}
        onChange={(event) => {
          onChange(event.target.value);
          look(event.target);
        }}
        className="font-serif"
      />
      {isRefused ? <p className="mt-1 text-caption text-muted text-pretty">{t('noSeat')}</p> : null}
      <Choices label={t('people')} choices={choices} items={items} onChoose={choose} />
    </div>
  );
}

const WAIT_MS = 150;
const NOBODY: readonly string[] = [];

interface Offered {
  aliases: readonly string[];
  /** The reader has no seat in the room: names are not offered to them. */
  isRefused: boolean;
}
const NOTHING: Offered = { aliases: NOBODY, isRefused: false };

/** Aliases that begin with what was typed, once there is a letter; of answers that cross on their way only the last counts. */
function useAliases(typed: string): Offered {
  const acts = useNoteActs();
  const [found, setFound] = useState({ typed: '', offered: NOTHING });
  useEffect(() => {
    if (typed === '') return;
    let isCurrent = true;
    const timer = setTimeout(() => {
      void acts.aliases(typed).then((answer) => {
        if (!isCurrent) return;
        const offered = answer.ok
          ? { aliases: answer.value.aliases, isRefused: false }
          : {
              aliases: NOBODY,
              isRefused: answer.error.kind !== 'network' && answer.error.code === 'not-allowed',
            };
        setFound({ typed, offered });
      });
    }, WAIT_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [acts, typed]);
  return typed !== '' && found.typed === typed ? found.offered : NOTHING;
}
