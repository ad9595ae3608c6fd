import type { RoomKind, RoomStage } from '../debate/view';

/**
 * What is visible when: the one place that decides what a room's stage hides. Pages, the API and every later channel
 * ask here.
 */

export interface TallyQuestion {
  room: { kind: RoomKind; stage: RoomStage };
  /** Signed in or seated; a visitor to the commons has no vote that the counts could sway. */
  takesPart: boolean;
  /** Has a current vote on the claim (or an answer of the kind that is counted). */
  hasAnswered: boolean;
}

/**
 * Whether counts may be shown. In the commons: to visitors, and to others once they have answered themselves. The commons
 * is a public place that is read in full without an account, so this asks those who take part to think first and hides
 * nothing for good. Votes that nobody could have swayed take a room: there, from the reveal on.
 */
export function showsCounts({ room, takesPart, hasAnswered }: TallyQuestion): boolean {
  if (room.kind === 'commons') return !takesPart || hasAnswered;
  return room.stage === 'reveal' || room.stage === 'closed';
}

/** Fewest answers of which a distribution is drawn; below it, one could guess who said what. */
export const FEWEST_FOR_DISTRIBUTION = 5;

/** Most notes that a room can ask for before it shows those of others; the database holds the same bound. */
export const MOST_NOTES_BEFORE_OTHERS = 50;

export interface NotesQuestion {
  /** Notes that the room asks for before it shows those of others; 0 for none. */
  required: number;
  /** Notes of this reader in that room, neither private nor removed; 0 for a visitor. */
  posted: number;
  /** Keeps the room, and so reads what is written in it. */
  maintains: boolean;
}

/**
 * Whether the notes of others are held back from a reader. From visitors too: otherwise it would be enough to sign out.
 * Notes that came with the debate are nobody's answer to it and stay.
 */
export const holdsBackNotes = ({ required, posted, maintains }: NotesQuestion): boolean =>
  !maintains && posted < required;
