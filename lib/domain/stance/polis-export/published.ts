import { z } from 'zod';
import { RefusedError } from '../../formats/refusal';
import type { PolisHistory } from '../opinion-map/polis-mode';
import { LIMITS } from './limits';

/** What a Polis server published about a conversation, to go on from. Its coordinates have the other sign and are not read. */

const id = z.number().int().nonnegative();
const claimIds = z.array(id).max(LIMITS.claims);
const participantIds = z.array(id).max(LIMITS.people);
const published = z.object({
  tids: claimIds.optional(),
  'in-conv': participantIds.optional(),
  'mod-out': claimIds.nullish(),
  'meta-tids': claimIds.nullish(),
  pca: z.object({ comps: z.array(z.array(z.number()).max(LIMITS.claims)) }).optional(),
  'base-clusters': z
    .object({ id: participantIds, members: z.array(participantIds).max(LIMITS.people) })
    .optional(),
});

export interface PublishedConversation {
  /** Claims that moderation took out, those about the conversation itself among them. */
  out: ReadonlySet<number>;
  meta: ReadonlySet<number>;
  /** Participants who were in a group once. */
  everIn: readonly number[];
  base: { ids: readonly number[]; members: readonly (readonly number[])[] } | null;
  axes: { claimIds: readonly number[]; loadings: readonly [readonly number[], readonly number[]] } | null;
}

/** @throws RefusedError when the text is not JSON, or not of this shape */
export function publishedConversation(text: string): PublishedConversation {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new RefusedError('json-syntax', { problem: error instanceof Error ? error.message : '' });
  }
  const parsed = published.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const where = `/${issue?.path.map(String).join('/') ?? ''}`;
    throw new RefusedError('shape-wrong', { where, format: 'published.json', problem: issue?.message ?? '' });
  }
  const { tids, pca, 'base-clusters': base } = parsed.data;
  if (base && base.id.length !== base.members.length) {
    const problem = `${base.id.length} ids for ${base.members.length} lists of members`;
    throw new RefusedError('shape-wrong', { where: '/base-clusters', format: 'published.json', problem });
  }
  const [first, second] = pca?.comps ?? [];
  const fits = tids && first && second && first.length === tids.length && second.length === tids.length;
  return {
    out: new Set([...(parsed.data['mod-out'] ?? []), ...(parsed.data['meta-tids'] ?? [])]),
    meta: new Set(parsed.data['meta-tids'] ?? []),
    everIn: parsed.data['in-conv'] ?? [],
    base: base ? { ids: base.id, members: base.members } : null,
    axes: fits ? { claimIds: tids, loadings: [first, second] } : null,
  };
}

/**
 * The published state as what the update before left; participants and claims that are not among these are left out.
 * @throws RefusedError when there are no base clusters to go on from
 */
export function historyOfPublished(
  { everIn, base, axes }: PublishedConversation,
  participants: readonly string[],
  claimIds: readonly number[],
): PolisHistory {
  if (!base) {
    const problem = 'there are none to go on from';
    throw new RefusedError('shape-wrong', { where: '/base-clusters', format: 'published.json', problem });
  }
  const placeOf = new Map(participants.map((name, p) => [name, p]));
  const isIn = new Uint8Array(participants.length);
  for (const participant of everIn) {
    const p = placeOf.get(String(participant));
    if (p !== undefined) isIn[p] = 1;
  }
  const slot = new Int32Array(participants.length).fill(-1);
  for (const [j, members] of base.members.entries()) {
    for (const participant of members) {
      const p = placeOf.get(String(participant));
      if (p !== undefined) slot[p] = j;
    }
  }
  const loadings = (axis: 0 | 1): Float64Array => {
    const byId = new Map(axes?.claimIds.map((claim, c) => [claim, axes.loadings[axis][c] ?? 0]));
    return Float64Array.from(claimIds, (claim) => byId.get(claim) ?? 0);
  };
  return {
    axes: [loadings(0), loadings(1)],
    isIn,
    base: { ids: base.ids, slot },
    groupings: new Map(),
    smoother: null,
    pairs: null,
  };
}
