import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { failure } from '@/lib/domain/failure';
import { err, ok } from '@/lib/domain/result';
import { debateView } from '@/lib/server/debate/queries';

export const GET = handle(contracts.debate, async ({ actor, params, query }) => {
  const debate = await debateView(actor, params.slug, query.motion);
  return debate ? ok(debate) : err(failure('not-found'));
});
