'use client';

import {
  type ClipboardEvent,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useCallback,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
} from 'react';
import { type SelectedRange, selectedRange } from '@/lib/domain/annotation/segments';
import type { SourceView } from '@/lib/domain/debate/view';
import { actionOfKey, type PassageAction } from './passage-action';
import { domRangeOf, rangeInText, showSelected } from './range-in-text';
import { sentenceId } from './sentence-id';
import { extendBySentence, extendByWord, sentenceAfterKey, sentenceAt, sentenceRow } from './sentence-walk';
import { placeOver, type ToolbarPlace } from './toolbar-place';
import { wholeWords } from './word-edges';

interface OpenSelection {
  range: SelectedRange;
  place: ToolbarPlace;
  byKeyboard: boolean;
  /** Sentence to which the focus goes back; null after a selection with a pointer. */
  fromKey: string | null;
}

/** A selection by touch or caret changes many times on its way; the toolbar waits until it rests. */
const REST_MS = 250;
const ARROWS: Record<string, 1 | -1> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/**
 * The stretch of text that a person has in hand: selected with pointer, touch or caret, or a sentence chosen with
 * Enter or a click and made longer with Shift and arrows, by words with Control (its end) or Alt (its start). Escape lets
 * it go. Arrows alone walk from sentence to sentence: the text is one stop of the Tab key.
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
  const [current, setCurrent] = useState<string | null>(null);
  const { text } = source.version;
  const row = useMemo(() => sentenceRow(source.passages), [source.passages]);
  const from = useRef<string | null>(null);
  const put = useCallback((next: OpenSelection | null) => {
    from.current = next?.fromKey ?? null;
    setOpen(next);
  }, []);

  const takeNative = useEffectEvent((isMouse: boolean) => {
    const native = window.getSelection();
    if (!body.current || !native || native.isCollapsed || native.rangeCount === 0) {
      // A selection that was let go takes its toolbar along; one made of sentences stays.
      if (open && open.fromKey === null) put(null);
      return;
    }
    const domRange = native.getRangeAt(0);
    const bounds = rangeInText(body.current, domRange);
    const range = bounds && wholeWords(text, bounds.start, bounds.end, source.language);
    if (!bounds || !range) return;
    put({ range, place: placeOver(body.current, domRange), byKeyboard: false, fromKey: null });
    // What is taken is what is seen. Not while a finger has the handles: it would lose them.
    if (isMouse && (range.start !== bounds.start || range.end !== bounds.end))
      showSelected(native, domRangeOf(body.current, range));
  });

  useEffect(() => {
    if (!isOpen) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isPressed = false;
    const rest = () => {
      clearTimeout(timer);
      if (!isPressed) timer = setTimeout(() => takeNative(false), REST_MS);
    };
    const press = () => {
      isPressed = true;
    };
    const release = ({ pointerType }: PointerEvent) => {
      isPressed = false;
      clearTimeout(timer);
      timer = setTimeout(() => takeNative(pointerType === 'mouse'), 0);
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

  const drop = useCallback(() => {
    const key = from.current;
    put(null);
    window.getSelection()?.removeAllRanges();
    if (key !== null) focusLater(key);
  }, [put]);

  /** After a form: the focus goes back to where its passage begins, however that was selected. */
  const release = useCallback(
    (range: SelectedRange) => {
      put(null);
      window.getSelection()?.removeAllRanges();
      const sentence = sentenceAt(row, range.start);
      if (sentence) focusLater(sentence.key);
    },
    [put, row],
  );

  const take = (key: string, range: SelectedRange | null, byKeyboard: boolean): void => {
    const element = document.getElementById(sentenceId(key));
    if (!body.current || !element || !range) return;
    put({ range, place: placeOver(body.current, element), byKeyboard, fromKey: key });
    const last = sentenceAt(row, range.end - 1);
    if (last && last.key !== key)
      document.getElementById(sentenceId(last.key))?.scrollIntoView({ block: 'nearest' });
  };

  const rangeOf = (key: string): SelectedRange | null => {
    if (open?.fromKey === key) return open.range;
    const sentence = row.sentences[row.places.get(key) ?? -1];
    return sentence ? selectedRange(text, sentence.start, sentence.end) : null;
  };

  /** Shift and an arrow: by sentences, by words at the end, or by words at the start. */
  const extend = (key: string, step: 1 | -1, event: KeyboardEvent): void => {
    const own = open?.fromKey === key ? open.range : null;
    const now = own ?? rangeOf(key);
    const byWord = event.ctrlKey || event.metaKey ? 'end' : event.altKey ? 'start' : null;
    const next =
      byWord === null
        ? extendBySentence(row, text, key, own, step)
        : now && extendByWord(text, source.language, now, byWord, step);
    event.preventDefault();
    take(key, next ?? own, false);
  };

  const handleKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const target = event.target as HTMLElement;
    if (!isOpen && ARROWS[event.key] === undefined) return;
    if (target.closest('input, textarea, select, form, dialog')) return;
    if (event.key === 'Escape' && open) {
      drop();
      return;
    }
    const key = target.dataset.sentence;
    const step = ARROWS[event.key];
    if (key !== undefined && event.shiftKey && step !== undefined && isOpen) {
      extend(key, step, event);
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const action = actionOfKey(event.key);
    const range = open?.range ?? (key === undefined ? null : rangeOf(key));
    if (action && range) {
      event.preventDefault();
      onAct(action, range);
      return;
    }
    if (key === undefined || event.shiftKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      take(key, rangeOf(key), true);
      return;
    }
    const next = sentenceAfterKey(row, key, event.key);
    if (!next) return;
    event.preventDefault();
    if (open) put(null);
    const element = document.getElementById(sentenceId(next.key));
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: 'nearest' });
  };

  const handleClick = (event: MouseEvent<HTMLDivElement>): void => {
    const key = (event.target as Element).closest<HTMLElement>('[data-sentence]')?.dataset.sentence;
    const sentence = row.sentences[row.places.get(key ?? '') ?? -1];
    if (!sentence || !isOpen || window.getSelection()?.isCollapsed === false) return;
    // A screen reader presses without a pointer (detail 0): it should find itself in the toolbar.
    take(sentence.key, selectedRange(text, sentence.start, sentence.end), event.detail === 0);
  };

  const handleFocus = (event: FocusEvent<HTMLDivElement>): void => {
    const key = (event.target as HTMLElement).dataset.sentence;
    if (key !== undefined) setCurrent(key);
  };

  /**
   * Copies the words of the text alone: what was selected with keys is painted by us, and between two paragraphs the
   * browser would copy what stands in the margin.
   */
  const handleCopy = (event: ClipboardEvent<HTMLDivElement>): void => {
    if ((event.target as Element).closest('input, textarea')) return;
    const native = window.getSelection();
    const words =
      native === null || native.isCollapsed
        ? open?.range.exact
        : wordsBetweenEnds(body.current, native, text);
    if (words === undefined) return;
    event.clipboardData.setData('text/plain', words);
    event.preventDefault();
  };

  // Letters also work while a selection made with a pointer stands and the focus is nowhere in particular.
  const handleLetter = useEffectEvent((event: globalThis.KeyboardEvent) => {
    if (!open || open.fromKey !== null || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target as Element;
    if (body.current?.contains(target) || target.closest('input, textarea, select, dialog')) return;
    if (event.key === 'Escape') return drop();
    const action = actionOfKey(event.key);
    if (!action) return;
    event.preventDefault();
    onAct(action, open.range);
  });
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => handleLetter(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);

  return {
    open,
    /** Painted by us: what was selected with keys or by a press. What the browser selected, the browser paints. */
    held: open?.fromKey ? open.range : null,
    /** The sentence that Tab leads to. */
    currentKey: current ?? row.sentences[0]?.key ?? null,
    drop,
    release,
    bodyProps: {
      onKeyDown: handleKeyDown,
      onClick: handleClick,
      onFocus: handleFocus,
      onCopy: handleCopy,
    },
  };
}

/**
 * After a dialog has closed: until then the page under it takes no focus. Who has gone on to another sentence by then
 * stays there.
 */
const focusLater = (key: string): void =>
  void requestAnimationFrame(() => {
    if (document.activeElement?.closest('[data-sentence]')) return;
    document.getElementById(sentenceId(key))?.focus({ preventScroll: true });
  });

/** The words of a selection whose two ends are both in the text; undefined where the browser copies as it does. */
function wordsBetweenEnds(body: HTMLElement | null, native: Selection, text: string): string | undefined {
  const isInText = (node: Node | null) =>
    (node instanceof Element ? node : node?.parentElement)?.closest('[data-text-start]') != null;
  if (!body || native.rangeCount === 0 || !isInText(native.anchorNode) || !isInText(native.focusNode))
    return undefined;
  const bounds = rangeInText(body, native.getRangeAt(0));
  return bounds ? text.slice(bounds.start, bounds.end) : undefined;
}
