import type { DebateView } from './view';

/** Whether votes or stances are taken in the room of a debate now, so that what is made of them may change. */
export const takesAnswers = ({ isOpen, room }: Pick<DebateView, 'isOpen' | 'room'>): boolean =>
  isOpen && (room.acts.includes('vote') || room.acts.includes('stance'));
