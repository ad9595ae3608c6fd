import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { previewVersion } from '@/lib/server/source/version-commands';

export const POST = handle(contracts.previewVersion, ({ actor, params, body }) =>
  previewVersion(actor, params.slug, params.sourceId, body),
);
