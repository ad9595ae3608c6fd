/**
 * How often wrong codes may be tried. Only failures count, so a class behind one address comes in as fast as it types; a
 * network from which somebody came in lately makes typing errors like any class. Times are one minute; the counts are those
 * of the minute so far.
 */

export const JOIN_WINDOW_SECONDS = 60;
/** Wrong codes a minute from a network that nobody came in from. */
export const MOST_FROM_A_NETWORK = 20;
/** Wrong codes a minute from all such networks together. */
export const MOST_FROM_STRANGERS = 500;
/** Wrong codes a minute from a network with a class in it: one for each of 300 pupils. */
export const MOST_FROM_A_CLASS = 300;
/** Wrong codes a minute from all such networks together: who holds one code must not find others by it either. */
export const MOST_FROM_CLASSES = 3000;
/** For how long a network counts as one with a class in it. */
export const CLASS_NETWORK_SECONDS = 6 * 60 * 60;

/** How long a wrong code takes to be answered, in milliseconds, whatever it was. */
export const WRONG_CODE_MS = 300;

export interface WrongCodes {
  fromNetwork: number;
  fromStrangers: number;
  fromClasses: number;
}

/** Whether another code from this network is looked at. @param isClass somebody came in from it lately */
export const mayTryCode = (wrong: WrongCodes, isClass: boolean): boolean =>
  isClass
    ? wrong.fromNetwork < MOST_FROM_A_CLASS && wrong.fromClasses < MOST_FROM_CLASSES
    : wrong.fromNetwork < MOST_FROM_A_NETWORK && wrong.fromStrangers < MOST_FROM_STRANGERS;
