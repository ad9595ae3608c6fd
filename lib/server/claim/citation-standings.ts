import 'server-only';
import type { CitationView } from '../../domain/debate/view';
import type { Transaction } from '../database/client';

/** How a citation stands in the newest text of its source. */
export type CitationStandings = (citation: {
  id: string;
  sourceVersionId: string;
}) => Pick<CitationView, 'standing' | 'isUndecided'>;

/**
 * How the citations of a debate stand. Two short questions: which versions are the newest, and what of their places nobody
 * has decided; in most debates nothing.
 */
export async function citationStandings(tx: Transaction, debateId: string): Promise<CitationStandings> {
  const newest = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT ON ("sourceId") "id" FROM "SourceVersion" WHERE "debateId" = ${debateId}::uuid
    ORDER BY "sourceId", "number" DESC`;
  const ids = newest.map(({ id }) => id);
  const waiting = await tx.anchorResolution.findMany({
    where: {
      sourceVersionId: { in: ids },
      decision: null,
      status: { in: ['moved', 'changed', 'orphan'] },
      citationId: { not: null },
    },
    select: { citationId: true, status: true },
  });
  const current = new Set(ids);
  const statusOf = new Map(waiting.map(({ citationId, status }) => [citationId, status]));
  return ({ id, sourceVersionId }) => {
    const status = statusOf.get(id);
    const isUndecided = status !== undefined;
    if (!current.has(sourceVersionId)) return { standing: 'lost', isUndecided };
    return { standing: status === 'changed' ? 'changed' : 'here', isUndecided };
  };
}
