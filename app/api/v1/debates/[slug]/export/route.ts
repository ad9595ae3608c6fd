import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { failure } from '@/lib/domain/failure';
import { err, ok } from '@/lib/domain/result';
import { exportedDebate } from '@/lib/server/debate/export-query';

export const GET = handle(contracts.exportDebate, async ({ actor, params, query }) => {
  const { format, pretty } = query;
  const options = { format, isPretty: pretty === 'true', now: new Date() };
  const exported = await exportedDebate(actor, params.slug, options);
  return exported ? ok(exported) : err(failure('not-found'));
});
