'use client';

import { createContext, type ReactNode, useContext, useMemo } from 'react';

/** What every file of a page says of where its numbers are from. */
export interface ChartSource {
  motion: string;
  /** Name of the room; null for the commons. */
  room: string | null;
}

const SourceContext = createContext<ChartSource | null>(null);

export function ChartSourceProvider({ motion, room, children }: ChartSource & { children: ReactNode }) {
  const source = useMemo(() => ({ motion, room }), [motion, room]);
  return <SourceContext value={source}>{children}</SourceContext>;
}

/** @throws Error outside of a ChartSourceProvider */
export function useChartSource(): ChartSource {
  const source = useContext(SourceContext);
  if (source === null) throw new Error('Charts stand inside of a ChartSourceProvider.');
  return source;
}
