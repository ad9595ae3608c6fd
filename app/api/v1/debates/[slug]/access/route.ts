import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { setDebateAccess } from '@/lib/server/debate/commands';

export const PUT = handle(contracts.setDebateAccess, ({ actor, params, body }) =>
  setDebateAccess(actor, params.slug, body),
);
