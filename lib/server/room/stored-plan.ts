import 'server-only';
import { z } from 'zod';
import { planStepInput, type RoomPlan } from '../../domain/room/plan';

const stored = z.array(planStepInput);

/** A plan as the database keeps it; empty for a room without one. */
export function storedPlan(kept: unknown): RoomPlan {
  const read = stored.safeParse(kept);
  return read.success ? read.data : [];
}
