import type { ArgumentGraph } from './graph';

/** Hypothetical changes to a map. Claims and sources go by the names that the reader knows: codes (D1) and keys. */
export interface WhatIf {
  claimsOff: readonly string[];
  sourcesOff: readonly string[];
  /** Base scores set by hand, in steps of a hundredth. */
  bases: readonly { claim: string; base: number }[];
}

export const NO_CHANGES: WhatIf = { claimsOff: [], sourcesOff: [], bases: [] };

export const hasChanges = ({ claimsOff, sourcesOff, bases }: WhatIf): boolean =>
  claimsOff.length + sourcesOff.length + bases.length > 0;

const toggled = (names: readonly string[], name: string): string[] =>
  names.includes(name) ? names.filter((other) => other !== name) : [...names, name];

/** Switches a claim off, or on again. */
export const toggleClaim = (whatIf: WhatIf, claim: string): WhatIf => ({
  ...whatIf,
  claimsOff: toggled(whatIf.claimsOff, claim),
});

/** Switches a source off, or on again. */
export const toggleSource = (whatIf: WhatIf, source: string): WhatIf => ({
  ...whatIf,
  sourcesOff: toggled(whatIf.sourcesOff, source),
});

/** Sets a base score to the nearest hundredth of 0..1, or with null gives back the claim's own. */
export function setBase(whatIf: WhatIf, claim: string, base: number | null): WhatIf {
  const others = whatIf.bases.filter((other) => other.claim !== claim);
  if (base === null) return { ...whatIf, bases: others };
  const steps = Math.round(Math.min(1, Math.max(0, base)) * 100);
  return { ...whatIf, bases: [...others, { claim, base: steps / 100 }] };
}

/** What the changes need to know of a debate. */
export interface WhatIfNames {
  /** Ids of claims by the names used in the changes. */
  claimIds: ReadonlyMap<string, string>;
  /** Keys of the sources that each claim cites, by the claim's id. */
  sourcesOf: ReadonlyMap<string, readonly string[]>;
  /** Claims that cannot be switched off or set: the motions. */
  fixed: ReadonlySet<string>;
}

export interface AppliedWhatIf {
  graph: ArgumentGraph;
  /** Ids of the claims that are no longer in the graph. */
  off: ReadonlySet<string>;
  /** Names in the changes that the debate does not have or that cannot be changed. */
  ignored: readonly string[];
}

export interface DebateNames {
  motion: { id: string; code: string };
  motions?: readonly { id: string; code: string }[];
  claims: readonly { id: string; code: string; citations: readonly { sourceKey: string }[] }[];
}

/** The names of a debate; a `DebateView` has them. */
export function whatIfNames({ motion, motions = [], claims }: DebateNames): WhatIfNames {
  const all = [motion, ...motions];
  return {
    claimIds: new Map([...all, ...claims].map(({ id, code }) => [code, id])),
    sourcesOf: new Map(
      claims.map(({ id, citations }) => [id, [...new Set(citations.map(({ sourceKey }) => sourceKey))]]),
    ),
    fixed: new Set(all.map(({ id }) => id)),
  };
}

/** Relations that stand without the claims that are off: linked premises fall together, undercuts with their relation. */
function standing(graph: ArgumentGraph, off: ReadonlySet<string>): ArgumentGraph['relations'] {
  const fallenGroups = new Set(
    graph.relations.flatMap(({ from, group }) => (group !== null && off.has(from) ? [group] : [])),
  );
  const fallen = new Set<string>();
  const undercuts = new Map<string, string[]>();
  for (const { id, from, to, kind, group } of graph.relations) {
    if (kind === 'undercuts') {
      const others = undercuts.get(to);
      if (others) others.push(id);
      else undercuts.set(to, [id]);
    }
    if (
      off.has(from) ||
      (kind !== 'undercuts' && off.has(to)) ||
      (group !== null && fallenGroups.has(group))
    ) {
      fallen.add(id);
    }
  }
  // The set grows while it is walked.
  for (const id of fallen) for (const undercut of undercuts.get(id) ?? []) fallen.add(undercut);
  return graph.relations.filter(({ id }) => !fallen.has(id));
}

/**
 * The graph as it would be: claims that are off are gone with every reason that they give or share in; a source that is
 * off takes along the claims that cite nothing else; base scores are set. The given graph stays as it is.
 */
export function applyWhatIf(
  graph: ArgumentGraph,
  { claimsOff, sourcesOff, bases }: WhatIf,
  { claimIds, sourcesOf, fixed }: WhatIfNames,
): AppliedWhatIf {
  const present = new Set(graph.claims.map(({ id }) => id));
  const ignored: string[] = [];
  const known = (name: string): string | null => {
    const id = claimIds.get(name);
    if (id !== undefined && present.has(id) && !fixed.has(id)) return id;
    ignored.push(name);
    return null;
  };

  const off = new Set<string>();
  for (const name of claimsOff) {
    const id = known(name);
    if (id !== null) off.add(id);
  }
  const cited = new Set([...sourcesOf.values()].flat());
  const withdrawn = new Set(sourcesOff);
  ignored.push(...sourcesOff.filter((key) => !cited.has(key)));
  for (const [id, keys] of sourcesOf) {
    const isBare = keys.length > 0 && keys.every((key) => withdrawn.has(key));
    if (isBare && present.has(id) && !fixed.has(id)) off.add(id);
  }
  const set = new Map<string, number>();
  for (const { claim, base } of bases) {
    const id = known(claim);
    if (id !== null) set.set(id, base);
  }

  return {
    graph: {
      claims: graph.claims.flatMap((claim) =>
        off.has(claim.id) ? [] : [{ ...claim, base: set.get(claim.id) ?? claim.base }],
      ),
      relations: standing(graph, off),
    },
    off,
    ignored: [...new Set(ignored)],
  };
}
