import { partsOfMotions } from './motion-part';
import type { RelationView } from './view';

/** Where a code leads. */
export interface ClaimPlace {
  /** Of the claim to show, as the debate writes it. */
  code: string;
  /** Code of a motion that it belongs to; null when it leads to none, so that every motion shows it. */
  motionCode: string | null;
  /** The code that was asked for, when another claim took its place. */
  cameFrom: string | null;
}

interface Whole {
  motions: readonly { id: string; code: string }[];
  /** In this reader's sight, motions left out. */
  claims: readonly { id: string; code: string }[];
  relations: readonly Pick<RelationView, 'id' | 'fromClaimId' | 'toClaimId' | 'toRelationId'>[];
  /** What took the place of what, by codes. */
  successors: Readonly<Record<string, readonly string[]>>;
}

const isSameCode = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/**
 * Where a link to a claim leads, whatever motion it belongs to and however its letters are written. What was merged
 * leads to the claim that it went into, what was split to the first of its parts, over as many steps as it took.
 * @returns null when no claim in sight ever had this code
 */
export function placeOfCode(
  { motions, claims, relations, successors }: Whole,
  asked: string,
): ClaimPlace | null {
  const motion = motions.find(({ code }) => isSameCode(code, asked));
  if (motion) return { code: motion.code, motionCode: motion.code, cameFrom: null };
  const met = new Set<string>();
  const waiting = [asked];
  for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
    const named = at;
    if (met.has(named.toLowerCase())) continue;
    met.add(named.toLowerCase());
    const claim = claims.find(({ code }) => isSameCode(code, named));
    if (claim) {
      const parts = partsOfMotions(
        motions.map(({ id }) => id),
        relations,
      );
      const host = motions.find(({ id }) => parts.get(id)?.has(claim.id));
      const past = Object.keys(successors).find((code) => isSameCode(code, asked));
      return {
        code: claim.code,
        motionCode: host?.code ?? null,
        cameFrom: named === asked ? null : (past ?? asked),
      };
    }
    const past = Object.keys(successors).find((code) => isSameCode(code, named));
    waiting.push(...(past === undefined ? [] : (successors[past] ?? [])));
  }
  return null;
}
