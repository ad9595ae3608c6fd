import { standing } from '../argument/graph-of-debate';
import type { ClaimView, DebateView, RelationView, SourceView } from '../debate/view';
import type { MapClaim, MapDocument, MapRelation, MapSource } from './map-document';
import { MAP_FORMAT } from './map-document';
import { idsBeside } from './writing';

/**
 * A debate as a map document: what this reader may see of it, and of that what is published and leads to what is
 * published, so that the map is sound. Claims keep their codes as ids, so
 * that a file can be read beside the page it came from. Nothing of a person is in it: votes are counts.
 * @param parts one view of the debate for each of its motions
 */
export function mapOfDebate(
  parts: readonly [DebateView, ...DebateView[]],
  sources: readonly SourceView[],
): MapDocument {
  const [first] = parts;
  const isPublished = ({ status }: { status: string }) => status === 'published';
  const claims = uniqueById(parts.flatMap((part) => part.claims)).filter(isPublished);
  const motions = uniqueById(parts.map(({ motion }) => motion));
  const codes = new Map([...motions, ...claims].map(({ id, code }) => [id, code]));
  const found = uniqueById(parts.flatMap((part) => part.relations));
  const sound = new Set(standing(found, new Set(codes.keys())));
  // In the order of the page; what stands is told with what undercuts last.
  const relations = found.filter((relation) => sound.has(relation));
  const idFor = idsBeside(codes.values());
  const relationIds = new Map(relations.map(({ id }, index) => [id, idFor(`r${index + 1}`)]));
  const groupIds = groupNames(relations);
  const sideKeys = new Map(first.sides.map(({ role, key }) => [role, key]));
  return {
    format: MAP_FORMAT,
    title: first.title,
    question: first.question,
    ...(first.summary === '' ? {} : { summary: first.summary }),
    language: first.language,
    sides: first.sides.map(({ key, name, speaks }) => ({ key, name, speaks })),
    sources: sources.map(mapSourceOf),
    claims: [
      ...motions.map(
        (motion): MapClaim => ({
          id: motion.code,
          code: motion.code,
          text: motion.text,
          ...(motion.shortTitle === null ? {} : { shortTitle: motion.shortTitle }),
          isMotion: true,
          side: null,
          citations: [],
        }),
      ),
      ...claims.map((claim) =>
        mapClaimOf(claim, claim.side === 'n' ? null : (sideKeys.get(claim.side) ?? null)),
      ),
    ],
    relations: relations.flatMap((relation): MapRelation[] => {
      const from = codes.get(relation.fromClaimId);
      const to =
        relation.toClaimId === null
          ? relationIds.get(relation.toRelationId ?? '')
          : codes.get(relation.toClaimId);
      if (from === undefined || to === undefined) return [];
      const { tally } = relation;
      const groupId = groupIds.get(groupOf(relation) ?? '');
      return [
        {
          id: relationIds.get(relation.id) ?? relation.id,
          from,
          to,
          kind: relation.kind,
          ...(tally === null || tally.count === 0 ? {} : { impact: tally }),
          ...(groupId === undefined ? {} : { group: groupId }),
          ...(relation.scheme === null ? {} : { scheme: relation.scheme }),
          ...(relation.questionKey === null ? {} : { question: relation.questionKey }),
        },
      ];
    }),
  };
}

/** Citations that a map document cannot tell from settled ones, or has no place for. */
export interface UnsettledCitations {
  /** The passage is no longer in the text: left out. */
  lost: number;
  /** The evidence changed, and nobody has said that it will do: written like any other. */
  undecided: number;
}

/** Counts them for what `mapOfDebate` makes of the same parts. */
export function unsettledCitations(parts: readonly DebateView[]): UnsettledCitations {
  const claims = uniqueById(parts.flatMap((part) => part.claims));
  const citations = claims.filter(({ status }) => status === 'published').flatMap((claim) => claim.citations);
  return {
    lost: citations.filter(({ standing: how }) => how === 'lost').length,
    undecided: citations.filter(
      ({ standing: how, isUndecided }) => how !== 'lost' && (how === 'changed' || isUndecided),
    ).length,
  };
}

function uniqueById<T extends { id: string }>(all: readonly T[]): T[] {
  return [...new Map(all.map((one) => [one.id, one])).values()];
}

const targetOf = ({ kind, toClaimId, toRelationId }: RelationView): string =>
  `${kind} ${toRelationId ?? toClaimId}`;

/** Premises of one kind and target are linked, whatever else their group has been. */
const groupOf = (relation: RelationView): string | null =>
  relation.group === null ? null : `${targetOf(relation)} ${relation.group}`;

/**
 * Groups of linked premises by short names. What has been left alone in its group is no group, unless another relation
 * says the same without it: then the group tells them apart.
 */
function groupNames(relations: readonly RelationView[]): ReadonlyMap<string, string> {
  const sizes = new Map<string, number>();
  const alike = new Map<string, number>();
  const count = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  const sentenceOf = (relation: RelationView) => `${relation.fromClaimId} ${targetOf(relation)}`;
  for (const relation of relations) {
    const group = groupOf(relation);
    if (group !== null) count(sizes, group);
    count(alike, sentenceOf(relation));
  }
  const shared = new Set<string>();
  for (const relation of relations) {
    const group = groupOf(relation);
    if (group === null) continue;
    if ((sizes.get(group) ?? 0) > 1 || (alike.get(sentenceOf(relation)) ?? 0) > 1) shared.add(group);
  }
  return new Map([...shared].map((group, index) => [group, `g${index + 1}`]));
}

const mapClaimOf = (claim: ClaimView, side: string | null): MapClaim => ({
  id: claim.code,
  code: claim.code,
  text: claim.text,
  ...(claim.shortTitle === null ? {} : { shortTitle: claim.shortTitle }),
  isMotion: false,
  side,
  evidence: claim.evidence,
  ...(claim.speaker === null ? {} : { speaker: claim.speaker }),
  layer: claim.layer,
  ...(claim.tally === null ? {} : { votes: claim.tally }),
  // What is no longer in a text has no place in it that a file could give.
  citations: claim.citations
    .filter(({ standing }) => standing !== 'lost')
    .map(({ sourceKey, start, end, exact }) => ({ source: sourceKey, start, end, exact })),
});

const mapSourceOf = (source: SourceView): MapSource => ({
  key: source.key,
  title: source.title,
  kind: source.kind,
  ...(source.attribution === '' ? {} : { attribution: source.attribution }),
  ...(source.url === null ? {} : { url: source.url }),
  language: source.language,
  text: source.version.text,
  passages: source.passages.map(({ key, heading, start, end, sentences }) => ({
    key,
    ...(heading === null ? {} : { heading }),
    start,
    end,
    sentences: sentences.map((sentence) => ({
      key: sentence.key,
      start: sentence.start,
      end: sentence.end,
      ...(sentence.isContext ? { isContext: true } : {}),
    })),
  })),
});
