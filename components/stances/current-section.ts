import type { SectionName } from './sections';

/** A head that has come this near to the top is being read, px: below the place where a link to it stops. */
export const READING_LINE_PX = 112;

/**
 * The section at which one is: the last whose head has passed the reading line. At the foot of the page, where the heads of
 * the last ones cannot reach it, the one that was gone to, or the last.
 * @param heads in their order, with px below the top of the window
 */
export function currentSection(
  heads: readonly { name: SectionName; top: number }[],
  { isAtFoot, chosen }: { isAtFoot: boolean; chosen: SectionName | null },
): SectionName | null {
  const passed = heads.filter(({ top }) => top <= READING_LINE_PX).at(-1) ?? null;
  if (!isAtFoot) return (passed ?? heads[0])?.name ?? null;
  const below = heads.filter(({ top }) => top > READING_LINE_PX);
  return (below.find(({ name }) => name === chosen) ?? below.at(-1) ?? passed)?.name ?? null;
}
