/** How much a conversion takes on. Pages use the defaults; an operator's command line may set its own. */
export interface ConversionLimits {
  /** Of the whole input. */
  maxBytes: number;
  /** Nesting of JSON and of YAML; of claims below claims where a format nests them. */
  maxDepth: number;
  maxClaims: number;
  maxRelations: number;
  /** Of one claim, in UTF-16 code units. */
  maxTextLength: number;
  maxSources: number;
  /** Of the text of one source, in UTF-16 code units. */
  maxSourceLength: number;
}

export const DEFAULT_LIMITS: ConversionLimits = {
  maxBytes: 5_000_000,
  maxDepth: 64,
  maxClaims: 20_000,
  maxRelations: 100_000,
  maxTextLength: 20_000,
  maxSources: 100_000,
  maxSourceLength: 5_000_000,
};
