import type { AnnotationThread, AnnotationView } from './view';

/**
 * Notes to threads, in the order given. A removed note stays while something visible hangs below it and goes when nothing
 * does. A reply whose parent this reader does not see is left out with everything below it.
 */
export function threadsOf(notes: readonly AnnotationView[]): AnnotationThread[] {
  const threads = new Map(notes.map((note) => [note.id, { note, replies: [] as AnnotationThread[] }]));
  const roots: AnnotationThread[] = [];
  for (const note of notes) {
    const thread = threads.get(note.id);
    if (!thread) continue;
    if (note.parentId === null) roots.push(thread);
    else threads.get(note.parentId)?.replies.push(thread);
  }
  return withoutEmptied(roots);
}

const withoutEmptied = (threads: readonly AnnotationThread[]): AnnotationThread[] =>
  threads.flatMap(({ note, replies }) => {
    const kept = withoutEmptied(replies);
    return note.isRemoved && kept.length === 0 ? [] : [{ note, replies: kept }];
  });

/** How many notes of a thread still have words. */
export const countNotes = (threads: readonly AnnotationThread[]): number =>
  threads.reduce((sum, { note, replies }) => sum + (note.isRemoved ? 0 : 1) + countNotes(replies), 0);
