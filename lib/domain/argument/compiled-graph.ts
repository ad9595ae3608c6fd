import { strongComponents } from './components';
import type { ArgumentClaim, ArgumentGraph, ArgumentRelation } from './graph';
import { aimLinks, gatherLinks, known, type LinkDraft, linkOrder } from './link-draft';
import { ATTACKS, UNDERCUTS } from './link-kind';

/**
 * An argument graph in typed arrays, ready to be computed on many times. Claims are numbered in the order of their ids,
 * so that the order of the input changes nothing, not even a rounding.
 *
 * A **link** is one reason: a relation, or a group of linked premises. It has one or more premises (claims), one weight
 * (of a group: its least) and one target, a claim or another link. Undercutting a line of a group undercuts the group.
 * The links that bear on a claim (direct ones, their undercuts, the undercuts of those) stand side by side, undercuts
 * before what they undercut, so that one pass over them gives the claim's aggregate.
 */
export interface CompiledGraph {
  /** What was compiled. */
  source: ArgumentGraph;
  claimIds: readonly string[];
  indexOf: ReadonlyMap<string, number>;
  base: Float64Array;
  /** Links of claim c: from linkStart[c] to linkStart[c + 1]. */
  linkStart: Int32Array;
  linkCount: number;
  /** See `link-kind.ts`. */
  kind: Int8Array;
  weight: Float64Array;
  /** The link that is undercut; -1 when the target is the claim. */
  target: Int32Array;
  /** The claim that the link bears on in the end. */
  root: Int32Array;
  /** Within the links of claim c: undercuts first, attacks from directStart[c], supports from supportStart[c]. */
  directStart: Int32Array;
  supportStart: Int32Array;
  /** Some link has several premises; otherwise premises[l] is the one of link l. */
  hasGroups: boolean;
  /** Premises of link l: from premiseStart[l] to premiseStart[l + 1]. */
  premiseStart: Int32Array;
  premises: Int32Array;
  /** Relations of link l: indices into `relationIds`, the same ranges as its premises. */
  members: Int32Array;
  relationIds: readonly string[];
  /** Strongly connected parts in an order in which every part comes after those it depends on. */
  partStart: Int32Array;
  partClaims: Int32Array;
  /** Part of each claim. */
  partOf: Int32Array;
  /** 1 where claims of the part depend on themselves. */
  isCyclic: Uint8Array;
}

type Links = Pick<
  CompiledGraph,
  'linkCount' | 'kind' | 'weight' | 'target' | 'root' | 'premiseStart' | 'premises' | 'members' | 'hasGroups'
>;

/** The links of a draft put in order. Plain loops: `from` and `map` take a call for each of tens of thousands. */
function linksInOrder(draft: LinkDraft, order: Int32Array, from: Int32Array): Links {
  const { count, linkOf } = draft;
  const placeOf = new Int32Array(count);
  for (let place = 0; place < count; place += 1) placeOf[order[place] as number] = place;
  const kind = new Int8Array(count);
  const weight = new Float64Array(count);
  const target = new Int32Array(count);
  const root = new Int32Array(count);
  const premiseStart = new Int32Array(count + 1);
  for (let place = 0; place < count; place += 1) {
    const link = order[place] as number;
    const met = draft.target[link] as number;
    kind[place] = draft.kind[link] as number;
    weight[place] = draft.weight[link] as number;
    target[place] = met < 0 ? -1 : (placeOf[met] as number);
    root[place] = draft.root[link] as number;
    premiseStart[place + 1] = (premiseStart[place] as number) + (draft.size[link] as number);
  }
  const next = premiseStart.slice();
  const premises = new Int32Array(from.length);
  const members = new Int32Array(from.length);
  for (let r = 0; r < from.length; r += 1) {
    const link = placeOf[linkOf[r] as number] as number;
    const place = next[link] as number;
    next[link] = place + 1;
    premises[place] = from[r] as number;
    members[place] = r;
  }
  const hasGroups = count < from.length;
  return { linkCount: count, kind, weight, target, root, premiseStart, premises, members, hasGroups };
}

/** Where the links of each claim begin, and among them the attacks and the supports. */
function claimStarts(
  { count, root, kind }: LinkDraft,
  claimCount: number,
): Pick<CompiledGraph, 'linkStart' | 'directStart' | 'supportStart'> {
  const linkStart = new Int32Array(claimCount + 1);
  const undercuts = new Int32Array(claimCount);
  const attacks = new Int32Array(claimCount);
  for (let link = 0; link < count; link += 1) {
    const claim = root[link] as number;
    linkStart[claim + 1] = (linkStart[claim + 1] as number) + 1;
    if (kind[link] === UNDERCUTS) undercuts[claim] = (undercuts[claim] as number) + 1;
    else if (kind[link] === ATTACKS) attacks[claim] = (attacks[claim] as number) + 1;
  }
  const directStart = new Int32Array(claimCount);
  const supportStart = new Int32Array(claimCount);
  for (let claim = 0; claim < claimCount; claim += 1) {
    const start = linkStart[claim] as number;
    linkStart[claim + 1] = start + (linkStart[claim + 1] as number);
    directStart[claim] = start + (undercuts[claim] as number);
    supportStart[claim] = start + (undercuts[claim] as number) + (attacks[claim] as number);
  }
  return { linkStart, directStart, supportStart };
}

/**
 * Compiles a sound graph. Takes time in proportion to its size, but for sorting the ids.
 * @throws when a relation leads to nothing or undercuts run in a circle: see `checkGraph` for input from outside
 */
export function compileGraph(source: ArgumentGraph): CompiledGraph {
  const { claims, relations } = source;
  const sorted = [...claims].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const claimIds = sorted.map(({ id }) => id);
  const indexOf = new Map<string, number>();
  const base = new Float64Array(sorted.length);
  for (let claim = 0; claim < sorted.length; claim += 1) {
    const { id, base: own } = sorted[claim] as ArgumentClaim;
    indexOf.set(id, claim);
    base[claim] = own;
  }

  const draft = gatherLinks(relations);
  aimLinks(draft, relations, indexOf);
  const from = new Int32Array(relations.length);
  const firstPremise = new Int32Array(draft.count).fill(claimIds.length);
  for (let r = 0; r < relations.length; r += 1) {
    const id = (relations[r] as ArgumentRelation).from;
    const claim = known(indexOf.get(id), id);
    const link = draft.linkOf[r] as number;
    from[r] = claim;
    if (claim < (firstPremise[link] as number)) firstPremise[link] = claim;
  }
  const perClaim = claimStarts(draft, claimIds.length);
  const links = linksInOrder(draft, linkOrder(draft, firstPremise, perClaim.linkStart), from);
  return {
    source,
    claimIds,
    indexOf,
    base,
    relationIds: relations.map(({ id }) => id),
    ...perClaim,
    ...links,
    ...strongComponents(claimIds.length, { ...perClaim, ...links }),
  };
}

/** Whether two graphs differ in nothing but base scores and weights, and list the rest in the same order. */
function hasShapeOf(one: ArgumentGraph, other: ArgumentGraph): boolean {
  return (
    one.claims.length === other.claims.length &&
    one.relations.length === other.relations.length &&
    one.claims.every(({ id }, index) => id === other.claims[index]?.id) &&
    one.relations.every((relation, index) => {
      const same = other.relations[index];
      return (
        relation.id === same?.id &&
        relation.from === same.from &&
        relation.to === same.to &&
        relation.kind === same.kind &&
        relation.group === same.group
      );
    })
  );
}

/**
 * The compiled graph with the base scores and weights of another one: a vote changes nothing else, and this costs a
 * fraction of compiling.
 * @returns null when the other one differs in more than that
 */
export function rescored(compiled: CompiledGraph, source: ArgumentGraph): CompiledGraph | null {
  if (!hasShapeOf(compiled.source, source)) return null;
  const { indexOf, linkCount, premiseStart, members } = compiled;
  const base = new Float64Array(source.claims.length);
  for (const { id, base: own } of source.claims) base[known(indexOf.get(id), id)] = own;
  const weight = new Float64Array(linkCount);
  for (let link = 0; link < linkCount; link += 1) {
    let least = Number.POSITIVE_INFINITY;
    for (let at = premiseStart[link] as number; at < (premiseStart[link + 1] as number); at += 1) {
      least = Math.min(least, (source.relations[members[at] as number] as ArgumentRelation).weight);
    }
    weight[link] = least;
  }
  return { ...compiled, source, base, weight };
}
