import type { SideRole } from '../debate/view';
import type { ToldStances } from '../room/report/report';
import type { LateFirst, ReportMotion } from '../room/report/view';
import type { AnsweredAgain } from './answered-again';
import type { StancePair, StanceReply } from './shift';

/** Where the people of a room stand on a motion and how they moved, as one reader is shown it: the numbers of the report. */
export type RoomStances = HiddenStances | ShownStances;

interface OwnInRoom {
  motion: ReportMotion;
  /** What the reader said themselves, as far as the room's stage shows it to them; null without a seat. */
  own: StancePair | null;
}

export interface HiddenStances extends OwnInRoom {
  state: 'hidden';
  /** The reveal of the class; in the commons an answer of the reader's own, for whoever is signed in. */
  until: 'reveal' | 'own-answer';
  /** How many have answered, for those who keep the room; null for others. */
  turnout: { people: number; first: number; second: number } | null;
}

export interface ShownStances extends OwnInRoom {
  state: 'shown';
  /** How often people were asked. The commons asks at any time and shows where each stands now. */
  rounds: 1 | 2;
  /** In the commons how those moved who placed themselves again, at another time; null in a class, and of fewer than five. */
  again: AnsweredAgain | null;
  /** The reader's own two answers, if they are one of those; null without `again`. */
  ownAgain: StancePair | null;
  /** When each round was asked; null where the room had no such step. ISO 8601. */
  asked: { first: string | null; second: string | null };
  /** `answers` in the place of one dot for each person: how many gave the same two answers. */
  stances: Omit<ToldStances, 'dots'> & { answers: AnswerCount[] | null };
  late: LateFirst | null;
  /** The claims that people named, in the author's order. */
  claims: { claimId: string; code: string; side: SideRole; text: string }[];
  /** The reader is one of the people counted: one of these answers is theirs. */
  isOwnAmong: boolean;
}

/** So many nameless people gave these two answers. */
export interface AnswerCount extends StancePair {
  people: number;
}

/** People as counts of what they answered, in an order that says nothing of them. */
export function answerCounts(pairs: readonly StancePair[]): AnswerCount[] {
  const counts = new Map<string, AnswerCount>();
  for (const { first, second } of pairs) {
    const key = `${first} ${second}`;
    const known = counts.get(key);
    if (known) known.people += 1;
    else counts.set(key, { first, second, people: 1 });
  }
  return [...counts.values()];
}

/** The people again, one by one. */
export const peopleOf = (answers: readonly AnswerCount[]): StancePair[] =>
  answers.flatMap(({ first, second, people }) => Array.from({ length: people }, () => ({ first, second })));

/** Nobody has said where they stand, in any round; also false where that is not told. */
export const isUnanswered = ({ shift: { first, second } }: Pick<ToldStances, 'shift'>): boolean =>
  [first, second].every((round) => round !== null && round.placed + round.unsure === 0);

export const isPlaced = (reply: StanceReply | undefined): reply is number => typeof reply === 'number';
