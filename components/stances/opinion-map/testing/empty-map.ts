import type { ShownOpinions } from '@/lib/domain/stance/opinion/opinion-view';

/** A map of nobody, for tests to fill. */
export const emptyMap: ShownOpinions = {
  state: 'shown',
  motion: { id: 'm', code: 'M1', text: 'Motion' },
  version: '1',
  isBehind: false,
  isWaiting: false,
  hidesStances: false,
  counts: { people: 0, claims: 0, votes: 0 },
  dots: [],
  groups: [],
  unsettled: 0,
  ungrouped: 0,
  alike: 0,
  axes: { explained: [0.3, 0.1], ends: { left: [], right: [], up: [], down: [] } },
  claims: [],
  commonGround: [],
  cruxes: [],
  bridges: [],
  own: null,
};
