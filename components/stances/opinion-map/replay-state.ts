import type { OpinionFrame, ShownOpinions } from '@/lib/domain/stance/opinion/opinion-view';

/** How far the replay of a map is. Whoever opened it keeps its frames, and the map they lead to, until they close it. */
export type ReplayState =
  | { status: 'closed' }
  | { status: 'reading' | 'trouble'; map: ShownOpinions; isAgain: boolean }
  | { status: 'ready'; map: ShownOpinions; frames: readonly OpinionFrame[]; at: number; isPlaying: boolean };

export type ReplayAct =
  | { type: 'open' | 'newer'; map: ShownOpinions }
  /** Of the map with that version; frames of another one are none of this replay. */
  | { type: 'read'; version: string; frames: readonly OpinionFrame[] }
  | { type: 'failed' | 'passed' | 'play' | 'pause' | 'close' }
  | { type: 'go'; at: number };

const LEAST_STEP_MS = 900;
const MOST_STEP_MS = 3_000;
const WHOLE_MS = 12_000;

/** Milliseconds for each frame: few ones are looked at for longer. */
export const stepMs = (frames: number): number =>
  Math.round(Math.min(MOST_STEP_MS, Math.max(LEAST_STEP_MS, WHOLE_MS / Math.max(1, frames - 1))));

const isAgain = (state: ReplayState): boolean => state.status === 'reading' && state.isAgain;

export function replayAfter(state: ReplayState, act: ReplayAct): ReplayState {
  switch (act.type) {
    case 'open':
    case 'newer':
      return { status: 'reading', map: act.map, isAgain: state.status === 'trouble' || isAgain(state) };
    case 'close':
      return { status: 'closed' };
    case 'read':
      return state.status === 'reading' && state.map.version === act.version
        ? { status: 'ready', map: state.map, frames: act.frames, at: 0, isPlaying: act.frames.length > 1 }
        : state;
    case 'failed':
      return state.status === 'reading' ? { ...state, status: 'trouble' } : state;
  }
  if (state.status !== 'ready') return state;
  const last = state.frames.length - 1;
  switch (act.type) {
    case 'passed': {
      const at = Math.min(last, state.at + 1);
      return { ...state, at, isPlaying: state.isPlaying && at < last };
    }
    case 'play':
      return { ...state, at: state.at >= last ? 0 : state.at, isPlaying: last > 0 };
    case 'pause':
      return { ...state, isPlaying: false };
    case 'go':
      return { ...state, at: Math.max(0, Math.min(last, act.at)), isPlaying: false };
  }
}
