import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { sourceHistory } from '@/lib/server/source/source-queries';
import { addVersion } from '@/lib/server/source/version-commands';

export const GET = handle(contracts.sourceHistory, ({ actor, params }) =>
  sourceHistory(actor, params.slug, params.sourceId),
);

export const POST = handle(contracts.addVersion, ({ actor, params, body, idempotency }) =>
  addVersion(actor, params.slug, params.sourceId, body, idempotency),
);
