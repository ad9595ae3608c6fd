import 'server-only';
import { type Failure, failure } from '../../domain/failure';
import { err, ok, type Result } from '../../domain/result';
import { monthsAfter } from '../../domain/room/clock';
import { readQuotas } from '../../domain/room/quotas';
import {
  type CopyRoom,
  MOST_RETENTION_MONTHS,
  shiftedPlan,
  USUAL_RETENTION_MONTHS,
} from '../../domain/room/setup';
import type { Actor } from '../../policy/actor';
import { can } from '../../policy/can';
import { type Idempotency, once } from '../once';
import { classFor } from './class-for';
import { copyClassClaims } from './copy-class-claims';
import { type OpenedRoom, openRoomIn } from './open-room';
import { roomContext } from './room-context';
import { databaseNow } from './room-frame';
import { storedPlan } from './stored-plan';

const COPY_TIMEOUT_MS = 60_000;
/** A copy begins at most so much later: a class is kept for a year from then, and for three years at most. */
const MOST_MONTHS_AHEAD = MOST_RETENTION_MONTHS - USUAL_RETENTION_MONTHS;

/**
 * Opens a class like an earlier one, as for next year's: its plan with later dates, its settings, quotas and rubric, and, if
 * the person wants them, the claims that were published in it. Nobody who was in it, and nothing that they answered.
 */
export async function copyRoom(
  actor: Actor,
  roomId: string,
  { name, startsAt, keepsClaims }: CopyRoom,
  idempotency: Idempotency | null = null,
): Promise<Result<OpenedRoom, Failure>> {
  const found = await classFor(actor, roomId, 'room:configure');
  if (!found.ok) return found;
  const { room, actor: person } = found.value;
  const commons = await roomContext(actor, room.path[0] ?? '');
  if (!commons || !can(actor, 'class:open', commons)) return err(failure('not-allowed'));
  return once(
    person,
    idempotency,
    async (tx): Promise<Result<OpenedRoom, Failure>> => {
      const latest = monthsAfter((await databaseNow(tx)).getTime(), MOST_MONTHS_AHEAD);
      if (Date.parse(startsAt) > latest) return err(failure('invalid-input', { field: 'startsAt' }));
      const original = await tx.room.findUniqueOrThrow({ where: { id: roomId } });
      const plan = storedPlan(original.plan);
      if (plan.length === 0) return err(failure('not-now'));
      const first = await tx.roomStep.findFirst({ where: { roomId }, orderBy: { number: 'asc' } });
      const began = (first?.startedAt ?? original.createdAt).getTime();
      const opened = await openRoomIn(
        tx,
        person,
        commons,
        {
          name,
          debate: commons.slug,
          plan: shiftedPlan(plan, began, Date.parse(startsAt)),
          claimsNeedApproval: original.claimsNeedApproval,
          notesNeedApproval: original.notesNeedApproval,
          notesBeforeOthers: original.notesBeforeOthers,
          showsCountsEarly: original.showsCountsEarly,
          namesCanBeRevealed: original.namesCanBeRevealed,
          quotas: readQuotas(original.quotas),
        },
        { fromId: roomId, startsAt: Date.parse(startsAt) },
      );
      if (!opened.ok) return opened;
      await tx.room.update({
        where: { id: opened.value.roomId },
        data: { rubric: original.rubric ?? [] },
      });
      if (keepsClaims) await copyClassClaims(tx, room, opened.value.roomId);
      return ok(opened.value);
    },
    COPY_TIMEOUT_MS,
  );
}
