'use client';

import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { AudienceRoom } from '@/lib/domain/annotation/audiences';
import type { DebateView } from '@/lib/domain/debate/view';

/** The room in which the notes of a page are written. */
export interface NoteRoom extends AudienceRoom {
  id: string;
  isSignedIn: boolean;
  /** What this reader writes for others waits for a maintainer first. */
  needsApproval: boolean;
}

const RoomContext = createContext<NoteRoom | null>(null);

/** Says to every note and form below in which room it stands: that decides who could read what is written. */
export function NoteRoomProvider({
  debate: { room, access, viewer },
  children,
}: {
  debate: Pick<DebateView, 'room' | 'access' | 'viewer'>;
  children: ReactNode;
}) {
  const { id, kind, groupName } = room;
  const isSignedIn = viewer !== null;
  const needsApproval = room.notesNeedApproval && !viewer?.isMaintainer;
  const value = useMemo(
    () => ({ id, kind, access, groupName, isSignedIn, needsApproval }),
    [id, kind, access, groupName, isSignedIn, needsApproval],
  );
  return <RoomContext value={value}>{children}</RoomContext>;
}

export function useNoteRoom(): NoteRoom {
  const room = useContext(RoomContext);
  if (room === null) throw new Error('Notes need a <NoteRoomProvider> above them');
  return room;
}
