'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef } from 'react';
import type { ClaimView, DebateView } from '@/lib/domain/debate/view';
import { LeaveLink, type Leaving } from './leave-link';
import { OwnVoteList } from './own-vote-list';
import type { VoteQueueProps } from './vote-queue-props';

/** All are answered: what comes now, and the own votes to look over. */
export function VoteDone({
  debate,
  claims,
  total,
  takesFocus,
  leaving,
  whenDone,
  home,
  stances,
  nextMotion,
  children,
}: {
  debate: DebateView;
  claims: readonly ClaimView[];
  total: number;
  /** It took the place of a claim that was just answered. */
  takesFocus: boolean;
  leaving: Leaving;
  /** The last answer, to take back. */
  children: ReactNode;
} & Pick<VoteQueueProps, 'whenDone' | 'home' | 'stances' | 'nextMotion'>) {
  const t = useTranslations('pupil.vote');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [takesFocus]);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4 pt-8">
      <h2 ref={heading} tabIndex={-1} className="text-title font-strong">
        {total === 0 ? t('nothing') : t('done', { total })}
      </h2>
      <p className="text-body text-pretty">{nextMotion ? t('nextMotion') : whenDone}</p>
      {nextMotion ? (
        <p lang={debate.language} dir="auto" className="font-serif text-claim text-pretty">
          {nextMotion.text}
        </p>
      ) : null}
      <p className="flex flex-wrap gap-2">
        {nextMotion ? (
          <LeaveLink hold={leaving.hold} href={nextMotion.href} variant="primary">
            {t('toNextMotion')}
          </LeaveLink>
        ) : null}
        <LeaveLink hold={leaving.hold} href={home.href} variant={nextMotion ? 'plain' : 'primary'}>
          {home.label}
        </LeaveLink>
        {stances === null || total === 0 ? null : (
          <LeaveLink hold={leaving.hold} href={stances}>
            {t('toStances')}
          </LeaveLink>
        )}
      </p>
      {leaving.isHeld ? <p className="text-caption text-muted">{t('noWay')}</p> : null}
      {children}
      {total === 0 ? null : (
        <details className="border-t border-hairline pt-2">
          <summary className="min-h-11 py-2.5 font-strong">{t('lookOver')}</summary>
          <div className="pt-3">
            <OwnVoteList claims={claims} language={debate.language} mayVote={debate.isOpen} />
          </div>
        </details>
      )}
    </div>
  );
}
