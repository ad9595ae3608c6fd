'use client';

import { useCallback, useEffect, useReducer } from 'react';
import { readOpinionTimeline, useOpinions } from '@/lib/client/opinions';
import type { OpinionFrame, ShownOpinions } from '@/lib/domain/stance/opinion/opinion-view';
import { replayAfter, stepMs } from './replay-state';

const PLACING_MS = 1_500;
const NO_FRAMES: readonly OpinionFrame[] = [];

export interface Replay {
  status: 'closed' | 'reading' | 'trouble' | 'ready';
  /** It is read again after trouble. */
  isAgain: boolean;
  frames: readonly OpinionFrame[];
  /** The frame that is shown. */
  at: number;
  isPlaying: boolean;
  /** What the picture shows instead of the map that the frames lead to; null for that. */
  frame: OpinionFrame | null;
  /** The map that is replayed; null while none is. */
  map: ShownOpinions | null;
  /** There is a newer map than the one that is replayed. */
  hasNewer: boolean;
  open: () => void;
  /** Replays the newest map instead. */
  renew: () => void;
  close: () => void;
  play: () => void;
  pause: () => void;
  go: (at: number) => void;
}

/** How the shown map came to be: read when somebody asks for it, and played frame by frame. */
export function useReplay(shown: ShownOpinions | null): Replay {
  const { roomId, motion, retry } = useOpinions();
  const [state, act] = useReducer(replayAfter, { status: 'closed' });
  const reading = state.status === 'reading' ? state.map : null;

  useEffect(() => {
    if (reading === null) return;
    const { version } = reading;
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | null = null;
    const read = async () => {
      const answer = await readOpinionTimeline(roomId, { version, motion }, stop.signal);
      if (stop.signal.aborted) return;
      if (answer.ok && answer.value.state === 'placing') timer = setTimeout(() => void read(), PLACING_MS);
      else if (answer.ok && answer.value.state === 'shown' && answer.value.version === version)
        act({ type: 'read', version, frames: answer.value.frames });
      else if (answer.ok || (answer.error.kind === 'http' && answer.error.code === 'out-of-date')) {
        // Another map is shown by now: it comes, and is replayed instead.
        retry();
        timer = setTimeout(() => void read(), PLACING_MS);
      } else act({ type: 'failed' });
    };
    void read();
    return () => {
      stop.abort();
      if (timer !== null) clearTimeout(timer);
    };
  }, [reading, roomId, motion, retry]);

  useEffect(() => {
    if (reading !== null && shown !== null && reading.version !== shown.version)
      act({ type: 'newer', map: shown });
  }, [reading, shown]);

  const { frames, at, isPlaying } =
    state.status === 'ready' ? state : { frames: NO_FRAMES, at: 0, isPlaying: false };
  const last = frames.length - 1;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each frame has a time of its own
  useEffect(() => {
    if (!isPlaying) return;
    const timer = setTimeout(() => act({ type: 'passed' }), stepMs(frames.length));
    return () => clearTimeout(timer);
  }, [isPlaying, at, frames]);

  const open = useCallback(() => shown && act({ type: 'open', map: shown }), [shown]);
  const map = state.status === 'closed' ? null : state.map;
  return {
    status: state.status,
    isAgain: state.status === 'reading' && state.isAgain,
    frames,
    at,
    isPlaying,
    // The last one is the map itself, which is drawn with all that is known of it.
    frame: at < last ? (frames[at] ?? null) : null,
    map,
    hasNewer: map !== null && shown !== null && map.version !== shown.version,
    open,
    renew: () => shown && act({ type: 'newer', map: shown }),
    close: () => act({ type: 'close' }),
    play: () => act({ type: 'play' }),
    pause: () => act({ type: 'pause' }),
    go: (next) => act({ type: 'go', at: next }),
  };
}
