import { LIMITS } from '@/lib/domain/text/limits';

/** The words of a note that proposes a passage: the passage as a quotation in Markdown, where it stands, and why. */
export function quotedNote(exact: string, place: string, words: string): string {
  const rest = [place, words.trim()].filter((part) => part !== '').join('\n\n');
  const room = LIMITS.annotationBody - rest.length - 20;
  const quote = exact.length > room ? `${exact.slice(0, room - 1).trimEnd()}…` : exact;
  const lines = quote.split('\n').map((line) => `> ${line}`.trimEnd());
  return `${lines.join('\n')}\n\n${rest}`.slice(0, LIMITS.annotationBody);
}
