/**
 * Who asks. Every query and command takes an actor first, so nobody reaches data without saying who they are. Actors
 * are made in one place only: `lib/server/session.ts`.
 */
declare const made: unique symbol;

export interface Visitor {
  readonly kind: 'visitor';
  readonly [made]: true;
}

export interface Person {
  readonly kind: 'person';
  readonly userId: string;
  readonly sessionId: string;
  readonly isAdministrator: boolean;
  /** Came into a room by a code: has a seat there, and no account. */
  readonly isGuest: boolean;
  readonly [made]: true;
}

export type Actor = Visitor | Person;

/** For the maker of actors (see above) and for tests; a test keeps other files away from it. */
export const makeActor = {
  visitor: (): Visitor => ({ kind: 'visitor' }) as Visitor,
  person: (person: {
    userId: string;
    sessionId: string;
    isAdministrator: boolean;
    isGuest?: boolean;
  }): Person => ({ kind: 'person', isGuest: false, ...person }) as Person,
};
