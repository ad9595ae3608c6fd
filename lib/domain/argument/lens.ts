/**
 * Four gradual semantics. Each says how the reasons for and against a claim move it from its base score. A reason counts
 * x = effective weight times the strength of its claim. `sum` adds up (for minus against); `product` compares what is left
 * of doubt on either side, so that one strong reason says nearly all.
 *
 * Quadratic energy: Potyka, KR 2018. DF-QuAD: Rago, Toni, Aurisicchio and Baroni, KR 2016. Euler-based: Amgoud and
 * Ben-Naim 2017. MLP-based: Potyka, AAAI 2021.
 */

export const LENSES = ['quadratic-energy', 'df-quad', 'euler', 'mlp'] as const;
export type Lens = (typeof LENSES)[number];

export const DEFAULT_LENS: Lens = 'quadratic-energy';

export const isLens = (text: string): text is Lens => (LENSES as readonly string[]).includes(text);

/** How the forces of a claim's reasons become one energy. */
export const aggregateOf = (lens: Lens): 'sum' | 'product' => (lens === 'df-quad' ? 'product' : 'sum');

// Far past the point at which a logistic curve is flat, and near enough for exp() to stay finite.
const MOST_ENERGY = 700;
const bounded = (energy: number): number => Math.max(-MOST_ENERGY, Math.min(MOST_ENERGY, energy));

/**
 * Strength (0..1) of a claim with this base score (0..1), moved by the energy of its reasons. One function rather than
 * one for each lens: it is called for every claim in every pass, and this way it is compiled into the pass.
 */
export function influence(lens: Lens, base: number, energy: number): number {
  if (energy === 0) return base;
  if (lens === 'quadratic-energy') {
    const square = energy * energy;
    const share = square / (1 + square);
    return energy > 0 ? base + (1 - base) * share : base - base * share;
  }
  if (lens === 'df-quad') return energy > 0 ? base + (1 - base) * energy : base + base * energy;
  if (lens === 'euler') return 1 - (1 - base * base) / (1 + base * Math.exp(bounded(energy)));
  // MLP. At 0 and 1 the odds are infinite or none, and with bounded energy the formula gives back the base.
  return 1 / (1 + ((1 - base) / base) * Math.exp(-bounded(energy)));
}

// Steepest point of e^2 / (1 + e^2), at e = 1 / sqrt(3).
const QUADRATIC_SLOPE = (3 * Math.sqrt(3)) / 8;

/**
 * Largest slope of `influence` in the energy at this base score. Where it stays below 1 / total weight of the reasons,
 * circles have one answer and settle.
 */
export function steepest(lens: Lens, base: number): number {
  switch (lens) {
    case 'quadratic-energy':
      return Math.max(base, 1 - base) * QUADRATIC_SLOPE;
    case 'df-quad':
      return Math.max(base, 1 - base);
    case 'euler':
      return (1 - base * base) / 4;
    case 'mlp':
      return base <= 0 || base >= 1 ? 0 : 0.25;
  }
}
