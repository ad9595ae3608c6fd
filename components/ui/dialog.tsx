'use client';

import { type ReactNode, useId } from 'react';
import { Icon } from './icon';
import { IconButton } from './icon-button';
import { useModal } from './use-modal';

export interface DialogProps {
  isOpen: boolean;
  /** Asked for by Escape, by the close button and by a press outside; the caller decides. */
  onClose: () => void;
  title: ReactNode;
  /** Name of the close button. */
  closeLabel: string;
  children: ReactNode;
  size?: 'medium' | 'large';
}

/** A modal dialog in the middle of the page. What should have the focus first takes it in an effect. */
export function Dialog({ isOpen, onClose, title, closeLabel, children, size = 'medium' }: DialogProps) {
  const ref = useModal(isOpen, onClose);
  const titleId = useId();
  return (
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      className={`m-auto max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] overflow-auto rounded border border-hairline bg-raised p-0 text-ink shadow-overlay backdrop:bg-scrim ${size === 'large' ? 'max-w-[44rem]' : 'max-w-[30rem]'}`}
    >
      {isOpen ? (
        <>
          <div className="sticky top-0 flex items-start justify-between gap-4 bg-raised px-6 pt-5 pb-3">
            <h2 id={titleId} className="text-heading font-strong">
              {title}
            </h2>
            <IconButton label={closeLabel} onClick={onClose} className="-me-2 -mt-1.5">
              <Icon name="close" />
            </IconButton>
          </div>
          <div className="px-6 pb-6">{children}</div>
        </>
      ) : null}
    </dialog>
  );
}
