import type { VoicesView } from './groups';

type Vote = VoicesView['votes'][number];

/**
 * Own votes beside those for a side, those first that differ. A claim is compared when the person voted on it for themselves and
 * for a side; it is the same when they said the same each time.
 */
export function differingFirst(votes: readonly Vote[]): {
  rows: (Vote & { differs: boolean })[];
  compared: number;
  same: number;
} {
  const rows = votes.map((vote) => ({
    ...vote,
    differs: vote.own !== null && Object.values(vote.voices).some((choice) => choice !== vote.own),
  }));
  const compared = rows.filter(({ own }) => own !== null);
  return {
    rows: [...rows.filter(({ differs }) => differs), ...rows.filter(({ differs }) => !differs)],
    compared: compared.length,
    same: compared.filter(({ differs }) => !differs).length,
  };
}
