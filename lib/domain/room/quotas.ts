import { z } from 'zod';
import type { RoomQuotas } from './view';

/** What a room asks of each participant, as numbers of things done. */

export const QUOTA_KINDS = ['votes', 'annotations', 'claims', 'replies', 'passages'] as const;
export type QuotaKind = (typeof QUOTA_KINDS)[number];

/** Most of each that a room can ask for. */
export const MOST_ASKED = 200;

const asked = z.int().min(1).max(MOST_ASKED).exactOptional();

export const quotasInput = z.strictObject({
  votes: asked,
  annotations: asked,
  claims: asked,
  replies: asked,
  passages: asked,
});

/** Quotas as they are kept; what cannot be read is not asked for. */
export function readQuotas(kept: unknown): RoomQuotas {
  const read = quotasInput.safeParse(kept);
  if (!read.success) return {};
  return Object.fromEntries(
    QUOTA_KINDS.flatMap((kind) => (read.data[kind] === undefined ? [] : [[kind, read.data[kind]]])),
  );
}
