import { withBothEnds } from '@/lib/domain/debate/both-ends';
import type {
  ClaimView,
  DebateView,
  MapPage,
  PartFacts,
  RelationView,
  WholeMapView,
} from '@/lib/domain/debate/view';

/** What this tab read of a large debate beyond the part that its page came with. */
export interface MapPages {
  /** The motion whose map it is; pages of another one are not shown. */
  motionId: string | null;
  claims: ReadonlyMap<string, { claim: ClaimView; at: number }>;
  relations: ReadonlyMap<string, { relation: RelationView; at: number }>;
  facts: PartFacts | null;
  whole: WholeMapView | null;
}

export const NO_PAGES: MapPages = {
  motionId: null,
  claims: new Map(),
  relations: new Map(),
  facts: null,
  whole: null,
};

/** @param at when the page was asked for */
export function withPage(pages: MapPages, motionId: string, page: MapPage, at: number): MapPages {
  const before = pages.motionId === motionId ? pages : { ...NO_PAGES, motionId };
  const claims = new Map(before.claims);
  for (const claim of page.claims) claims.set(claim.id, { claim, at });
  const relations = new Map(before.relations);
  for (const relation of page.relations) relations.set(relation.id, { relation, at });
  return { ...before, claims, relations, facts: joined(before.facts, page.part) };
}

export const withWhole = (pages: MapPages, whole: WholeMapView): MapPages =>
  pages.motionId === whole.motionId ? { ...pages, whole } : { ...NO_PAGES, motionId: whole.motionId, whole };

/** The newer one says how much there is, and what both speak of. */
const joined = (older: PartFacts | null, newer: PartFacts): PartFacts =>
  older === null
    ? newer
    : {
        ...newer,
        places: { ...older.places, ...newer.places },
        relationOrder: { ...older.relationOrder, ...newer.relationOrder },
      };

/** When each claim and relation of the view was read, on the clock of the overlay. */
export interface ReadAt {
  view: DebateView;
  of: (id: string) => number;
}

/**
 * The part of a large debate that the page came with, and all pages since, in the author's order. Pages of a map that has
 * changed since they were read give way to the newer part.
 */
export function withPages(server: DebateView, pages: MapPages, seenAt: number): ReadAt {
  const { part } = server;
  if (part === null || pages.motionId !== server.motion.id) return { view: server, of: () => seenAt };
  const holds = (at: number): boolean => at >= seenAt || pages.facts?.hash === part.hash;
  const read = [...pages.claims.values()].filter(({ at }) => holds(at));
  const lines = [...pages.relations.values()].filter(({ at }) => holds(at));
  const whole = pages.whole ? { whole: pages.whole } : {};
  if (read.length === 0 || pages.facts === null)
    return { view: { ...server, part: { ...part, ...whole } }, of: () => seenAt };

  const atOf = new Map<string, number>();
  const newest = <T extends { id: string }>(
    own: readonly T[],
    paged: readonly { value: T; at: number }[],
  ): T[] => {
    const byId = new Map(own.map((item) => [item.id, item]));
    for (const { value, at } of paged) {
      if (byId.has(value.id) && at < seenAt) continue;
      byId.set(value.id, value);
      atOf.set(value.id, at);
    }
    return [...byId.values()];
  };
  const facts = read.some(({ at }) => at >= seenAt) ? joined(part, pages.facts) : joined(pages.facts, part);
  const claims = newest(
    server.claims,
    read.map(({ claim, at }) => ({ value: claim, at })),
  ).sort((a, b) => (facts.places[a.id]?.order ?? Infinity) - (facts.places[b.id]?.order ?? Infinity));
  const relations = newest(
    [...server.relations, ...part.dangling],
    lines.map(({ relation, at }) => ({ value: relation, at })),
  ).sort((a, b) => (facts.relationOrder[a.id] ?? Infinity) - (facts.relationOrder[b.id] ?? Infinity));
  const shown = new Set([server.motion.id, ...claims.map(({ id }) => id)]);
  return {
    view: {
      ...server,
      claims,
      relations: withBothEnds(relations, shown),
      part: { ...facts, dangling: [], ...whole },
    },
    of: (id) => atOf.get(id) ?? seenAt,
  };
}
