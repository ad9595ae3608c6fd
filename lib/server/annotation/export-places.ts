import 'server-only';
import type { Prisma } from '@/lib/generated/prisma/client';
import { quoteAt } from '../../domain/annotation/quote';
import type { AnnotationTarget } from '../../domain/annotation/view';
import {
  type AddressBase,
  claimIri,
  debateIri,
  relationIri,
  sourceIri,
  versionIri,
} from '../../domain/annotation/web/addresses';
import type { ExportedPlace } from '../../domain/annotation/web/exported-note';
import type { NoteTarget } from '../../domain/annotation/web/notes';
import { passageLabel } from '../../domain/debate/passage-label';
import { type CodePointIndex, codePointIndex } from '../../domain/text/code-points';
import type { Actor } from '../../policy/actor';
import { readableContributions } from '../claim/visible';
import { database } from '../database/client';
import type { RoomContext } from '../room/room-context';

/** Where notes stand, in words and addresses: read once for a whole list of notes. */

export interface Placed {
  place: ExportedPlace;
  /** As a Web Annotation names it. */
  target: NoteTarget;
  /** Order of places in an export: texts by their order and place, then claims, then relations. */
  order: readonly [number, number, number];
}

/** Finds the place of a target among those that were read; one that was not has a place without words. */
export type PlaceOf = (target: AnnotationTarget) => Placed;

const idsOf = <T extends AnnotationTarget['type']>(
  targets: readonly AnnotationTarget[],
  type: T,
  id: (target: Extract<AnnotationTarget, { type: T }>) => string,
): string[] => [
  ...new Set(
    targets
      .filter((target): target is Extract<AnnotationTarget, { type: T }> => target.type === type)
      .map(id),
  ),
];

const SOURCES = 0;
const CLAIMS = 1;
const RELATIONS = 2;
const OUT_OF_SIGHT = 3;

/**
 * Reads what these targets name. An own note may hang on a claim that its author does not see any more: that claim is not
 * told of.
 */
export async function readPlaces(
  actor: Actor,
  room: RoomContext,
  base: AddressBase,
  targets: readonly AnnotationTarget[],
): Promise<PlaceOf> {
  const readable = readableContributions(actor, room);
  const claimIds = idsOf(targets, 'claim', ({ claimId }) => claimId);
  const relationIds = idsOf(targets, 'relation', ({ relationId }) => relationId);
  const sourceIds = idsOf(targets, 'source', ({ sourceId }) => sourceId);
  const [claims, relations, sources, versions] = await Promise.all([
    readClaims(base, { id: { in: claimIds }, ...readable }),
    readRelations(base, { id: { in: relationIds }, ...readable }),
    readSources(base, sourceIds),
    readVersions(idsOf(targets, 'passage', ({ sourceVersionId }) => sourceVersionId)),
  ]);
  const placeOf = (target: AnnotationTarget): Placed | undefined => {
    switch (target.type) {
      case 'claim':
        return claims.get(target.claimId);
      case 'relation':
        return relations.get(target.relationId);
      case 'source':
        return sources.get(target.sourceId);
      case 'passage': {
        const version = versions.get(target.sourceVersionId);
        return version && passagePlace(base, version, target);
      }
    }
  };
  return (target) => placeOf(target) ?? outOfSight(base, target);
}

/** What a note hangs on that its author may not see any more: its kind, and the debate that it is in. */
function outOfSight(base: AddressBase, { type }: AnnotationTarget): Placed {
  const iri = debateIri(base);
  const place = { kind: type, key: `${type} out of sight`, label: '', words: '', link: iri };
  return { place, target: { type: 'whole', iri }, order: [OUT_OF_SIGHT, 0, 0] };
}

async function readClaims(base: AddressBase, where: Prisma.ClaimWhereInput): Promise<Map<string, Placed>> {
  const rows = await database().prisma.claim.findMany({
    where,
    select: { id: true, code: true, position: true, isMotion: true, current: { select: { text: true } } },
  });
  return new Map(
    rows.map(({ id, code, position, isMotion, current }) => {
      const iri = claimIri(base, code);
      const place = { kind: 'claim' as const, key: id, label: code, words: current.text, link: iri };
      return [id, { place, target: { type: 'whole', iri }, order: [CLAIMS, isMotion ? 0 : 1, position] }];
    }),
  );
}

async function readRelations(
  base: AddressBase,
  where: Prisma.RelationWhereInput,
): Promise<Map<string, Placed>> {
  const code = { select: { code: true } } as const;
  const rows = await database().prisma.relation.findMany({
    where,
    select: {
      id: true,
      position: true,
      kind: true,
      from: { select: { code: true, current: { select: { text: true } } } },
      toClaim: code,
      toRelation: { select: { from: code, toClaim: code } },
    },
  });
  return new Map(
    rows.map(({ id, position, from, toClaim, toRelation }) => {
      const line = toRelation ? `${toRelation.from.code} → ${toRelation.toClaim?.code ?? ''}` : '';
      const iri = relationIri(base, from.code, id);
      const place: ExportedPlace = {
        kind: 'relation',
        key: id,
        label: toClaim ? `${from.code} → ${toClaim.code}` : `${from.code} → (${line})`,
        words: from.current.text,
        link: iri,
      };
      return [id, { place, target: { type: 'whole', iri }, order: [RELATIONS, 0, position] }];
    }),
  );
}

async function readSources(base: AddressBase, ids: string[]): Promise<Map<string, Placed>> {
  const rows = await database().prisma.source.findMany({
    where: { id: { in: ids } },
    select: { id: true, key: true, title: true, position: true },
  });
  return new Map(
    rows.map(({ id, key, title, position }) => {
      const iri = sourceIri(base, key);
      const place = { kind: 'source' as const, key: id, label: title, words: '', link: iri };
      return [id, { place, target: { type: 'whole', iri }, order: [SOURCES, position, -1] }];
    }),
  );
}

interface Version {
  id: string;
  number: number;
  text: string;
  codePoints: CodePointIndex;
  source: { key: string; title: string; position: number };
  passages: { key: string; start: number; end: number; position: number; text: string }[];
}

async function readVersions(ids: string[]): Promise<Map<string, Version>> {
  const rows = await database().prisma.sourceVersion.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      number: true,
      text: true,
      source: { select: { key: true, title: true, position: true } },
      passages: {
        orderBy: { position: 'asc' },
        select: { key: true, start: true, end: true, position: true, text: true },
      },
    },
  });
  return new Map(rows.map((row) => [row.id, { ...row, codePoints: codePointIndex(row.text) }]));
}

function passagePlace(
  base: AddressBase,
  { id, number, text, codePoints, source, passages }: Version,
  { start, end, exact }: Extract<AnnotationTarget, { type: 'passage' }>,
): Placed {
  const passage = passages.find((one) => one.start <= start && start < one.end);
  const quote = quoteAt(text, start, end);
  const iri = versionIri(base, source.key, number);
  const query = passage ? `&${new URLSearchParams({ passage: passage.key })}` : '';
  return {
    place: {
      kind: 'passage',
      key: `${id} ${passage?.key ?? ''}`,
      label: passage ? `${source.title}, ${passageLabel(passage.key, passage.position)}` : source.title,
      words: passage ? text.slice(passage.start, passage.end) : '',
      link: `${iri}${query}`,
    },
    target: {
      type: 'passage',
      source: iri,
      exact,
      prefix: quote?.prefix ?? '',
      suffix: quote?.suffix ?? '',
      start: codePoints.codePointsAt(start),
      end: codePoints.codePointsAt(end),
    },
    order: [SOURCES, source.position, start],
  };
}
