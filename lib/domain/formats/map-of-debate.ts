import type { ClaimView, DebateView, RelationView, SourceView } from '../debate/view';
import type { MapClaim, MapDocument, MapRelation, MapSource } from './map-document';
import { MAP_FORMAT } from './map-document';
import { idsBeside } from './writing';

/**
 * A debate as a map document: what this reader may see of it and what is published. Claims keep their codes as ids, so
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
  const relations = uniqueById(parts.flatMap((part) => part.relations)).filter(isPublished);
  const motions = uniqueById(parts.map(({ motion }) => motion));
  const codes = new Map([...motions, ...claims].map(({ id, code }) => [id, code]));
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
      // An end that is not published, or not in this reader's sight, takes the relation along.
      if (from === undefined || to === undefined) return [];
      const { tally, group } = relation;
      const groupId = group === null ? undefined : groupIds.get(group);
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

function uniqueById<T extends { id: string }>(all: readonly T[]): T[] {
  return [...new Map(all.map((one) => [one.id, one])).values()];
}

/** Groups of linked premises by short names; what has been left alone in its group is no group. */
function groupNames(relations: readonly RelationView[]): ReadonlyMap<string, string> {
  const sizes = new Map<string, number>();
  for (const { group } of relations) if (group !== null) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  const shared = [...sizes].filter(([, size]) => size > 1);
  return new Map(shared.map(([group], index) => [group, `g${index + 1}`]));
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
  citations: claim.citations.map(({ sourceKey, start, end, exact }) => ({
    source: sourceKey,
    start,
    end,
    exact,
  })),
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
