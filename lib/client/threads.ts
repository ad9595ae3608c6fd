import type { AnnotationTargetInput } from '@/lib/domain/annotation/schema';
import { isGap } from '@/lib/domain/annotation/threads';
import type { AnnotationTarget, AnnotationThread, AnnotationView } from '@/lib/domain/annotation/view';

/** Which notes are meant; one of the four. */
export type ThreadFilter =
  | { claimId: string }
  | { relationId: string }
  | { sourceVersionId: string }
  | { sourceId: string };

export function threadFilterOf(
  target: AnnotationTarget | Exclude<AnnotationTargetInput, { type: 'annotation' }>,
): ThreadFilter {
  if (target.type === 'claim') return { claimId: target.claimId };
  if (target.type === 'relation') return { relationId: target.relationId };
  if (target.type === 'source') return { sourceId: target.sourceId };
  return { sourceVersionId: target.sourceVersionId };
}

export const threadFilterKey = (filter: ThreadFilter): string =>
  new URLSearchParams({ ...filter }).toString();

export const threadFilterOfKey = (key: string): ThreadFilter =>
  Object.fromEntries(new URLSearchParams(key)) as ThreadFilter;

/** Below the room's address. */
export const threadPath = (filter: ThreadFilter): string => `/annotations?${threadFilterKey(filter)}`;

/** Notes and replies that can still be read; a removed or hidden one with replies is a place, not a note. */
export const countNotes = (threads: readonly AnnotationThread[]): number =>
  threads.reduce((sum, thread) => sum + (isGap(thread.note) ? 0 : 1) + countNotes(thread.replies), 0);

export const hasNote = (threads: readonly AnnotationThread[], id: string): boolean =>
  threads.some(({ note, replies }) => note.id === id || hasNote(replies, id));

/**
 * The threads with this note in place: replaced where it stood, under its parent when it is a reply, else at the end.
 * A removed note without replies disappears, and does not come back.
 */
export function putNote(threads: readonly AnnotationThread[], note: AnnotationView): AnnotationThread[] {
  const placed = place(threads, note);
  if (placed !== null) return placed;
  return note.isRemoved ? [...threads] : [...threads, { note, replies: [] }];
}

function place(threads: readonly AnnotationThread[], note: AnnotationView): AnnotationThread[] | null {
  let isPlaced = false;
  const next = threads.flatMap((thread): AnnotationThread[] => {
    if (isPlaced) return [thread];
    if (thread.note.id === note.id) {
      isPlaced = true;
      // An answer that was long on its way tells of older words.
      if (thread.note.revision > note.revision) return [thread];
      return note.isRemoved && thread.replies.length === 0 ? [] : [{ ...thread, note }];
    }
    const deeper = place(thread.replies, note);
    if (deeper) {
      isPlaced = true;
      return [{ ...thread, replies: deeper }];
    }
    if (thread.note.id === note.parentId) {
      isPlaced = true;
      return [{ ...thread, replies: [...thread.replies, { note, replies: [] }] }];
    }
    return [thread];
  });
  return isPlaced ? next : null;
}

/** Whether a note asks for something that nobody has called done. */
export const hasOpenMark = (note: AnnotationView): boolean =>
  note.mark !== null && !note.isResolved && !note.isRemoved;
