import 'server-only';
import { uuidv7 } from 'uuidv7';
import type { CopyDebate } from '../../domain/debate/schema';
import type { ParticipantRole } from '../../domain/debate/view';
import { type Failure, failure } from '../../domain/failure';
import { err, ok, type Result } from '../../domain/result';
import type { Actor } from '../../policy/actor';
import { can } from '../../policy/can';
import type { Transaction } from '../database/client';
import { type Idempotency, once } from '../once';
import { type RoomContext, roomBySlug } from '../room/room-context';
import type { MadeDebate } from './commands';
import {
  type MapPlace,
  type NewRelation,
  newCitation,
  writeNewCitations,
  writeNewClaims,
  writeNewRelations,
  writeNewSources,
} from './map-rows';
import { hasMadeMany, type NewSide, openDebate } from './open-debate';

/** A debate as the beginning of another one. */

const COPY_TIMEOUT_MS = 60_000;
const MAINTAINERS: ParticipantRole[] = ['owner', 'teacher', 'assistant'];

/**
 * Copies what this actor may read of a debate's commons into a private debate of their own. Who wrote what, votes, stances
 * and people's notes are not carried over: they were given to the room that they are in.
 */
export async function copyDebate(
  actor: Actor,
  slug: string,
  input: CopyDebate,
  idempotency: Idempotency | null = null,
): Promise<Result<MadeDebate, Failure>> {
  if (actor.kind !== 'person') return err(failure('not-signed-in'));
  const room = await roomBySlug(actor, slug);
  if (!room) return err(failure('not-found'));
  if (!can(actor, 'debate:create', null)) return err(failure('not-allowed'));

  return once(
    actor,
    idempotency,
    async (tx): Promise<Result<MadeDebate, Failure>> => {
      if (await hasMadeMany(tx, actor)) return err(failure('too-many-attempts'));
      const original = await tx.debate.findUniqueOrThrow({
        where: { id: room.debateId },
        include: { sides: { orderBy: { position: 'asc' } } },
      });
      const [start, end] = original.sides;
      if (!start || !end) throw new Error('A debate has two sides');
      const { question, summary, language } = original;
      const opened = await openDebate(tx, actor, {
        title: input.title,
        question,
        summary,
        language,
        claimsNeedApproval: room.claimsNeedApproval,
        sides: [sideOf(start), sideOf(end)],
      });
      const place = { debateId: opened.debateId, roomId: opened.roomId };
      const versions = await copySources(tx, room.debateId, place);
      const sideIds = new Map([
        [start.id, opened.sideIds[0]],
        [end.id, opened.sideIds[1]],
      ]);
      const claimIds = await copyClaims(tx, room, place, input.keep, { versions, sideIds });
      await copyRelations(tx, room, place, claimIds);
      await tx.debate.update({ where: { id: place.debateId }, data: { nextCode: original.nextCode } });
      return ok({ slug: opened.slug, roomId: opened.roomId });
    },
    COPY_TIMEOUT_MS,
  );
}

const sideOf = ({ key, name, speaks }: NewSide): NewSide => ({ key, name, speaks });

type Versions = ReadonlyMap<string, { sourceVersionId: string; text: string }>;

/** The latest version of each source; the id and text of its copy by the id of every version of the original. */
async function copySources(tx: Transaction, debateId: string, place: MapPlace): Promise<Versions> {
  const sources = await tx.source.findMany({
    where: { debateId },
    orderBy: { position: 'asc' },
    include: {
      versions: {
        orderBy: { number: 'desc' },
        take: 1,
        include: {
          passages: {
            orderBy: { position: 'asc' },
            include: { sentences: { orderBy: { position: 'asc' } } },
          },
        },
      },
    },
  });
  const versions = new Map<string, { sourceVersionId: string; text: string }>();
  for (const { key, kind, title, attribution, url, language, versions: latest } of sources) {
    const [version] = latest;
    if (!version) continue;
    const passages = version.passages.map((passage) => ({
      key: passage.key,
      heading: passage.heading,
      start: passage.start,
      end: passage.end,
      sentences: passage.sentences.map((one) => ({
        key: one.key,
        start: one.start,
        end: one.end,
        isContext: one.isContext,
      })),
    }));
    const { text } = version;
    const written = await writeNewSources(tx, place.debateId, [
      { key, kind, title, attribution, url, language, text, passages },
    ]);
    versions.set(version.id, { sourceVersionId: written.get(key) ?? '', text });
  }
  return versions;
}

async function copyClaims(
  tx: Transaction,
  room: RoomContext,
  place: MapPlace,
  keep: CopyDebate['keep'],
  { versions, sideIds }: { versions: Versions; sideIds: ReadonlyMap<string, string> },
): Promise<ReadonlyMap<string, string>> {
  const fromEditors = { OR: [{ authorId: null }, { author: { role: { in: MAINTAINERS } } }] };
  const kept = keep === 'frame' ? { isMotion: true } : keep === 'editors' ? fromEditors : {};
  const claims = await tx.claim.findMany({
    where: { roomId: room.id, status: 'published', ...kept },
    include: { current: true, citations: { orderBy: { position: 'asc' } } },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  });
  const ids = new Map(claims.map(({ id }) => [id, uuidv7()]));
  const idOf = (id: string): string => ids.get(id) ?? '';
  await writeNewClaims(
    tx,
    place,
    claims.map(({ id, code, isMotion, sideId, layer, status, position, current }) => ({
      id: idOf(id),
      code,
      isMotion,
      sideId: sideId === null ? null : (sideIds.get(sideId) ?? null),
      layer,
      status,
      position,
      authorId: null,
      text: current.text,
      shortTitle: current.shortTitle,
      evidence: current.evidence,
      speaker: current.speaker,
    })),
  );
  // What cites an older version of a text cites nothing here: only the latest one was copied.
  const citations = claims.flatMap((claim) =>
    claim.citations.flatMap((citation) => {
      const version = versions.get(citation.sourceVersionId);
      const { position } = citation;
      const copy = version && newCitation(idOf(claim.id), version, citation, { position, authorId: null });
      return copy ? [copy] : [];
    }),
  );
  await writeNewCitations(tx, place, citations);
  return ids;
}

/** Lines whose ends were both copied, an undercut after the line that it meets. */
async function copyRelations(
  tx: Transaction,
  room: RoomContext,
  place: MapPlace,
  claimIds: ReadonlyMap<string, string>,
): Promise<void> {
  const rows = await tx.relation.findMany({
    where: { roomId: room.id, status: 'published' },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  });
  const ids = new Map<string, string>();
  const groups = new Map<string, { id: string; kind: 'supports' | 'attacks'; toClaimId: string }>();
  const copied: NewRelation[] = [];
  let waiting = rows.filter(({ fromClaimId }) => claimIds.has(fromClaimId));
  for (;;) {
    const ready = waiting.filter(
      ({ toClaimId, toRelationId }) =>
        (toClaimId !== null && claimIds.has(toClaimId)) || (toRelationId !== null && ids.has(toRelationId)),
    );
    if (ready.length === 0) break;
    for (const row of ready) {
      const id = uuidv7();
      ids.set(row.id, id);
      const toClaimId = row.toClaimId === null ? null : (claimIds.get(row.toClaimId) ?? null);
      if (row.groupId !== null && row.kind !== 'undercuts' && toClaimId && !groups.has(row.groupId)) {
        groups.set(row.groupId, { id: uuidv7(), kind: row.kind, toClaimId });
      }
      copied.push({
        id,
        fromClaimId: claimIds.get(row.fromClaimId) ?? '',
        kind: row.kind,
        toClaimId,
        toRelationId: row.toRelationId === null ? null : (ids.get(row.toRelationId) ?? null),
        status: row.status,
        groupId: row.groupId === null ? null : (groups.get(row.groupId)?.id ?? null),
        scheme: row.scheme,
        questionKey: row.questionKey,
        position: row.position,
        authorId: null,
      });
    }
    const done = new Set(ready.map(({ id }) => id));
    waiting = waiting.filter(({ id }) => !done.has(id));
  }
  await writeNewRelations(tx, place, [...groups.values()], copied);
}
