import type { Outline } from './outline';
import { inTurn } from './whole-map';

/** The last claim of the stretch that was read from the start of a family; null when its first one was not. */
export function lastRead(outline: Outline, hostId: string, motionId: string): string | null {
  const family =
    hostId === motionId
      ? inTurn(outline.sections.map(({ nodes }) => nodes))
      : (outline.nodeById.get(hostId)?.children ?? []);
  let last: string | null = null;
  for (const [index, { claim, position }] of family.entries()) {
    if (hostId !== motionId && position !== index + 1) break;
    last = claim.id;
  }
  return last;
}
