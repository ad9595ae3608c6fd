// Compares acknowledged votes with the database: nothing lost, nothing doubled, tallies equal to a recount.

import pg from 'pg';
import type { Acknowledged } from './vote-storm';

export interface VoteAudit {
  acknowledged: number;
  /** Acknowledged presses that the database does not have, or has with another choice. */
  lost: number;
  /** Presses that were counted more than once. */
  doubled: number;
  /** People and claims whose current vote is not the newest recorded one. */
  wrong: number;
}

/** `connectionString` of a role that may read the votes. */
export async function auditVotes(
  connectionString: string,
  acknowledged: readonly Acknowledged[],
): Promise<VoteAudit> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const { rows } = await client.query<{ eventId: string; choice: string | null; times: number }>(
      'SELECT "eventId", min("choice"::text) AS "choice", count(*)::int AS "times" FROM "VoteEvent" GROUP BY "eventId"',
    );
    const recorded = new Map(rows.map((row) => [row.eventId, row]));
    const { rows: wrong } = await client.query<{ count: number }>(`
      SELECT count(*)::int AS "count" FROM "Vote" v
      FULL JOIN (
        SELECT DISTINCT ON ("roomId", "claimId", "participantId") * FROM "VoteEvent"
        ORDER BY "roomId", "claimId", "participantId", "seq" DESC
      ) e USING ("roomId", "claimId", "participantId")
      WHERE v."choice" IS DISTINCT FROM e."choice" OR v."seq" IS DISTINCT FROM e."seq"`);
    return {
      acknowledged: acknowledged.length,
      lost: acknowledged.filter(({ eventId, choice }) => recorded.get(eventId)?.choice !== choice).length,
      doubled: rows.filter(({ times }) => times > 1).length,
      wrong: wrong[0]?.count ?? 0,
    };
  } finally {
    await client.end();
  }
}
