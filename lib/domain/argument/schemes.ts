/**
 * Argument schemes: common patterns of reasoning, each with the questions that test it. Names of schemes follow Walton,
 * Reed and Macagno, "Argumentation Schemes" (2008); the choice, the keys and all words in the interface are ours.
 *
 * Choosing a scheme for a reason offers its questions as ready undercuts: the claim that answers a question badly meets the
 * line, not the claims at its ends. Keys only; words are in the messages under `scheme`.
 */
export const SCHEMES = {
  expert_opinion: ['expertise', 'field', 'saying', 'trust', 'agreement'],
  consequences: ['likelihood', 'support', 'other_effects', 'other_means'],
  precedent: ['likeness', 'difference', 'soundness', 'counter_precedent'],
  analogy: ['likeness', 'difference', 'relevance', 'counter_analogy'],
  cause: ['generality', 'presence', 'interference', 'other_cause'],
  rule: ['validity', 'coverage', 'exception', 'conflict'],
  lesser_evil: ['completeness', 'comparison', 'necessity', 'limits'],
  example: ['truth', 'typicality', 'number', 'exceptions'],
  sign: ['reliability', 'presence', 'other_explanation', 'counter_sign'],
  commitment: ['made', 'meaning', 'change', 'bearing'],
  values: ['sharing', 'promotion', 'conflict', 'ranking'],
  popular_practice: ['evidence', 'reasons', 'relevance', 'change'],
} as const satisfies Record<string, readonly string[]>;

export type SchemeKey = keyof typeof SCHEMES;
/** A question by its scheme: `expert_opinion.trust`. */
export type QuestionKey = { [S in SchemeKey]: `${S}.${(typeof SCHEMES)[S][number]}` }[SchemeKey];

export const SCHEME_KEYS = Object.keys(SCHEMES) as [SchemeKey, ...SchemeKey[]];

/** The questions of a scheme, in the order in which they are best asked. */
export const questionsOf = (scheme: SchemeKey): QuestionKey[] =>
  SCHEMES[scheme].map((question) => `${scheme}.${question}` as QuestionKey);

export const QUESTION_KEYS = SCHEME_KEYS.flatMap(questionsOf) as [QuestionKey, ...QuestionKey[]];

/** The scheme that a question belongs to. */
export const schemeOfQuestion = (question: QuestionKey): SchemeKey => question.split('.')[0] as SchemeKey;

/** What files of other tools call these schemes, without "argument from" and the like. */
const NAMES: Record<string, SchemeKey> = {
  'position to know': 'expert_opinion',
  authority: 'expert_opinion',
  'positive consequences': 'consequences',
  'negative consequences': 'consequences',
  'practical reasoning': 'consequences',
  'cause to effect': 'cause',
  'correlation to cause': 'cause',
  'established rule': 'rule',
  rules: 'rule',
  'sacrifice lesser good': 'lesser_evil',
  'inconsistent commitment': 'commitment',
  'positive values': 'values',
  'negative values': 'values',
  value: 'values',
  'popular opinion': 'popular_practice',
  popularity: 'popular_practice',
};

/** The scheme that a name in a file means, or null. */
export function schemeNamed(name: string): SchemeKey | null {
  const plain = name
    .toLowerCase()
    .replace(/[_-]+/g, ' ')
    .replace(/^(argument\s)?(from|for|to)\s/, '')
    .replace(/^argument\s/, '')
    .replace(/\s+(argument|scheme)$/, '')
    .replace(/^(the|an|a)\s/, '')
    .trim();
  const key = plain.replace(/\s+/g, '_');
  if (Object.hasOwn(SCHEMES, key)) return key as SchemeKey;
  return Object.hasOwn(NAMES, plain) ? (NAMES[plain] ?? null) : null;
}
