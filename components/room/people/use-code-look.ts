'use client';

import { useEffect, useRef, useState } from 'react';
import type { ApiFailure } from '@/lib/client/api';
import { lookAtCode } from '@/lib/client/joining';
import { parseJoinCode, parseSeatCode } from '@/lib/domain/room/codes';
import type { LookAnswer } from '@/lib/domain/room/joining';

/** How long a code that could still grow into a seat's is left alone, in milliseconds. */
const PAUSE_MS = 600;

export type CodeLook =
  | { state: 'typing' }
  | { state: 'looking' }
  | { state: 'found'; code: string; found: LookAnswer }
  | { state: 'failed'; code: string; failure: ApiFailure };

/**
 * Looks a code up as soon as it fits. `again` asks once more, e.g. for another alias.
 * @param typed as it stands in the field
 */
export function useCodeLook(typed: string): { look: CodeLook; again: () => void } {
  const joinCode = parseJoinCode(typed);
  const code = joinCode ?? parseSeatCode(typed);
  const [round, setRound] = useState(0);
  /** The last round that was looked at: a press asks at once, typing after a pause. */
  const askedAgain = useRef(0);
  const [look, setLook] = useState<CodeLook>({ state: 'typing' });

  useEffect(() => {
    if (code === null) {
      setLook({ state: 'typing' });
      return;
    }
    const abort = new AbortController();
    // The room that stands there stays while another alias is drawn.
    setLook((before) => (before.state === 'found' && before.code === code ? before : { state: 'looking' }));
    const ask = async () => {
      const answer = await lookAtCode(code, abort.signal);
      if (abort.signal.aborted) return;
      setLook(
        answer.ok
          ? { state: 'found', code, found: answer.value }
          : { state: 'failed', code, failure: answer.error },
      );
    };
    const timer = setTimeout(ask, joinCode !== null && askedAgain.current === round ? PAUSE_MS : 0);
    askedAgain.current = round;
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [code, joinCode, round]);

  // A phone that comes back to the network asks by itself.
  const isLost = look.state === 'failed' && look.failure.kind === 'network';
  useEffect(() => {
    if (!isLost) return;
    const ask = () => setRound((before) => before + 1);
    window.addEventListener('online', ask);
    return () => window.removeEventListener('online', ask);
  }, [isLost]);

  return { look, again: () => setRound((before) => before + 1) };
}
