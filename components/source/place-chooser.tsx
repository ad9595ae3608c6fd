'use client';

import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { rangeInText } from '@/components/reader/range-in-text';
import { wholeWords } from '@/components/reader/word-edges';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { type SelectedRange, selectedRange } from '@/lib/domain/annotation/segments';
import type { SourceView } from '@/lib/domain/debate/view';
import type { WaitingAnchor } from '@/lib/domain/source/view';

const MOVES: Record<string, number> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/**
 * The newest text, to say where the passage is now. With a pointer any stretch of words is selected; by keyboard the arrows
 * go from sentence to sentence, Enter takes one, and Shift with Enter all from the one taken to this one.
 */
export function PlaceChooser({
  anchor,
  source,
  onClose,
  onChoose,
}: {
  anchor: WaitingAnchor;
  source: SourceView;
  onClose: () => void;
  onChoose: (range: Pick<SelectedRange, 'start' | 'end' | 'exact'>) => void;
}) {
  const t = useTranslations('review.chooser');
  const { text } = source.version;
  const sentences = source.passages.flatMap((passage) => passage.sentences);
  const near = anchor.found?.start ?? Math.min(anchor.old.start, text.length - 1);
  const first = Math.max(
    0,
    sentences.findLastIndex(({ start }) => start <= near),
  );
  const [at, setAt] = useState(first);
  const [range, setRange] = useState<SelectedRange | null>(null);
  const body = useRef<HTMLDivElement>(null);

  const sentenceAt = (index: number): HTMLElement | null =>
    body.current?.querySelector<HTMLElement>(`[data-sentence-index="${index}"]`) ?? null;
  useEffect(() => {
    const element = body.current?.querySelector<HTMLElement>(`[data-sentence-index="${first}"]`);
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: 'center' });
  }, [first]);

  const go = (index: number): void => {
    if (index < 0 || index >= sentences.length) return;
    setAt(index);
    sentenceAt(index)?.focus();
  };
  const take = (index: number, isFurther: boolean): void => {
    const sentence = sentences[index];
    if (!sentence) return;
    const from = isFurther && range ? Math.min(range.start, sentence.start) : sentence.start;
    const to = isFurther && range ? Math.max(range.end, sentence.end) : sentence.end;
    setAt(index);
    setRange(selectedRange(text, from, to));
  };
  const onKeyDown = (event: KeyboardEvent, index: number): void => {
    const step = MOVES[event.key];
    if (step !== undefined) go(index + step);
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(sentences.length - 1);
    else if (event.key === 'Enter' || event.key === ' ') take(index, event.shiftKey);
    else return;
    event.preventDefault();
  };
  /** Words selected with a pointer; a mere press on a sentence takes all of it. */
  const onPointerUp = (event: { target: EventTarget; shiftKey: boolean }): void => {
    const selection = window.getSelection();
    if (body.current && selection && !selection.isCollapsed && selection.rangeCount > 0) {
      const found = rangeInText(body.current, selection.getRangeAt(0));
      if (found) setRange(wholeWords(text, found.start, found.end, source.language));
      return;
    }
    const pressed = (event.target as HTMLElement).closest<HTMLElement>('[data-sentence-index]');
    if (pressed) take(Number(pressed.dataset.sentenceIndex), event.shiftKey);
  };

  let index = -1;
  return (
    <Dialog isOpen onClose={onClose} title={t('title')} closeLabel={t('close')} size="large">
      <div className="grid gap-4">
        <p className="text-caption text-muted">{t('how')}</p>
        <blockquote
          lang={source.language}
          dir="auto"
          className="border-s-2 border-hairline ps-3 font-serif text-ui"
        >
          {anchor.old.exact}
        </blockquote>
        <div
          ref={body}
          onPointerUp={onPointerUp}
          className="max-h-[45dvh] overflow-auto rounded border border-control p-3"
        >
          {source.passages.map((passage) => (
            <div key={passage.key} className="grid grid-cols-[2rem_1fr] gap-2 pb-3">
              <span className="text-caption text-muted tabular-nums">{passage.label}</span>
              <p lang={source.language} dir="auto" className="font-serif text-ui text-pretty">
                {passage.sentences.map((sentence) => {
                  index += 1;
                  const place = index;
                  const isTaken = range !== null && range.start < sentence.end && sentence.start < range.end;
                  return (
                    <span key={sentence.key}>
                      {/* biome-ignore lint/a11y/useSemanticElements: words inside <button> cannot be selected in every browser */}
                      <span
                        role="button"
                        tabIndex={place === at ? 0 : -1}
                        aria-pressed={isTaken}
                        data-sentence-index={place}
                        data-text-start={sentence.start}
                        onKeyDown={(event) => onKeyDown(event, place)}
                        className={`cursor-pointer rounded-[2px] hover:bg-wash ${isTaken ? 'bg-wash font-strong underline decoration-2 underline-offset-3' : ''}`}
                      >
                        {text.slice(sentence.start, sentence.end)}
                      </span>{' '}
                    </span>
                  );
                })}
              </p>
            </div>
          ))}
        </div>
        <div className="grid gap-1" aria-live="polite">
          <p className="text-caption text-muted">{t('chosen')}</p>
          <p lang={source.language} dir="auto" className="max-h-24 overflow-auto font-serif text-ui">
            {range?.exact ?? t('nothing')}
          </p>
        </div>
        <div className="flex flex-wrap gap-2">
          <Button variant="primary" disabled={range === null} onClick={() => range && onChoose(pick(range))}>
            {t('take')}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </div>
      </div>
    </Dialog>
  );
}

const pick = ({ start, end, exact }: SelectedRange) => ({ start, end, exact });
