import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { exportedDebate } from '@/lib/server/debate/export-query';

export const GET = handle(contracts.exportDebate, async ({ actor, params, query }) => {
  const { format, pretty } = query;
  const options = { format, isPretty: pretty === 'true', now: new Date() };
  return exportedDebate(actor, params.slug, options);
});
