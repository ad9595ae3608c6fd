'use client';

import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { useFailureWords } from '@/components/room/people/use-failure-words';
import { announce } from '@/components/ui/live-region';
import type { ApiFailure, ApiResult } from '@/lib/client/api';

/**
 * One change after the other, none dropped: whether one is under way, and in words what went wrong with the last one. The same
 * button cannot be pressed while its change is under way; another switch can.
 */
export function useChange() {
  const t = useTranslations('setup');
  const wordsOf = useFailureWords();
  const [isPending, setIsPending] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const waiting = useRef(0);
  const last = useRef<Promise<void>>(Promise.resolve());
  const run = async <T>(
    send: () => Promise<ApiResult<T>>,
    onDone: (value: T) => void,
    /** Takes a failure that has its own words; true when it did. */
    onFailure: (failure: ApiFailure) => boolean = () => false,
  ): Promise<void> => {
    if (waiting.current === 0) setTrouble(null);
    waiting.current += 1;
    setIsPending(true);
    const before = last.current;
    const answering = before.then(send);
    last.current = answering.then(() => undefined);
    const answer = await answering;
    waiting.current -= 1;
    setIsPending(waiting.current > 0);
    if (answer.ok) {
      announce(t('saved'));
      onDone(answer.value);
    } else if (!onFailure(answer.error)) setTrouble(wordsOf(answer.error));
  };
  return { isPending, trouble, run };
}
