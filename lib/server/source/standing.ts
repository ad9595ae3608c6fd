// Read by the seed too, which runs outside of Next.

import { Prisma } from '@/lib/generated/prisma/client';
import type { Anchor } from '../../domain/annotation/anchor-types';
import { quoteAt } from '../../domain/annotation/quote';
import {
  type EarlierResolution,
  type NextResolution,
  nextResolution,
  type Place,
} from '../../domain/source/next-resolution';
import type { KnownText, StandingGroup } from '../../domain/source/version-plan';
import { type AnchorCounts, NO_ANCHORS } from '../../domain/source/view';
import type { Transaction } from '../database/client';

/** Citations and notes that stand in the versions of a source, and how they move to another one. */

/** A citation or a note on a passage. */
export interface Standing {
  type: 'citation' | 'note';
  id: string;
  roomId: string;
  /** A claim cites a stretch of a version once. */
  claimId: string | null;
  place: Place;
  earlier: EarlierResolution | null;
}

/** What tells whether one still is what was looked for: where it stands, and what was last said of that. */
export const fingerprint = ({ type, id, place, earlier }: Standing): string =>
  [type, id, place.versionId, place.start, place.end, earlier?.status, earlier?.decision].join('/');

const placed = {
  sourceVersionId: true,
  start: true,
  end: true,
  exact: true,
  prefix: true,
  suffix: true,
} as const;

type PlacedRow = { [K in 'sourceVersionId' | 'exact' | 'prefix' | 'suffix']: string | null } & {
  start: number | null;
  end: number | null;
};

/** The columns are set together, as a check of the table says. */
const placeOf = (row: PlacedRow): Place => ({
  versionId: row.sourceVersionId ?? '',
  start: row.start ?? 0,
  end: row.end ?? 0,
  exact: row.exact ?? '',
  prefix: row.prefix ?? '',
  suffix: row.suffix ?? '',
});

/** Everything that stands in these versions of one source, with what its newest version said of it. */
export async function standingIn(
  tx: Transaction,
  versionIds: readonly string[],
  newestId: string,
): Promise<Standing[]> {
  const where = { sourceVersionId: { in: [...versionIds] } };
  const order = { orderBy: { id: 'asc' } } as const;
  const [citations, notes, resolutions] = [
    await tx.citation.findMany({
      where,
      ...order,
      select: { id: true, roomId: true, claimId: true, ...placed },
    }),
    await tx.annotation.findMany({ where, ...order, select: { id: true, roomId: true, ...placed } }),
    await tx.anchorResolution.findMany({ where: { sourceVersionId: newestId } }),
  ];
  const earlierOf = new Map(
    resolutions.map((one): [string, EarlierResolution] => [
      one.citationId ?? one.annotationId ?? '',
      {
        status: one.status,
        decision: one.decision,
        decidedAt: one.decidedAt,
        decidedById: one.decidedById,
        from: {
          versionId: one.fromVersionId,
          start: one.oldStart,
          end: one.oldEnd,
          exact: one.oldExact,
          prefix: one.oldPrefix,
          suffix: one.oldSuffix,
        },
      },
    ]),
  );
  const standing = (
    type: Standing['type'],
    row: PlacedRow & { id: string; roomId: string; claimId?: string },
  ) => ({
    type,
    id: row.id,
    roomId: row.roomId,
    claimId: row.claimId ?? null,
    place: placeOf(row),
    earlier: earlierOf.get(row.id) ?? null,
  });
  return [...citations.map((row) => standing('citation', row)), ...notes.map((row) => standing('note', row))];
}

/** The standing ones by the version that they stand in, as the search takes them. */
export function groupsOf(
  standing: readonly Standing[],
  texts: ReadonlyMap<string, KnownText>,
): { versionId: string; members: Standing[]; group: StandingGroup }[] {
  const byVersion = new Map<string, Standing[]>();
  for (const one of standing) {
    byVersion.set(one.place.versionId, [...(byVersion.get(one.place.versionId) ?? []), one]);
  }
  return [...byVersion].flatMap(([versionId, members]) => {
    const text = texts.get(versionId);
    if (!text) return [];
    const selectors = members.map(({ place: { exact, prefix, suffix, start, end } }) => ({
      exact,
      prefix,
      suffix,
      start,
      end,
    }));
    return [{ versionId, members, group: { in: text, selectors } }];
  });
}

export interface Settled extends Standing {
  next: NextResolution;
  /** Where it stands from now on. */
  to: Place;
}

/**
 * What becomes of each, found or not. Two citations of one claim cannot stand on the same stretch: the second is lost, and
 * somebody looks at it.
 */
export function settled(
  found: readonly { one: Standing; anchor: Anchor }[],
  newest: { id: string; text: string },
  others: readonly Standing[] = [],
): Settled[] {
  const keyOf = ({ claimId }: Standing, place: Place): string =>
    `${claimId}/${place.versionId}/${place.start}/${place.end}`;
  const cited = [...found.map(({ one }) => one), ...others].filter(({ claimId }) => claimId !== null);
  const taken = new Set(cited.map((one) => keyOf(one, one.place)));
  const take = (one: Standing, place: Place): boolean => {
    if (one.claimId === null) return true;
    const key = keyOf(one, place);
    if (taken.has(key)) return false;
    taken.add(key);
    return true;
  };
  return found.map(({ one, anchor }): Settled => {
    const next = nextResolution(one.place, one.earlier, anchor);
    const quote = next.range && quoteAt(newest.text, next.range.start, next.range.end);
    if (next.range && quote) {
      const to = { versionId: newest.id, ...next.range, ...quote };
      if (take(one, to)) return { ...one, next, to };
    }
    const lost = { ...next, status: 'orphan', range: null, confidence: 0 } as const;
    return { ...one, next: lost, to: take(one, next.from) ? next.from : one.place };
  });
}

/** Writes what became of each: the record of it, and the place that counts now. */
export async function writeSettled(
  tx: Transaction,
  debateId: string,
  newestId: string,
  all: readonly Settled[],
): Promise<void> {
  if (all.length === 0) return;
  await tx.anchorResolution.createMany({
    data: all.map(({ type, id, roomId, next: { status, range, confidence, from, ...decided } }) => ({
      debateId,
      roomId,
      sourceVersionId: newestId,
      fromVersionId: from.versionId,
      citationId: type === 'citation' ? id : null,
      annotationId: type === 'note' ? id : null,
      status,
      start: range?.start ?? null,
      end: range?.end ?? null,
      confidence,
      oldStart: from.start,
      oldEnd: from.end,
      oldExact: from.exact,
      oldPrefix: from.prefix,
      oldSuffix: from.suffix,
      ...decided,
    })),
  });
  const moving = all.filter(({ place, to }) => place.versionId !== to.versionId || place.start !== to.start);
  await movePlaces(
    tx,
    'Citation',
    moving.filter(({ type }) => type === 'citation'),
  );
  await movePlaces(
    tx,
    'Annotation',
    moving.filter(({ type }) => type === 'note'),
  );
}

/** All in one statement: a well-read text has a thousand of them. */
async function movePlaces(
  tx: Transaction,
  table: 'Citation' | 'Annotation',
  moving: readonly { id: string; to: Place }[],
): Promise<void> {
  if (moving.length === 0) return;
  const column = <K extends keyof Place>(key: K): Place[K][] => moving.map(({ to }) => to[key]);
  await tx.$executeRaw`
    UPDATE ${table === 'Citation' ? Prisma.sql`"Citation"` : Prisma.sql`"Annotation"`} AS row
    SET "sourceVersionId" = place."version", "start" = place."start", "end" = place."end",
      "exact" = place."exact", "prefix" = place."prefix", "suffix" = place."suffix"
    FROM unnest(${moving.map(({ id }) => id)}::uuid[], ${column('versionId')}::uuid[], ${column('start')}::int[],
        ${column('end')}::int[], ${column('exact')}::text[], ${column('prefix')}::text[], ${column('suffix')}::text[])
      AS place("id", "version", "start", "end", "exact", "prefix", "suffix")
    WHERE row."id" = place."id"`;
}

/** What became of each; what somebody called lost before, and still is, is nothing new. */
export function countsOf(
  all: readonly { next: Pick<NextResolution, 'status' | 'decision'> }[],
): AnchorCounts {
  const counts = { ...NO_ANCHORS };
  for (const { next } of all) if (next.decision !== 'lost') counts[next.status] += 1;
  return counts;
}
