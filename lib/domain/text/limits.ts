/** Longest texts, in characters as a person counts them (graphemes); the database holds the same bounds as checks. */
export const LIMITS = {
  claimText: 280,
  claimTextAdvised: 90,
  shortTitle: 48,
  speaker: 160,
  annotationBody: 5000,
  stanceReason: 1000,
  reviewReason: 500,
  debateTitle: 120,
  debateQuestion: 300,
  debateSummary: 2000,
  sideName: 60,
  userName: 40,
  password: 128,
  passwordLeast: 12,
  email: 254,
} as const;
