import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { sourceVersion } from '@/lib/server/source/source-queries';

export const GET = handle(contracts.sourceVersion, ({ actor, params }) =>
  sourceVersion(actor, params.slug, params.sourceId, Number(params.number)),
);
