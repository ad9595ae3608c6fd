'use client';

import { type ReactNode, useId } from 'react';
import { Icon } from './icon';
import { IconButton } from './icon-button';
import { useModal } from './use-modal';

export interface SheetProps {
  isOpen: boolean;
  onClose: () => void;
  title: ReactNode;
  closeLabel: string;
  children: ReactNode;
  /** The edge it comes from: the bottom on phones, also as wide as a column of text, or the end of the line beside a text. */
  placement?: 'bottom' | 'column' | 'end';
}

const PLACES = {
  bottom:
    'mt-auto mb-0 mx-0 max-h-[85dvh] w-full max-w-none rounded-t-[12px] border-t pb-[env(safe-area-inset-bottom)]',
  column:
    'mt-auto mb-0 mx-auto max-h-[85dvh] w-full max-w-[40rem] rounded-t-[12px] border-t sm:border-x pb-[env(safe-area-inset-bottom)]',
  end: 'my-0 me-0 ms-auto h-dvh max-h-none w-80 max-w-[calc(100vw-3rem)] border-s',
};

/** A modal panel at an edge, for what stands beside the page on wide screens. */
export function Sheet({ isOpen, onClose, title, closeLabel, children, placement = 'bottom' }: SheetProps) {
  const ref = useModal(isOpen, onClose);
  const titleId = useId();
  return (
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      className={`overflow-auto border-hairline bg-raised p-0 text-ink shadow-overlay backdrop:bg-scrim ${PLACES[placement]}`}
    >
      {isOpen ? (
        <>
          <div className="sticky top-0 z-10 flex min-h-11 items-center justify-between gap-4 border-b border-hairline bg-raised ps-4 pe-2">
            <h2 id={titleId} className="text-caption font-strong">
              {title}
            </h2>
            <IconButton label={closeLabel} onClick={onClose}>
              <Icon name="close" />
            </IconButton>
          </div>
          <div className="p-4">{children}</div>
        </>
      ) : null}
    </dialog>
  );
}
