'use client';

import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import { Icon } from './icon';

export interface MenuItem {
  label: string;
  onSelect: () => void;
  icon?: ReactNode;
  isDisabled?: boolean;
  /** Given for all items of a menu that is a choice: exactly one is checked. */
  isChecked?: boolean;
}

export interface MenuProps {
  /** Name of the button that opens it. */
  label: string;
  /** What the button shows, usually an icon. */
  children: ReactNode;
  items: MenuItem[];
  buttonClassName?: string;
}

const EDGE_PX = 8;

/** Puts the list under its button, or above it where there is no room below; inside the window either way. */
function place(list: HTMLElement, button: HTMLElement): void {
  const at = button.getBoundingClientRect();
  const { width, height } = list.getBoundingClientRect();
  const isBelow = at.bottom + 4 + height <= window.innerHeight - EDGE_PX || at.top < height;
  const start = getComputedStyle(button).direction === 'rtl' ? at.left : at.right - width;
  list.style.left = `${Math.max(EDGE_PX, Math.min(start, window.innerWidth - width - EDGE_PX))}px`;
  list.style.top = `${isBelow ? at.bottom + 4 : at.top - 4 - height}px`;
}

/** Actions behind a button, as a WAI-ARIA menu. The browser's popover closes it on Escape and on a press outside. */
export function Menu({ label, children, items, buttonClassName }: MenuProps) {
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  const choices = () =>
    [...(list.current?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])].filter(
      (item) => item.getAttribute('aria-disabled') !== 'true',
    );

  const handleKey = (event: KeyboardEvent) => {
    const all = choices();
    const now = document.activeElement instanceof HTMLElement ? all.indexOf(document.activeElement) : -1;
    const wanted = {
      ArrowDown: (now + 1) % all.length,
      ArrowUp: (now - 1 + all.length) % all.length,
      Home: 0,
      End: all.length - 1,
    }[event.key];
    if (event.key === 'Tab') list.current?.hidePopover();
    // The browser closes the menu; what stands around it must not take the same press as its own.
    if (event.key === 'Escape') event.stopPropagation();
    if (wanted === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    all[wanted]?.focus();
  };

  return (
    <>
      <button
        ref={button}
        type="button"
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-controls={listId}
        popoverTarget={listId}
        className={buttonClassName}
      >
        {children}
      </button>
      <div
        ref={list}
        id={listId}
        popover="auto"
        role="menu"
        aria-label={label}
        onKeyDown={handleKey}
        onToggle={(event) => {
          if (event.newState !== 'open' || !button.current) return;
          place(event.currentTarget, button.current);
          const all = choices();
          (all.find((item) => item.ariaChecked === 'true') ?? all[0])?.focus();
        }}
        className="fixed m-0 min-w-44 rounded border border-hairline bg-raised p-1 text-ui text-ink shadow-overlay"
      >
        {items.map((item) => (
          // biome-ignore lint/a11y/useAriaPropsSupportedByRole: only a menuitemradio gets aria-checked
          <button
            key={item.label}
            type="button"
            role={item.isChecked === undefined ? 'menuitem' : 'menuitemradio'}
            aria-checked={item.isChecked}
            tabIndex={-1}
            aria-disabled={item.isDisabled || undefined}
            onClick={() => {
              if (item.isDisabled) return;
              list.current?.hidePopover();
              item.onSelect();
            }}
            className="flex min-h-9 w-full items-center gap-2 rounded px-3 text-start hover:bg-wash focus-visible:bg-wash focus-visible:outline-offset-[-2px] aria-disabled:cursor-not-allowed aria-disabled:text-muted pointer-coarse:min-h-11"
          >
            {item.icon}
            {item.label}
            {item.isChecked === undefined ? null : (
              <Icon name="check" className={`ms-auto size-3.5 ${item.isChecked ? '' : 'invisible'}`} />
            )}
          </button>
        ))}
      </div>
    </>
  );
}
