import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { decideAnchor } from '@/lib/server/source/anchor-command';

export const POST = handle(contracts.decideAnchor, ({ actor, params, body }) =>
  decideAnchor(actor, params.slug, params.resolutionId, body),
);
