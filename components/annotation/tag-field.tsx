'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { announce } from '@/components/ui/live-region';
import { useNoteActs } from '@/lib/client/contributions';
import { LIMITS } from '@/lib/domain/text/limits';
import { Choices, useChoices } from './choices';
import { suggestedTags, type TagProblem, withTags } from './tag-words';

/**
 * Words that sort a note. Enter or a comma adds what was typed, Backspace in the empty field takes the last one away; tags
 * in use are offered below.
 */
export function TagField({
  tags,
  onChange,
}: {
  tags: readonly string[];
  onChange: (tags: string[]) => void;
}) {
  const t = useTranslations('contribute.tags');
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<TagProblem | null>(null);
  const [isActive, setIsActive] = useState(false);
  const known = useKnownTags(isActive);
  const takesMore = isActive && tags.length < LIMITS.tagsOfNote;
  // Without a letter the list would only stand over what comes below.
  const suggestions = takesMore && typed.trim() !== '' ? suggestedTags(known, tags, typed) : [];

  const add = (words: string) => {
    const next = withTags(tags, words);
    setProblem(next.problem);
    const added = next.tags.slice(tags.length);
    if (added.length > 0) {
      onChange(next.tags);
      announce(t('added', { tag: added.join(', ') }));
    }
    // What could not be taken stays in the field, to be shortened.
    if (next.problem === null) setTyped('');
  };
  const remove = (tag: string) => {
    onChange(tags.filter((one) => one !== tag));
    setProblem(null);
    announce(t('removed', { tag }));
    input.current?.focus();
  };
  const choices = useChoices(suggestions, add);

  const handleKey = (event: KeyboardEvent) => {
    if (choices.handleKey(event)) return;
    const [last] = tags.slice(-1);
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      event.stopPropagation();
      add(typed);
    } else if (event.key === 'Backspace' && typed === '' && last !== undefined) {
      event.preventDefault();
      remove(last);
    }
  };

  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="text-caption font-strong">
        {t('label')} <span className="font-regular text-muted">{t('optional')}</span>
      </label>
      <div className="relative">
        <div className="flex flex-wrap items-center gap-1 rounded border border-control bg-raised p-1 focus-within:outline-2 focus-within:outline-ink">
          {tags.map((tag) => (
            <span
              key={tag}
              className="inline-flex max-w-full items-center rounded border border-hairline bg-wash ps-2 text-caption"
            >
              <bdi className="truncate">{tag}</bdi>
              <button
                type="button"
                aria-label={t('remove', { tag })}
                onClick={() => remove(tag)}
                className="grid size-6 flex-none place-items-center rounded text-muted hover:text-ink pointer-coarse:size-9"
              >
                <X aria-hidden="true" strokeWidth={1.75} className="size-3" />
              </button>
            </span>
          ))}
          <input
            ref={input}
            id={id}
            role="combobox"
            aria-autocomplete="list"
            aria-expanded={suggestions.length > 0}
            aria-controls={choices.listId}
            aria-activedescendant={choices.activeId}
            aria-describedby={problem === null ? undefined : `${id}-problem`}
            aria-invalid={problem !== null || undefined}
            autoComplete="off"
            dir="auto"
            value={typed}
            onFocus={() => setIsActive(true)}
            onBlur={() => {
              setIsActive(false);
              add(typed);
            }}
            onKeyDown={handleKey}
            onChange={({ target }) => {
              setProblem(null);
              if (/[,،，]/u.test(target.value)) add(target.value);
              else setTyped(target.value);
            }}
            className="min-h-7 min-w-24 flex-1 bg-transparent px-1.5 text-caption outline-none pointer-coarse:min-h-9"
          />
        </div>
        <Choices
          label={t('suggestions')}
          choices={choices}
          items={suggestions}
          onChoose={(tag) => {
            add(tag);
            input.current?.focus();
          }}
        />
      </div>
      <p id={`${id}-problem`} aria-live="polite" className="text-caption text-danger empty:hidden">
        {problem === null
          ? null
          : problem === 'too-many'
            ? t('tooMany', { most: LIMITS.tagsOfNote })
            : t('tooLong', { most: LIMITS.tag })}
      </p>
    </div>
  );
}

/** Tags of the room's notes, asked for once, when the field is first used. */
function useKnownTags(isWanted: boolean): readonly string[] {
  const acts = useNoteActs();
  const [known, setKnown] = useState<readonly string[] | null>(null);
  useEffect(() => {
    if (!isWanted || known !== null) return;
    let isCurrent = true;
    // Without an answer there is nothing to offer; what is typed is taken all the same.
    void acts.tags().then((answer) => {
      if (isCurrent) setKnown(answer.ok ? answer.value.tags.map(({ tag }) => tag) : []);
    });
    return () => {
      isCurrent = false;
    };
  }, [acts, isWanted, known]);
  return known ?? [];
}
