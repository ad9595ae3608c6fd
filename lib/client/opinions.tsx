'use client';

import { createContext, type ReactNode, useCallback, useContext, useMemo } from 'react';
import type { EffectsView } from '@/lib/domain/stance/opinion/claim-effects';
import type { OpinionLens, OpinionTimeline, OpinionView } from '@/lib/domain/stance/opinion/opinion-view';
import { type ApiFailure, type ApiResult, request } from './api';
import { useLive } from './live/live';
import { useKeptUp } from './use-kept-up';

/** The opinion map of a room, read once for all pictures of a page, and again while it is being drawn. */

const READING_MS = 30_000;
/** Between two questions while the first map is being drawn. */
const PLACING_MS = 1_000;
/** Between two questions while a newer map than the shown one is being drawn. */
const BEHIND_MS = 5_000;
/** Between two questions while newer votes wait for others, who may take their time. */
const WAITING_MS = 15_000;
/** Between two questions while the room takes answers: those that nobody tells this page of, as in the commons. */
const OPEN_MS = 30_000;

const query = (values: Record<string, string | null>): string => {
  const params = new URLSearchParams(
    Object.entries(values).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  ).toString();
  return params === '' ? '' : `?${params}`;
};

export const readOpinions = (
  roomId: string,
  motion: string | null,
  signal?: AbortSignal,
): Promise<ApiResult<OpinionView>> =>
  request('GET', `/rooms/${roomId}/opinions${query({ motion })}`, {
    timeoutMs: READING_MS,
    ...(signal && { signal }),
  });

/** What divides and what unites, claim by claim; a part of the map that a large room has quickly too. */
export const readEffects = (
  roomId: string,
  motion: string | null,
  signal: AbortSignal,
): Promise<ApiResult<EffectsView>> =>
  request('GET', `/rooms/${roomId}/opinions/effects${query({ motion })}`, { timeoutMs: READING_MS, signal });

/** When to ask again for a map that is being drawn. */
function pauseUntilDrawn(view: OpinionView | EffectsView): number | null {
  if (view.state === 'placing') return PLACING_MS;
  if (view.state !== 'shown' || !view.isBehind) return null;
  return view.isWaiting ? WAITING_MS : BEHIND_MS;
}

/**
 * When to ask again for something that is made of a room's votes and stances.
 * @param mayChange the room takes them now
 */
export const pauseInRoom = (view: OpinionView | EffectsView, mayChange: boolean): number | null =>
  pauseUntilDrawn(view) ?? (mayChange ? OPEN_MS : null);

/** A map that is drawn anew, as after a restart of the server, is no reason to take the drawn one away. */
export const isDrawnAnew = (next: OpinionView | EffectsView, before: OpinionView | EffectsView): boolean =>
  next.state === 'placing' && before.state === 'shown';

/** Calls back when the room says something after which a map of its votes may be another one. */
export function useVotesHeard(heard: () => void): void {
  useLive(({ type }) => {
    if (type === 'tallies' || type === 'now' || type === 'reset') heard();
  });
}

/** Votes on one claim, dot by dot, of the map with that version. */
export const readOpinionLens = (
  roomId: string,
  { claim, version, motion }: { claim: string; version: string; motion: string | null },
): Promise<ApiResult<OpinionLens>> =>
  request('GET', `/rooms/${roomId}/opinions/votes${query({ claim, version, motion })}`, {
    timeoutMs: READING_MS,
  });

/** How the map with that version came to be. */
export const readOpinionTimeline = (
  roomId: string,
  { version, motion }: { version: string; motion: string | null },
  signal?: AbortSignal,
): Promise<ApiResult<OpinionTimeline>> =>
  request('GET', `/rooms/${roomId}/opinions/timeline${query({ version, motion })}`, {
    timeoutMs: READING_MS,
    ...(signal && { signal }),
  });

export interface Opinions {
  roomId: string;
  /** Code of the motion that is looked at; null for the first. */
  motion: string | null;
  /** The last that was received; null until then. It stays while there is trouble. */
  view: OpinionView | null;
  trouble: ApiFailure | null;
  /** Asks again now. */
  retry: () => void;
}

const OpinionsContext = createContext<Opinions | null>(null);

/** Reads the opinion map for all pictures below, and keeps it up with the votes while the page is looked at. */
export function OpinionsProvider({
  roomId,
  motion,
  initial,
  mayChange,
  children,
}: {
  roomId: string;
  motion: string | null;
  /** What the server knew when it made the page; null to ask. */
  initial: OpinionView | null;
  /** The room takes votes or stances now. */
  mayChange: boolean;
  children: ReactNode;
}) {
  const read = useCallback((signal: AbortSignal) => readOpinions(roomId, motion, signal), [roomId, motion]);
  const pauseOf = (known: OpinionView) => pauseInRoom(known, mayChange);
  const { value: view, trouble, retry, hear } = useKeptUp(read, initial, pauseOf, isDrawnAnew);
  useVotesHeard(hear);

  const opinions = useMemo(
    () => ({ roomId, motion, view, trouble, retry }),
    [roomId, motion, view, trouble, retry],
  );
  return <OpinionsContext value={opinions}>{children}</OpinionsContext>;
}

/** @throws Error outside of an OpinionsProvider */
export function useOpinions(): Opinions {
  const opinions = useContext(OpinionsContext);
  if (opinions === null) throw new Error('Opinions are read inside of an OpinionsProvider.');
  return opinions;
}
