import type { SideRole, VoteChoice, VoteTally } from '../../debate/view';
import type { Rank } from '../../room/report/ranks';

/**
 * The opinion map of a room as one reader is shown it: where people lie by their votes, the groups, what divides them and what
 * they share. People are nameless points in an order that says nothing; who one is oneself comes beside them, to oneself alone.
 */
export type OpinionView =
  /** The room has not shown what came of it: nothing is computed for anybody. */
  | { state: 'hidden' }
  /** Fewer people than a distribution is drawn of have voted. */
  | { state: 'too-few'; people: number; fewest: number; motion: OpinionMotion }
  /** The map is being drawn for the first time; ask again. */
  | { state: 'placing'; people: number; votes: number; motion: OpinionMotion }
  | ShownOpinions;

export interface ShownOpinions {
  state: 'shown';
  motion: OpinionMotion;
  /** Names these votes: the same text for the same votes on the same claims, and the same stances. */
  version: string;
  /** Votes were given since. */
  isBehind: boolean;
  /** No stance of anybody is told, of dots or groups, before this reader has said where they stand. */
  hidesStances: boolean;
  /** They are taken in when five people gave some, so that nobody is seen to move; else the map of them is being drawn. */
  isWaiting: boolean;
  /** Of how much all of this speaks. */
  counts: { people: number; claims: number; votes: number };
  dots: OpinionDot[];
  /** Ordered by letter; empty where people differ but not in camps. */
  groups: OpinionGroup[];
  /**
   * People between two groups between which five or more stand: dots with `isUnsettled`, to be drawn with a ring. Everybody is either
   * in a group, or counted here, or in none: `counts.people` is the `people` of all `groups`, `unsettled` and `ungrouped` added up. 0 without groups.
   */
  unsettled: number;
  /**
   * People who voted too little to be put into a group, or only passed, and fewer than five between two groups: dots whose group is
   * null and who are not unsettled, to be drawn pale. 0 without groups, where all dots look alike and `counts.people` is all there is to say.
   */
  ungrouped: number;
  /** People who answered everything they answered the same way (only agree, only disagree, only pass). */
  alike: number;
  axes: OpinionAxes;
  claims: OpinionClaim[];
  /** Claim ids: agreement of 60 in 100 in each group, all of them; by the k-th root of the product of the groups' rates. */
  commonGround: Rank<{ claimId: string }>[];
  /** Claim ids on which two groups differ by more than chance, all of them, the widest gap first. */
  cruxes: Rank<{ claimId: string }>[];
  bridges: OpinionBridge[];
  own: OwnPlace | null;
}

export interface OpinionMotion {
  id: string;
  code: string;
  text: string;
}

/**
 * A person, said to be somewhere in the square of a grid that the place lies in: the very place would tell the votes that add up to
 * it. What the lenses show on a dot is what somebody near it answered: the answers of five or more neighbours of one group (a cell) are
 * dealt out among them, for every question anew, so that no row of answers is anybody's. Ordered by place.
 */
export interface OpinionDot {
  /** Right is positive; turned so that whoever is more for the motion lies further to the left (start). */
  x: number;
  /** Up is positive. */
  y: number;
  /** Id of the group; null for who is in none. */
  group: number | null;
  /**
   * Between two groups: voted enough, and no group fits by 0.7 or more. `group` is null then. False without groups, and where fewer
   * than five stand between these two.
   */
  isUnsettled: boolean;
  /**
   * Stance of one of these neighbours on the motion, the newest that is shown, -100 to 100; null for none or "not sure", in no cell,
   * and where no mean is told: of its group, or without groups of everybody.
   */
  stance: number | null;
}

export interface OpinionGroup {
  /** Keeps its value while the group keeps most of its people. */
  id: number;
  letter: string;
  /** In it: its dots. */
  people: number;
  /**
   * Of the `unsettled` people of the map those nearer to it than to another one; not among `people`, and counted by no other group.
   * Null of fewer than five, and where that could be worked out.
   */
  unsettled: number | null;
  /** A group of fewer than five: it is announced, and nothing is told of what it holds. */
  isSmall: boolean;
  /** Mean of the places of its dots. */
  center: { x: number; y: number };
  /** Outline around its dots: corners in turn; nine in ten of them where there are many. Empty for a small group. */
  outline: { x: number; y: number }[];
  /** Mean of the newest stances shown, with how many; null of fewer than five. */
  stance: { mean: number; people: number } | null;
  /** What it holds that everybody else does not, a lead and not a finding; at most five, each with at least five votes in it and outside. */
  representative: { claimId: string; choice: 'agree' | 'disagree' }[];
}

export interface OpinionAxes {
  /** Share of the differences that left-right and up-down show, 0 to 1. */
  explained: [number, number];
  /** Claims that pull most towards an end, strongest first, at most two; with how one votes who is pulled there. */
  ends: Record<'left' | 'right' | 'up' | 'down', { claimId: string; choice: 'agree' | 'disagree' }[]>;
}

export type OpinionEffect = 'divides' | 'unites' | 'untouched';

export interface OpinionClaim {
  claimId: string;
  code: string;
  side: SideRole;
  text: string;
  /** All who voted on it; null where fewer than five did, and where that could be worked out. */
  counts: VoteTally | null;
  /** As `counts`, by group in the order of `groups`. */
  byGroup: (VoteTally | null)[];
  /** k-th root of the product of the groups' rates of agreement, 0 to 1; null where a group is too small to tell. */
  consensus: number | null;
  /** Difference between the shares that agree, or that disagree, of the two groups that differ most in it, 0 to 1; null where too few voted, or without groups. */
  separation: number | null;
  /** For the overlay on the argument map. Null where too few voted to say. */
  effect: OpinionEffect | null;
}

/** Between two groups. */
export interface OpinionBridge {
  groups: [number, number];
  /** People between these two: no group fits them well enough, and these fit best. Null of fewer than five. */
  people: number | null;
  /** Claims that most in both agree on, though the two differ on much. */
  claimIds: string[];
}

/**
 * Where the reader lies on the shown map with the votes that they have now, and why: exactly, as it is told to nobody else. The map
 * may still have older ones.
 */
export interface OwnPlace {
  x: number;
  y: number;
  /**
   * Which of the dots is theirs; null where the map is of votes that hold none of theirs. What a lens shows on it is of one of their
   * neighbours, as on every dot.
   */
  dot: number | null;
  /** As their dot: null between two groups, with too few votes, and without groups. */
  group: number | null;
  /** Between two groups, also where fewer than five are, which their dot does not tell. */
  isUnsettled: boolean;
  /** Ids of the two groups that they stand between, the one that fits better first; null unless `isUnsettled`. */
  between: [number, number] | null;
  /** How much better their votes fit their group than any other one, 0.4 to 1; null without a group. */
  confidence: number | null;
  /** What each own vote adds to the place; together with nothing else they sum to it exactly. */
  pulls: { claimId: string; choice: VoteChoice; x: number; y: number }[];
  /**
   * Single votes that would put them into that group, the surest first, at most three: by the rule that the groups were made
   * with, all others voting as they do. Empty where no single vote would, as deep inside a group.
   */
  wouldMove: { claimId: string; choice: VoteChoice; group: number }[];
}

/**
 * Votes of the dots' neighbours on one claim, in the order of the dots (`OpinionDot`): as many of each kind in each cell as there are;
 * null for no vote, in no cell, and for everybody in a group of which `byGroup` tells nothing. Null of fewer than five votes.
 */
export interface OpinionLens {
  version: string;
  claimId: string;
  votes: (VoteChoice | null)[] | null;
}

/**
 * How a shown map came to be. What is asked for names a version; another one than the one that is shown is `out-of-date`, and
 * before the reveal it is `not-now`.
 */
export type OpinionTimeline =
  /** The frames are being computed; ask again in a second or so. */
  { state: 'placing' } | { state: 'shown'; version: string; frames: OpinionFrame[] };

/**
 * The map after a part of the votes, oldest first: at most 24 frames at equal shares of the votes, in the order in which each was
 * first given (with its present answer: that somebody changed it is nobody's business). Fewer frames where few people voted in
 * between, where all votes came at one time, and of very many people or votes; one alone where there is no story to tell. The last
 * frame is the map that is shown.
 *
 * Nobody comes or moves alone: at least five people come at a time (who voted is shown when four others next to them in turn have
 * voted, too), and from frame to frame at least five have voted.
 */
export interface OpinionFrame {
  /** ISO 8601, to the hour: when the last of these votes was given. */
  at: string;
  /** Votes of the people who are there. */
  votes: number;
  /** People who are there: dots that are not null. 5 at least. */
  people: number;
  /**
   * As many, in the same order, as the dots of the shown map: entry i is the same person in every frame; null before they came.
   * Drawn in the axes and on the grid of the shown map, to which `axes` and `outline` belong; the last frame has its very places.
   */
  dots: OpinionFrameDot[];
  /**
   * Ordered by letter, empty where people differed but not in camps. Found from the votes of that time; ids and letters are those
   * of the shown map where it is mostly the same people, and others for groups that are no more.
   */
  groups: { id: number; letter: string; people: number }[];
}

/** As a dot of the shown map; stance and the lens are that one's. */
export type OpinionFrameDot = Pick<OpinionDot, 'x' | 'y' | 'group' | 'isUnsettled'> | null;
