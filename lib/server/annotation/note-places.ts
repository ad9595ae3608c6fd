import 'server-only';
import type { AnnotationTarget, NotePlace } from '../../domain/annotation/view';
import { passageLabel } from '../../domain/debate/passage-label';
import type { Actor } from '../../policy/actor';
import { readableContributions } from '../claim/visible';
import type { Transaction } from '../database/client';
import type { RoomContext } from '../room/room-context';

/** Gives the place of a target in words; null for what this reader may not see. */
export type PlaceOf = (target: AnnotationTarget) => NotePlace | null;

/** Reads the places of many targets at once. */
export async function placesOf(
  tx: Transaction,
  actor: Actor,
  room: RoomContext,
  targets: readonly AnnotationTarget[],
): Promise<PlaceOf> {
  const ids = <T>(pick: (target: AnnotationTarget) => T | null): T[] => [
    ...new Set(targets.map(pick).filter((id): id is T => id !== null)),
  ];
  const claimIds = ids((target) => (target.type === 'claim' ? target.claimId : null));
  const relationIds = ids((target) => (target.type === 'relation' ? target.relationId : null));
  const sourceIds = ids((target) => (target.type === 'source' ? target.sourceId : null));
  const versionIds = ids((target) => (target.type === 'passage' ? target.sourceVersionId : null));
  const readable = readableContributions(actor, room);
  const [claims, relations, sources, versions] = await Promise.all([
    tx.claim.findMany({
      where: { id: { in: claimIds }, ...readable },
      select: { id: true, code: true, current: { select: { text: true } } },
    }),
    tx.relation.findMany({
      where: { id: { in: relationIds }, ...readable },
      select: { id: true, from: { select: { code: true } }, toClaim: { select: { code: true } } },
    }),
    tx.source.findMany({
      where: { id: { in: sourceIds }, debateId: room.debateId },
      select: { id: true, key: true, title: true },
    }),
    tx.sourceVersion.findMany({
      where: { id: { in: versionIds }, debateId: room.debateId },
      select: {
        id: true,
        number: true,
        source: { select: { key: true, title: true } },
        passages: { select: { key: true, start: true, end: true, position: true } },
      },
    }),
  ]);
  const claimOf = new Map(claims.map((row) => [row.id, row]));
  const relationOf = new Map(relations.map((row) => [row.id, row]));
  const sourceOf = new Map(sources.map((row) => [row.id, row]));
  const versionOf = new Map(versions.map((row) => [row.id, row]));
  return (target) => {
    switch (target.type) {
      case 'claim': {
        const claim = claimOf.get(target.claimId);
        return claim ? { type: 'claim', code: claim.code, text: claim.current.text } : null;
      }
      case 'relation': {
        const relation = relationOf.get(target.relationId);
        if (!relation) return null;
        return { type: 'relation', fromCode: relation.from.code, toCode: relation.toClaim?.code ?? null };
      }
      case 'source': {
        const source = sourceOf.get(target.sourceId);
        return source ? { type: 'source', sourceKey: source.key, sourceTitle: source.title } : null;
      }
      case 'passage': {
        const version = versionOf.get(target.sourceVersionId);
        if (!version) return null;
        const at = version.passages.find(({ start, end }) => start <= target.start && target.start < end);
        return {
          type: 'passage',
          sourceKey: version.source.key,
          sourceTitle: version.source.title,
          version: version.number,
          passageKey: at?.key ?? null,
          passageLabel: at ? passageLabel(at.key, at.position) : null,
        };
      }
    }
  };
}
