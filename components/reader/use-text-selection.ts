'use client';

import {
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useCallback,
  useEffect,
  useEffectEvent,
  useState,
} from 'react';
import { type SelectedRange, selectedRange } from '@/lib/domain/annotation/segments';
import type { SentenceView, SourceView } from '@/lib/domain/debate/view';
import { PASSAGE_ACTIONS, type PassageAction } from './passage-action';
import { rangeInText } from './range-in-text';
import { sentenceId } from './sentence-id';

/** Where the toolbar stands, in pixels from the start of the text's body. */
export interface ToolbarPlace {
  top: number;
  left: number;
  /** How far to the right it may reach. */
  right: number;
}

interface OpenSelection {
  range: SelectedRange;
  place: ToolbarPlace;
  byKeyboard: boolean;
  /** Sentence to which the focus goes back; null after a selection with a pointer. */
  fromKey: string | null;
}

const TOOLBAR = { heightPx: 42, gapPx: 8 };
/** A selection by touch or caret changes many times on its way; the toolbar waits until it rests. */
const REST_MS = 250;

/**
 * The stretch of text that a person has in hand: selected with pointer, touch or caret, or a sentence chosen with
 * Enter or a click and made longer with Shift and arrows. Escape lets it go.
 */
export function useSelection({
  body,
  source,
  isOpen,
  onAct,
}: {
  body: RefObject<HTMLDivElement | null>;
  source: SourceView;
  /** The room takes contributions; without that there is nothing to offer. */
  isOpen: boolean;
  onAct: (action: PassageAction, range: SelectedRange) => void;
}) {
  const [open, setOpen] = useState<OpenSelection | null>(null);
  const text = source.version.text;
  const sentences = source.passages.flatMap((passage) => passage.sentences);

  const takeNative = useEffectEvent(() => {
    const native = window.getSelection();
    if (!body.current || !native || native.isCollapsed || native.rangeCount === 0) {
      // A selection that was let go takes its toolbar along; one made of sentences stays.
      setOpen((old) => (old && old.fromKey === null ? null : old));
      return;
    }
    const domRange = native.getRangeAt(0);
    const bounds = rangeInText(body.current, domRange);
    const range = bounds && selectedRange(text, bounds.start, bounds.end);
    if (!range) return;
    setOpen({ range, place: placeOver(body.current, domRange), byKeyboard: false, fromKey: null });
  });

  useEffect(() => {
    if (!isOpen) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isPressed = false;
    const rest = () => {
      clearTimeout(timer);
      if (!isPressed) timer = setTimeout(takeNative, REST_MS);
    };
    const press = () => {
      isPressed = true;
    };
    const release = () => {
      isPressed = false;
      clearTimeout(timer);
      timer = setTimeout(takeNative, 0);
    };
    document.addEventListener('selectionchange', rest);
    document.addEventListener('pointerdown', press);
    document.addEventListener('pointerup', release);
    document.addEventListener('pointercancel', release);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('selectionchange', rest);
      document.removeEventListener('pointerdown', press);
      document.removeEventListener('pointerup', release);
      document.removeEventListener('pointercancel', release);
    };
  }, [isOpen]);

  const fromKey = open?.fromKey ?? null;
  const drop = useCallback(() => {
    setOpen(null);
    window.getSelection()?.removeAllRanges();
    if (fromKey === null) return;
    // After a dialog has closed: until then the page under it takes no focus.
    requestAnimationFrame(() => document.getElementById(sentenceId(fromKey))?.focus({ preventScroll: true }));
  }, [fromKey]);

  const take = (sentence: SentenceView, byKeyboard: boolean, until: SentenceView = sentence): void => {
    const element = document.getElementById(sentenceId(sentence.key));
    if (!body.current || !element) return;
    const range = selectedRange(text, sentence.start, until.end);
    if (range) setOpen({ range, place: placeOver(body.current, element), byKeyboard, fromKey: sentence.key });
  };

  const handleKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const target = event.target as HTMLElement;
    if (event.ctrlKey || event.metaKey || event.altKey || !isOpen) return;
    if (event.key === 'Escape' && open) {
      drop();
      return;
    }
    const sentence = sentences.find(({ key }) => key === target.dataset.sentence);
    const isTyping = target.closest('input, textarea, select, form, dialog') !== null;
    const range = open?.range ?? (sentence && selectedRange(text, sentence.start, sentence.end));
    const act = PASSAGE_ACTIONS.find(({ key }) => key.toLowerCase() === event.key.toLowerCase());
    if (act && range && !isTyping) {
      event.preventDefault();
      if (sentence && !open) take(sentence, false);
      onAct(act.action, range);
      return;
    }
    if (!sentence) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      const last = sentences.find(({ end }) => open && end === open.range.end);
      take(sentence, true, open?.fromKey === sentence.key ? last : sentence);
      return;
    }
    const step = event.shiftKey ? STEPS[event.key] : undefined;
    if (step === undefined) return;
    event.preventDefault();
    const isMine = open?.fromKey === sentence.key;
    const first = sentences.indexOf(sentence);
    const lastNow = isMine ? sentences.findIndex(({ end }) => end >= (open?.range.end ?? 0)) : first;
    const next = sentences[Math.min(sentences.length - 1, Math.max(first, lastNow + step))];
    if (next) take(sentence, false, next);
  };

  const handleClick = (event: MouseEvent<HTMLDivElement>): void => {
    const key = (event.target as Element).closest<HTMLElement>('[data-sentence]')?.dataset.sentence;
    const sentence = sentences.find((one) => one.key === key);
    if (!sentence || !isOpen || window.getSelection()?.isCollapsed === false) return;
    // A screen reader presses without a pointer (detail 0): it should find itself in the toolbar.
    take(sentence, event.detail === 0);
  };

  // Letters also work while a selection made with a pointer stands and the focus is nowhere in particular.
  const handleLetter = useEffectEvent((event: globalThis.KeyboardEvent) => {
    if (!open || open.fromKey !== null || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target as Element;
    if (body.current?.contains(target) || target.closest('input, textarea, select, dialog')) return;
    if (event.key === 'Escape') return drop();
    const act = PASSAGE_ACTIONS.find(({ key }) => key.toLowerCase() === event.key.toLowerCase());
    if (!act) return;
    event.preventDefault();
    onAct(act.action, open.range);
  });
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => handleLetter(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);

  return {
    open,
    /** Painted by us: a stretch of whole sentences. What the browser selected, the browser paints. */
    held: open?.fromKey ? open.range : null,
    drop,
    bodyProps: { onKeyDown: handleKeyDown, onClick: handleClick },
  };
}

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/** Over the first line of what is selected, inside the text column; under it when there is no room above. */
function placeOver(body: HTMLElement, over: Range | HTMLElement): ToolbarPlace {
  const origin = body.getBoundingClientRect();
  const column = body.querySelector('.reader-paragraph > p')?.getBoundingClientRect() ?? origin;
  const rects = [...over.getClientRects()].filter(({ width }) => width > 0);
  const first = rects[0] ?? origin;
  const last = rects.at(-1) ?? first;
  const above = first.top - TOOLBAR.heightPx - TOOLBAR.gapPx;
  const top = above < 0 ? last.bottom + TOOLBAR.gapPx : above;
  return {
    top: top - origin.top,
    left: Math.max(first.left, column.left) - origin.left,
    right: column.right - origin.left,
  };
}
