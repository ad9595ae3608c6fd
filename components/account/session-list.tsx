'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Tag } from '@/components/ui/tag';
import { endSession, signOutEverywhere } from '@/lib/client/account';

/** One signed-in device, with its moments already in the reader's words. */
export interface SessionLine {
  id: string;
  since: string;
  lastSeen: string;
  isCurrent: boolean;
}

/** Where one is signed in; each place can be ended, or all at once. */
export function SessionList({ sessions }: { sessions: SessionLine[] }) {
  const t = useTranslations('account');
  const [ended, setEnded] = useState<ReadonlySet<string>>(new Set());
  const [working, setWorking] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const note = useRef<HTMLParagraphElement>(null);
  const shown = sessions.filter((session) => !ended.has(session.id));
  const others = shown.filter((session) => !session.isCurrent);

  // The pressed button is gone: what is said about it takes the focus.
  useEffect(() => {
    if (ended.size > 0) note.current?.focus();
  }, [ended]);

  const end = async (id: string) => {
    setWorking(id);
    const answer = await endSession(id);
    setWorking(null);
    setSaid(answer.ok ? t('sessions.endedOne') : t('sessions.failed'));
    if (!answer.ok) return;
    setEnded((before) => new Set(before).add(id));
  };

  const endAll = async () => {
    setWorking('all');
    const answer = await signOutEverywhere(others.map((session) => session.id));
    if (answer.ok) return window.location.assign('/');
    setWorking(null);
    setSaid(t('sessions.failed'));
  };

  return (
    <div className="grid gap-4">
      <p ref={note} tabIndex={-1} role="status" className="text-caption text-muted empty:hidden">
        {said}
      </p>
      <ul className="border-t border-ink">
        {shown.map((session) => (
          <li
            key={session.id}
            className="flex min-h-14 flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-hairline py-2.5"
          >
            <div>
              <p className="flex flex-wrap items-center gap-2 font-strong">
                {t('sessions.since', { moment: session.since })}
                {session.isCurrent ? <Tag className="text-ink">{t('sessions.current')}</Tag> : null}
              </p>
              <p className="text-caption text-muted">
                {t('sessions.lastSeen', { moment: session.lastSeen })}
              </p>
            </div>
            {session.isCurrent ? null : (
              <Button
                size="small"
                isPending={working === session.id}
                aria-label={t('sessions.endNamed', { moment: session.since })}
                onClick={() => end(session.id)}
              >
                {t('sessions.end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <div>
        <Button isPending={working === 'all'} onClick={endAll}>
          {t('sessions.endAll')}
        </Button>
      </div>
    </div>
  );
}
