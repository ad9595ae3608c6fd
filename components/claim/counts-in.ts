import type { DebateView, RoomKind } from '@/lib/domain/debate/view';

/** Among whom a vote counts, as a key of words: the commons of a private debate is not open to all. */
export const countsIn = ({ room, access }: Pick<DebateView, 'room' | 'access'>): RoomKind | 'private' =>
  room.kind === 'commons' && access === 'private' ? 'private' : room.kind;
