import type { JoinAnswer, LookAnswer } from '@/lib/domain/room/joining';
import { type ApiResult, request } from './api';

/** Coming into a room: what a code opens, and taking a seat there. */

/** A wrong code is answered slowly on purpose, and a class comes all at once. */
const TIMEOUT_MS = 15_000;

export const lookAtCode = (code: string, signal?: AbortSignal): Promise<ApiResult<LookAnswer>> =>
  request('POST', '/joining/look', { body: { code }, timeoutMs: TIMEOUT_MS, ...(signal && { signal }) });

export interface JoinRequest {
  code: string;
  name?: string;
  alias?: string;
  asSomebodyElse?: boolean;
}

/** @param key the same for a press that is sent again: it makes one seat */
export const joinRoom = (join: JoinRequest, key: string): Promise<ApiResult<JoinAnswer>> =>
  request('POST', '/joining', { body: join, idempotencyKey: key, timeoutMs: TIMEOUT_MS });
