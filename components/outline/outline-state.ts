import type { ClaimFilter } from '@/lib/domain/debate/claim-filters';
import type { SideRole } from '@/lib/domain/debate/view';

/** A part of the claims: by what is on them, or by what they do to the groups of the opinion map. */
export type OutlineFilter = ClaimFilter | 'divides' | 'unites';

/** What the reader did to the outline; what is selected stands in the address. */
export interface OutlineState {
  closed: ReadonlySet<string>;
  /** The one row that Tab goes to; null before anyone moved: the first row. */
  currentId: string | null;
  /** One side's section alone; null shows both. */
  section: SideRole | null;
  /**
   * A part of the claims alone: those that the filter let through when it was chosen. A row that changes meanwhile, for
   * it got its vote, stays, so the list does not slip away under the hand.
   */
  filter: { name: OutlineFilter; claimIds: ReadonlySet<string> } | null;
}

export type OutlineChange =
  | { type: 'open' | 'close'; claimIds: readonly string[] }
  | { type: 'close-all'; claimIds: readonly string[] }
  | { type: 'open-all' }
  | { type: 'current'; claimId: string }
  | { type: 'section'; section: SideRole | null }
  | { type: 'filter'; filter: OutlineState['filter'] };

export const FIRST_STATE: OutlineState = { closed: new Set(), currentId: null, section: null, filter: null };

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
    case 'filter':
      return { ...state, filter: change.filter };
  }
}
