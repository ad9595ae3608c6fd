import {
  earlierWindow,
  type FamilyWindow,
  FIRST_WINDOW,
  laterWindow,
} from '@/lib/domain/layout/shown-branches';

/** What the reader did to the picture; what is selected stands in the URL. */
export interface MapState {
  folded: ReadonlySet<string>;
  unfolded: ReadonlySet<string>;
  /** Stretches of long families that were asked for, by the claim that they stand under. */
  windows: ReadonlyMap<string, FamilyWindow>;
  isFocusMode: boolean;
  /** `offered` is the panel as the page came, before anyone asked for it. */
  panel: 'offered' | 'open' | 'closed';
  showsCrossLinks: boolean;
  isSearching: boolean;
}

export type MapAction =
  | { type: 'fold'; claimId: string }
  | { type: 'unfold'; claimIds: readonly string[] }
  | { type: 'more'; hostId: string; direction: 'earlier' | 'later' }
  | { type: 'focus-mode'; isOn: boolean }
  | { type: 'panel'; panel: 'open' | 'closed' }
  | { type: 'cross-links'; areShown: boolean }
  | { type: 'search'; isOpen: boolean };

export const FIRST_STATE: MapState = {
  folded: new Set(),
  unfolded: new Set(),
  windows: new Map(),
  isFocusMode: false,
  panel: 'offered',
  showsCrossLinks: true,
  isSearching: false,
};

const without = (set: ReadonlySet<string>, ids: readonly string[]): Set<string> =>
  new Set([...set].filter((id) => !ids.includes(id)));

export function mapReducer(state: MapState, action: MapAction): MapState {
  switch (action.type) {
    case 'fold':
      return {
        ...state,
        folded: new Set([...state.folded, action.claimId]),
        unfolded: without(state.unfolded, [action.claimId]),
      };
    case 'unfold':
      return {
        ...state,
        folded: without(state.folded, action.claimIds),
        unfolded: new Set([...state.unfolded, ...action.claimIds]),
      };
    case 'more': {
      const window = state.windows.get(action.hostId) ?? FIRST_WINDOW;
      const next = action.direction === 'later' ? laterWindow(window) : earlierWindow(window);
      return { ...state, windows: new Map(state.windows).set(action.hostId, next) };
    }
    case 'focus-mode':
      return { ...state, isFocusMode: action.isOn };
    case 'panel':
      return { ...state, panel: action.panel };
    case 'cross-links':
      return { ...state, showsCrossLinks: action.areShown };
    case 'search':
      return { ...state, isSearching: action.isOpen };
  }
}
