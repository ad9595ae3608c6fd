import type { ArgumentRelationKind } from './graph';

/** Kinds of links as numbers: the sign with which a force counts, and 0 for what counts against a link. */
export const SUPPORTS = 1;
export const ATTACKS = -1;
export const UNDERCUTS = 0;

export const KIND_CODES: Readonly<Record<ArgumentRelationKind, number>> = {
  supports: SUPPORTS,
  attacks: ATTACKS,
  undercuts: UNDERCUTS,
};

export const kindOfCode = (code: number | undefined): ArgumentRelationKind =>
  code === SUPPORTS ? 'supports' : code === ATTACKS ? 'attacks' : 'undercuts';
