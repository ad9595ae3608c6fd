import 'server-only';
import { MOST_MOTIONS } from '../../domain/debate/templates';
import { type Failure, failure } from '../../domain/failure';
import type { PlannedSide } from '../../domain/import/plan-map';
import { type ImportPlan, planMap } from '../../domain/import/plan-map';
import type { ImportReport } from '../../domain/import/report';
import { type ImportMap, importDefaults } from '../../domain/import/schema';
import { err, ok, type Result } from '../../domain/result';
import type { Actor } from '../../policy/actor';
import { can } from '../../policy/can';
import { audit } from '../audit';
import type { Transaction } from '../database/client';
import { lockMap } from '../edit/track';
import { type Idempotency, once } from '../once';
import { recordEvent } from '../room/events';
import { roomContext } from '../room/room-context';
import type { MadeDebate } from './commands';
import { type ImportPlace, writePlan } from './import-rows';
import { hasMadeMany, openDebate } from './open-debate';

/** Maps from files: looked at first, then written whole or not at all. */

/** A map of thousands of claims takes longer than a single edit; still bounded. */
const IMPORT_TIMEOUT_MS = 60_000;

export interface ImportPreview {
  title: string;
  question: string;
  language: string;
  sides: [PlannedSide, PlannedSide];
  motions: string[];
  counts: { claims: number; relations: number; sources: number; citations: number };
  report: ImportReport;
}

const previewOf = (plan: ImportPlan): ImportPreview => ({
  title: plan.title,
  question: plan.question,
  language: plan.language,
  sides: plan.sides,
  motions: plan.claims.filter(({ isMotion }) => isMotion).map(({ text }) => text),
  counts: {
    claims: plan.claims.length,
    relations: plan.relations.length,
    sources: plan.sources.length,
    citations: plan.claims.reduce((sum, { citations }) => sum + citations.length, 0),
  },
  report: plan.report,
});

/** What an import of this map would write, and what it would lose or guess; writes nothing. */
export async function previewImport(actor: Actor, input: ImportMap): Promise<Result<ImportPreview, Failure>> {
  if (actor.kind !== 'person') return err(failure('not-signed-in'));
  if (!can(actor, 'debate:create', null)) return err(failure('not-allowed'));
  return ok(previewOf(planMap(input.map, importDefaults(input.defaults))));
}

const hasTooManyMotions = (plan: ImportPlan, already = 0): boolean =>
  plan.claims.filter(({ isMotion }) => isMotion).length + already > MOST_MOTIONS;

/** A map as a new private debate of the actor's. */
export async function importDebate(
  actor: Actor,
  input: ImportMap,
  idempotency: Idempotency | null = null,
): Promise<Result<MadeDebate & { report: ImportReport }, Failure>> {
  if (actor.kind !== 'person') return err(failure('not-signed-in'));
  if (!can(actor, 'debate:create', null)) return err(failure('not-allowed'));
  const plan = planMap(input.map, importDefaults(input.defaults));
  if (hasTooManyMotions(plan)) return err(failure('too-many-motions'));

  return once(
    actor,
    idempotency,
    async (tx): Promise<Result<MadeDebate & { report: ImportReport }, Failure>> => {
      if (await hasMadeMany(tx, actor)) return err(failure('too-many-attempts'));
      const { title, question, summary, language, sides, report } = plan;
      const debate = { title, question, summary, language, sides, claimsNeedApproval: true };
      const { slug, ...place } = await openDebate(tx, actor, debate);
      await writePlan(tx, { ...place, authorId: null }, plan);
      return ok({ slug, roomId: place.roomId, report });
    },
    IMPORT_TIMEOUT_MS,
  );
}

/** A map into a debate that the actor maintains: its motions beside those that are there, its sides as the debate's. */
export async function importMap(
  actor: Actor,
  roomId: string,
  input: ImportMap,
  idempotency: Idempotency | null = null,
): Promise<Result<{ report: ImportReport }, Failure>> {
  if (actor.kind !== 'person') return err(failure('not-signed-in'));
  const room = await roomContext(actor, roomId);
  if (!room) return err(failure('not-found'));
  if (room.stage === 'closed') return err(failure('room-closed'));
  if (!can(actor, 'map:import', room)) return err(failure('not-allowed'));
  const plan = planMap(input.map, importDefaults(input.defaults));

  return once(
    actor,
    idempotency,
    async (tx): Promise<Result<{ report: ImportReport }, Failure>> => {
      await lockMap(tx, room.debateId);
      const there = await tx.claim.count({ where: { debateId: room.debateId, isMotion: true } });
      if (hasTooManyMotions(plan, there)) return err(failure('too-many-motions'));
      const sideIds = await sidesOfDebate(tx, room.debateId, plan.sides);
      const place: ImportPlace = {
        debateId: room.debateId,
        roomId: room.id,
        participantId: room.participantId,
        authorId: room.participantId,
        sideIds,
      };
      await writePlan(tx, place, plan);
      await recordEvent(tx, room.id, 'map-imported', room.id);
      await audit(tx, actor, 'map-import', { roomId: room.id, subjectId: room.debateId });
      return ok({ report: plan.report });
    },
    IMPORT_TIMEOUT_MS,
  );
}

/** The debate's side for each of the map's: the one with its key, else the one that speaks as it does. */
async function sidesOfDebate(
  tx: Transaction,
  debateId: string,
  sides: readonly [PlannedSide, PlannedSide],
): Promise<readonly [string, string]> {
  const known = await tx.side.findMany({ where: { debateId }, orderBy: { position: 'asc' } });
  const [start, end] = known;
  if (!start || !end) throw new Error('A debate has two sides');
  const isTurned =
    known.some(({ key }) => key === sides[0].key) || known.some(({ key }) => key === sides[1].key)
      ? sides[0].key === end.key || sides[1].key === start.key
      : sides[0].speaks !== sides[1].speaks && sides[0].speaks === end.speaks && start.speaks !== end.speaks;
  return isTurned ? [end.id, start.id] : [start.id, end.id];
}
