'use client';

import './tour.css';
import { ArrowLeft, ArrowRight, Pencil, X } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useEffect, useEffectEvent, useRef } from 'react';
import { useViewSelection } from '@/components/debate/use-view-selection';
import { rowId } from '@/components/outline/row-id';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { announce } from '@/components/ui/live-region';
import type { DebateView } from '@/lib/domain/debate/view';
import type { TourView } from '@/lib/domain/tour/view';
import { tourHref } from './tour-address';
import { useTour } from './use-tour';

interface TourBarProps {
  debate: Pick<DebateView, 'slug' | 'language' | 'motion'>;
  tour: TourView;
  /** The reader has just started the tour on this page. */
  takesFocus: boolean;
}

/** One step of the tour: its words, the way on and back. It stands above the view, over no card. */
export function TourBar({ debate, tour, takesFocus }: TourBarProps) {
  const t = useTranslations('tour');
  const { number, step, goTo, end } = useTour(debate, tour);
  const [{ claim }, select] = useViewSelection();
  const bar = useRef<HTMLElement>(null);
  const next = useRef<HTMLButtonElement>(null);
  const total = tour.steps.length;

  // The bar may be here before the router says the step: its buttons come with the step.
  const isShown = step !== null;
  useEffect(() => {
    if (takesFocus && isShown) next.current?.focus();
  }, [takesFocus, isShown]);

  // An address that names the step alone is made whole.
  const isWithoutClaim = step !== null && claim === null;
  const arrive = useEffectEvent(() => {
    if (!step || number === null) return;
    if (isWithoutClaim) select({ claim: step.code });
    announce(t('said', { number, total, code: step.code, words: step.words }));
    requestAnimationFrame(() => bringIntoView(step.code));
  });
  const stepId = step?.id;
  useEffect(() => {
    if (stepId !== undefined) arrive();
  }, [stepId]);

  const leave = () => {
    const code = step?.code ?? '';
    end();
    announce(t('ended'));
    const stands =
      document.getElementById(rowId(code)) ??
      [
        ...document.querySelectorAll<HTMLElement>(`[data-claim-id="${CSS.escape(step?.claimId ?? '')}"]`),
      ].find((card) => card.checkVisibility());
    (stands ?? document.getElementById('content'))?.focus({ preventScroll: true });
  };
  const leaveByKey = useEffectEvent((event: globalThis.KeyboardEvent) => {
    // Escape elsewhere belongs to what stands there: the panel, a menu, a dialog.
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    if (event.target === document.body || bar.current?.contains(event.target as Node)) leave();
  });
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => leaveByKey(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);

  if (!step || number === null) return null;
  const isFirst = number === 1;
  const isLast = number === total;
  const handleKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const to = { ArrowRight: number + 1, ArrowLeft: number - 1, Home: 1, End: total }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    if (to >= 1 && to <= total && to !== number) goTo(to);
  };
  return (
    <section ref={bar} aria-label={t('label')} onKeyDown={handleKey} className="tour-bar no-print">
      <div className="tour-head">
        <span className="font-strong">{t('step', { number, total })}</span>
        <button
          type="button"
          className="tour-code"
          aria-label={t('again', { code: step.code })}
          title={t('again', { code: step.code })}
          onClick={() => {
            goTo(number);
            bringIntoView(step.code);
          }}
        >
          {step.code}
        </button>
        {tour.canEdit ? (
          <Link href={tourHref(debate.slug)} prefetch={false} className="tour-edit" aria-label={t('change')}>
            <Pencil aria-hidden="true" size={14} strokeWidth={1.75} />
          </Link>
        ) : null}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long words scroll, by keyboard too */}
      <p key={step.id} lang={debate.language} dir="auto" className="tour-words" tabIndex={0}>
        {step.words}
      </p>
      <div className="tour-buttons">
        <Button
          size="small"
          aria-disabled={isFirst || undefined}
          onClick={() => !isFirst && goTo(number - 1)}
        >
          <ArrowLeft aria-hidden="true" className="size-4 rtl:-scale-x-100" />
          {t('back')}
        </Button>
        <Button
          ref={next}
          size="small"
          variant="primary"
          onClick={() => (isLast ? leave() : goTo(number + 1))}
        >
          {t(isLast ? 'finish' : 'next')}
          {isLast ? null : <ArrowRight aria-hidden="true" className="size-4 rtl:-scale-x-100" />}
        </Button>
        <IconButton size="small" label={t('end')} onClick={leave}>
          <X aria-hidden="true" size={16} strokeWidth={1.75} />
        </IconButton>
      </div>
    </section>
  );
}

/** About a second: after that the row is shown as it is. */
const MOST_FRAMES = 60;

/** The outline's row of the step, below the bar; the map brings its card into view by itself, the phone its top. */
function bringIntoView(code: string): void {
  const row = document.getElementById(rowId(code));
  if (!row) {
    window.scrollTo({ top: 0 });
    return;
  }
  // Until the row has opened, another one above it may still be closing and take the place away.
  const look = (framesLeft: number): void => {
    if (framesLeft > 0 && !row.hasAttribute('data-open')) requestAnimationFrame(() => look(framesLeft - 1));
    else row.scrollIntoView({ block: 'start' });
  };
  look(MOST_FRAMES);
}
