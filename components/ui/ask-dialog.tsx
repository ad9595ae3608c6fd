'use client';

import type { ReactNode } from 'react';
import { Button } from './button';
import { Dialog } from './dialog';

export interface AskDialogProps {
  title: ReactNode;
  /** What happens, and what cannot be taken back. */
  children: ReactNode;
  /** Names of the two ways: what is done, and leaving it. */
  doLabel: string;
  stayLabel: string;
  isPending?: boolean;
  onDo: () => void;
  onClose: () => void;
}

/** A question before something that cannot be taken back; there while it is rendered. */
export function AskDialog({
  title,
  children,
  doLabel,
  stayLabel,
  isPending = false,
  onDo,
  onClose,
}: AskDialogProps) {
  return (
    <Dialog isOpen onClose={onClose} title={title} closeLabel={stayLabel}>
      <div className="grid gap-4">
        <p className="text-pretty">{children}</p>
        <div className="flex flex-wrap gap-2">
          <Button variant="primary" isPending={isPending} onClick={onDo}>
            {doLabel}
          </Button>
          <Button variant="quiet" onClick={onClose}>
            {stayLabel}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
