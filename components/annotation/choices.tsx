'use client';

import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';

export interface ChoicesState {
  listId: string;
  /** Id of the option that the keys stand on; undefined for none. */
  activeId: string | undefined;
  activeIndex: number;
  /** @returns whether the key was for the list */
  handleKey: (event: KeyboardEvent) => boolean;
}

/**
 * The keys of a list of suggestions under a field that keeps the focus (WAI-ARIA: listbox with aria-activedescendant):
 * arrows move, Enter and Tab take, Escape closes.
 * @param isEager the first option is taken by Enter without being moved to
 */
export function useChoices(
  items: readonly string[],
  onChoose: (item: string) => void,
  { isEager = false, onClose }: { isEager?: boolean; onClose?: () => void } = {},
): ChoicesState {
  const listId = useId();
  const first = isEager ? 0 : -1;
  const [active, setActive] = useState({ key: '', index: first });
  const key = items.join('\n');
  // Another list begins at its beginning.
  const index = active.key === key ? active.index : first;
  const activeIndex = index < items.length ? index : first;
  const item = items[activeIndex];

  const handleKey = (event: KeyboardEvent): boolean => {
    if (items.length === 0 || event.nativeEvent.isComposing) return false;
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move !== undefined) {
      const next = activeIndex + move;
      const last = items.length - 1;
      setActive({ key, index: next > last ? 0 : next < 0 ? last : next });
    } else if ((event.key === 'Enter' || (event.key === 'Tab' && isEager)) && item !== undefined) {
      onChoose(item);
    } else if (event.key === 'Escape' && onClose) {
      onClose();
    } else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  return {
    listId,
    activeIndex,
    activeId: item === undefined ? undefined : choiceId(listId, activeIndex),
    handleKey,
  };
}

export const choiceId = (listId: string, index: number): string => `${listId}-${index}`;

/** The suggestions themselves, below the field. */
export function Choices({
  label,
  choices,
  items,
  onChoose,
}: {
  label: string;
  choices: ChoicesState;
  items: readonly string[];
  onChoose: (item: string) => void;
}) {
  const list = useRef<HTMLDivElement>(null);
  const isThere = items.length > 0;
  // At the end of a narrow panel the list would open out of sight.
  useEffect(() => {
    if (isThere) list.current?.scrollIntoView({ block: 'nearest' });
  }, [isThere]);
  return (
    <div
      ref={list}
      id={choices.listId}
      role="listbox"
      aria-label={label}
      hidden={!isThere}
      className="absolute inset-x-0 top-full z-10 mt-1 max-h-60 overflow-auto rounded border border-hairline bg-raised p-1 shadow-overlay"
    >
      {items.map((item, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's, which keeps the focus
        // biome-ignore lint/a11y/useFocusableInteractive: the field points at the option with aria-activedescendant
        <div
          key={item}
          id={choiceId(choices.listId, index)}
          role="option"
          aria-selected={index === choices.activeIndex}
          // The field would lose the focus before the press counts.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onChoose(item)}
          className="flex min-h-8 cursor-pointer items-center rounded px-2 text-caption hover:bg-wash aria-selected:bg-wash aria-selected:font-strong pointer-coarse:min-h-11"
        >
          <bdi>{item}</bdi>
        </div>
      ))}
    </div>
  );
}
