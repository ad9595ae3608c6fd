import type { SideRole } from '../../debate/view';
import type { NativeMap } from '../opinion-map/native-mode';
import type { VoteMatrix } from '../opinion-map/vote-matrix';

/** What the opinion map of a room is made of. */
export interface OpinionFacts {
  /** Rows are people, columns are the claims below. Only votes that count. */
  matrix: VoteMatrix;
  claims: readonly OpinionClaimFacts[];
  /** Newest stance of each person on the motion that is shown, -100 to 100; NaN for none or "not sure". */
  stances: Float64Array;
  /** Where in its square each row is drawn (`ToldGrid`): two numbers each that nobody else can know. Without them, in the middle. */
  points?: Uint32Array;
}

export interface OpinionClaimFacts {
  claimId: string;
  code: string;
  side: SideRole;
  text: string;
}

/** A map without what the next one would need; that is an `OpinionHistory`. */
export type DrawnMap = Omit<NativeMap, 'history'>;

/** The same map, turned over where asked. */
export function mirrored(map: DrawnMap, isMirrored: boolean): DrawnMap {
  if (!isMirrored) return map;
  const negated = (values: Float64Array) => values.map((value) => -value);
  const { components } = map;
  return {
    ...map,
    x: negated(map.x),
    groups: map.groups.map((group) => ({ ...group, center: [-group.center[0], group.center[1]] as const })),
    components: { ...components, axes: [negated(components.axes[0]), components.axes[1]] },
  };
}
