'use client';

import { useState } from 'react';

/** What a person can open on a claim: a form or a dialog. */
export type ClaimAction = 'support' | 'object' | 'undercut' | 'note' | 'edit' | 'history' | 'archive';

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
