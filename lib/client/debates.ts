import type { CopyDebate, CreateDebate } from '@/lib/domain/debate/schema';
import type { DebateAccess } from '@/lib/domain/debate/view';
import type { ExportedMap } from '@/lib/domain/formats/export-map';
import type { FormatName } from '@/lib/domain/formats/format-names';
import type { Refusal } from '@/lib/domain/formats/refusal';
import { type AccountResult, accountResult } from './account';
import { request } from './api';
import { newEventId } from './event-id';
import { refusalIn } from './refusal-in';

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
  accountResult(
    await request<MadeDebate>('POST', '/debates', {
      body: input,
      idempotencyKey: key,
      timeoutMs: input.article ? 40_000 : 8_000,
    }),
  );

/** Opens a debate to everyone, or closes it to all but those who take part. */
export const setDebateAccess = async (
  slug: string,
  access: DebateAccess,
): Promise<AccountResult<{ access: DebateAccess }>> =>
  accountResult(await request('PUT', `/debates/${encodeURIComponent(slug)}/access`, { body: { access } }));

/** What a copy keeps of the debate: everything published, what came from its editors, or the frame alone. */
export const copyDebate = async (
  slug: string,
  input: CopyDebate,
  key = newEventId(),
): Promise<AccountResult<MadeDebate>> =>
  accountResult(
    await request<MadeDebate>('POST', `/debates/${encodeURIComponent(slug)}/copy`, {
      body: input,
      idempotencyKey: key,
    }),
  );

/** The published map as files of another format; `refusal` says why the format cannot hold it. */
export async function exportDebate(
  slug: string,
  format: FormatName,
): Promise<AccountResult<ExportedMap> & { refusal?: Refusal }> {
  const path = `/debates/${encodeURIComponent(slug)}/export?format=${format}`;
  const result = await request<ExportedMap>('GET', path, { timeoutMs: 30_000 });
  const refusal = result.ok ? null : refusalIn(result.error);
  return { ...accountResult(result), ...(refusal ? { refusal } : {}) };
}
