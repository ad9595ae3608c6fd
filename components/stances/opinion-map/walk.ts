import type { OpinionDot, OpinionGroup } from '@/lib/domain/stance/opinion/opinion-view';

/** A way from person to person over the map, for the keyboard: group by group, then from start to end. */

export interface WalkPart {
  /** `group`: letter of it; `between` two groups; `few` votes; `all` where there are no groups. */
  kind: 'group' | 'between' | 'few' | 'all';
  letter: string | null;
  /** Places in the list of dots. */
  dots: number[];
}

export interface WalkPlace {
  part: number;
  person: number;
}

type Who = Pick<OpinionDot, 'group' | 'isUnsettled'>;

/** @param dots null for who is not there, as at an earlier time */
export function walkOver(
  dots: readonly (Who | null)[],
  groups: readonly Pick<OpinionGroup, 'id' | 'letter'>[],
): WalkPart[] {
  const where = (is: (dot: Who) => boolean) =>
    dots.flatMap((dot, index) => (dot !== null && is(dot) ? [index] : []));
  if (groups.length === 0) return [{ kind: 'all', letter: null, dots: where(() => true) }];
  const parts: WalkPart[] = [
    ...groups.map(
      ({ id, letter }): WalkPart => ({ kind: 'group', letter, dots: where(({ group }) => group === id) }),
    ),
    {
      kind: 'between',
      letter: null,
      dots: where(({ group, isUnsettled }) => group === null && isUnsettled),
    },
    { kind: 'few', letter: null, dots: where(({ group, isUnsettled }) => group === null && !isUnsettled) },
  ];
  return parts.filter((part) => part.dots.length > 0);
}

/** Where a key leads: up and down to another group, left and right to another person of it. Null for any other key. */
export function walkedTo(walk: readonly WalkPart[], at: WalkPlace | null, key: string): WalkPlace | null {
  const isWay = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'].includes(key);
  if (!isWay || walk.length === 0) return null;
  if (at === null) return { part: 0, person: 0 };
  const count = walk[at.part]?.dots.length ?? 1;
  switch (key) {
    case 'ArrowDown':
      return { part: (at.part + 1) % walk.length, person: 0 };
    case 'ArrowUp':
      return { part: (at.part - 1 + walk.length) % walk.length, person: 0 };
    case 'ArrowRight':
      return { part: at.part, person: (at.person + 1) % count };
    case 'ArrowLeft':
      return { part: at.part, person: (at.person - 1 + count) % count };
    case 'Home':
      return { part: at.part, person: 0 };
    default:
      return { part: at.part, person: count - 1 };
  }
}

/** Where on the way somebody is; null for nobody, and for who is not there. */
export function placeOf(walk: readonly WalkPart[], person: number | null): WalkPlace | null {
  if (person === null) return null;
  for (const [part, { dots }] of walk.entries()) {
    const at = dots.indexOf(person);
    if (at >= 0) return { part, person: at };
  }
  return null;
}

/** Which one on the way somebody is, from 1; 0 for nobody. */
export function numberOf(walk: readonly WalkPart[], person: number | null): number {
  const at = placeOf(walk, person);
  return at === null
    ? 0
    : walk.slice(0, at.part).reduce((sum, { dots }) => sum + dots.length, 0) + at.person + 1;
}
