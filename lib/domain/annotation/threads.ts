import type { AnnotationThread, AnnotationView } from './view';

/** Whether a note is a place without words for this reader: removed, or hidden from them. */
export const isGap = ({ isRemoved, status, body }: AnnotationView): boolean =>
  isRemoved || (status !== 'published' && body === '');

/**
 * Notes to threads, in the order given. A gap stays while something visible hangs below it and goes when nothing does. A reply whose parent this reader does not see is left out with everything below it.
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
    return isGap(note) && kept.length === 0 ? [] : [{ note, replies: kept }];
  });

/** How many notes of a thread still have words. */
export const countNotes = (threads: readonly AnnotationThread[]): number =>
  threads.reduce((sum, { note, replies }) => sum + (isGap(note) ? 0 : 1) + countNotes(replies), 0);
