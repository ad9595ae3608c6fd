import type { SideRole } from '../debate/view';

/** A claim as far as its place in a person's order goes. */
export interface SidedClaim {
  id: string;
  side: SideRole;
}

/** How an order is drawn for one person. */
export interface Draw {
  /** Of the person in the room. */
  seed: string;
  /** How much more likely a claim is to come next than another of its side; above 0. All alike unless given. */
  weightOf?: (claimId: string) => number;
  /** Turned round: who has the same seed unturned meets first what this person meets last, and begins with the other side. */
  isMirrored?: boolean;
  /** The side whose turn it is; drawn unless given. */
  first?: 'a' | 'b' | undefined;
}

/**
 * A number that a seed draws for a thing, 0 to 2^32 - 1: the same for the same two, and no pattern between them. FNV-1a over
 * the UTF-16 units, then the finishing steps of MurmurHash3, without which ids that differ in one letter lie close together.
 */
export function drawnNumber(seed: string, thing: string): number {
  let hash = 0x811c9dc5;
  const text = `${seed}\n${thing}`;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** The same as a share, above 0 and below 1. */
export const drawnShare = (seed: string, thing: string): number => (drawnNumber(seed, thing) + 0.5) / 2 ** 32;

/** The side whose claim a person meets first: drawn for each, so that neither side is first for a whole room. */
export const startingSide = ({ seed, isMirrored = false }: Draw): 'a' | 'b' =>
  (drawnNumber(seed, 'first') % 2 === 0) === isMirrored ? 'b' : 'a';

/**
 * Claims drawn without replacement, each in proportion to its weight among those that are left: by the keys of Efraimidis and
 * Spirakis (2006), here as times of arrival, -ln(u) / weight, the earliest first. A claim that is added leaves the others in
 * their order. Every claim can come anywhere: no place is anybody's.
 */
function drawn<C extends SidedClaim>(claims: readonly C[], { seed, weightOf, isMirrored }: Draw): C[] {
  const arrival = ({ id }: C): number => {
    const share = drawnShare(seed, id);
    return -Math.log(isMirrored ? 1 - share : share) / (weightOf?.(id) ?? 1);
  };
  return claims
    .map((claim) => ({ claim, at: arrival(claim) }))
    .sort((one, other) => one.at - other.at || (one.claim.id < other.claim.id ? -1 : 1))
    .map(({ claim }) => claim);
}

/** How many claims of either side, and of none, a person met before those that are put in order. */
export interface MetBefore {
  sided: number;
  neither: number;
}

/**
 * Where claims of no side stand between those of a side, as numbers between the places of these: spread evenly over all that
 * the person meets, so that a place follows from the whole and not from what is left of it.
 */
function placesBetween(sided: number, neither: number, before: MetBefore): number[] {
  const spread = (met: MetBefore) => {
    const [allSided, allNeither] = [sided + met.sided, neither + met.neither];
    return Array.from(
      { length: neither },
      (_, index) => ((met.neither + index + 0.5) * allSided) / allNeither - 0.5 - met.sided,
    );
  };
  const places = spread(before);
  const step = (places[1] ?? 0) - (places[0] ?? 0);
  // Whoever answered those of a side elsewhere is behind with the others; they are not to come all at once.
  return (places[0] ?? 0) < -1 - step ? spread({ sided: 0, neither: 0 }) : places;
}

/**
 * Claims in the order in which one person meets them: a claim of either side in turn while both have some, so that whoever stops
 * has met as many of one as of the other, and those of no side spread evenly between them; within a side drawn for the person.
 * The order in which claims are given makes no difference.
 */
export function sidesInTurn<C extends SidedClaim>(
  claims: readonly C[],
  draw: Draw,
  before: MetBefore = { sided: 0, neither: 0 },
): C[] {
  const of = (side: SideRole) =>
    drawn(
      claims.filter((claim) => claim.side === side),
      draw,
    );
  const first = draw.first ?? startingSide(draw);
  const [leading, following] = [of(first), of(first === 'a' ? 'b' : 'a')];
  const inTurn = Array.from({ length: Math.max(leading.length, following.length) }, (_, turn) => [
    ...leading.slice(turn, turn + 1),
    ...following.slice(turn, turn + 1),
  ]).flat();
  const neither = of('n');
  const places = placesBetween(inTurn.length, neither.length, before);
  return [
    ...inTurn.map((claim, index) => ({ claim, at: index })),
    ...neither.map((claim, index) => ({ claim, at: places[index] ?? 0 })),
  ]
    .sort((one, other) => one.at - other.at)
    .map(({ claim }) => claim);
}
