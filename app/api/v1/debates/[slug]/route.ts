import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { failure } from '@/lib/domain/failure';
import { err, ok } from '@/lib/domain/result';
import { openedDebate } from '@/lib/server/debate/queries';

export const GET = handle(contracts.debate, async ({ actor, params, query }) => {
  const debate = await openedDebate(actor, params.slug, query.motion, query.claim);
  return debate ? ok(debate) : err(failure('not-found'));
});
