/** How much of a Polis export is taken. */
export interface ExportLimits {
  people: number;
  claims: number;
  /** Of one file. */
  bytes: number;
  /** Of one line of votes, in bytes; of one comment, in UTF-16 code units. */
  line: number;
  /** Of the name of a participant, in UTF-16 code units. */
  name: number;
}

/** People and claims are the limits of Polis itself. */
export const LIMITS: ExportLimits = {
  people: 100_000,
  claims: 10_000,
  bytes: 100_000_000,
  line: 200_000,
  name: 100,
};
