import { type CompiledGraph, compileGraph } from './compiled-graph';
import type { ArgumentGraph } from './graph';
import { ATTACKS, UNDERCUTS } from './link-kind';

/**
 * Who stands when only attack counts, votes and supports aside: `in` is undefeated, `out` is defeated by something
 * undefeated, `undecided` is neither (a circle). Lines of attack are attacked too: flattening of attacks on attacks after
 * AFRA (Baroni, Cerutti, Giacomin and Guida 2011). A line falls with any of its premises and with an undefeated undercut.
 */
export type Label = 'in' | 'out' | 'undecided';

export const UNDECIDED = 0;
export const IN = 1;
export const OUT = 2;

/** Labels as numbers: of each claim, and of each link of the compiled graph. Supports have one and pass nothing on. */
export interface Labelling {
  claims: Uint8Array;
  links: Uint8Array;
}

/** Links in which each claim is a premise: those of claim c from start[c] to start[c + 1]. */
function linksFrom(graph: CompiledGraph): { start: Int32Array; links: Int32Array } {
  const { premises, premiseStart, linkCount } = graph;
  const start = new Int32Array(graph.claimIds.length + 1);
  for (const claim of premises) start[claim + 1] = (start[claim + 1] as number) + 1;
  for (let claim = 0; claim + 1 < start.length; claim += 1) {
    start[claim + 1] = (start[claim + 1] as number) + (start[claim] as number);
  }
  const next = start.slice();
  const links = new Int32Array(premises.length);
  for (let link = 0; link < linkCount; link += 1) {
    for (let at = premiseStart[link] as number; at < (premiseStart[link + 1] as number); at += 1) {
      const claim = premises[at] as number;
      links[next[claim] as number] = link;
      next[claim] = (next[claim] as number) + 1;
    }
  }
  return { start, links };
}

/**
 * The grounded labelling: what must be so. In once everything against it is out, out once something against it is in,
 * until nothing follows any more. Unique; time in proportion to the graph.
 */
export function groundedLabelling(graph: CompiledGraph): Labelling {
  const { kind, target, root, linkCount, premiseStart } = graph;
  const claimCount = graph.claimIds.length;
  const claims = new Uint8Array(claimCount);
  const links = new Uint8Array(linkCount);
  const from = linksFrom(graph);
  // What still stands against a claim (its attacks), and what a line still waits for (premises in, undercuts out).
  const against = new Int32Array(claimCount);
  const awaited = new Int32Array(linkCount);
  for (let link = 0; link < linkCount; link += 1) {
    awaited[link] =
      (awaited[link] as number) + (premiseStart[link + 1] as number) - (premiseStart[link] as number);
    const met = target[link] as number;
    const claim = root[link] as number;
    if (kind[link] === UNDERCUTS) awaited[met] = (awaited[met] as number) + 1;
    else if (kind[link] === ATTACKS) against[claim] = (against[claim] as number) + 1;
  }
  // Claims count up from 0, links down from -1.
  const ready: number[] = [];
  const labelClaim = (claim: number, label: number): void => {
    if (claims[claim] !== UNDECIDED) return;
    claims[claim] = label;
    ready.push(claim);
  };
  const labelLink = (link: number, label: number): void => {
    if (links[link] !== UNDECIDED) return;
    links[link] = label;
    ready.push(-1 - link);
  };
  const settle = (link: number): void => {
    awaited[link] = (awaited[link] as number) - 1;
    if (awaited[link] === 0) labelLink(link, IN);
  };
  for (let claim = 0; claim < claimCount; claim += 1) if (against[claim] === 0) labelClaim(claim, IN);
  for (let next = ready.pop(); next !== undefined; next = ready.pop()) {
    if (next >= 0) {
      for (let at = from.start[next] as number; at < (from.start[next + 1] as number); at += 1) {
        const link = from.links[at] as number;
        if (claims[next] === IN) settle(link);
        else labelLink(link, OUT);
      }
      continue;
    }
    const link = -1 - next;
    const isIn = links[link] === IN;
    if (kind[link] === UNDERCUTS) {
      const met = target[link] as number;
      if (isIn) labelLink(met, OUT);
      else settle(met);
    } else if (kind[link] === ATTACKS) {
      const claim = root[link] as number;
      if (isIn) labelClaim(claim, OUT);
      else {
        against[claim] = (against[claim] as number) - 1;
        if (against[claim] === 0) labelClaim(claim, IN);
      }
    }
  }
  return { claims, links };
}

const NAMES: readonly Label[] = ['undecided', 'in', 'out'];

export const labelName = (label: number | undefined): Label => NAMES[label ?? UNDECIDED] ?? 'undecided';

/**
 * Grounded label of every claim of a sound graph.
 * @throws when the graph is not sound; see `checkGraph`
 */
export function groundedLabels(graph: ArgumentGraph): ReadonlyMap<string, Label> {
  const compiled = compileGraph(graph);
  const { claims } = groundedLabelling(compiled);
  return new Map(compiled.claimIds.map((id, index) => [id, labelName(claims[index])]));
}

/**
 * Claims that give the undefeated objections to a claim, by id; none unless it is defeated.
 * @throws when the graph is not sound; see `checkGraph`
 */
export function defeatersOf(graph: ArgumentGraph, claimId: string): string[] {
  const compiled = compileGraph(graph);
  const claim = compiled.indexOf.get(claimId);
  if (claim === undefined) return [];
  const { kind, linkStart, premises, premiseStart, claimIds } = compiled;
  const { links } = groundedLabelling(compiled);
  const found = new Set<string>();
  for (let link = linkStart[claim] as number; link < (linkStart[claim + 1] as number); link += 1) {
    if (kind[link] !== ATTACKS || links[link] !== IN) continue;
    for (let at = premiseStart[link] as number; at < (premiseStart[link + 1] as number); at += 1) {
      found.add(claimIds[premises[at] as number] as string);
    }
  }
  return [...found];
}
