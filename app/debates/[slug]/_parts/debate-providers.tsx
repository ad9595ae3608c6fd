import type { ReactNode } from 'react';
import { ContributionsProvider } from '@/lib/client/contributions';
import { type RoomTakes, RoomTakesProvider } from '@/lib/client/live/room-takes';

/** What a reader did on this device, and what the room takes of them now, for all pages of a debate. */
export function DebateProviders({
  personKey,
  takes,
  children,
}: {
  personKey: string | null;
  takes: RoomTakes | null;
  children: ReactNode;
}) {
  return (
    <ContributionsProvider personKey={personKey}>
      <RoomTakesProvider takes={takes}>{children}</RoomTakesProvider>
    </ContributionsProvider>
  );
}
