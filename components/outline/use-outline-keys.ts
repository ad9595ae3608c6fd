'use client';

import { useRouter } from 'next/navigation';
import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react';
import { flushSync } from 'react-dom';
import type { ClaimAction } from '@/components/claim/use-action';
import { type ViewSelection, viewHref } from '@/components/debate/view-address';
import { useWhyNot } from '@/components/room/why-not';
import { announce } from '@/components/ui/live-region';
import { nextVote } from '@/components/vote/next-vote';
import { useContributionActions } from '@/lib/client/contributions';
import type { Outline, OutlineNode } from '@/lib/domain/debate/outline';
import { takesAnswers } from '@/lib/domain/debate/takes-answers';
import type { DebateView } from '@/lib/domain/debate/view';
import { type OutlineAction, outlineCommand } from './outline-keys';
import { idsAbove, type OutlineRow } from './outline-rows';
import type { OutlineChange } from './outline-state';
import { rowId } from './row-id';

export interface OutlineKeysInput {
  debate: DebateView;
  outline: Outline;
  /** Rows of the sections that are shown, in reading order. */
  rows: readonly OutlineRow[];
  isBeyondOn: boolean;
  showsEffects: boolean;
  selectedCode: string | null;
  select: (change: Partial<ViewSelection>) => void;
  change: (change: OutlineChange) => void;
  /** Opens a form on the selected claim; null closes it. */
  onAction: (action: ClaimAction | null) => void;
  onShowKeys: () => void;
  /** Reads further claims under one. */
  onReadMore: (claimId: string) => void;
}

/** What rows and keys can do. Its functions never change, so a row is not drawn again for them. */
export interface OutlineActs {
  /** Goes to a row: opens the branches over it and gives it the focus. */
  go: (claimId: string) => void;
  select: (code: string) => void;
  toggleBranch: (claimId: string, isOpen: boolean) => void;
  toggleDetails: (claimId: string) => void;
  contribute: (claimId: string, action: OutlineAction) => void;
  /** A form on the selected claim was opened or closed by its own buttons. */
  setAction: (action: ClaimAction | null) => void;
}

const isNarrow = (): boolean => window.matchMedia('(max-width: 639px)').matches;

/** A branch of which nothing was read yet: to open it is to read it. */
const isUnread = (node: OutlineNode | undefined): boolean =>
  node !== undefined && node.children.length === 0 && node.unread > 0;

const claimIdAt = (target: EventTarget): string | null =>
  (target as Element).closest<HTMLElement>('[data-claim]')?.dataset.claim ?? null;

export function useOutlineKeys(input: OutlineKeysInput) {
  const router = useRouter();
  const { vote } = useContributionActions();
  const noVote = useWhyNot('vote');
  const whyNoClaim = useWhyNot('claim');
  const noClaim = useRef(whyNoClaim);
  const latest = useRef(input);
  useLayoutEffect(() => {
    latest.current = input;
    noClaim.current = whyNoClaim;
  });

  const act = useMemo<OutlineActs>(() => {
    const nodeOf = (claimId: string) => latest.current.outline.nodeById.get(claimId);
    const go = (claimId: string): void => {
      const { outline, change } = latest.current;
      const node = outline.nodeById.get(claimId);
      if (!node) return;
      flushSync(() => {
        change({ type: 'open', claimIds: idsAbove(node, outline.nodeById) });
        change({ type: 'current', claimId });
      });
      const row = document.getElementById(rowId(node.claim.code));
      row?.focus({ preventScroll: true });
      row?.scrollIntoView({ block: 'nearest' });
    };
    return {
      go,
      select: (code) => latest.current.select({ claim: code }),
      toggleBranch: (claimId, isOpen) => {
        latest.current.change({ type: isOpen ? 'open' : 'close', claimIds: [claimId] });
        if (isOpen && isUnread(nodeOf(claimId))) latest.current.onReadMore(claimId);
      },
      toggleDetails: (claimId) => {
        const code = nodeOf(claimId)?.claim.code ?? null;
        latest.current.onAction(null);
        latest.current.select({ claim: code === latest.current.selectedCode ? null : code });
      },
      contribute: (claimId, action) => {
        if (!latest.current.debate.isOpen) return;
        if (action !== 'note' && action !== 'relate' && noClaim.current !== null) {
          return announce(noClaim.current);
        }
        latest.current.onAction(action);
        latest.current.select({ claim: nodeOf(claimId)?.claim.code ?? null });
      },
      setAction: (action) => {
        latest.current.onAction(action);
        // A form that closes takes the focus with it; the row is where the reader was.
        requestAnimationFrame(() => {
          const { selectedCode } = latest.current;
          if (action !== null || selectedCode === null || document.activeElement !== document.body) return;
          document.getElementById(rowId(selectedCode))?.focus({ preventScroll: true });
        });
      },
    };
  }, []);

  const handleKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const target = event.target as HTMLElement;
    const claimId = claimIdAt(target);
    if (claimId === null || event.ctrlKey || event.metaKey || event.altKey) return;
    if (target.dataset.claim === undefined) {
      // Inside a row its controls have the keys; Escape leads back to the row.
      if (event.key === 'Escape' && !target.closest('form, dialog')) act.go(claimId);
      return;
    }
    const command = outlineCommand(input.rows, claimId, event.key);
    if (command === null) return;
    event.preventDefault();
    // A key held down walks on; it does not give and take a vote in turn, nor open and close.
    if (event.repeat && command.type !== 'move') return;
    const claim = input.outline.nodeById.get(claimId)?.claim;
    switch (command.type) {
      case 'move':
        act.go(command.claimId);
        break;
      case 'open':
      case 'close':
        input.change({ type: command.type, claimIds: command.claimIds });
        if (command.type === 'open')
          for (const id of command.claimIds)
            if (isUnread(input.outline.nodeById.get(id))) input.onReadMore(id);
        break;
      case 'details':
        act.toggleDetails(claimId);
        break;
      case 'contribute':
        act.contribute(claimId, command.action);
        break;
      case 'keys':
        input.onShowKeys();
        break;
      case 'vote':
        if (claim?.status !== 'published' || !takesAnswers(input.debate)) break;
        if (noVote !== null) announce(noVote);
        else {
          vote(claim, nextVote(claim.ownVote, command.choice));
        }
        break;
      case 'map':
      case 'text':
        if (claim) {
          const { slug } = input.debate;
          const { isBeyondOn, showsEffects } = input;
          router.push(viewHref(slug, command.type, { claim: claim.code, isBeyondOn, showsEffects }));
        }
    }
  };

  const handleClick = (event: MouseEvent<HTMLDivElement>): void => {
    const target = event.target as HTMLElement;
    const claimId = claimIdAt(target);
    const code = target.closest<HTMLElement>('a[data-to]')?.dataset.to;
    if (code !== undefined) {
      const node = input.outline.nodes.find(({ claim }) => claim.code === code);
      if (!node || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      act.go(node.claim.id);
      return;
    }
    if (claimId === null) return;
    // On a phone the first touch shows a row's buttons, on a wider screen they stand there already.
    const wasCurrent = pressedCurrent.current === claimId;
    const isPress =
      target.closest('[data-press="details"]') !== null && window.getSelection()?.isCollapsed !== false;
    if (isPress && (wasCurrent || !isNarrow())) act.toggleDetails(claimId);
  };

  // The press itself makes the row current (focus comes before click), so what was current is read before.
  const pressedCurrent = useRef<string | null>(null);
  const handlePointerDown = (event: { target: EventTarget }): void => {
    const row = (event.target as Element).closest<HTMLElement>('[data-claim]');
    pressedCurrent.current = row?.dataset.current === undefined ? null : (row.dataset.claim ?? null);
  };

  const handleFocus = (event: FocusEvent<HTMLDivElement>): void => {
    const claimId = claimIdAt(event.target);
    if (claimId !== null) input.change({ type: 'current', claimId });
  };

  return {
    act,
    gridProps: {
      onKeyDown: handleKeyDown,
      onClick: handleClick,
      onFocus: handleFocus,
      onPointerDown: handlePointerDown,
    },
  };
}
