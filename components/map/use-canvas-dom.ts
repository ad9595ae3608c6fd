'use client';

import { type RefObject, useCallback, useLayoutEffect, useRef } from 'react';

/**
 * The canvas library gives its root the role of an application and names nothing inside. Ours is a tree of claims, so
 * the roles are put right on its elements (it renders them with fixed attributes and does not touch them again; seen
 * with @xyflow/react 12.12). Lines are for the eye alone: relations stand in the names and in the panel.
 */
export function useCanvasDom(treeLabel: string): {
  root: RefObject<HTMLDivElement | null>;
  focusCard: (claimId: string) => void;
} {
  const root = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    root.current?.querySelector('.react-flow')?.removeAttribute('role');
    root.current?.querySelector('.react-flow__edges')?.setAttribute('aria-hidden', 'true');
    const tree = root.current?.querySelector('.react-flow__nodes');
    tree?.setAttribute('role', 'tree');
    tree?.setAttribute('aria-label', treeLabel);
  }, [treeLabel]);

  const focusCard = useCallback((claimId: string) => {
    root.current
      ?.querySelector<HTMLElement>(`[data-claim-id="${CSS.escape(claimId)}"]`)
      ?.focus({ preventScroll: true });
  }, []);

  return { root, focusCard };
}
