'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { announce } from '@/components/ui/live-region';
import {
  isAskedTwice,
  type PresenterView,
  type RevealScene,
  type RevealView,
  sceneBeside,
  scenesOf,
} from '@/lib/domain/room/presenter';
import { answersIn } from '@/lib/domain/room/report/told';
import type { MeanShift } from '@/lib/domain/stance/shift';
import { RevealClaims, RevealMoved } from './reveal-claims';
import { RevealStrip } from './reveal-strip';

const LONG_TITLE = 32;
const LONG_CONCLUSION = 320;
const FIRST: RevealScene = { step: 'stand', isSecondShown: false };

/** The reveal: one idea a step. What it says is told of nobody, of at least five, and of people who answered both times. */
export function PresenterReveal({
  view,
  reveal,
  scene,
  onScene,
}: {
  view: PresenterView;
  reveal: RevealView;
  scene: number;
  onScene: (scene: number) => void;
}) {
  const t = useTranslations('presenter.reveal');
  const scenes = scenesOf(view.frame, reveal);
  const isTwice = isAskedTwice(reveal);
  // Opened again, or its conclusion taken back: the last idea takes the place of the conclusion.
  const at = Math.min(scene, scenes.length - 1);
  const { step, isSecondShown } = scenes[at] ?? FIRST;
  const { shift } = reveal;
  const { conclusion } = view.frame;
  const title = useTitle(reveal, scenes[at] ?? FIRST);
  useEffect(() => announce(title), [title]);
  const { mean } = shift;
  return (
    <div className="presenter-reveal">
      {view.motion ? (
        <p className="presenter-motion is-wide" lang={view.frame.debate.language} dir="auto">
          {view.motion.text}
        </p>
      ) : null}
      <h1
        className={`presenter-title ${title.length > LONG_TITLE ? 'is-long' : ''}`}
        style={{ marginBlockStart: 'calc(18 * var(--u))' }}
      >
        {title}
      </h1>
      {step === 'stand' ? (
        <>
          <p className="presenter-lead" style={{ marginBlock: 'calc(12 * var(--u)) calc(26 * var(--u))' }}>
            {isSecondShown
              ? shift.pairs !== null &&
                // Of fewer pairs the title says it all.
                t.rich('moves', {
                  pairs: shift.pairs,
                  stayed: shift.stayed,
                  against: shift.towardsAgainst,
                  for: shift.towardsFor,
                  b: (chunks) => <b className="font-strong">{chunks}</b>,
                })
              : shift.first === null
                ? t('answeredFew', { people: shift.people })
                : t('answered', { count: answersIn(shift.first), people: shift.people })}
          </p>
          <RevealStrip reveal={reveal} forSide={view.forSide} isSecondShown={isSecondShown} />
        </>
      ) : null}
      {step === 'moved' ? (
        <>
          <p className="presenter-lead text-muted">{t('notProof')}</p>
          <RevealMoved view={view} reveal={reveal} />
        </>
      ) : null}
      {step === 'shared' ? (
        <RevealClaims view={view} reveal={reveal} ranks={reveal.shared} empty={t('noneShared')} />
      ) : null}
      {step === 'divided' ? (
        <RevealClaims view={view} reveal={reveal} ranks={reveal.divided} empty={t('noneDivided')} />
      ) : null}
      {step === 'conclusion' ? (
        <p
          dir="auto"
          className={`presenter-conclusion ${(conclusion ?? '').length > LONG_CONCLUSION ? 'is-long' : ''}`}
        >
          {conclusion}
        </p>
      ) : null}
      <div className="presenter-pager">
        {step === 'stand' ? (
          // A line of its own above the buttons, which stay where they are from scene to scene.
          <p className="basis-full empty:hidden">
            {isSecondShown && mean ? `${staysWords(t, mean)} ` : null}
            {isTwice && shift.onlyFirst + shift.onlySecond > 0 ? t('pale') : null}
          </p>
        ) : null}
        <p className="presenter-turn">
          <button
            type="button"
            aria-label={t('back')}
            disabled={at === 0}
            onClick={() => onScene(sceneBeside(at, -1, scenes.length))}
          >
            <ChevronLeft aria-hidden="true" className="rtl:-scale-x-100" />
          </button>
          <button
            type="button"
            aria-label={t('next')}
            disabled={at === scenes.length - 1}
            onClick={() => onScene(sceneBeside(at, 1, scenes.length))}
          >
            <ChevronRight aria-hidden="true" className="rtl:-scale-x-100" />
          </button>
        </p>
        <ol className="flex flex-wrap" style={{ gap: 'calc(12 * var(--u)) calc(36 * var(--u))' }}>
          {[...new Set(scenes.map((of) => of.step))].map((one) => (
            <li key={one}>
              <button
                type="button"
                aria-current={one === step ? 'step' : undefined}
                onClick={() => onScene(scenes.findIndex((of) => of.step === one))}
              >
                {t(`steps.${one}`)}
              </button>
            </li>
          ))}
        </ol>
      </div>
    </div>
  );
}

/** Between its bounds, or at the one place where both are. */
function staysWords(t: ReturnType<typeof useTranslations<'presenter.reveal'>>, mean: MeanShift): string {
  const { isClear, least, most } = bounds(mean);
  return t('stays', { isClear: isClear === 'yes' && least === most ? 'same' : isClear, least, most });
}

/** From nearer to further: both bounds as points without a sign, and whether 0 lies between them. */
function bounds({ least, most, direction }: MeanShift): { isClear: string; least: number; most: number } {
  const [near, far] = [Math.abs(least), Math.abs(most)].sort((one, other) => one - other);
  return { isClear: direction === null ? 'no' : 'yes', least: near ?? 0, most: far ?? 0 };
}

function useTitle(reveal: RevealView, { step, isSecondShown }: RevealScene): string {
  const t = useTranslations('presenter.reveal');
  const { mean } = reveal.shift;
  if (step !== 'stand') return t(`titles.${step}`);
  if (!isSecondShown) return t(isAskedTwice(reveal) ? 'titles.first' : 'titles.now');
  if (mean === null) return t('titles.tooFew');
  return mean.direction === null
    ? t('titles.noShift')
    : t(`titles.${mean.direction}`, { points: Math.abs(mean.shift) });
}
