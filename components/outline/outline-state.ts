import type { SideRole } from '@/lib/domain/debate/view';

/** What the reader did to the outline; what is selected stands in the address. */
export interface OutlineState {
  closed: ReadonlySet<string>;
  /** The one row that Tab goes to; null before anyone moved: the first row. */
  currentId: string | null;
  /** One side's section alone; null shows both. */
  section: SideRole | null;
  /**
   * "Only what I have not voted on": the claims that had no vote when it was switched on. A row that gets its vote
   * meanwhile stays, so the list does not slip away under the hand.
   */
  unvoted: ReadonlySet<string> | null;
}

export type OutlineChange =
  | { type: 'open' | 'close'; claimIds: readonly string[] }
  | { type: 'close-all'; claimIds: readonly string[] }
  | { type: 'open-all' }
  | { type: 'current'; claimId: string }
  | { type: 'section'; section: SideRole | null }
  | { type: 'unvoted'; claimIds: ReadonlySet<string> | null };

export const FIRST_STATE: OutlineState = { closed: new Set(), currentId: null, section: null, unvoted: null };

export function outlineReducer(state: OutlineState, change: OutlineChange): OutlineState {
  switch (change.type) {
    case 'open': {
      if (!change.claimIds.some((id) => state.closed.has(id))) return state;
      return { ...state, closed: new Set([...state.closed].filter((id) => !change.claimIds.includes(id))) };
    }
    case 'close':
      return { ...state, closed: new Set([...state.closed, ...change.claimIds]) };
    case 'close-all':
      return { ...state, closed: new Set(change.claimIds) };
    case 'open-all':
      return { ...state, closed: new Set() };
    case 'current':
      return state.currentId === change.claimId ? state : { ...state, currentId: change.claimId };
    case 'section':
      return { ...state, section: change.section };
    case 'unvoted':
      return { ...state, unvoted: change.claimIds };
  }
}
