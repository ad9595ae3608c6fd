import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { failure } from '@/lib/domain/failure';
import { err, ok } from '@/lib/domain/result';
import { annotationList } from '@/lib/server/annotation/annotation-views';
import { addAnnotation } from '@/lib/server/annotation/commands';

export const GET = handle(contracts.annotations, async ({ actor, params, query }) => {
  const list = await annotationList(actor, params.roomId, query);
  return list ? ok(list) : err(failure('not-found'));
});

export const POST = handle(contracts.addAnnotation, ({ actor, params, body, idempotency }) =>
  addAnnotation(actor, params.roomId, body, idempotency),
);
