/**
 * Shapes that a new debate can start from. Words for people (names of sides, advice) are in the interface's messages under
 * the same keys.
 */
export const TEMPLATE_KEYS = ['blank', 'oxford-motion', 'structured-controversy', 'policy-options'] as const;
export type TemplateKey = (typeof TEMPLATE_KEYS)[number];

export interface DebateTemplate {
  /** Fewest and most motions at the start. */
  motions: { least: number; most: number };
  /** Keys of the sides at the start and at the end of the page, as `Side.key` keeps them. */
  sides: readonly [string, string];
  /** Claims of participants wait for a maintainer. */
  claimsNeedApproval: boolean;
}

/** Most motions of one debate, whenever they are added. */
export const MOST_MOTIONS = 12;

export const TEMPLATES: Record<TemplateKey, DebateTemplate> = {
  blank: { motions: { least: 1, most: MOST_MOTIONS }, sides: ['for', 'against'], claimsNeedApproval: true },
  // One motion and two benches.
  'oxford-motion': {
    motions: { least: 1, most: 1 },
    sides: ['proposition', 'opposition'],
    claimsNeedApproval: true,
  },
  // Both pairs build a case on one map: everyone writes at once.
  'structured-controversy': {
    motions: { least: 1, most: 1 },
    sides: ['pro', 'con'],
    claimsNeedApproval: false,
  },
  // One motion for each course of action that is open.
  'policy-options': {
    motions: { least: 2, most: MOST_MOTIONS },
    sides: ['advantages', 'drawbacks'],
    claimsNeedApproval: true,
  },
};
