import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { castVote } from '@/lib/server/vote/commands';

export const PUT = handle(contracts.castVote, ({ actor, params, body }) =>
  castVote(actor, params.roomId, params.claimId, body),
);
