import 'server-only';
import { quoteAt } from '../../domain/annotation/quote';
import type { CitationInput } from '../../domain/claim/schema';
import { type Failure, failure } from '../../domain/failure';
import { err, ok, type Result } from '../../domain/result';
import type { Transaction } from '../database/client';

export interface ResolvedCitation {
  sourceVersionId: string;
  start: number;
  end: number;
  exact: string;
  prefix: string;
  suffix: string;
}

/** Checks that each citation quotes what its text says between its offsets, and adds the words around it. */
export async function resolveCitations(
  tx: Transaction,
  debateId: string,
  citations: readonly CitationInput[],
): Promise<Result<ResolvedCitation[], Failure>> {
  const ids = [...new Set(citations.map(({ sourceVersionId }) => sourceVersionId))];
  const versions = ids.length
    ? await tx.sourceVersion.findMany({
        where: { id: { in: ids }, debateId },
        select: { id: true, text: true },
      })
    : [];
  const resolved: ResolvedCitation[] = [];
  const seen = new Set<string>();
  for (const [index, { sourceVersionId, start, end, exact }] of citations.entries()) {
    const text = versions.find(({ id }) => id === sourceVersionId)?.text;
    const quote = text === undefined ? null : quoteAt(text, start, end);
    if (!quote || quote.exact !== exact)
      return err(failure('citation-not-in-text', { field: `citations.${index}` }));
    const key = `${sourceVersionId}/${start}/${end}`;
    if (!seen.has(key)) resolved.push({ sourceVersionId, start, end, ...quote });
    seen.add(key);
  }
  return ok(resolved);
}
