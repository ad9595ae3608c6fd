/**
 * Who asks. Every query and command takes an actor first, so nobody reaches data without saying who they are. Actors
 * are made in two places only: `lib/server/session.ts` (visitors and people) and `lib/server/system-actor.ts` (the
 * app itself).
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
  readonly [made]: true;
}

export interface System {
  readonly kind: 'system';
  readonly [made]: true;
}

export type Actor = Visitor | Person | System;

/** For the makers of actors (see above) and for tests; a layer rule keeps other files away from it. */
export const makeActor = {
  visitor: (): Visitor => ({ kind: 'visitor' }) as Visitor,
  person: (person: { userId: string; sessionId: string; isAdministrator: boolean }): Person =>
    ({ kind: 'person', ...person }) as Person,
  system: (): System => ({ kind: 'system' }) as System,
};
