'use client';

import { useState } from 'react';

/** What a person can open on a claim: a form or a dialog. */
export type ClaimAction =
  | 'support'
  | 'object'
  | 'undercut'
  | 'note'
  | 'edit'
  | 'history'
  | 'archive'
  | ReshapeAction;

/** What changes where a claim stands, or what becomes of it. */
export type ReshapeAction = 'relate' | 'move' | 'link' | 'merge' | 'split';

const RESHAPES: ReadonlySet<ClaimAction> = new Set<ReshapeAction>([
  'relate',
  'move',
  'link',
  'merge',
  'split',
]);

export const isReshape = (action: ClaimAction | null): action is ReshapeAction =>
  action !== null && RESHAPES.has(action);

/** Lets a view open forms by its own keys; leave both out and the details keep to themselves. */
export interface ActionControl {
  action?: ClaimAction | null;
  onActionChange?: (action: ClaimAction | null) => void;
}

export function useAction({
  action,
  onActionChange,
}: ActionControl): [ClaimAction | null, (action: ClaimAction | null) => void] {
  const [own, setOwn] = useState<ClaimAction | null>(null);
  return [action === undefined ? own : action, onActionChange ?? setOwn];
}
