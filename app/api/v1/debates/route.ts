import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { ok } from '@/lib/domain/result';
import { createDebate } from '@/lib/server/debate/commands';
import { debateList } from '@/lib/server/debate/queries';

export const GET = handle(contracts.debates, async ({ actor }) => ok(await debateList(actor)));

export const POST = handle(contracts.createDebate, ({ actor, body, idempotency }) =>
  createDebate(actor, body, idempotency),
);
