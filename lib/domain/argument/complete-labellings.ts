import { IN, OUT, UNDECIDED } from './labels';
import type { Operand, UndecidedPart } from './undecided-parts';

/** Sets of labels as bits: what a node may still be. */
const MAY_BE_UNDECIDED = 1 << UNDECIDED;
const MAY_BE_IN = 1 << IN;
const MAY_BE_OUT = 1 << OUT;
const ANY = MAY_BE_UNDECIDED | MAY_BE_IN | MAY_BE_OUT;

const opposite = (set: number): number =>
  (set & MAY_BE_UNDECIDED) | (set & MAY_BE_IN ? MAY_BE_OUT : 0) | (set & MAY_BE_OUT ? MAY_BE_IN : 0);

const read = (sets: Uint8Array, { node, isNegated }: Operand): number =>
  isNegated ? opposite(sets[node] as number) : (sets[node] as number);

/** Takes labels from an operand; true when that changed it. */
function narrow(sets: Uint8Array, { node, isNegated }: Operand, allowed: number): boolean {
  const before = sets[node] as number;
  sets[node] = before & (isNegated ? opposite(allowed) : allowed);
  return sets[node] !== before;
}

/** What a node may be from what its operands may be. */
function fromOperands(sets: Uint8Array, operands: readonly Operand[]): number {
  let result = MAY_BE_IN | MAY_BE_UNDECIDED;
  let canBeUndecided = false;
  for (const operand of operands) {
    const set = read(sets, operand);
    if (set & MAY_BE_OUT) result |= MAY_BE_OUT;
    if (!(set & MAY_BE_IN)) result &= ~MAY_BE_IN;
    if (set === MAY_BE_OUT) result &= ~MAY_BE_UNDECIDED;
    if (set & MAY_BE_UNDECIDED) canBeUndecided = true;
  }
  return canBeUndecided ? result : result & ~MAY_BE_UNDECIDED;
}

/** What the operands of a node may be from what the node may be; true when one changed. */
function toOperands(sets: Uint8Array, operands: readonly Operand[], set: number): boolean {
  let isChanged = false;
  const allow = (allowed: number): void => {
    for (const operand of operands) if (narrow(sets, operand, allowed)) isChanged = true;
  };
  if (set === MAY_BE_IN) allow(MAY_BE_IN);
  else if (!(set & MAY_BE_OUT)) allow(MAY_BE_IN | MAY_BE_UNDECIDED);
  else if (set === MAY_BE_OUT) {
    const able = operands.filter((operand) => read(sets, operand) & MAY_BE_OUT);
    const [only] = able;
    if (able.length === 1 && only && narrow(sets, only, MAY_BE_OUT)) isChanged = true;
  }
  return isChanged;
}

/** Draws all conclusions; false when a node has no label left. */
function propagate({ operands }: UndecidedPart, sets: Uint8Array): boolean {
  for (let isChanged = true; isChanged; ) {
    isChanged = false;
    for (let node = 0; node < operands.length; node += 1) {
      const own = operands[node] as Operand[];
      const before = sets[node] as number;
      const set = before & fromOperands(sets, own);
      if (set === 0) return false;
      if (set !== before) {
        sets[node] = set;
        isChanged = true;
      }
      if (toOperands(sets, own, set)) isChanged = true;
    }
  }
  return true;
}

const labelOf = (set: number): number => (set === MAY_BE_IN ? IN : set === MAY_BE_OUT ? OUT : UNDECIDED);

/**
 * The complete labellings of a part, those that decide more first: a claim is in when everything against it is out, and
 * out when something against it is in. Each is the labels of the part's claims.
 * @param mostSteps how many choices are tried in all
 * @returns through `yield` the labellings; at the end whether these were all
 */
export function* completeLabellings(
  part: UndecidedPart,
  mostSteps: number,
): Generator<Uint8Array, boolean, undefined> {
  let steps = 0;
  const first = new Uint8Array(part.operands.length).fill(ANY);
  const open: Uint8Array[] = propagate(part, first) ? [first] : [];
  for (let sets = open.pop(); sets !== undefined; sets = open.pop()) {
    // A set of one label is a power of two.
    const claim = part.claims.findIndex((_, node) => {
      const set = (sets as Uint8Array)[node] as number;
      return (set & (set - 1)) !== 0;
    });
    if (claim < 0) {
      yield Uint8Array.from(part.claims, (_, node) => labelOf((sets as Uint8Array)[node] as number));
      continue;
    }
    // The last one pushed is tried first.
    for (const label of [MAY_BE_UNDECIDED, MAY_BE_OUT, MAY_BE_IN]) {
      if (((sets[claim] as number) & label) === 0) continue;
      steps += 1;
      if (steps > mostSteps) return false;
      const next = sets.slice();
      next[claim] = label;
      if (propagate(part, next)) open.push(next);
    }
  }
  return true;
}
