import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { failure } from '@/lib/domain/failure';
import { err, ok } from '@/lib/domain/result';
import { sourceViews } from '@/lib/server/debate/queries';

export const GET = handle(contracts.sources, async ({ actor, params }) => {
  const sources = await sourceViews(actor, params.slug);
  return sources ? ok(sources) : err(failure('not-found'));
});
