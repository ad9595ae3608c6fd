/** Longest alias, in code points; the database holds the same bound. */
const LONGEST_ALIAS = 40;

/**
 * What the seat in which a person argues for a side is called: Heron (Defence). No word of any language is in it but the
 * side's own name, which is cut where both together are too long.
 * @param attempt 0 first, then growing while the name is taken
 */
export function voiceAlias(alias: string, sideName: string, attempt: number): string {
  const end = attempt === 0 ? ')' : `) ${attempt + 1}`;
  const left = LONGEST_ALIAS - [...alias].length - 2 - end.length;
  const side = [...sideName];
  if (left < 2) return `${[...alias].slice(0, LONGEST_ALIAS - end.length - 3).join('')} (…${end}`;
  const name =
    side.length <= left
      ? sideName
      : `${side
          .slice(0, left - 1)
          .join('')
          .trimEnd()}…`;
  return `${alias} (${name}${end}`;
}
