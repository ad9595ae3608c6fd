'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ApiFailure, ApiResult } from '@/lib/client/api';
import { useContributionActions } from '@/lib/client/contributions';
import { readGroups } from '@/lib/client/groups';
import { useLive } from '@/lib/client/live/live';
import type { GroupsView } from '@/lib/domain/room/groups';

/** What groups write is in their own logs, which this page does not hear: it looks again this often while it is looked at. */
const LOOK_AGAIN_MS = 10_000;
/** What happens within this time is read together. */
const GATHER_MS = 1_000;

export interface GroupsAtWork {
  view: GroupsView;
  isPending: boolean;
  problem: string | null;
  /** Sends a change, takes over what it answers and says it aloud; whether it was taken. */
  send: (change: Promise<ApiResult<GroupsView>>, said: string) => Promise<boolean>;
  /** The same for changes that answer something else. */
  act: <T>(change: Promise<ApiResult<T>>) => Promise<T | null>;
  lookAgain: () => Promise<void>;
}

/** The groups of a class as they stand, kept up to date, with what is done about them. */
export function useGroups(roomId: string, initial: GroupsView): GroupsAtWork {
  const t = useTranslations('groups');
  const { announce } = useContributionActions();
  const [view, setView] = useState(initial);
  const [isPending, setIsPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  // An answer that was asked for before a change must not undo it on the page.
  const changes = useRef(0);
  // Nor may an older answer that comes late undo a newer one.
  const readings = useRef(0);

  const wordsOf = (error: ApiFailure): string =>
    error.kind === 'network' || error.message === '' ? t('unreachable') : error.message;

  const act = async <T>(change: Promise<ApiResult<T>>): Promise<T | null> => {
    setIsPending(true);
    setProblem(null);
    changes.current += 1;
    const answer = await change;
    changes.current += 1;
    setIsPending(false);
    if (answer.ok) return answer.value;
    setProblem(wordsOf(answer.error));
    return null;
  };
  const send = async (change: Promise<ApiResult<GroupsView>>, said: string): Promise<boolean> => {
    const next = await act(change);
    if (!next) return false;
    setView(next);
    announce(said);
    return true;
  };

  const lookAgain = useCallback(async () => {
    const asked = changes.current;
    readings.current += 1;
    const reading = readings.current;
    const answer = await readGroups(roomId);
    if (answer.ok && changes.current === asked && readings.current === reading) setView(answer.value);
  }, [roomId]);
  // Thirty people who come in at once are one reading, not thirty.
  const soon = useRef<ReturnType<typeof setTimeout> | null>(null);
  useLive((message) => {
    if (message.type !== 'event') return;
    soon.current ??= setTimeout(() => {
      soon.current = null;
      void lookAgain();
    }, GATHER_MS);
  });
  useEffect(
    () => () => {
      if (soon.current !== null) clearTimeout(soon.current);
      soon.current = null;
    },
    [],
  );
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void lookAgain();
    }, LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [lookAgain]);

  return { view, isPending, problem, send, act, lookAgain };
}
