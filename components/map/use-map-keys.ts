'use client';

import { useRouter } from 'next/navigation';
import { type KeyboardEvent, useState } from 'react';
import type { ClaimAction } from '@/components/claim/use-action';
import { viewHref } from '@/components/debate/view-address';
import { mayRelate } from '@/components/edit/edit-rights';
import { useWhyNot } from '@/components/room/why-not';
import { nextVote } from '@/components/vote/next-vote';
import { useContributionActions } from '@/lib/client/contributions';
import type { VoteChoice } from '@/lib/domain/debate/view';
import type { MapLayout } from '@/lib/domain/layout/types';
import { codeOf } from './map-claims';
import { isMoveKey, linesAt, nextLine, nextMove, otherEnd } from './map-keyboard';
import type { MapModel } from './use-map-model';
import type { MapViewport } from './use-map-viewport';

const VOTE_KEYS: Readonly<Record<string, VoteChoice>> = { a: 'agree', d: 'disagree', p: 'pass' };
const REPEATING_KEYS: ReadonlySet<string> = new Set(['+', '=', '-', 'l']);
const ZOOM_STEP = 1.2;

/** Opens a form of the panel on a claim. */
export type Contribute = (action: ContributeAction, claimId: string) => void;
type ContributeAction = Extract<ClaimAction, 'support' | 'object' | 'undercut' | 'note'>;

interface MapKeysInput {
  model: MapModel;
  layout: MapLayout;
  viewport: MapViewport;
  activeId: string;
  /** Moves the focus to a card, opening what hides it. */
  goTo: (claimId: string) => void;
  fold: (claimId: string, isFolded: boolean) => void;
  showKeys: () => void;
  /** Shows more of a family when the card stands for that. @returns whether it does */
  showMore: (cardId: string) => boolean;
  contribute: Contribute;
  /** Asks where a claim is to be given as a reason too. */
  relate: (claimId: string) => void;
}

/** The keys of the canvas. They work only while the focus is in it, so that they get in nobody's way. */
export function useMapKeys(input: MapKeysInput): {
  handleKey: (event: KeyboardEvent) => void;
  activeLineId: string | null;
  leaveLine: () => void;
} {
  const { model, layout, viewport, activeId, goTo, fold } = input;
  const { t, words, debate, drawn, state, dispatch } = model;
  const { vote, rate, announce } = useContributionActions();
  const noVote = useWhyNot('vote');
  const noImpact = useWhyNot('impact');
  const noClaim = useWhyNot('claim');
  const router = useRouter();
  const [line, setLine] = useState<{ claimId: string; lineId: string } | null>(null);
  // The line belongs to the card that has the focus: moving on leaves it.
  const activeLineId = line?.claimId === activeId ? line.lineId : null;
  const activeLine = layout.lines.find((candidate) => candidate.id === activeLineId) ?? null;
  const claim = drawn.claimById.get(activeId) ?? null;
  const placed = layout.claims.find((candidate) => candidate.id === activeId) ?? null;

  const stepLine = () => {
    const next = nextLine(layout, activeId, activeLineId);
    setLine(next && { claimId: activeId, lineId: next.id });
    if (!next) return announce(t('announce.lastLine'));
    const all = linesAt(layout, activeId);
    announce(words.line(next.id, all.indexOf(next) + 1, all.length));
  };

  const open = () => {
    if (input.showMore(activeId)) return;
    if (activeLine) {
      const end = otherEnd(layout, activeLine, activeId);
      if (end) goTo(end);
      return;
    }
    const isOpen = state.panel === 'open' && model.selectedId === activeId;
    model.select(activeId);
    dispatch({ type: 'panel', panel: 'open' });
    // A second press goes into the panel that the first one opened.
    if (isOpen) document.getElementById('map-panel')?.focus();
    else announce(t('announce.selected', { code: codeOf(debate, activeId) }));
  };

  const castVote = (choice: VoteChoice) => {
    if (!claim) return;
    if (!debate.isOpen || noVote !== null) return announce(noVote ?? t('announce.notNow'));
    // What became of it is said when the server has it.
    vote(claim, nextVote(claim.ownVote, choice));
  };

  const rateLine = (weight: number) => {
    const relation = activeLine && drawn.relationById.get(activeLine.id);
    if (!relation) return;
    if (!debate.isOpen || noImpact !== null) return announce(noImpact ?? t('announce.notNow'));
    rate(relation, relation.ownImpact.weight === weight ? null : weight);
  };

  const toggleFocusMode = () => {
    const isOn = !(state.isFocusMode && model.selectedId === activeId);
    model.select(activeId);
    dispatch({ type: 'focus-mode', isOn });
    announce(isOn ? t('announce.focusOn', { code: codeOf(debate, activeId) }) : t('announce.focusOff'));
  };

  const leave = () => {
    if (activeLine) return setLine(null);
    if (state.isFocusMode) {
      dispatch({ type: 'focus-mode', isOn: false });
      return announce(t('announce.focusOff'));
    }
    if (state.panel === 'closed') return;
    dispatch({ type: 'panel', panel: 'closed' });
    announce(t('announce.panelClosed'));
  };

  const showIn = (view: 'text' | 'outline') => {
    const selection = {
      claim: codeOf(debate, activeId),
      isBeyondOn: model.showsBeyond,
      showsEffects: model.effects !== null,
    };
    router.push(viewHref(debate.slug, view, selection));
  };

  const contribute = (action: ContributeAction) => {
    if (!debate.isOpen) return announce(t('announce.notNow'));
    if (action !== 'note' && noClaim !== null) return announce(noClaim);
    // An undercut meets a line: the one in focus, or the claim's own. The panel of its source has the form for it.
    const claimId = action === 'undercut' && activeLine ? activeLine.fromClaimId : activeId;
    input.contribute(action, claimId);
  };

  const actions: Readonly<Record<string, () => void>> = {
    Enter: open,
    ' ': () => {
      if (input.showMore(activeId)) return;
      if (placed?.hasChildren && placed.ring > 0) fold(activeId, placed.hiddenCount === 0);
    },
    l: stepLine,
    s: () => contribute('support'),
    o: () => contribute('object'),
    u: () => contribute('undercut'),
    n: () => contribute('note'),
    r: () => {
      if (claim && mayRelate(debate, claim)) input.relate(claim.id);
      else announce(t('announce.notNow'));
    },
    f: toggleFocusMode,
    t: () => showIn('text'),
    g: () => showIn('outline'),
    '+': () => viewport.zoomBy(ZOOM_STEP),
    '=': () => viewport.zoomBy(ZOOM_STEP),
    '-': () => viewport.zoomBy(1 / ZOOM_STEP),
    '/': () => dispatch({ type: 'search', isOpen: true }),
    '?': input.showKeys,
    Escape: leave,
  };

  const handleKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const choice = VOTE_KEYS[key];
    let action: (() => void) | undefined = actions[key];
    if (isMoveKey(key)) {
      action = () => {
        const move = nextMove(layout, activeId, key);
        if (move?.type === 'to') goTo(move.claimId);
        else if (move?.type === 'unfold') fold(move.claimId, false);
      };
    } else if (choice) action = () => castVote(choice);
    else if (/^[0-4]$/.test(key)) {
      // 1 fits the map; with a line in focus it is an impact like the other digits.
      if (activeLine) action = () => rateLine(Number(key));
      else if (key === '1') action = viewport.fit;
    }
    if (!action) return;
    event.preventDefault();
    // A key held down walks and zooms on; it does not give and take an answer in turn, nor open and close.
    if (event.repeat && !isMoveKey(key) && !REPEATING_KEYS.has(key)) return;
    action();
  };

  return { handleKey, activeLineId, leaveLine: () => setLine(null) };
}
