'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { viewHref } from '@/components/debate/view-address';
import { Button } from '@/components/ui/button';
import { announce } from '@/components/ui/live-region';
import type { ClaimView, DebateView } from '@/lib/domain/debate/view';
import { EffectMark } from './effect-mark';
import { EFFECT_MARKS, markCounts } from './effect-marks';
import type { ClaimEffects } from './use-claim-effects';

/** What the marks mean and of how many they speak, or why there are none yet; and the way to the whole picture. */
export function EffectsBar({
  debate,
  claims,
  effects,
  onHide,
}: {
  debate: DebateView;
  claims: readonly ClaimView[];
  effects: ClaimEffects;
  onHide?: () => void;
}) {
  const t = useTranslations('effects');
  const { view, trouble, retry } = effects;
  const { answersIn } = debate.room;
  const marks = markCounts(effects.marks, claims);
  const words = useStateWords(effects);
  const state = trouble && view === null ? 'trouble' : (view?.state ?? 'asking');

  // Said once for each state: the numbers in it go on changing while people vote.
  const said = useRef<string | null>(null);
  useEffect(() => {
    if (state === 'asking' || said.current === state) return;
    said.current = state;
    announce(state === 'shown' ? t('said', { divides: marks.divides, unites: marks.unites, words }) : words);
  }, [state, marks.divides, marks.unites, words, t]);

  return (
    <section
      aria-label={t('switch')}
      className="effects-bar flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-hairline bg-paper px-5 py-1 text-caption"
    >
      {view?.state === 'shown' ? (
        <ul className="flex flex-wrap gap-x-3 gap-y-1.5" aria-label={t('legend')}>
          {EFFECT_MARKS.filter((mark) => marks[mark] > 0 || mark === 'divides' || mark === 'unites').map(
            (mark) => (
              <li key={mark} className="flex items-center gap-1.5">
                <EffectMark mark={mark} />
                {t('count', { count: marks[mark] })}
              </li>
            ),
          )}
        </ul>
      ) : null}
      <p className="flex-1 text-muted">
        {answersIn && view?.state === 'shown' ? `${t('inClass', { room: answersIn.name })} ` : ''}
        {words}
        {view?.state === 'shown' && view.isBehind ? ` ${t(view.isWaiting ? 'waiting' : 'behind')}` : ''}
      </p>
      {trouble ? (
        <p className="flex items-center gap-2 no-print">
          {view === null ? null : <span>{t(trouble.kind === 'network' ? 'stale' : 'trouble')}</span>}
          <Button size="small" onClick={retry}>
            {t('again')}
          </Button>
        </p>
      ) : null}
      {view === null || view.state === 'hidden' ? null : (
        <Link
          prefetch={false}
          className="no-print inline-flex min-h-7 items-center underline pointer-coarse:min-h-11"
          href={viewHref(answersIn?.slug ?? debate.slug, 'stances', {
            motion: debate.motion.code === debate.motions[0]?.code ? null : debate.motion.code,
          })}
        >
          {t('stances')}
        </Link>
      )}
      {onHide ? (
        <Button size="small" variant="quiet" className="no-print" onClick={onHide}>
          {t('hide')}
        </Button>
      ) : null}
    </section>
  );
}

/** Of how many the marks speak, or why there are none. */
function useStateWords({ view, trouble }: ClaimEffects): string {
  const t = useTranslations('effects');
  if (view === null) {
    if (trouble === null) return t('asking');
    return t(trouble.kind === 'network' ? 'offline' : 'trouble');
  }
  switch (view.state) {
    case 'hidden':
      return t('hidden');
    case 'too-few':
      return t('tooFew', { people: view.people, fewest: view.fewest });
    case 'placing':
      return t('placing', { people: view.people, votes: view.votes });
    case 'shown':
      return t('of', {
        people: view.counts.people,
        votes: view.counts.votes,
        groups: view.groups.length,
      });
  }
}
