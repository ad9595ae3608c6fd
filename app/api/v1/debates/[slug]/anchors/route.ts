import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { anchorQueue } from '@/lib/server/source/anchor-queue';

export const GET = handle(contracts.anchors, ({ actor, params }) => anchorQueue(actor, params.slug));
