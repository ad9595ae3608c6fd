'use client';

import type { ReshapeAction } from '@/components/claim/use-action';
import type { ClaimView, DebateView } from '@/lib/domain/debate/view';
import { LinkDialog } from './link-dialog';
import { MergeDialog } from './merge-dialog';
import { MoveDialog } from './move-dialog';
import { RelateDialog } from './relate-dialog';
import { SplitDialog } from './split-dialog';

export interface ReshapeDialogProps {
  debate: DebateView;
  claim: ClaimView;
  action: ReshapeAction;
  onClose: () => void;
  /** Goes to the claim that stands where this one stood. */
  onSelect: (code: string) => void;
}

/** The dialog for a change of the map that begins at a claim. */
export function ReshapeDialog({ action, onSelect, ...rest }: ReshapeDialogProps) {
  if (action === 'relate') return <RelateDialog {...rest} />;
  if (action === 'move') return <MoveDialog {...rest} />;
  if (action === 'link') return <LinkDialog {...rest} />;
  if (action === 'merge') return <MergeDialog {...rest} onSelect={onSelect} />;
  return <SplitDialog {...rest} onSelect={onSelect} />;
}
