'use client';

import { FlaskConical, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { announce } from '@/components/ui/live-region';
import { useHiddenUntilReveal } from '@/lib/client/live/until-reveal';
import { hasChanges, NO_CHANGES, setBase, toggleClaim, toggleSource } from '@/lib/domain/argument/what-if';
import type { DebateView } from '@/lib/domain/debate/view';
import { debateStrengths } from './debate-strengths';
import { percentOf } from './strength-band';
import { useWhatIf } from './use-what-if';

/** Says that what stands below is played with: what was changed, what it does to the motion, and the way back. */
export function WhatIfBar({ debate }: { debate: DebateView }) {
  const t = useTranslations('strength.whatIf');
  const { strengths, change } = useWhatIf(debate);
  const hides = useHiddenUntilReveal();
  const [isCopied, setIsCopied] = useState(false);
  const { whatIf, isUnreadable, ignored, hiddenCount } = strengths;
  if (!hasChanges(whatIf) && !isUnreadable) return null;
  const motionOf = ({ byId }: typeof strengths) => percentOf(byId.get(debate.motion.id)?.strength ?? 0.5);
  const [before, after] = [motionOf(debateStrengths(debate)), motionOf(strengths)];
  const chips = [
    ...whatIf.claimsOff.map((code) => ({
      key: `c${code}`,
      words: t('off', { name: code }),
      undo: toggleClaim(whatIf, code),
    })),
    ...whatIf.sourcesOff.map((key) => ({
      key: `s${key}`,
      words: t('sourceOff', { name: debate.sources.find((source) => source.key === key)?.title ?? key }),
      undo: toggleSource(whatIf, key),
    })),
    ...whatIf.bases.map(({ claim, base }) => ({
      key: `b${claim}`,
      words: t('set', { name: claim, value: percentOf(base) }),
      undo: setBase(whatIf, claim, null),
    })),
  ];
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(window.location.href);
      setIsCopied(true);
      announce(t('copied'));
    } catch {
      // Without the right to the clipboard the address bar has the same.
      announce(t('notCopied'));
    }
  };
  return (
    <section
      aria-label={t('title')}
      className="no-print flex flex-wrap items-center gap-x-4 gap-y-1.5 border-b border-hairline bg-wash px-5 py-1 text-caption"
    >
      <FlaskConical aria-hidden="true" strokeWidth={1.75} className="size-4 flex-none" />
      {isUnreadable ? (
        <p className="flex-1">{t('unreadable')}</p>
      ) : (
        <>
          {hides.counts ? null : (
            <p role="status" className="font-strong">
              {t('motion', { before, after })}
            </p>
          )}
          <ul className="flex flex-1 flex-wrap gap-1.5">
            {chips.map(({ key, words, undo }) => (
              <li key={key}>
                <button
                  type="button"
                  className="inline-flex min-h-7 items-center gap-1 rounded-pill border border-control bg-raised px-2.5 hover:bg-paper pointer-coarse:min-h-11"
                  onClick={() => change(undo)}
                >
                  {words}
                  <X aria-hidden="true" className="size-3" />
                  <span className="sr-only">{t('undo')}</span>
                </button>
              </li>
            ))}
          </ul>
          {hiddenCount > 0 ? <p className="text-muted">{t('partly', { count: hiddenCount })}</p> : null}
          {ignored.length > 0 ? <p>{t('ignored', { names: ignored.join(', ') })}</p> : null}
          <Button size="small" onClick={() => void copy()}>
            {t(isCopied ? 'copiedShort' : 'copy')}
          </Button>
        </>
      )}
      <Button size="small" onClick={() => change(NO_CHANGES)}>
        {t('leave')}
      </Button>
    </section>
  );
}
