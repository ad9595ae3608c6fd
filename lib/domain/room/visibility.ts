import type { RoomKind, RoomStage } from '../debate/view';
import type { RoomAct, RoomVoice } from './plan';

/**
 * What is visible when: the one place that decides what a room's stage hides. Pages, the API, streams, exports, the projector
 * and reports ask here. Before the reveal a class has no results, for nobody: not for those who teach, not for administrators.
 */

/** The part of a room that decides. */
export interface SeenRoom {
  kind: RoomKind;
  stage: RoomStage;
  /** As whom people vote now. */
  voice: RoomVoice;
  /** Vote counts are open before the reveal to whoever has voted. */
  showsCountsEarly: boolean;
}

type Staged = Pick<SeenRoom, 'kind' | 'stage'>;

/** Whether the room has shown what came of it. The commons has no stages and hides nothing for good. */
export const isRevealed = ({ kind, stage }: Staged): boolean =>
  kind === 'commons' || stage === 'reveal' || stage === 'closed';

/** Fewest answers of which a distribution is drawn; below it, one could guess who said what. */
export const FEWEST_FOR_DISTRIBUTION = 5;

/** Whether this many answers are too few to tell anything of; none at all is no secret. */
export const isSmall = (answers: number): boolean => answers > 0 && answers < FEWEST_FOR_DISTRIBUTION;

/** Whether a class or group tells a reader anything of so many answers to one thing: of fewer than five, those who keep it alone. */
export const tellsCell = ({ maintains, answers }: { maintains: boolean; answers: number }): boolean =>
  maintains || !isSmall(answers);

export interface TallyQuestion<Room extends Staged> {
  room: Room;
  /** Signed in or seated; a visitor to the commons has no vote that the counts could sway. */
  takesPart: boolean;
  /** Has a current vote on the claim (or an answer of the kind that is counted). */
  hasAnswered: boolean;
}

/**
 * Whether counts of votes and impacts, and so strength, may be shown. In the commons: to visitors, and to others once they have
 * answered themselves. The commons is a public place that is read in full without an account, so this asks those who take part
 * to think first and hides nothing for good. Votes that nobody could have swayed take a room: there, from the reveal on; or
 * earlier to those who have voted, where the room says so. A vote for the side that one argues opens nothing: one's own is to
 * come.
 */
export function showsCounts({ room, takesPart, hasAnswered }: TallyQuestion<SeenRoom>): boolean {
  if (room.kind === 'commons') return !takesPart || hasAnswered;
  return isRevealed(room) || (room.showsCountsEarly && room.voice === 'own' && hasAnswered);
}

export interface CountQuestion extends TallyQuestion<SeenRoom> {
  /** Keeps the room. */
  maintains: boolean;
  /** How many answers the count is of. */
  answers: number;
}

/**
 * Whether this count of votes or impacts leaves the server: what `showsCounts` opens, but in a class or group nothing of fewer than
 * five answers, for anybody who does not keep it. There people know each other, and who voted can be seen. The commons tells
 * small counts too: it is public, a vote in it is under an alias that is linked to no name, and a debate that begins would say
 * nothing for weeks.
 */
export const tellsCount = ({ room, takesPart, hasAnswered, maintains, answers }: CountQuestion): boolean =>
  showsCounts({ room, takesPart, hasAnswered }) &&
  (room.kind === 'commons' || tellsCell({ maintains, answers }));

/** Whether it may be shown how people stand: as counts of votes, but in a class never before the reveal. */
export function showsStances({ room, takesPart, hasAnswered }: TallyQuestion<Staged>): boolean {
  if (room.kind === 'commons') return !takesPart || hasAnswered;
  return isRevealed(room);
}

/** Whether a report may say how many have answered: to those who keep the room at any time, to others from the reveal on. */
export const showsTurnout = ({ room, maintains }: { room: Staged; maintains: boolean }): boolean =>
  maintains || isRevealed(room);

export interface OwnStanceQuestion {
  room: Staged & { acts: readonly RoomAct[]; round: number };
  /** The round that the stance was stated in. */
  round: 1 | 2;
  /** The person has stated where they stand in the second round. */
  hasSecond: boolean;
  /** The room takes a first stance from this person now, though its step for it is over. */
  isLate: boolean;
}

/**
 * Whether a person is shown a stance of their own. The first one is put away with its step, so that it does not pull the
 * second, and comes back when that has been placed.
 */
export function showsOwnStance({ room, round, hasSecond, isLate }: OwnStanceQuestion): boolean {
  if (round === 2 || hasSecond || isRevealed(room)) return true;
  return isLate || (room.round === 1 && room.acts.includes('stance'));
}

/**
 * Whether a person is shown what their own votes imply beside where they say they stand. In a class not before they have
 * placed their second stance: it would tell them where to place it.
 */
export const showsOwnCheck = ({ room, hasSecond }: { room: Staged; hasSecond: boolean }): boolean =>
  hasSecond || isRevealed(room);

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
