import { countNotes, hasOpenMark } from '@/lib/client/threads';
import { isGap } from '@/lib/domain/annotation/threads';
import type { AnnotationThread, AnnotationView } from '@/lib/domain/annotation/view';
import type { AnnotationKind } from '@/lib/domain/debate/view';
import { hasTag } from './tag-words';

/** What a reader wants to see of the notes of one place. */
export interface ThreadChoice {
  kind: AnnotationKind | null;
  tag: string | null;
  isMine: boolean;
  /** Only notes whose mark nobody has resolved. */
  isOpenMark: boolean;
  order: 'oldest' | 'helpful';
}

export const ALL_THREADS: ThreadChoice = {
  kind: null,
  tag: null,
  isMine: false,
  isOpenMark: false,
  order: 'oldest',
};

export const isChoosing = (choice: ThreadChoice): boolean =>
  choice.kind !== null || choice.tag !== null || choice.isMine || choice.isOpenMark;

const isWanted = (note: AnnotationView, { kind, tag, isMine, isOpenMark }: ThreadChoice): boolean =>
  !isGap(note) &&
  (kind === null || note.kind === kind) &&
  (tag === null || hasTag(note.tags, tag)) &&
  (!isMine || note.isOwn) &&
  (!isOpenMark || hasOpenMark(note));

const holdsWanted = ({ note, replies }: AnnotationThread, choice: ThreadChoice): boolean =>
  isWanted(note, choice) || replies.some((reply) => holdsWanted(reply, choice));

/** Threads with a wanted note anywhere in them, whole: a reply makes no sense without what it answers. */
export function chosenThreads(
  threads: readonly AnnotationThread[],
  choice: ThreadChoice,
): readonly AnnotationThread[] {
  const wanted = isChoosing(choice) ? threads.filter((thread) => holdsWanted(thread, choice)) : threads;
  if (choice.order === 'oldest') return wanted;
  return [...wanted].sort((one, other) => other.note.helpfulCount - one.note.helpfulCount);
}

/** Tags of these threads, the most used first; the same one in other letters counts once. */
export function tagsIn(threads: readonly AnnotationThread[]): string[] {
  const counts = new Map<string, number>();
  const visit = ({ note, replies }: AnnotationThread): void => {
    for (const tag of note.tags) {
      const known = [...counts.keys()].find((one) => hasTag([one], tag)) ?? tag;
      counts.set(known, (counts.get(known) ?? 0) + 1);
    }
    replies.forEach(visit);
  };
  threads.forEach(visit);
  return [...counts].sort(([, one], [, other]) => other - one).map(([tag]) => tag);
}

/** From how many notes on a list is worth choosing from. */
const WORTH_CHOOSING = 5;

export const isWorthChoosing = (threads: readonly AnnotationThread[]): boolean =>
  threads.length > 1 && countNotes(threads) >= WORTH_CHOOSING;
