import { LIMITS } from '@/lib/domain/text/limits';
import { cleanLine, graphemeLength, uniqueKey } from '@/lib/domain/text/plain-text';

export type TagProblem = 'too-many' | 'too-long';

/** Tags with the typed words among them; a comma parts several. What is there already, in whatever case, is not added. */
export function withTags(
  tags: readonly string[],
  typed: string,
): { tags: string[]; problem: TagProblem | null } {
  const next = [...tags];
  for (const part of typed.split(/[,،，]/u)) {
    const word = cleanLine(part).replace(/^#+\s*/u, '');
    if (word === '' || hasTag(next, word)) continue;
    if (graphemeLength(word) > LIMITS.tag) return { tags: next, problem: 'too-long' };
    if (next.length >= LIMITS.tagsOfNote) return { tags: next, problem: 'too-many' };
    next.push(word);
  }
  return { tags: next, problem: null };
}

export const hasTag = (tags: readonly string[], tag: string): boolean =>
  tags.some((one) => uniqueKey(one) === uniqueKey(tag));

const MOST_SUGGESTED = 6;

/** Tags in use that hold what was typed and are not chosen yet; those that begin with it first. */
export function suggestedTags(known: readonly string[], chosen: readonly string[], typed: string): string[] {
  const key = uniqueKey(typed.replace(/^\s*#+/u, ''));
  const fitting = known.filter((tag) => uniqueKey(tag).includes(key) && !hasTag(chosen, tag));
  const begins = (tag: string): number => (uniqueKey(tag).startsWith(key) ? 0 : 1);
  return fitting.sort((one, other) => begins(one) - begins(other)).slice(0, MOST_SUGGESTED);
}
