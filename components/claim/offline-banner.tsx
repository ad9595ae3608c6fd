'use client';

import { CloudOff } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect } from 'react';
import { fetchPartsAhead, latePart } from '@/components/ui/late-part';
import { announce } from '@/components/ui/live-region';
import type { ContributionNotice } from '@/lib/client/contribution-notice';
import {
  useContributionActions,
  useContributionNotices,
  useContributionState,
} from '@/lib/client/contributions';
import { signInPath } from '@/lib/client/sign-in-path';

const RefusedList = dynamic(
  latePart(() => import('./refused-list').then((module) => module.RefusedList)),
  { ssr: false },
);

const BANNER_BUTTON =
  'min-h-8 rounded border border-on-ink px-3 outline-on-ink hover:bg-on-ink/12 pointer-coarse:min-h-11';

const goToSignIn = () => window.location.assign(signInPath(window.location, { keeps: true }));

/** So long after it could be used, nothing of the page waits for the network any more. */
const QUIET_MS = 3_000;

/**
 * Stands once on a debate's pages. Gets the page ready for a lost connection, says that it is gone and what waits, shows
 * what the server would not take, and tells screen readers what became of each press.
 */
export function OfflineBanner() {
  const t = useTranslations('contribute.offline');
  const { isOffline, isSignedOut, isUnkept, waitingCount, waiting, refused } = useContributionState();
  const { retryNow } = useContributionActions();
  useSpokenNotices();
  // When the page has come to rest: what noting, adding and reading on need should be here before the connection goes.
  useEffect(() => {
    const timer = setTimeout(fetchPartsAhead, QUIET_MS);
    return () => clearTimeout(timer);
  }, []);
  const isVotesOnly = waiting.every(({ action }) => action.type === 'vote');
  return (
    <>
      {isSignedOut && !isOffline ? (
        <div className="no-print flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 bg-ink px-4 py-1.5 text-caption text-on-ink">
          <p role="status" className="flex-1">
            {t('signedOut', { count: waitingCount })}
          </p>
          <button type="button" onClick={goToSignIn} className={BANNER_BUTTON}>
            {t('signIn')}
          </button>
        </div>
      ) : null}
      {isUnkept ? (
        <p role="status" className="no-print bg-ink px-4 py-2.5 text-caption text-on-ink">
          {t('unkept')}
        </p>
      ) : null}
      {isOffline ? (
        <div className="no-print flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 bg-ink px-4 py-1.5 text-caption text-on-ink">
          <CloudOff aria-hidden="true" strokeWidth={1.75} className="size-4 flex-none" />
          <p role="status" className="flex-1">
            {waitingCount === 0
              ? t('nothing')
              : t(isVotesOnly ? 'votes' : 'waiting', { count: waitingCount })}
          </p>
          <button type="button" onClick={retryNow} className={BANNER_BUTTON}>
            {t('tryNow')}
          </button>
        </div>
      ) : null}
      {refused.length > 0 ? <RefusedList /> : null}
    </>
  );
}

function useSpokenNotices(): void {
  const t = useTranslations('contribute');
  useContributionNotices(
    useCallback(
      (notice: ContributionNotice) => {
        const sentence = sentenceOf(notice, t);
        if (sentence) announce(sentence);
      },
      [t],
    ),
  );
}

/** Forms speak for themselves when they are sent at once; what was sent later is said here. */
function sentenceOf(
  notice: ContributionNotice,
  t: ReturnType<typeof useTranslations<'contribute'>>,
): string | null {
  if (notice.type === 'text') return notice.text;
  const { action } = notice;
  if (notice.type === 'refused') {
    const isSaidByForm = !notice.isLate && action.type !== 'vote' && action.type !== 'impact';
    return isSaidByForm ? null : t('offline.said.refused', { message: notice.message });
  }
  if (action.type === 'vote') {
    const { code } = action;
    if (notice.type !== 'sent') return t(`vote.said.${notice.type}`, { code });
    return t(`vote.said.${action.choice ?? 'none'}`, { code });
  }
  if (action.type === 'impact') {
    if (notice.type !== 'sent') return notice.type === 'waiting' ? t('vote.waiting') : null;
    return action.weight === null ? t('impact.saidNone') : t('impact.said', { weight: action.weight });
  }
  return notice.type === 'sent' && notice.isLate ? t(`offline.said.${action.type}`) : null;
}
