import 'server-only';
import type { RoomPlan } from '../../domain/room/plan';
import { CODE_HOURS, isDated } from '../../domain/room/setup';
import type { Transaction } from '../database/client';
import { newJoinCode } from './people/seat-codes';

const HOUR_MS = 60 * 60 * 1000;
const MOST_DRAWS = 10;

/** A join code that no room has, used up or not. */
export async function freeJoinCode(tx: Transaction): Promise<string> {
  for (let attempt = 0; attempt < MOST_DRAWS; attempt += 1) {
    const code = newJoinCode();
    if ((await tx.room.count({ where: { joinCode: code } })) === 0) return code;
  }
  throw new Error('No join code was free');
}

/** Until when a code made now works: a day at school, or as long as a class that meets over days is kept. */
export const joinCodeEnd = (plan: RoomPlan, now: number, retainUntil: Date | null): Date =>
  isDated(plan) && retainUntil !== null ? retainUntil : new Date(now + CODE_HOURS * HOUR_MS);
