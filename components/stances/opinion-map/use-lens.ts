'use client';

import { useEffect, useState } from 'react';
import { readOpinionLens, useOpinions } from '@/lib/client/opinions';
import type { VoteChoice } from '@/lib/domain/debate/view';
import type { ShownOpinions } from '@/lib/domain/stance/opinion/opinion-view';
import type { Lens } from './marks';

export interface LensState {
  lens: Lens;
  setLens: (lens: Lens) => void;
  /** Of the lens on one claim; null until one is chosen. */
  claimId: string | null;
  setClaimId: (claimId: string | null) => void;
  /** Of the dots in their order; null while there is nothing to show. */
  votes: readonly (VoteChoice | null)[] | null;
  /** `few`: fewer than five voted on it. */
  status: 'ready' | 'reading' | 'few' | 'trouble';
  /** It is read again after trouble. */
  isAgain: boolean;
  readAgain: () => void;
}

interface Answer {
  key: string;
  votes: readonly (VoteChoice | null)[] | null;
  hasTrouble: boolean;
}

/**
 * What the dots show, and the votes on the chosen claim, read for the map that is on the page.
 * @param isHeld that map stays although there may be a newer one: only of the newest the votes can be read
 */
export function useLens(shown: ShownOpinions | null, isHeld: boolean): LensState {
  const { roomId, motion, retry } = useOpinions();
  const [lens, setLens] = useState<Lens>('groups');
  const [claimId, setClaimId] = useState<string | null>(null);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [asked, setAsked] = useState(0);
  const version = shown?.version ?? null;
  const isWanted = lens === 'votes' && claimId !== null && version !== null;
  const key = isWanted ? `${version} ${claimId} ${asked}` : null;
  useEffect(() => {
    if (key === null || claimId === null || version === null) return;
    let isOver = false;
    void readOpinionLens(roomId, { claim: claimId, version, motion }).then((read) => {
      if (isOver) return;
      // Another map is shown by now: with it comes a new version, and with that another question.
      if (!read.ok && read.error.kind === 'http' && read.error.code === 'out-of-date') {
        retry();
        if (!isHeld) return;
      }
      setAnswer({ key, votes: read.ok ? read.value.votes : null, hasTrouble: !read.ok });
    });
    return () => {
      isOver = true;
    };
  }, [key, roomId, claimId, version, motion, retry, isHeld]);
  const isAgain =
    key !== null && answer?.hasTrouble === true && answer.key === `${version} ${claimId} ${asked - 1}`;
  const current = key !== null && answer?.key === key ? answer : null;
  return {
    lens,
    setLens,
    claimId,
    setClaimId,
    votes: current?.votes ?? null,
    status:
      key === null
        ? 'ready'
        : current === null
          ? 'reading'
          : current.hasTrouble
            ? 'trouble'
            : current.votes === null
              ? 'few'
              : 'ready',
    isAgain,
    readAgain: () => setAsked((count) => count + 1),
  };
}
