import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { failure } from '@/lib/domain/failure';
import { err, ok } from '@/lib/domain/result';
import { sourceViews } from '@/lib/server/debate/queries';
import { addSource } from '@/lib/server/source/source-commands';

export const GET = handle(contracts.sources, async ({ actor, params }) => {
  const sources = await sourceViews(actor, params.slug);
  return sources ? ok(sources) : err(failure('not-found'));
});

export const POST = handle(contracts.addSource, ({ actor, params, body, idempotency }) =>
  addSource(actor, params.slug, body, idempotency),
);
