import type { SideRole } from '../debate/view';
import type { ForSide } from '../stance/axis';
import type { MovedBy } from '../stance/moved-by';
import type { StancePair } from '../stance/shift';
import type { BoardTurnout, SpotlightView } from './board';
import type { AskedTasks } from './progress';
import type { ClaimCounts } from './report/claim-results';
import type { Rank } from './report/ranks';
import type { ToldShift } from './report/told';
import type { RoomFrame } from './view';

/** What the projector shows. Nothing in it is a person: everybody in the class reads it, and whoever walks by. */
export interface PresenterView {
  frame: RoomFrame;
  motion: { code: string; text: string } | null;
  /** Names of the debate's sides. */
  sides: { a: string; b: string };
  /** The side that speaks for the motion. */
  forSide: ForSide;
  /** How people come in; null when nobody new can. */
  join: { code: string; url: string; until: string } | null;
  asked: AskedTasks;
  turnout: BoardTurnout;
  /** One ring a person, 0 to 1, the fullest first: no place is anybody's. */
  rings: number[];
  spotlight: SpotlightView | null;
  /** Null until the reveal. */
  reveal: RevealView | null;
}

/** The results, with nothing told of fewer than five. */
export interface RevealView {
  shift: ToldShift;
  /** Answers without their people; null while a round, or both together, have one to four. */
  dots: StancePair[] | null;
  movedBy: { for: MovedBy; against: MovedBy };
  shared: Rank<ClaimCounts>[];
  divided: Rank<ClaimCounts>[];
  /** When each round was asked for, ISO 8601. */
  rounds: { first: string | null; second: string | null };
  /** The claims that are named above, by id. */
  claims: Record<string, RevealClaim>;
}

export interface RevealClaim {
  code: string;
  side: SideRole;
  text: string;
}

/** The ideas of the reveal, one a step. */
export const REVEAL_STEPS = ['stand', 'moved', 'shared', 'divided'] as const;
export type RevealStep = (typeof REVEAL_STEPS)[number];

/** A conclusion stands after the ideas, once a class was closed with one. */
export interface RevealScene {
  step: RevealStep | 'conclusion';
  isSecondShown: boolean;
}

/** What the arrow keys and the two buttons of the wall go through: the first idea takes two steps, first stances alone and then both. */
export const REVEAL_SCENES: readonly RevealScene[] = [
  { step: 'stand', isSecondShown: false },
  { step: 'stand', isSecondShown: true },
  { step: 'moved', isSecondShown: true },
  { step: 'shared', isSecondShown: true },
  { step: 'divided', isSecondShown: true },
];

const WITH_CONCLUSION: readonly RevealScene[] = [
  ...REVEAL_SCENES,
  { step: 'conclusion', isSecondShown: true },
];

/** Whether people were asked where they stand a second time: without it there is no shift, and nothing that moved anybody. */
export const isAskedTwice = ({ rounds, shift }: Pick<RevealView, 'rounds' | 'shift'>): boolean =>
  // Of few pairs their number is not told, but then there are some.
  rounds.second !== null || shift.pairs !== 0 || shift.onlySecond > 0;

const isOfShift = ({ step, isSecondShown }: RevealScene): boolean =>
  step === 'moved' || (step === 'stand' && isSecondShown);

/** The scenes of a room: those of the reveal that it has something for, and its conclusion when it was closed with one. */
export function scenesOf(
  { stage, conclusion }: Pick<RoomFrame, 'stage' | 'conclusion'>,
  reveal: Pick<RevealView, 'rounds' | 'shift'>,
): readonly RevealScene[] {
  const scenes = stage === 'closed' && conclusion ? WITH_CONCLUSION : REVEAL_SCENES;
  return isAskedTwice(reveal) ? scenes : scenes.filter((scene) => !isOfShift(scene));
}

/** The scene before or after one of so many; the first and the last have themselves beside them. */
export const sceneBeside = (scene: number, by: 1 | -1, count: number = REVEAL_SCENES.length): number =>
  Math.min(count - 1, Math.max(0, scene + by));

/** The first of ranked things that fit, with whole ranks only: a tie is shown together or not at all. */
export function topOf<T>(ranks: readonly Rank<T>[], most: number): T[] {
  const top: T[] = [];
  for (const { items } of ranks) {
    if (top.length + items.length > most) break;
    top.push(...items);
  }
  return top;
}
