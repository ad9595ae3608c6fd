import type { CreateDebate } from '@/lib/domain/debate/schema';
import type { DebateAccess } from '@/lib/domain/debate/view';
import { type AccountResult, accountResult } from './account';
import { request } from './api';
import { newEventId } from './event-id';

/** Debates as wholes: made, opened and closed. What people do inside one goes through the contribution store. */

export interface MadeDebate {
  slug: string;
  roomId: string;
}

/** Makes a debate; a repeated press with the same key makes one only. */
export const createDebate = async (
  input: CreateDebate,
  key = newEventId(),
): Promise<AccountResult<MadeDebate>> =>
  accountResult(await request<MadeDebate>('POST', '/debates', { body: input, idempotencyKey: key }));

/** Opens a debate to everyone, or closes it to all but those who take part. */
export const setDebateAccess = async (
  slug: string,
  access: DebateAccess,
): Promise<AccountResult<{ access: DebateAccess }>> =>
  accountResult(await request('PUT', `/debates/${encodeURIComponent(slug)}/access`, { body: { access } }));
